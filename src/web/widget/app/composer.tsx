// Where the customer writes, with the way to a person beside it.
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { WidgetKey } from '../../../core/messages.ts'
import type { Chat } from './chat.ts'
import type { View } from './conversation.ts'
import { PersonIcon, SendIcon } from './icons.tsx'

/** The longest text that the server takes, in characters. */
const MAX = 4000
/** From here on the customer sees how much room is left. */
const NEAR = 3600

interface ComposerProps {
  chat: Chat
  view: View
  words: Record<WidgetKey, string>
  input: RefObject<HTMLTextAreaElement | null>
}

export function Composer({ chat, view, words, input }: ComposerProps) {
  const [text, setText] = useState(chat.draft)
  const tooLong = text.length > MAX
  const empty = text.trim() === ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useLayoutEffect(() => {
    const field = input.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`
  }, [text, input])
  useEffect(() => {
    const keeping = setTimeout(() => chat.keepDraft(text), 250)
    return () => clearTimeout(keeping)
  }, [text, chat])

  function send(): void {
    if (empty || tooLong) return
    chat.say(text.trim())
    chat.keepDraft('')
    setText('')
    input.current?.focus()
  }

  function key(event: KeyboardEvent): void {
    // While an input method is composing, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <PersonControl view={view} words={words} onAsk={chat.askForPerson} />
      <div class={`field${tooLong ? ' bad' : ''}`}>
        <textarea
          ref={input}
          rows={1}
          // An empty field follows the page, so that its hint reads the right way.
          dir={text === '' ? undefined : 'auto'}
          value={text}
          placeholder={words.widgetPlaceholder}
          aria-label={words.widgetPlaceholder}
          aria-invalid={tooLong}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={key}
        />
        <button
          type="submit"
          class="send"
          aria-label={words.widgetSend}
          title={words.widgetSend}
          disabled={empty || tooLong}
        >
          <SendIcon />
        </button>
      </div>
      {text.length > NEAR && (
        <p class={`count${tooLong ? ' bad' : ''}`} role="status">
          {tooLong && `${words.widgetTooLong} · `}
          {text.length} / {MAX}
        </p>
      )}
    </form>
  )
}

function PersonControl({ view, words, onAsk }: { view: View; words: Record<WidgetKey, string>; onAsk(): void }) {
  const { owner } = view.owner
  if (owner === 'staff') return null
  const waiting = owner === 'queue'
  return (
    <div class="person">
      <button type="button" onClick={onAsk} disabled={waiting || view.asking === 'yes'}>
        <PersonIcon />
        {waiting ? words.widgetWaiting : words.widgetPerson}
      </button>
      {view.asking === 'failed' && (
        <span class="bad" role="status">
          {words.widgetNotSent}
        </span>
      )}
    </div>
  )
}
