// Plain text: pairs of question and answer where it has them, else one entry for each paragraph.
import type { Entry } from '../../core/knowledge/passage.ts'
import type { Reader } from '../../ports/reader.ts'
import { decode, type FileProblem } from './decode.ts'
import { warning } from './fields.ts'
import { createPlaces, titleOfPath } from './names.ts'

/** Paragraphs are at `paragraph-1`, `paragraph-2` …; pairs and headed paragraphs at the slug of what heads them. */
export const plainText: Reader = {
  extensions: ['.txt', '.text'],
  async read(bytes, source) {
    const decoded = decode(bytes, source)
    if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
    const title = titleOfPath(source)
    const lines = decoded.text.split('\n')
    const problems: FileProblem[] = []
    const entries = lines.some((line) => QUESTION.test(line)) ? pairs(lines, title, problems) : paragraphs(lines, title)
    return { title, entries, problems }
  },
}

// Q and A in the languages in which merchants are known to shorten them; the colon is what makes them a mark.
const QUESTION =
  /^\s*(?:q|question|p|pregunta|pergunta|f|frage|d|domanda|v|vraag|s|soru|в|вопрос|س|سؤال|प्रश्न|问|問)\s*\d*\s*[:：]\s*(?=\S)/i
const ANSWER =
  /^\s*(?:a|answer|r|respuesta|resposta|réponse|reponse|antwort|risposta|antwoord|c|cevap|о|ответ|ج|جواب|उत्तर|答)\s*\d*\s*[:：]\s*(?=\S)/i

function pairs(lines: readonly string[], title: string, problems: FileProblem[]): Entry[] {
  const placeOf = createPlaces()
  const entries: Entry[] = []
  let open: { questions: string[]; answer: string[]; line: number } | undefined
  const close = (): void => {
    if (!open) return
    const text = open.answer.join('\n').trim()
    const [first = title] = open.questions
    if (text) entries.push({ place: placeOf(first), title: first, questions: open.questions, text, line: open.line })
    else problems.push(warning(open.line, `the question "${first}" has no answer`))
  }
  for (const [i, line] of lines.entries()) {
    const question = QUESTION.test(line)
    if (question && (!open || open.answer.length > 0)) {
      close()
      open = { questions: [], answer: [], line: i + 1 }
    }
    if (question) open?.questions.push(line.replace(QUESTION, '').trim())
    else if (ANSWER.test(line)) open?.answer.push(line.replace(ANSWER, ''))
    else if (open && open.answer.length > 0) open.answer.push(line)
  }
  close()
  return entries
}

function paragraphs(lines: readonly string[], title: string): Entry[] {
  const placeOf = createPlaces()
  return blocksOf(lines).map(({ line, block }, i) => {
    const [first = '', ...rest] = block
    if (rest.length > 0 && isHeading(first, rest[0] ?? '')) {
      const heading = first.replace(/:\s*$/, '').trim()
      const text = rest.filter((one, n) => n > 0 || !UNDERLINE.test(one)).join('\n')
      return { place: placeOf(heading), title: heading, questions: [], text, line }
    }
    return { place: placeOf(`paragraph-${i + 1}`), title, questions: [], text: block.join('\n'), line }
  })
}

const UNDERLINE = /^\s*[=-]{3,}\s*$/

/** A short first line that is underlined, in capitals, or ends with a colon heads its paragraph. */
function isHeading(line: string, next: string): boolean {
  if (line.trim().length > 70) return false
  const capitals = line === line.toUpperCase() && line !== line.toLowerCase()
  return UNDERLINE.test(next) || capitals || /:\s*$/.test(line)
}

/** Paragraphs; a heading that stands alone belongs to the one after it. */
function blocksOf(lines: readonly string[]): { line: number; block: string[] }[] {
  const blocks: { line: number; block: string[] }[] = []
  let fresh = true
  for (const [i, line] of lines.entries()) {
    const last = blocks.at(-1)
    if (line.trim() === '') fresh = true
    else if (fresh && !(last && standsAlone(last.block))) {
      blocks.push({ line: i + 1, block: [line] })
      fresh = false
    } else {
      last?.block.push(line)
      fresh = false
    }
  }
  return blocks
}

function standsAlone(block: readonly string[]): boolean {
  const [first = '', second] = block
  return block.length === 1
    ? isHeading(first, '')
    : block.length === 2 && second !== undefined && UNDERLINE.test(second)
}
