// The three parts of a prompt that come from outside, each cut to its allowance: passages, history, messages.
import { excerpt } from '../knowledge/excerpt.ts'
import type { Passage } from '../knowledge/passage.ts'
import { cutEnd, cutMiddle, cutTo } from './cut.ts'
import { asData, asLine } from './fence.ts'
import { countTokens } from './tokens.ts'

/** One exchange as prompts look back on it. */
export interface Said {
  from: 'customer' | 'bot' | 'staff'
  text: string
  /** Who of staff. */
  name?: string
}

/** Tokens below which a piece of a passage is not worth sending. */
const FEWEST = 32
const MOST_PASSAGES = 4
const MOST_NUMBERED = 12

/** The best passages, numbered from 1, best first; a long one is cut around the words and leaves room for others. */
export function passagePart(passages: readonly Passage[], words: readonly string[], room: number) {
  const used: Passage[] = []
  const blocks: string[] = []
  let left = room
  for (const [index, passage] of passages.slice(0, MOST_PASSAGES).entries()) {
    const others = Math.min(passages.length, MOST_PASSAGES) - index - 1
    const share = others === 0 ? left : Math.floor(left * 0.62)
    if (share < FEWEST) break
    const n = blocks.length + 1
    const head = `<${n}>${titleOf(passage)}: `
    const around = (length: number) => asData(excerpt(passage.text, words, length))
    const text = asData(cutTo(passage.text, share - countTokens(head) - 4, around))
    if (text === '') continue
    const block = `${head}${text}</${n}>`
    left -= countTokens(block) + 1
    used.push(passage)
    blocks.push(block)
  }
  return { text: blocks.join('\n'), used }
}

/** The title, and the heading above it. */
function titleOf(passage: Passage): string {
  const parts = [...passage.headings.slice(-1), passage.title].map(asLine).filter((part) => part !== '')
  return cutEnd([...new Set(parts)].join(' › '), 20)
}

/** The newest exchanges in order; what staff said is kept first, since the bot must know it, and long answers shrink. */
export function historyPart(history: readonly Said[], room: number, customerRoom = 26): string {
  const lines = new Map<number, string>()
  let left = room
  const take = (index: number, line: string) => {
    const cost = countTokens(line) + 1
    if (line === '' || cost > left) return false
    lines.set(index, line)
    left -= cost
    return true
  }
  const newest = [...history.entries()].reverse()
  let staffRoom = Math.floor(room * 0.6)
  for (const [index, said] of newest) {
    if (said.from !== 'staff' || staffRoom < 8) continue
    const line = lineOf(said, Math.min(staffRoom, 40))
    if (take(index, line)) staffRoom -= countTokens(line)
  }
  for (const [index, said] of newest) {
    if (said.from !== 'staff' && !take(index, lineOf(said, said.from === 'bot' ? 18 : customerRoom))) break
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line)
    .join('\n')
}

function lineOf(said: Said, room: number): string {
  const speaker = said.from === 'staff' ? `colleague ${cutEnd(asLine(said.name ?? ''), 6)}`.trim() : said.from
  const text = asLine(said.text)
  return text === '' ? '' : `${speaker}: ${cutMiddle(text, room)}`
}

/** Every message of the turn in order, numbered when there are several, long ones cut in the middle. */
export function messagePart(turn: readonly string[], room: number): string {
  const messages = group(turn.map(asLine).filter((text) => text !== ''))
  if (messages.length < 2) return cutMiddle(messages[0] ?? '', room)
  const line = (text: string, index: number, share: number) => `${index + 1}. ${cutMiddle(text, share)}`
  const costs = messages.map((text) => countTokens(text) + 4)
  const share = fairShare(costs, room) - 4
  return messages.map((text, index) => line(text, index, Math.max(1, share))).join('\n')
}

/** More messages than can be numbered apart are told in groups of neighbours. */
function group(messages: readonly string[]): string[] {
  const size = Math.ceil(messages.length / MOST_NUMBERED)
  if (size <= 1) return [...messages]
  return Array.from({ length: Math.ceil(messages.length / size) }, (_, i) =>
    messages.slice(i * size, (i + 1) * size).join(' / '),
  )
}

/** The most that each may cost so that all together stay within the room: short ones leave theirs to the long. */
function fairShare(costs: readonly number[], room: number): number {
  const sorted = [...costs].sort((a, b) => a - b)
  let left = room
  for (const [index, cost] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index))
    if (cost > share) return share
    left -= cost
  }
  return room
}
