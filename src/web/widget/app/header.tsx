// Who the customer is talking to: the automatic assistant, nobody yet, or a person by name.
import type { WidgetKey } from '../../../core/messages.ts'
import type { View } from './conversation.ts'
import { CloseIcon, PersonIcon, SparkIcon, WaitIcon } from './icons.tsx'
import { framed, tellPage } from './page.ts'
import { fill } from './texts.ts'

export function Header({ owner, words }: { owner: View['owner']; words: Record<WidgetKey, string> }) {
  const name = owner.name ?? ''
  return (
    <header class="header">
      <span class={`face face-${owner.owner}`} aria-hidden="true">
        {owner.owner === 'staff' ? (
          name ? (
            initials(name)
          ) : (
            <PersonIcon />
          )
        ) : owner.owner === 'queue' ? (
          <WaitIcon />
        ) : (
          <SparkIcon />
        )}
      </span>
      <div class="who">
        <h1>
          <bdi>{fill(words.widgetTitle)}</bdi>
        </h1>
        <p role="status">
          {owner.owner === 'staff'
            ? fill(words.widgetWithStaff, { name: isolated(name) })
            : owner.owner === 'queue'
              ? words.widgetWaiting
              : words.widgetBot}
        </p>
      </div>
      {framed && (
        <button
          type="button"
          class="close"
          aria-label={words.widgetClose}
          title={words.widgetClose}
          onClick={() => tellPage({ baton: 'close' })}
        >
          <CloseIcon />
        </button>
      )}
    </header>
  )
}

/** A name keeps its own direction inside a sentence of another. */
const isolated = (name: string) => `\u2068${name}\u2069`

/** At most two letters that stand for a name, whole characters of any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = (word: string | undefined) => (word ? ([...word][0] ?? '') : '')
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase()
}
