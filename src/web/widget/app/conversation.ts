// What the chat shows, as a value: folded from the server's events and from what the customer does.

export type Speaker = 'customer' | 'bot' | 'staff'
export type Owner = 'bot' | 'queue' | 'staff' | 'nobody'

/** A message as `GET /webchat/events` sends it. `at` is epoch ms. */
export interface Said {
  id: string
  from: Speaker
  name?: string
  text: string
  at: number
  citations?: readonly { title: string; link?: string }[]
}

/** A message of the customer that the server's stream has not shown yet. `refused`: it will never be taken as it is. */
export interface Unsent {
  id: string
  text: string
  at: number
  state: 'sending' | 'sent' | 'failed' | 'refused'
}

export interface View {
  said: readonly Said[]
  unsent: readonly Unsent[]
  owner: { owner: Owner; name?: string }
  typing: { from: 'bot' | 'staff'; name?: string; until: number } | null
  line: 'idle' | 'connecting' | 'open' | 'lost'
  /** Whether "talk to a person" is on its way, or could not be sent. */
  asking: 'no' | 'yes' | 'failed'
}

export type Change =
  | { type: 'said'; message: Said }
  | { type: 'written'; message: Unsent }
  | { type: 'delivery'; id: string; state: Unsent['state'] }
  | { type: 'owner'; owner: Owner; name?: string }
  | { type: 'typing'; from: 'bot' | 'staff'; name?: string; until: number }
  | { type: 'tick'; now: number }
  | { type: 'line'; line: View['line'] }
  | { type: 'asking'; asking: View['asking'] }
  | { type: 'forgotten' }

export const EMPTY: View = {
  said: [],
  unsent: [],
  owner: { owner: 'nobody' },
  typing: null,
  line: 'idle',
  asking: 'no',
}

/** The next view. A message that is already shown changes nothing, whoever repeats it. */
export function evolve(view: View, change: Change): View {
  switch (change.type) {
    case 'said':
      return heard(view, change.message)
    case 'written':
      return { ...view, unsent: [...view.unsent, change.message] }
    case 'delivery':
      return {
        ...view,
        unsent: view.unsent.map((one) => (one.id === change.id ? { ...one, state: change.state } : one)),
      }
    case 'owner':
      return {
        ...view,
        owner: { owner: change.owner, ...(change.name === undefined ? {} : { name: change.name }) },
        asking: change.owner === 'queue' || change.owner === 'staff' ? 'no' : view.asking,
        // Whoever was typing may not be the one who speaks now.
        typing: change.owner === 'staff' && view.typing?.from === 'staff' ? view.typing : null,
      }
    case 'typing': {
      const { from, name, until } = change
      return { ...view, typing: { from, until, ...(name === undefined ? {} : { name }) } }
    }
    case 'tick':
      return view.typing && view.typing.until <= change.now ? { ...view, typing: null } : view
    case 'line':
      return { ...view, line: change.line }
    case 'asking':
      return { ...view, asking: change.asking }
    case 'forgotten':
      return { ...EMPTY, unsent: view.unsent.filter((one) => one.state !== 'sent') }
  }
}

function heard(view: View, message: Said): View {
  if (view.said.some((one) => one.id === message.id)) return view
  return {
    ...view,
    said: [...view.said, message],
    unsent: view.unsent.filter((one) => one.id !== message.id),
    typing: message.from === 'customer' || view.typing?.from !== message.from ? view.typing : null,
  }
}
