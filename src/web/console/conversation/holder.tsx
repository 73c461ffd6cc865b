// Says when a colleague has the conversation, and lets owners take it all the same.
import { CircleUserRound } from 'lucide-react'
import type { Me } from '../../../http/shapes/console.ts'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { useTakeOver } from '../api/actions.ts'
import { Button } from '../ui/button.tsx'

export function Holder({ detail, me }: { detail: ConversationDetail; me: Me }) {
  const takeOver = useTakeOver(detail.id)
  if (detail.owner !== 'staff' || !detail.staff || detail.staff.id === me.id) return null
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-warm-line bg-warm-soft px-4 py-1.5 text-warm"
    >
      <CircleUserRound className="size-4 shrink-0" aria-hidden="true" />
      <p className="flex-1">
        <bdi className="font-semibold">{detail.staff.name}</bdi> has it.{' '}
        {me.role !== 'viewer' && 'You can leave a note.'}
      </p>
      {me.role === 'owner' && (
        <Button size="small" busy={takeOver.isPending} onClick={() => takeOver.mutate({ force: true })}>
          Take it anyway
        </Button>
      )}
    </div>
  )
}
