// An event without people's words: type, time, ids and numbers stay, so that counts and the order of things stay true.
import type { Brief } from '../handoff/brief.ts'
import type { Grounds } from '../handoff/verdict.ts'
import type { Event } from './event.ts'

/** What stands where words were. */
export const REDACTED = '[erased]'

export function redact(event: Event): Event {
  switch (event.type) {
    case 'case-opened':
      return { ...event, chat: REDACTED }
    case 'customer-message': {
      const { name: _name, attachments, ...rest } = event
      const kept = attachments?.map(({ kind }) => ({ kind }))
      return { ...rest, text: REDACTED, ...(kept ? { attachments: kept } : {}) }
    }
    case 'answered':
      return { ...event, text: REDACTED, citations: [], grounds: redactGrounds(event.grounds) }
    case 'clarified':
    case 'courtesy-said':
      return { ...event, text: REDACTED, grounds: redactGrounds(event.grounds) }
    case 'handoff-opened': {
      const notice = { ...event.notice, text: REDACTED }
      return { ...event, notice, brief: redactBrief(event.brief), grounds: redactGrounds(event.grounds) }
    }
    case 'brief-completed':
    case 'returned':
      return { ...event, brief: redactBrief(event.brief) }
    case 'staff-message':
    case 'noted':
      return { ...event, text: REDACTED }
    case 'handed-back':
      return event.sentence ? { ...event, sentence: { ...event.sentence, text: REDACTED } } : event
    case 'case-ended':
      return event.note ? { ...event, note: REDACTED } : event
    case 'person-asked':
    case 'claim-overdue':
    case 'taken-over':
      return event
    default:
      return event satisfies never
  }
}

function redactGrounds(grounds: Grounds): Grounds {
  const { intent: _intent, ...signals } = grounds.signals
  return {
    ...grounds,
    reasons: grounds.reasons.map(({ trigger }) => ({ trigger, evidence: REDACTED })),
    nearest: [],
    signals,
  }
}

function redactBrief(brief: Brief): Brief {
  return {
    wants: REDACTED,
    reasons: brief.reasons.map(({ trigger }) => ({ trigger, evidence: REDACTED })),
    tried: [],
    known: [],
    // Out of a fixed list, unless the model found words of its own for it.
    mood: brief.by === 'log' ? brief.mood : REDACTED,
    nearest: [],
    opening: REDACTED,
    by: brief.by,
  }
}
