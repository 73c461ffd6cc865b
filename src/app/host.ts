// What a channel is given: a place to bring what it heard, and what its customers may see.
import { shownMessage, shownOwner } from '../core/conversation/customer-view.ts'
import { fromStored } from '../core/conversation/stored-event.ts'
import type { ChannelHost, CustomerView } from '../ports/channel.ts'
import type { States } from './commit.ts'
import type { Needs } from './needs.ts'
import { receive } from './receive.ts'

export function createHost(
  needs: Needs,
  states: States,
  channel: string,
  secret: (purpose: string) => Uint8Array,
): ChannelHost {
  const conversationId = (chat: string) => needs.conversationId(channel, chat)
  return {
    conversationId,
    secret,
    accept: (event) => receive(needs, states, channel, event),
    async view(chat, after, last) {
      const id = conversationId(chat)
      const events = await needs.store.log.read(id, after)
      // After the log: an owner older than what the log tells would be the last word that the customer sees.
      const { state } = await states.load(id)
      const items: CustomerView[] = []
      for (const stored of events) {
        const event = fromStored(stored)
        const owner = shownOwner(event)
        const message = shownMessage(event)
        if (owner) items.push({ position: stored.seq, type: 'owner', data: owner })
        if (message) items.push({ position: stored.seq, type: 'message', data: message })
      }
      const name = state.owner === 'staff' ? { name: state.staff.name } : {}
      const owner = { position: state.version, type: 'owner', data: { owner: state.owner, ...name } } as const
      return { items: last === undefined ? items : newest(items, last), owner }
    },
    watch(chat, listener) {
      const id = conversationId(chat)
      return needs.feed.watch((change) => {
        if (change.kind === 'conversation' && change.conversationId === id) listener({})
        if (change.kind === 'typing' && change.conversationId === id) listener({ typing: change.from })
      })
    },
  }
}

function newest(items: readonly CustomerView[], last: number): CustomerView[] {
  return items.filter((item) => item.type === 'message').slice(-last)
}
