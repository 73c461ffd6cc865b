// Every conversation, the latest first, by who has it.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConversationRow } from '../../../http/shapes/conversation.ts'
import { conversationsQuery, meQuery, type Show } from '../api/queries.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cn } from '../ui/cn.ts'
import { Empty, Trouble } from '../ui/state.tsx'
import { customerWords } from '../words/reasons.ts'
import { shortTime, useNow } from '../words/time.ts'
import { OwnerBadge } from './owner-badge.tsx'
import { RowsLoading } from './queue-pane.tsx'
import { ListHead, RowList } from './row-list.tsx'
import { Waiting } from './waiting.tsx'

const SHOWS: readonly { show: Show; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'bot', label: 'With the bot' },
  { show: 'waiting', label: 'Waiting' },
  { show: 'mine', label: 'Mine' },
]

const EMPTY: Record<Show, { title: string; text: ReactNode }> = {
  all: {
    title: 'No conversations yet',
    text: (
      <>
        Open{' '}
        <a
          href="/"
          target="_blank"
          rel="noopener"
          className="font-medium text-accent-text underline underline-offset-2"
        >
          the shop page
        </a>{' '}
        and ask something; it shows up here at once.
      </>
    ),
  },
  bot: {
    title: 'The bot has no conversation now',
    text: 'Cases that it is answering show up here until they are over.',
  },
  waiting: { title: 'Nobody is waiting', text: 'Conversations that need a person show up here.' },
  mine: {
    title: 'You have no conversation',
    text: 'Take one from the queue: it stays here until you give it back or close it.',
  },
}

export function ConversationsPane() {
  const { show = 'all' } = useSearch({ from: '/shell/conversations' })
  const query = useInfiniteQuery(conversationsQuery(show))
  const { data: me } = useQuery(meQuery)
  const navigate = useNavigate()
  const rows = query.data?.pages.flatMap((page) => page.items)
  const search = show === 'all' ? {} : { show }
  return (
    <>
      <ListHead title="Conversations" />
      <nav
        aria-label="Which conversations"
        className="flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-2.5 py-1.5"
      >
        {SHOWS.map((one) => (
          <Link
            key={one.show}
            to="/conversations"
            search={one.show === 'all' ? {} : { show: one.show }}
            aria-current={one.show === show ? 'page' : undefined}
            className={cn(
              'grid h-8 place-items-center rounded-lg px-2 text-[0.8125rem] font-medium whitespace-nowrap max-md:h-10',
              one.show === show ? 'bg-sunken text-ink' : 'text-faint hover:text-ink',
            )}
          >
            {one.label}
          </Link>
        ))}
      </nav>
      {rows === undefined ? (
        query.error ? (
          <Trouble error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsLoading />
        )
      ) : rows.length === 0 ? (
        <Empty icon={MessagesSquare} title={EMPTY[show].title}>
          {EMPTY[show].text}
        </Empty>
      ) : (
        <RowList
          label="Conversations, latest first"
          rows={rows}
          guess={76}
          open={(id) => void navigate({ to: '/conversations/$id', params: { id }, search })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
        >
          {(row, chosen) => <Row row={row} chosen={chosen} me={me?.id} search={search} />}
        </RowList>
      )}
    </>
  )
}

interface RowProps {
  row: ConversationRow
  chosen: boolean
  me: string | undefined
  search: { show?: Exclude<Show, 'all'> }
}

const SAID_BY = { bot: 'Bot: ', staff: 'Staff: ', customer: '' }

function Row({ row, chosen, me, search }: RowProps) {
  const now = useNow()
  const name = customerWords(row.customer.name)
  return (
    <Link
      to="/conversations/$id"
      params={{ id: row.id }}
      search={search}
      aria-current={chosen ? 'true' : undefined}
      className={cn(
        'flex gap-3 border-s-3 border-b border-b-line px-3 py-2.5 -outline-offset-2 hover:bg-sunken/60',
        chosen ? 'border-s-accent bg-sunken' : 'border-s-transparent',
      )}
    >
      <Avatar who="customer" name={name} className="mt-0.5 size-8" />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <bdi className="truncate font-semibold">{name}</bdi>
          {row.waitingSince !== null && row.owner !== 'bot' ? (
            <Waiting since={row.waitingSince} overdue={row.overdue} />
          ) : (
            <time dateTime={new Date(row.lastAt).toISOString()} className="shrink-0 text-xs text-faint">
              {shortTime(row.lastAt, now)}
            </time>
          )}
        </span>
        <span className="flex items-center justify-between gap-2">
          <span dir="auto" className="min-w-0 truncate text-soft">
            {row.lastFrom && SAID_BY[row.lastFrom]}
            <bdi>{row.lastText}</bdi>
          </span>
          <OwnerBadge row={row} me={me} />
        </span>
      </span>
    </Link>
  )
}
