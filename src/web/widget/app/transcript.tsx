// What was said, oldest first, and what is still on its way.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { WidgetKey } from '../../../core/messages.ts'
import { linkParts, safeHref } from '../../links.ts'
import type { Said, View } from './conversation.ts'
import { initials } from './header.tsx'
import { SourceIcon, SparkIcon } from './icons.tsx'
import { fill } from './texts.ts'

type Words = Record<WidgetKey, string>

export function Transcript({
  view,
  words,
  language,
  onRetry,
}: {
  view: View
  words: Words
  language: string
  onRetry(): void
}) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const lastTop = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever makes the conversation longer moves it
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [view.said, view.unsent, view.typing])
  useEffect(() => {
    // The keyboard of a phone makes the box smaller: the last line stays in sight.
    const seen = new ResizeObserver(() => {
      if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight
    })
    if (box.current) seen.observe(box.current)
    return () => seen.disconnect()
  }, [])
  const scrolled = () => {
    const found = box.current
    if (!found) return
    // Only the customer scrolls up: new lines and a smaller box never count as leaving the end.
    const left = found.scrollTop < lastTop.current - 2
    const near = found.scrollHeight - found.scrollTop - found.clientHeight < 60
    if (near || left) atEnd.current = near
    lastTop.current = found.scrollTop
  }

  return (
    <div
      class="scroll"
      ref={box}
      onScroll={scrolled}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-label={fill(words.widgetTitle)}
    >
      <p class="hello" dir="auto">
        {fill(words.widgetHello)}
      </p>
      {view.said.map((message, index) => (
        <Message
          key={message.id}
          message={message}
          first={!sameVoice(view.said[index - 1], message)}
          words={words}
          language={language}
        />
      ))}
      {view.unsent.map((message, index) => (
        <div
          key={message.id}
          class={`line customer ${message.state}${index === 0 ? ' first' : ''}`}
          data-state={message.state}
        >
          <Bubble text={message.text} />
          {message.state === 'sending' && <p class="state">{words.widgetSending}</p>}
          {message.state === 'failed' && (
            <p class="state bad">
              {words.widgetNotSent} ·{' '}
              <button type="button" onClick={onRetry}>
                {words.widgetRetry}
              </button>
            </p>
          )}
          {message.state === 'refused' && <p class="state bad">{words.widgetNotSent}</p>}
        </div>
      ))}
      {view.typing && <Typing typing={view.typing} words={words} />}
    </div>
  )
}

function Message({
  message,
  first,
  words,
  language,
}: {
  message: Said
  first: boolean
  words: Words
  language: string
}) {
  const { from, name = '', text, at, citations = [] } = message
  const speaker =
    from === 'customer' ? words.widgetYou : from === 'bot' ? words.widgetBot : fill(words.widgetStaff, { name }) || name
  return (
    <div class={`line ${from}${first ? ' first' : ''}`} data-from={from}>
      {first && from !== 'customer' && (
        <p class="speaker">
          <span class={`dot dot-${from}`} aria-hidden="true">
            {from === 'staff' ? initials(name) : <SparkIcon />}
          </span>
          <bdi>{speaker}</bdi>
        </p>
      )}
      {from === 'customer' && <span class="unseen">{speaker}: </span>}
      <Bubble text={text} />
      {citations.length > 0 && (
        <ul class="sources">
          {distinct(citations).map((citation) => (
            <li key={citation.title}>
              <Source {...citation} />
            </li>
          ))}
        </ul>
      )}
      {first && from === 'customer' && (
        <time class="unseen" dateTime={new Date(at).toISOString()}>
          {new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })}
        </time>
      )}
    </div>
  )
}

function Bubble({ text }: { text: string }) {
  return (
    <p class="bubble" dir="auto">
      {linkParts(text).map((part) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a key={part.href} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </p>
  )
}

function Source({ title, link }: { title: string; link?: string }) {
  const href = safeHref(link)
  const inside = (
    <>
      <SourceIcon />
      <bdi>{title}</bdi>
    </>
  )
  if (href === undefined) return <span class="source">{inside}</span>
  return (
    <a class="source" href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  )
}

function Typing({ typing, words }: { typing: NonNullable<View['typing']>; words: Words }) {
  const name = typing.name ?? words.widgetBot
  return (
    <p class="typing" role="img" aria-label={fill(words.widgetTyping, { name })}>
      <i />
      <i />
      <i />
    </p>
  )
}

function sameVoice(before: Said | undefined, message: Said): boolean {
  return (
    before !== undefined &&
    before.from === message.from &&
    before.name === message.name &&
    message.at - before.at < 300_000
  )
}

function distinct<T extends { title: string }>(citations: readonly T[]): T[] {
  return citations.filter((one, index) => citations.findIndex((other) => other.title === one.title) === index)
}
