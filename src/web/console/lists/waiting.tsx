// How long somebody has been waiting, ticking.
import { Clock } from 'lucide-react'
import { cn } from '../ui/cn.ts'
import { length, useNow, wholeTime } from '../words/time.ts'

export function Waiting({ since, overdue }: { since: number; overdue: boolean }) {
  const now = useNow()
  return (
    <time
      dateTime={new Date(since).toISOString()}
      title={`Waiting since ${wholeTime(since)}`}
      className={cn(
        'inline-flex shrink-0 items-center gap-1 text-[0.8125rem] font-medium',
        overdue ? 'text-alarm' : 'text-warm',
      )}
    >
      <Clock className="size-3.5" aria-hidden="true" />
      <span className="sr-only">Waiting </span>
      {length(now - since)}
    </time>
  )
}
