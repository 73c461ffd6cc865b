// One line of a transcript: said by somebody, noted by staff, or done.
import { CircleAlert, CircleHelp, Clock3, FileText, Paperclip, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptLine } from '../../../http/shapes/conversation.ts'
import { linkParts, safeHref } from '../../links.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cn } from '../ui/cn.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { eventWords } from '../words/reasons.ts'
import { clockTime, wholeTime } from '../words/time.ts'

const LOOKS = {
  customer: 'rounded-ss-sm bg-surface ring-line',
  bot: 'rounded-se-sm bg-accent-soft ring-accent-line/60',
  staff: 'rounded-se-sm bg-warm-soft ring-warm-line/70',
}

const REPLIES = {
  answer: 'answer',
  clarify: 'asked back',
  courtesy: 'courtesy',
  notice: 'notice',
  'hand-back': 'hand-back',
}

export function MessageLine({ line, customer }: { line: TranscriptLine; customer: string }) {
  const from = line.from === 'system' ? 'bot' : line.from
  const name = from === 'customer' ? customer : from === 'bot' ? 'Bot' : (line.name ?? 'Staff')
  const about = [
    line.reply && REPLIES[line.reply],
    line.confidence !== undefined && line.reply !== 'notice' && `${Math.round(line.confidence * 100)} % sure`,
  ].filter(Boolean)
  return (
    <Said from={from} name={name} about={about.join(', ')} at={line.at}>
      <div className={cn('rounded-2xl px-3.5 py-2 ring-1 ring-inset', LOOKS[from])}>
        {line.text !== '' && (
          <p className="words" dir="auto">
            {from === 'customer' ? line.text : <Linked text={line.text} />}
          </p>
        )}
        {line.attachments?.map((file) => (
          <p key={`${file.kind} ${file.ref} ${file.name}`} className="flex items-center gap-1.5 text-soft">
            <Paperclip className="size-4 shrink-0" aria-hidden="true" />
            <bdi className="truncate">{file.name ?? file.kind}</bdi>
          </p>
        ))}
      </div>
      {line.citations && line.citations.length > 0 && <Citations citations={line.citations} />}
      {line.delivery && <Delivery {...line.delivery} />}
    </Said>
  )
}

interface SaidProps {
  from: 'customer' | 'bot' | 'staff'
  name: string
  about?: string
  at: number
  children: ReactNode
}

/** The frame of a message: customers on one side, everybody who speaks for the shop on the other. */
export function Said({ from, name, about = '', at, children }: SaidProps) {
  return (
    <div
      data-from={from}
      className={cn(
        'flex max-w-[88%] gap-2.5',
        from === 'customer' ? 'justify-self-start' : 'flex-row-reverse justify-self-end',
      )}
    >
      <Avatar who={from} name={name} className="max-md:hidden" />
      <div className={cn('grid min-w-0 gap-1', from === 'customer' ? 'justify-items-start' : 'justify-items-end')}>
        <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-faint">
          <bdi className="font-semibold text-soft">{name}</bdi>
          {about !== '' && <span>{about}</span>}
          <time dateTime={new Date(at).toISOString()} title={wholeTime(at)}>
            {clockTime(at)}
          </time>
        </p>
        {children}
      </div>
    </div>
  )
}

function Linked({ text }: { text: string }) {
  return linkParts(text).map((part, index) =>
    part.href === undefined ? (
      part.text
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        key={index}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer"
        className="underline underline-offset-2"
      >
        {part.text}
      </a>
    ),
  )
}

function Citations({ citations }: { citations: NonNullable<TranscriptLine['citations']> }) {
  return (
    <ul className="flex flex-wrap justify-end gap-1.5" aria-label="Sources">
      {citations.map((citation) => (
        <li key={`${citation.source} ${citation.place}`} className="max-w-full">
          <Tooltip text={citation.quote}>
            <a
              {...(safeHref(citation.link) === undefined
                ? { role: 'note', tabIndex: 0 }
                : { href: safeHref(citation.link), target: '_blank', rel: 'noopener noreferrer' })}
              className="flex max-w-full items-center gap-1 rounded-md bg-sunken px-1.5 py-0.5 text-xs text-soft [[href]]:hover:text-accent-text [[href]]:hover:underline"
            >
              <FileText className="size-3.5 shrink-0" aria-hidden="true" />
              <bdi className="truncate">{citation.title}</bdi>
            </a>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}

const DELIVERY = {
  held: { words: 'Waits for approval', tone: 'text-faint', icon: Clock3 },
  ready: { words: 'Waits to go out', tone: 'text-faint', icon: Clock3 },
  sending: { words: 'Going out', tone: 'text-faint', icon: Clock3 },
  unsure: { words: 'May not have arrived', tone: 'text-warm', icon: CircleHelp },
  failed: { words: 'Did not go out', tone: 'text-alarm', icon: CircleAlert },
  dropped: { words: 'Not said: somebody else spoke first', tone: 'text-faint', icon: CircleAlert },
}

export function Delivery({ state, detail }: NonNullable<TranscriptLine['delivery']>) {
  const { words, tone, icon: Icon } = DELIVERY[state]
  return (
    <p className={cn('flex items-start gap-1 text-xs', tone)}>
      <Icon className="mt-px size-3.5 shrink-0" aria-hidden="true" />
      <span>
        {words}
        {detail && `. ${detail}`}
      </span>
    </p>
  )
}

export function NoteLine({ line }: { line: TranscriptLine }) {
  return (
    <div
      data-from="note"
      className="flex gap-2.5 rounded-xl border border-dashed border-note-line bg-note-soft px-3.5 py-2.5 text-note"
    >
      <StickyNote className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="text-xs">
          <bdi className="font-semibold">{line.name ?? 'Staff'}</bdi> noted, {clockTime(line.at)}. Customers do not see
          it.
        </p>
        <p className="words text-ink" dir="auto">
          {line.text}
        </p>
      </div>
    </div>
  )
}

export function EventLine({ line }: { line: TranscriptLine }) {
  return (
    <p data-from="system" className="mx-auto max-w-[85%] text-center text-xs text-faint text-balance">
      <bdi className="wrap-anywhere">{line.text || eventWords(line.event)}</bdi>{' '}
      <time dateTime={new Date(line.at).toISOString()} title={wholeTime(line.at)}>
        {clockTime(line.at)}
      </time>
    </p>
  )
}
