// How it goes: the numbers, and whether every part works.
import { useQuery } from '@tanstack/react-query'
import type { MetricRow } from '../../../http/shapes/console.ts'
import { metricsQuery, readinessQuery } from '../api/queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Page } from '../ui/page.tsx'
import { Loading, Skeleton, Trouble } from '../ui/state.tsx'
import { length } from '../words/time.ts'

export function Numbers() {
  const { data, error, refetch } = useQuery(metricsQuery)
  return (
    <Page
      title="Numbers"
      lead="Every rate counts cases: one matter of one customer, from its first message to its end."
    >
      {data ? (
        <ul className="grid gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-2">
          {data.map((metric) => (
            <li key={metric.id} className="bg-surface px-5 py-4 last:odd:sm:col-span-2">
              <p className="font-medium text-soft">{metric.label}</p>
              <p className="font-display text-3xl font-semibold">{shown(metric)}</p>
              <p className="mt-0.5 text-[0.8125rem] text-faint text-pretty">{metric.tells}</p>
            </li>
          ))}
        </ul>
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Loading the numbers">
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
      <Parts />
    </Page>
  )
}

function shown({ unit, value }: MetricRow): string {
  if (value === null) return '–'
  if (unit === 'share')
    return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(value)
  if (unit === 'ms')
    return value < 1000 ? `${Math.round(value)} ms` : value < 60_000 ? `${(value / 1000).toFixed(1)} s` : length(value)
  return value.toLocaleString()
}

const GOOD = /^(ok|up|ready|connected|loaded|open)$/i

function Parts() {
  const { data } = useQuery(readinessQuery)
  if (!data?.parts) return null
  return (
    <section aria-labelledby="parts" className="grid gap-3">
      <h2 id="parts" className="text-base font-semibold">
        Parts
      </h2>
      <ul className="grid divide-y divide-line rounded-xl border border-line bg-surface">
        {Object.entries(data.parts).map(([name, part]) => (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="font-medium">{name}</span>
            <Badge tone={GOOD.test(part.state) ? 'accent' : 'plain'}>{part.state}</Badge>
            {part.detail && <span className="text-soft">{part.detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
