// The whole chat: header, conversation, and the line to write on.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from './chat.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { tellPage, useOpen } from './page.ts'
import { ENGLISH, fill, loadTexts, type Texts } from './texts.ts'
import { Transcript } from './transcript.tsx'

export function ChatWindow({ chat, base, language }: { chat: Chat; base: string; language: string }) {
  const [view, setView] = useState(chat.view)
  const texts = useTexts(base, language)
  const input = useRef<HTMLTextAreaElement>(null)
  const open = useOpen(useCallback(() => input.current?.focus(), []))
  useLayoutEffect(() => {
    const show = () => setView(chat.view())
    const stop = chat.watch(show)
    // Something may have been heard between the first drawing and now.
    show()
    return stop
  }, [chat])
  useUnread(open, view.said)

  const { texts: words } = texts
  return (
    <main class="chat" aria-label={fill(words.widgetTitle)}>
      <Header owner={view.owner} words={words} />
      <Transcript view={view} words={words} language={texts.language} onRetry={chat.retry} />
      {view.line === 'lost' && (
        <p class="offline" role="status">
          {words.widgetOffline}
        </p>
      )}
      <Composer chat={chat} view={view} words={words} input={input} />
    </main>
  )
}

function useTexts(base: string, language: string): Texts {
  const [texts, setTexts] = useState(ENGLISH)
  useEffect(() => {
    loadTexts(base, language).then(setTexts, () => undefined)
  }, [base, language])
  useEffect(() => {
    document.documentElement.lang = texts.language
    document.documentElement.dir = texts.dir
    const { widgetOpen, widgetClose, widgetTitle } = texts.texts
    document.title = fill(widgetTitle)
    tellPage({ baton: 'texts', open: widgetOpen, close: widgetClose, title: fill(widgetTitle), dir: texts.dir })
  }, [texts])
  return texts
}

/** Counts what was said to the customer while the chat was closed, and tells the page's button. */
function useUnread(open: boolean, said: readonly { from: string; at: number }[]): void {
  const since = useRef(Date.now())
  useEffect(() => {
    if (open) since.current = Date.now()
    const count = open ? 0 : said.filter((one) => one.from !== 'customer' && one.at > since.current).length
    tellPage({ baton: 'unread', count })
  }, [open, said])
}
