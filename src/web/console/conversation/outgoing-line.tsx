// A reply that the server has not confirmed yet, or could not take.
import { LoaderCircle } from 'lucide-react'
import { discard, type Outgoing, sendAgain } from '../api/outgoing.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { Said } from './lines.tsx'

export function OutgoingLine({ conversation, row, name }: { conversation: string; row: Outgoing; name: string }) {
  const failed = row.state === 'failed'
  return (
    <Said from="staff" name={name} at={row.at}>
      <p
        dir="auto"
        className={cn(
          'words rounded-2xl rounded-se-sm px-3.5 py-2 ring-1 ring-inset',
          failed ? 'bg-alarm-soft ring-alarm-line' : 'bg-warm-soft opacity-75 ring-warm-line/70',
        )}
      >
        {row.text}
      </p>
      {failed ? (
        <p role="alert" className="flex flex-wrap items-center justify-end gap-x-2 text-xs text-alarm">
          <span>Not sent. {row.problem}</span>
          <Button kind="link" size="bare" className="text-xs text-alarm" onClick={() => sendAgain(conversation, row)}>
            Try again
          </Button>
          <Button kind="link" size="bare" className="text-xs text-alarm" onClick={() => discard(conversation, row.id)}>
            Discard
          </Button>
        </p>
      ) : (
        <p className="flex items-center gap-1 text-xs text-faint">
          <LoaderCircle className="size-3 animate-spin" aria-hidden="true" /> Sending
        </p>
      )}
    </Said>
  )
}
