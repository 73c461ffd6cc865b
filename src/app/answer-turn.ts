// The bot's turn: thinks about what is pending and proposes the verdict at the version it was read. Whoever spoke
// meanwhile wins: a takeover or a newer message aborts the model call and makes the proposal void.

import type { Command } from '../core/conversation/command.ts'
import { phrase } from '../core/conversation/phrase.ts'
import { planHandoff } from '../core/conversation/plan-handoff.ts'
import { exchangesBefore, type State } from '../core/conversation/state.ts'
import type { Summary } from '../core/conversation/summary.ts'
import type { Verdict } from '../core/handoff/verdict.ts'
import { topicTest } from './at-once.ts'
import { commit, type States } from './commit.ts'
import { channelOf, type Needs } from './needs.ts'
import { giveUp, think } from './think.ts'

/** A turn is started again with the newer messages at most this often; later ones make the next turn. */
export const MOST_RESTARTS = 2

type BotState = Extract<State, { owner: 'bot' }>

/**
 * Answers what is pending in the state that was read. Resolves to true when it concluded; false when it was overtaken:
 * then the newer state is looked at anew. `restarts` counts how often this turn was overtaken.
 */
export async function answerTurn(
  needs: Needs,
  states: States,
  { state, summary }: { state: BotState; summary: Summary },
  signal: AbortSignal,
  restarts: number,
): Promise<boolean> {
  const { conversationId } = summary
  const started = needs.clock.now()
  const typing = startTyping(needs, conversationId, summary.channel, summary.chat)
  try {
    const verdict = await verdictOn(needs, summary, state, signal, typing.show)
    const evenIfNewer = restarts >= MOST_RESTARTS
    const committed = await commit(
      needs,
      states,
      conversationId,
      (now) => conclusion(needs, state, now.state, verdict, evenIfNewer),
      { channel: summary.channel },
    )
    if (committed.events.length > 0) {
      needs.tally.count('turns', { verdict: verdict.kind })
      needs.tally.observe('turn_ms', needs.clock.now() - started)
      log(needs, conversationId, verdict, needs.clock.now() - started)
    }
    return committed.events.length > 0
  } catch (error) {
    if (signal.aborted) return false
    throw error
  } finally {
    typing.end()
  }
}

/** A fault of ours must not leave the customer alone with it: it is one more thing that does not work. */
async function verdictOn(
  needs: Needs,
  { conversationId }: Summary,
  state: BotState,
  signal: AbortSignal,
  onWriting: () => void,
): Promise<Verdict> {
  const texts = state.case.pending.map((message) => message.text).filter((text) => text !== '')
  const thought = {
    texts,
    language: state.case.language,
    case: { ...state.case, exchanges: exchangesBefore(state.case) },
  }
  try {
    return await think(needs, thought, signal, onWriting)
  } catch (error) {
    signal.throwIfAborted()
    needs.logger.error('a turn could not be thought through', {
      conversationId,
      error: error instanceof Error ? error.stack : String(error),
    })
    return giveUp(needs, thought)
  }
}

/** `read` is the state that the verdict was reached on, `now` the one it would be appended to. */
function conclusion(needs: Needs, read: BotState, now: State, verdict: Verdict, evenIfNewer: boolean): Command {
  const { policy, messages } = needs.prompts()
  const covers = read.case.pending.map((message) => message.id)
  const common = { type: 'conclude', now: needs.clock.now(), covers, epoch: read.epoch, evenIfNewer, verdict } as const
  const the = now.owner === 'bot' ? now.case : read.case
  if (verdict.kind !== 'handoff') {
    return { ...common, said: { messageId: needs.ids.next(), text: phrase(verdict, the, policy, messages) } }
  }
  const plan = planHandoff({
    handoffId: needs.ids.next(),
    noticeId: needs.ids.next(),
    case: the,
    question: read.case.pending.map((message) => message.text).join(' '),
    grounds: verdict.grounds,
    noTopic: topicTest(policy),
    policy,
    messages,
  })
  return { ...common, plan }
}

/** Customers see that the bot writes only while a model does: a quoted passage is there at once. */
function startTyping(needs: Needs, conversationId: string, channelName: string, chat: string) {
  const channel = channelOf(needs, channelName)
  let shown = false
  return {
    show: () => {
      shown = true
      needs.feed.publish({ kind: 'typing', conversationId, from: 'bot' })
      channel?.typing?.(chat, true)
    },
    end: () => {
      if (shown) channel?.typing?.(chat, false)
    },
  }
}

function log(needs: Needs, conversationId: string, verdict: Verdict, ms: number): void {
  const { confidence, reasons, modelCalls, promptTokens } = verdict.grounds
  const triggers = reasons.map((reason) => reason.trigger)
  needs.logger.info('turn concluded', {
    conversationId,
    verdict: verdict.kind,
    confidence,
    triggers,
    modelCalls,
    promptTokens,
    ms,
  })
}
