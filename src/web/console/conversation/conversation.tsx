// One conversation: the brief first, then everything that was said, then the line to write on.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Me } from '../../../http/shapes/console.ts'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { conversationQuery, meQuery } from '../api/queries.ts'
import { cn } from '../ui/cn.ts'
import { Loading, Skeleton, Trouble } from '../ui/state.tsx'
import { BriefPanel } from './brief-panel.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import { Head } from './head.tsx'
import { Holder } from './holder.tsx'
import { Transcript } from './transcript.tsx'

export function Conversation() {
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(conversationQuery(id))
  const { data: me } = useQuery(meQuery)
  if (!me) return null
  if (data) return <Opened key={id} detail={data} me={me} />
  if (error)
    return <Trouble error={error} onRetry={() => void refetch()} title="This conversation could not be opened" />
  return <ConversationLoading />
}

function Opened({ detail, me }: { detail: ConversationDetail; me: Me }) {
  const composer = useRef<ComposerHandle>(null)
  const others = detail.owner === 'staff' && detail.staff?.id !== me.id
  return (
    <article aria-label="Conversation" className="flex h-full flex-col">
      <Head detail={detail} me={me} composer={composer} />
      <Holder detail={detail} me={me} />
      <div
        className={cn(
          'flex min-h-0 flex-1 flex-col wide:grid wide:grid-rows-[minmax(0,1fr)_auto]',
          detail.brief ? 'wide:grid-cols-[minmax(0,1fr)_21.5rem]' : 'wide:grid-cols-1',
        )}
      >
        {/* Narrow: brief and transcript scroll together. Wide: each has its place in the grid. */}
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain wide:contents">
          {detail.brief && (
            <BriefPanel
              brief={detail.brief}
              handoff={detail.handoff}
              onUse={(text) => composer.current?.use(text)}
              canWrite={me.role !== 'viewer' && !others}
            />
          )}
          <Transcript detail={detail} me={me} startAtBrief={detail.brief !== null && detail.owner === 'queue'} />
        </div>
        {me.role !== 'viewer' && <Composer ref={composer} detail={detail} me={me} />}
      </div>
    </article>
  )
}

function ConversationLoading() {
  return (
    <Loading label="Loading the conversation">
      <div className="flex h-16 items-center gap-3 border-b border-line bg-surface px-5">
        <Skeleton className="size-9 rounded-full" />
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="grid gap-4 p-5">
        <Skeleton className="h-24 w-full max-w-lg" />
        <Skeleton className="h-12 w-3/5" />
        <Skeleton className="ms-auto h-16 w-3/5" />
        <Skeleton className="h-12 w-2/5" />
      </div>
    </Loading>
  )
}
