// The page of the shop around the chat's frame: whether the chat is open, and what its button should say.
import { useEffect, useState } from 'preact/hooks'
import type { ToChat, ToPage } from '../frame-messages.ts'

/** False when somebody opened the chat's own address instead of a shop's page. */
export const framed = window.parent !== window

export function tellPage(message: ToPage): void {
  // Nothing in these messages is secret, and the shop's address is not known here.
  if (framed) window.parent.postMessage(message, '*')
}

/** Whether the chat can be seen; calls `onOpen` when the customer opened it. */
export function useOpen(onOpen: () => void): boolean {
  const [open, setOpen] = useState(!framed)
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source !== window.parent || !framed) return
      const message = event.data as ToChat
      if (message.baton === 'opened') {
        setOpen(true)
        if (!message.quiet) onOpen()
      }
      if (message.baton === 'closed') setOpen(false)
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') tellPage({ baton: 'close' })
    }
    window.addEventListener('message', hear)
    window.addEventListener('keydown', leave)
    return () => {
      window.removeEventListener('message', hear)
      window.removeEventListener('keydown', leave)
    }
  }, [onOpen])
  return open
}
