// Everything that was said and done, each voice told apart.
import { ArrowDown } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import type { Me } from '../../../http/shapes/console.ts'
import type { ConversationDetail, TranscriptLine } from '../../../http/shapes/conversation.ts'
import { notYetShown, useOutgoing } from '../api/outgoing.ts'
import { nobodyTypes, useTyping } from '../api/typing.ts'
import { Button } from '../ui/button.tsx'
import { customerWords } from '../words/reasons.ts'
import { dayWords, sameDay } from '../words/time.ts'
import { EventLine, MessageLine, NoteLine } from './lines.tsx'
import { OutgoingLine } from './outgoing-line.tsx'
import { useStickToEnd } from './stick-to-end.ts'

interface TranscriptProps {
  detail: ConversationDetail
  me: Me
  /** On narrow screens the brief is above: whoever opens a waiting conversation begins there. */
  startAtBrief: boolean
}

export function Transcript({ detail, me, startAtBrief }: TranscriptProps) {
  const outgoing = notYetShown(useOutgoing(detail.id), detail)
  const typing = useTyping(detail.id)
  const end = useRef<HTMLDivElement>(null)
  const narrow = useRef(!window.matchMedia('(min-width: 74rem)').matches)
  const { atEnd, go } = useStickToEnd(
    end,
    detail.messages.length + outgoing.length + (typing ? 0.5 : 0),
    startAtBrief && narrow.current,
  )
  const customer = customerWords(detail.customer.name)

  const last = detail.messages.at(-1)
  useEffect(() => {
    if (last && last.from !== 'customer') nobodyTypes(detail.id)
  }, [last, detail.id])

  // Whoever sends wants to see it go.
  const sent = outgoing.length
  const sentBefore = useRef(sent)
  useEffect(() => {
    if (sent > sentBefore.current) end.current?.scrollIntoView({ block: 'end' })
    sentBefore.current = sent
  }, [sent])

  return (
    <div className="relative min-h-0 shrink-0 max-wide:grow wide:col-start-1 wide:row-start-1 wide:overflow-y-auto wide:overscroll-contain">
      <div
        role="log"
        aria-label="What was said"
        aria-live="polite"
        className="mx-auto grid max-w-3xl gap-3 px-5 py-5 max-md:px-4"
      >
        {detail.messages.map((line, index) => (
          <Fragment key={`${line.position} ${line.id}`}>
            {!sameDay(detail.messages[index - 1]?.at ?? 0, line.at) && (
              <p className="pt-2 text-center text-xs font-medium text-faint first:pt-0">{dayWords(line.at)}</p>
            )}
            <Line line={line} customer={customer} />
          </Fragment>
        ))}
        {outgoing.map((row) => (
          <OutgoingLine key={row.id} conversation={detail.id} row={row} name={me.name} />
        ))}
        {typing && typing.name !== me.name && (
          <p className="flex items-center gap-2 text-[0.8125rem] text-faint">
            <Dots />
            {typing.from === 'bot' ? 'The bot is writing' : `${typing.name ?? 'A colleague'} is typing`}
          </p>
        )}
      </div>
      <div ref={end} className="h-px" />
      {!atEnd && (
        <div className="pointer-events-none sticky bottom-3 z-10 grid h-0 justify-items-center">
          <Button
            size="small"
            onClick={go}
            className="pointer-events-auto absolute bottom-0 rounded-full shadow-raised"
          >
            <ArrowDown aria-hidden="true" /> Latest
          </Button>
        </div>
      )}
    </div>
  )
}

function Line({ line, customer }: { line: TranscriptLine; customer: string }) {
  if (line.kind === 'event') return <EventLine line={line} />
  if (line.kind === 'note') return <NoteLine line={line} />
  return <MessageLine line={line} customer={customer} />
}

function Dots() {
  return (
    <span className="flex gap-1" aria-hidden="true">
      {['0s', '.15s', '.3s'].map((delay) => (
        <i
          key={delay}
          className="size-1.5 animate-[breathe_1.2s_infinite] rounded-full bg-faint"
          style={{ animationDelay: delay }}
        />
      ))}
    </span>
  )
}
