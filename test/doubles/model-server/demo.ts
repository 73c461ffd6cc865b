// The persona `demo`: a model that answers sensibly from the prompt alone, by quoting the passage that fits best.
import type { ChatRequest } from './wire.ts'

const WORDS = /[\p{L}\p{N}]{3,}/gu
const UPSET =
  /angry|furious|terrible|worst|awful|scam|unacceptable|ridiculous|wütend|unverschämt|furieux|inacceptable|furioso|inaceptable|!!|غاضب|سيئ/iu
const GLAD = /thank|great|perfect|love|danke|super|merci|gracias|شكرا/iu
const URGENT = /urgent|asap|immediately|right now|today|dringend|sofort|heute|urgente|hoy|عاجل|اليوم/iu
const PERSON = /human|person|agent|someone real|mensch|mitarbeiter|humain|conseiller|persona|humano|شخص|موظف/iu

/** The JSON text of a draft, or of a brief when the schema asks for one. */
export function demoAnswer(request: ChatRequest): string {
  const prompt = request.messages.map((message) => message.content ?? '').join('\n')
  const asksForBrief = JSON.stringify(request.response_format ?? prompt).includes('"wants"') || /- wants:/.test(prompt)
  return JSON.stringify(asksForBrief ? brief(prompt) : draft(prompt))
}

function draft(prompt: string) {
  const question = block(prompt, 'messages')
  const wanted = wordsOf(question)
  const passages = [...block(prompt, 'passages').matchAll(/^<(\d+)>(.*?): ([\s\S]*?)<\/\1>$/gm)]
  const ranked = passages
    .flatMap(([, n = '0', title = '', text = '']) =>
      text.split(/(?<=[.!?。؟])\s+|\n+/u).map((sentence) => ({
        n: Number(n),
        sentence: sentence.replace(/^…|…$/g, '').trim(),
        score: overlap(wanted, wordsOf(`${title} ${sentence}`)),
      })),
    )
    .filter(({ sentence }) => sentence.length > 8)
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  const known = best !== undefined && best.score > 0
  return {
    quotes: known ? [{ n: best.n, q: best.sentence }] : [],
    answerable: known ? 'yes' : 'no',
    answer: known ? best.sentence : '',
    intent: [...wanted].slice(0, 3).join(' ') || 'unclear',
    sentiment: UPSET.test(question) ? -0.8 : GLAD.test(question) ? 0.6 : 0,
    urgency: URGENT.test(question) ? 0.9 : 0.2,
    language: /language "([\w-]+)"/.exec(prompt)?.[1] ?? 'en',
    person: PERSON.test(question),
    confidence: known ? Math.min(0.95, 0.5 + best.score / 2) : 0.1,
  }
}

function brief(prompt: string) {
  const history = block(prompt, 'history').split('\n')
  const last = history.findLast((line) => line.startsWith('customer: '))?.slice(10) ?? 'to talk to a colleague'
  return {
    wants: `The customer wants help with: ${last}`,
    mood: UPSET.test(history.join(' ')) ? 'upset' : 'calm',
    opening: 'Hello, I have read your messages and will look into this with you.',
  }
}

function block(prompt: string, tag: string): string {
  return new RegExp(`<${tag}>\\n([\\s\\S]*?)\\n</${tag}>`).exec(prompt)?.[1] ?? ''
}

function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(WORDS) ?? []).map((word) => word.slice(0, 6)))
}

/** Share of the wanted words that are there; very common ones weigh nothing. */
function overlap(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  const content = [...wanted].filter((word) => word.length > 3)
  return content.length === 0 ? 0 : content.filter((word) => there.has(word)).length / content.length
}
