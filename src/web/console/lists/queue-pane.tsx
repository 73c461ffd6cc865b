// Who waits for a person, most urgent first.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowUp, Coffee, HandHelping } from 'lucide-react'
import type { ConversationRow } from '../../../http/shapes/conversation.ts'
import { useTakeNext } from '../api/actions.ts'
import { meQuery, queueQuery } from '../api/queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { Empty, Loading, Skeleton, Trouble } from '../ui/state.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { customerWords, priorityWords, reasonWords } from '../words/reasons.ts'
import { ListHead, RowList } from './row-list.tsx'
import { Waiting } from './waiting.tsx'

export function QueuePane() {
  const { data: rows, error, refetch } = useQuery(queueQuery)
  const { data: me } = useQuery(meQuery)
  const takeNext = useTakeNext()
  const navigate = useNavigate()
  return (
    <>
      <ListHead title={rows && rows.length > 0 ? `Queue, ${rows.length} waiting` : 'Queue'}>
        {me?.role !== 'viewer' && (
          <Tooltip text="Take the most urgent one" keys="X" side="bottom">
            <Button
              kind="primary"
              size="small"
              busy={takeNext.isPending}
              disabled={rows?.length === 0}
              onClick={() => takeNext.mutate()}
            >
              <HandHelping aria-hidden="true" /> Take next
            </Button>
          </Tooltip>
        )}
      </ListHead>
      {rows === undefined ? (
        error ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : (
          <RowsLoading />
        )
      ) : rows.length === 0 ? (
        <Empty icon={Coffee} title="Nobody is waiting">
          Who asks for a person, or asks what the bot does not know, shows up here. To see it happen, open{' '}
          <a
            href="/"
            target="_blank"
            rel="noopener"
            className="font-medium text-accent-text underline underline-offset-2"
          >
            the shop page
          </a>{' '}
          and write “I want to talk to a person”.
        </Empty>
      ) : (
        <RowList
          label="Waiting conversations, most urgent first"
          rows={rows}
          guess={112}
          open={(id) => void navigate({ to: '/queue/$id', params: { id } })}
        >
          {(row, chosen) => <QueueRow row={row} chosen={chosen} />}
        </RowList>
      )}
    </>
  )
}

function QueueRow({ row, chosen }: { row: ConversationRow; chosen: boolean }) {
  const [first, ...more] = row.reasons
  const urgent = row.priority !== null && row.priority <= 2
  return (
    <Link
      to="/queue/$id"
      params={{ id: row.id }}
      aria-current={chosen ? 'true' : undefined}
      className={cn(
        'block border-s-3 border-b border-b-line px-3.5 py-3 -outline-offset-2 hover:bg-sunken/60',
        chosen ? 'border-s-accent bg-sunken' : row.overdue ? 'border-s-alarm' : 'border-s-transparent',
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <bdi className="truncate font-semibold">{customerWords(row.customer.name)}</bdi>
        {row.waitingSince !== null && <Waiting since={row.waitingSince} overdue={row.overdue} />}
      </span>
      <span dir="auto" className="mt-0.5 line-clamp-2 text-ink text-pretty wrap-anywhere">
        {row.wants ?? row.lastText}
      </span>
      <span className="mt-1.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-[0.8125rem] text-soft">
        {row.overdue && <Badge tone="alarm">Overdue</Badge>}
        {row.priority !== null && (
          <Badge tone={urgent ? 'warm' : 'plain'}>
            {urgent && <ArrowUp aria-hidden="true" />}
            {priorityWords(row.priority)}
          </Badge>
        )}
        {row.team && <Badge tone="outline">{row.team.name}</Badge>}
        <span className="w-full truncate">
          {first ? reasonWords(first.trigger) : 'Waiting'}
          {more.length > 0 && ` and ${more.length} more`}
        </span>
      </span>
    </Link>
  )
}

export function RowsLoading() {
  return (
    <Loading label="Loading the list">
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className="grid gap-2 border-b border-line px-4 py-3.5">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-3.5 w-full" />
          <Skeleton className="h-3.5 w-3/5" />
        </div>
      ))}
    </Loading>
  )
}
