// Who has a conversation: the bot, nobody yet, or a person by name.
import { CircleUserRound, Hourglass, Sparkles } from 'lucide-react'
import type { ConversationRow } from '../../../http/shapes/conversation.ts'
import { Badge } from '../ui/badge.tsx'
import { ownerWords } from '../words/reasons.ts'

export function OwnerBadge({ row, me }: { row: Pick<ConversationRow, 'owner' | 'staff'>; me?: string | undefined }) {
  if (row.owner === 'nobody') return <Badge tone="outline">{ownerWords(row.owner, null)}</Badge>
  if (row.owner === 'bot') {
    return (
      <Badge tone="accent">
        <Sparkles aria-hidden="true" /> Bot
      </Badge>
    )
  }
  if (row.owner === 'queue') {
    return (
      <Badge tone="warm">
        <Hourglass aria-hidden="true" /> Waiting
      </Badge>
    )
  }
  return (
    <Badge className="shrink">
      <CircleUserRound aria-hidden="true" />
      <bdi className="truncate">{row.staff?.id === me ? 'You' : ownerWords(row.owner, row.staff)}</bdi>
    </Badge>
  )
}
