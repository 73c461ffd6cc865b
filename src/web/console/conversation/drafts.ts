// What was begun and not sent, for each conversation, kept over reloads.

export type Kind = 'reply' | 'note'

const key = (conversation: string, kind: Kind) => `baton-draft ${kind} ${conversation}`

export function readDraft(conversation: string, kind: Kind): string {
  try {
    return localStorage.getItem(key(conversation, kind)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(conversation: string, kind: Kind, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key(conversation, kind))
    else localStorage.setItem(key(conversation, kind), text)
  } catch {
    // Storage may be full or forbidden; then a draft lives as long as its page.
  }
}
