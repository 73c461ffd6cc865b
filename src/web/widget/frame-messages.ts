// What the page of a shop and the chat in its frame tell each other.

/** From the page to the chat. `quiet`: opened by the page itself, so the keyboard stays where it is. */
export type ToChat = { baton: 'opened'; quiet: boolean } | { baton: 'closed' }

/** From the chat to the page. */
export type ToPage =
  | { baton: 'close' }
  | { baton: 'unread'; count: number }
  | { baton: 'texts'; open: string; close: string; title: string; dir: 'ltr' | 'rtl' }
