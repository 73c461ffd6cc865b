// The script that a shop puts on its pages: a button, and the chat in a frame that comes from our own address.
import type { ToChat, ToPage } from './frame-messages.ts'
import { LOADER_CSS } from './loader.css.ts'

const OPEN_ICON = 'M4 5.5h16v11h-8.5L7 20.5v-4H4z'
const CLOSE_ICON = 'M6 9l6 6 6-6'
const CLOSED_KEY = 'baton-closed'

function start(script: HTMLScriptElement): void {
  const address = new URL(script.src)
  const host = document.createElement('div')
  host.id = 'baton-chat'
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(LOADER_CSS)
  root.adoptedStyleSheets = [style]

  const frame = document.createElement('iframe')
  frame.title = 'Chat'
  frame.id = 'frame'
  const language = script.dataset.lang
  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-controls', 'frame')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  for (const [name, value] of Object.entries({
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  }))
    path.setAttribute(name, value)
  icon.append(path)
  const badge = document.createElement('i')
  badge.hidden = true
  button.append(icon, badge)
  root.append(frame, button)

  const labels = { open: 'Chat', close: 'Close' }
  let isOpen = false
  let scroll = ''

  const tell = (message: ToChat) => frame.contentWindow?.postMessage(message, address.origin)
  const narrow = () => matchMedia('(max-width:560px)').matches

  function show(open: boolean, quiet = false): void {
    if (open && !frame.src) load()
    if (open !== isOpen && narrow()) {
      // The page behind a full-screen chat must not scroll along.
      const page = document.documentElement.style
      if (open) scroll = page.overflow
      page.overflow = open ? 'hidden' : scroll
    }
    isOpen = open
    frame.classList.toggle('open', open)
    host.classList.toggle('open', open)
    path.setAttribute('d', open ? CLOSE_ICON : OPEN_ICON)
    button.setAttribute('aria-expanded', String(open))
    button.setAttribute('aria-label', open ? labels.close : labels.open)
    button.title = open ? labels.close : labels.open
    if (open) badge.hidden = true
    if (open && !quiet) frame.focus()
    if (!open && !quiet) button.focus()
    remember(open)
    tell(open ? { baton: 'opened', quiet } : { baton: 'closed' })
  }

  function load(): void {
    frame.src = `${address.origin}/widget/${language ? `?lang=${encodeURIComponent(language)}` : ''}`
  }

  /** Phones: the keyboard covers part of the page, and only the page itself can see how much. */
  function resize(): void {
    const seen = window.visualViewport
    if (!seen) return
    host.style.setProperty('--tall', `${seen.height}px`)
    host.style.setProperty('--top', `${seen.offsetTop}px`)
  }

  button.addEventListener('click', () => show(!isOpen))
  frame.addEventListener('load', () => isOpen && tell({ baton: 'opened', quiet: true }))
  window.visualViewport?.addEventListener('resize', resize)
  window.visualViewport?.addEventListener('scroll', resize)
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return
    const message = event.data as ToPage
    if (message.baton === 'close') show(false)
    if (message.baton === 'unread') {
      badge.textContent = String(message.count)
      badge.hidden = isOpen || message.count === 0
    }
    if (message.baton === 'texts') {
      labels.open = message.open
      labels.close = message.close
      frame.title = message.title
      button.setAttribute('aria-label', isOpen ? labels.close : labels.open)
      button.title = isOpen ? labels.close : labels.open
    }
  })

  document.body.append(host)
  resize()
  show('open' in script.dataset && !wasClosed(), true)
  if (!frame.src) {
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
    idle(() => frame.src || load())
  }
  Object.assign(window, { Baton: { open: () => show(true), close: () => show(false) } })
}

// Some browsers refuse storage altogether; then nothing is remembered.
function remember(open: boolean): void {
  try {
    if (open) sessionStorage.removeItem(CLOSED_KEY)
    else sessionStorage.setItem(CLOSED_KEY, '1')
  } catch {}
}

function wasClosed(): boolean {
  try {
    return sessionStorage.getItem(CLOSED_KEY) === '1'
  } catch {
    return false
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && !document.getElementById('baton-chat')) {
  if (document.body) start(script)
  else document.addEventListener('DOMContentLoaded', () => start(script))
}
