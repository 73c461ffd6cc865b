// Starts the chat in its frame: texts, storage, server, and the page around it.
import { render } from 'preact'
import { createChat } from './chat.ts'
import { ChatWindow } from './chat-window.tsx'
import { createKeep } from './keep.ts'
import { createServer } from './server.ts'
import './widget.css'

const base = location.origin
const chat = createChat({ server: createServer(base), keep: createKeep(() => localStorage) })
const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language

const root = document.getElementById('app')
if (root) render(<ChatWindow chat={chat} base={base} language={wanted} />, root)
