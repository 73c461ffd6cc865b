// Who may sign in, and links for those who shall.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Copy, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import type { RoleName } from '../../../http/shapes/console.ts'
import { call, plain } from '../api/http.ts'
import { staffQuery } from '../api/queries.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Loading, Skeleton, Trouble } from '../ui/state.tsx'
import { shortDay, wholeTime } from '../words/time.ts'

const ROLES: readonly { value: RoleName; label: string }[] = [
  { value: 'staff', label: 'Staff: answers customers' },
  { value: 'viewer', label: 'Viewer: reads along, changes nothing' },
  { value: 'owner', label: 'Owner: everything, also accounts' },
]

const isRole = (value: string): value is RoleName => ROLES.some((one) => one.value === value)

export function Staff() {
  const { data, error, refetch } = useQuery(staffQuery)
  const [inviting, setInviting] = useState(false)
  return (
    <Page
      title="Staff"
      lead="Who may sign in to this console. A new colleague gets a link that works once."
      actions={
        <Button kind="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden="true" /> Invite
        </Button>
      }
    >
      {data ? (
        <ul className="grid divide-y divide-line rounded-xl border border-line bg-surface">
          {data.map((one) => (
            <li key={one.id} className="flex items-center gap-3 px-4 py-3">
              <Avatar who="staff" name={one.name} className="size-8" />
              <bdi className="min-w-0 flex-1 truncate font-medium">{one.name}</bdi>
              <span className="text-[0.8125rem] text-faint max-sm:hidden">since {shortDay(one.createdAt)}</span>
              <Badge tone={one.role === 'owner' ? 'accent' : 'plain'}>{one.role}</Badge>
            </li>
          ))}
        </ul>
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Loading staff">
          <Skeleton className="h-32 w-full" />
        </Loading>
      )}
      <Dialog open={inviting} onOpenChange={setInviting} title="Invite a colleague">
        <Invite />
      </Dialog>
    </Page>
  )
}

function Invite() {
  const [role, setRole] = useState<RoleName>('staff')
  const invite = useMutation({
    mutationFn: () => call<{ url: string; expiresAt: number }>('/staff', { method: 'POST', body: { role } }),
    onError: (error) => toast.error(plain(error)),
  })
  const made = invite.data
  if (made) return <Made url={made.url} expiresAt={made.expiresAt} />
  return (
    <div className="grid gap-4 px-5 pt-2 pb-5">
      <div className="-mx-2">
        <Choices label="Role" value={role} onChange={(next) => isRole(next) && setRole(next)} options={ROLES} />
      </div>
      <Button kind="primary" className="justify-self-end" busy={invite.isPending} onClick={() => invite.mutate()}>
        Make a link
      </Button>
    </div>
  )
}

function Made({ url, expiresAt }: { url: string; expiresAt: number }) {
  return (
    <div className="grid gap-3 px-5 pt-2 pb-5">
      <p className="text-soft text-pretty">
        Send this link to your colleague. It works once, until {wholeTime(expiresAt)}.
      </p>
      <div className="flex gap-2">
        <Input
          readOnly
          value={url}
          aria-label="Invitation link"
          onFocus={(event) => event.target.select()}
          className="font-mono text-[0.8125rem]"
        />
        <Button kind="primary" className="h-10" onClick={() => copy(url)}>
          <Copy aria-hidden="true" /> Copy
        </Button>
      </div>
    </div>
  )
}

function copy(text: string): void {
  // Pages over plain http have no clipboard; the field selects itself for the keyboard.
  const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
  done.then(
    () => toast.success('Copied'),
    () => toast.error('Could not copy. Select the link and copy it yourself.'),
  )
}
