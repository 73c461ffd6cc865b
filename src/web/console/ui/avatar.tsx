// A round picture of who speaks: initials for people, a drawing for the bot.
import { Sparkles } from 'lucide-react'
import { cn } from './cn.ts'

/** At most two letters that stand for a name, whole characters of any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = (word: string | undefined) => (word ? ([...word][0] ?? '') : '')
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase()
}

const TONES = {
  customer: 'bg-sunken text-soft',
  bot: 'bg-accent-soft text-accent-text',
  staff: 'bg-warm-soft text-warm',
}

export function Avatar({ who, name, className }: { who: keyof typeof TONES; name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'grid size-7 shrink-0 place-items-center rounded-full text-2xs font-semibold',
        TONES[who],
        className,
      )}
    >
      {who === 'bot' ? <Sparkles className="size-3.5" /> : initials(name)}
    </span>
  )
}
