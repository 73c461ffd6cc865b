// A channel heard something. It resolves when that is durable; a person asked for is on the way in the same commit.
import type { Origin } from '../core/conversation/command.ts'
import { openCase, type State } from '../core/conversation/state.ts'
import { NOTHING_FOUND } from '../core/knowledge/evidence.ts'
import { type Attachment, cleanLine, cleanText } from '../core/message.ts'
import type { ChannelEvent } from '../ports/channel.ts'
import { findAtOnce, planAtOnce, reasonsAtOnce } from './at-once.ts'
import { commit, type States } from './commit.ts'
import { hearStaff } from './hear-staff.ts'
import type { Needs } from './needs.ts'

/** Repeats (same channel and event id) resolve and change nothing. Rejects when it could not be stored. */
export async function receive(needs: Needs, states: States, channel: string, event: ChannelEvent): Promise<void> {
  const started = needs.clock.now()
  switch (event.type) {
    case 'message':
      await (event.by === 'staff'
        ? hearStaff(needs, states, channel, event)
        : hearCustomer(needs, states, channel, event))
      break
    case 'unsupported': {
      // A poll of staff's is a takeover like any word of theirs.
      if (event.by === 'staff') {
        await hearStaff(needs, states, channel, { ...event, type: 'message', text: `[${event.what}]` })
        break
      }
      const attachments: Attachment[] = [{ kind: 'other', name: cleanLine(event.what) }]
      await hearCustomer(needs, states, channel, { ...event, type: 'message', by: 'customer', attachments })
      break
    }
    case 'person':
      await askPerson(needs, states, channel, event)
      break
    default:
      // Edits, deletions, reactions and receipts come with the channels that have them.
      needs.logger.debug('heard something that changes nothing', { channel, type: event.type })
  }
  needs.tally.observe('accept_ms', needs.clock.now() - started)
}

type CustomerMessage = Extract<ChannelEvent, { type: 'message' }>

async function hearCustomer(needs: Needs, states: States, channel: string, event: CustomerMessage): Promise<void> {
  const id = needs.conversationId(channel, event.chat)
  const text = cleanText(event.text ?? '')
  const name = event.name ? cleanLine(event.name) : ''
  const history = event.live === false
  const seen = await states.recall(id)
  const language = languageOf(needs, seen.state, text, event.language)
  const heard = { text, language, ...(name ? { name } : {}) }
  const look = (state: State) => (history ? [] : reasonsAtOnce(needs.prompts().policy, openCase(state), heard))
  const reasonsSeen = look(seen.state)
  const found = reasonsSeen.length > 0 ? await findAtOnce(needs, openCase(seen.state), heard) : NOTHING_FOUND
  const message = {
    id: event.messageId,
    ...heard,
    ...(event.attachments?.length ? { attachments: event.attachments } : {}),
    ...(history ? { history: true as const } : {}),
  }
  const committed = await commit(
    needs,
    states,
    id,
    ({ state }) => {
      // A yes is judged in the state that it joins: another process may have offered a person since.
      const reasons = state === seen.state ? reasonsSeen : look(state)
      return {
        type: 'receive',
        now: needs.clock.now(),
        origin: origin(needs, channel, event.chat),
        message,
        asksForPerson: reasons.some((reason) => reason.trigger === 'explicit-request'),
        ...(reasons.length > 0 ? { plan: planAtOnce(needs, openCase(state), heard, reasons, found) } : {}),
      }
    },
    { channel, inbox: { channel, id: event.id } },
  )
  needs.tally.count(committed.repeat ? 'messages_repeated' : 'messages_accepted', { channel })
}

async function askPerson(needs: Needs, states: States, channel: string, event: ChannelEvent): Promise<void> {
  const id = needs.conversationId(channel, event.chat)
  const { state } = await states.recall(id)
  const heard = { text: '', language: languageOf(needs, state, '', undefined) }
  const reasons = [{ trigger: 'explicit-request', evidence: 'used the control “talk to a person”' }] as const
  const found = await findAtOnce(needs, openCase(state), heard)
  await commit(
    needs,
    states,
    id,
    (loaded) => ({
      type: 'ask-person',
      now: needs.clock.now(),
      origin: origin(needs, channel, event.chat),
      requestId: event.id,
      plan: planAtOnce(needs, openCase(loaded.state), heard, reasons, found),
    }),
    { channel, inbox: { channel, id: event.id } },
  )
}

function origin(needs: Needs, channel: string, chat: string): Origin {
  return { caseId: needs.ids.next(), channel, chat }
}

/** The language of the words; of a text too short to tell, the one spoken so far. */
function languageOf(needs: Needs, state: State, text: string, hint: string | undefined): string {
  const spoken = openCase(state)?.language || (state.owner === 'nobody' ? state.last?.language : undefined)
  const expected = [spoken, hint, needs.prompts().policy.shop.defaultLanguage, ...needs.index.languages()]
  const likely = [...new Set(expected.filter((one): one is string => Boolean(one)))]
  const detected = needs.language.detect(text, likely)
  return detected.language || likely[0] || 'en'
}
