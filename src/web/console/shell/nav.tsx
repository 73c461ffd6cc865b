// Where one can go: a rail on wide screens, a bar at the bottom of phones.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { BookOpen, ChartNoAxesColumn, Inbox, Keyboard, LogOut, MessagesSquare, Users } from 'lucide-react'
import type { Me } from '../../../http/shapes/console.ts'
import { client } from '../api/client.ts'
import { call } from '../api/http.ts'
import { meQuery, queueQuery } from '../api/queries.ts'
import logo from '../baton.svg'
import { Avatar } from '../ui/avatar.tsx'
import { cn } from '../ui/cn.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'

const PLACES = [
  { to: '/queue', label: 'Queue', icon: Inbox },
  { to: '/conversations', label: 'All', icon: MessagesSquare },
  { to: '/knowledge', label: 'Knowledge', icon: BookOpen },
  { to: '/numbers', label: 'Numbers', icon: ChartNoAxesColumn },
  { to: '/staff', label: 'Staff', icon: Users },
] as const

/** The places of a role: only owners look after accounts. */
export const placesFor = (me: Me) => PLACES.filter((place) => place.to !== '/staff' || me.role === 'owner')

const LABELS: Readonly<Record<string, string>> = { '/conversations': 'All conversations' }

export function Nav({ me, hidden, onHelp }: { me: Me; hidden: boolean; onHelp(): void }) {
  const waiting = useQuery(queueQuery).data?.length ?? 0
  return (
    <nav
      aria-label="Console"
      className={cn(
        'flex shrink-0 border-line bg-surface md:w-19 md:flex-col md:items-stretch md:gap-1 md:border-e md:px-2 md:py-3',
        'max-md:order-last max-md:justify-around max-md:border-t max-md:px-1 max-md:pb-[env(safe-area-inset-bottom)]',
        hidden && 'max-md:hidden',
      )}
    >
      <img src={logo} alt="Baton" width={32} height={32} className="mx-auto mb-3 hidden md:block" />
      {placesFor(me).map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          aria-label={LABELS[to] ?? label}
          className="group relative grid justify-items-center gap-0.5 rounded-xl px-0 py-2 text-2xs font-medium text-faint hover:text-ink max-md:min-w-14 max-md:flex-1 [&.active]:text-accent-text"
        >
          <span className="grid h-7 w-11 place-items-center rounded-full group-hover:bg-sunken group-[.active]:bg-accent-soft">
            <Icon className="size-5" aria-hidden="true" />
          </span>
          {label}
          {to === '/queue' && waiting > 0 && (
            <span className="absolute top-1 left-1/2 ms-2 min-w-4.5 rounded-full bg-warm px-1 text-center text-2xs leading-4.5 font-semibold text-surface">
              {waiting}
              <span className="sr-only"> waiting</span>
            </span>
          )}
        </Link>
      ))}
      <div className="grid place-items-center md:mt-auto">
        <Account me={me} onHelp={onHelp} />
      </div>
    </nav>
  )
}

function Account({ me, onHelp }: { me: Me; onHelp(): void }) {
  const signOut = useSignOut()
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Account of ${me.name}`}
          className="rounded-full p-1 max-md:grid max-md:justify-items-center max-md:gap-0.5 max-md:px-2"
        >
          <Avatar who="staff" name={me.name} className="size-8 text-xs" />
        </button>
      }
    >
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="font-medium">
          <bdi>{me.name}</bdi>
        </p>
        <p className="text-[0.8125rem] text-faint">
          {me.role === 'viewer' ? 'Viewer, reads only' : me.role === 'owner' ? 'Owner' : 'Staff'}
        </p>
      </div>
      <MenuItem onSelect={onHelp} keys="?">
        <Keyboard /> Keyboard
      </MenuItem>
      <MenuItem onSelect={signOut}>
        <LogOut /> Sign out
      </MenuItem>
    </Menu>
  )
}

export function useSignOut(): () => void {
  const navigate = useNavigate()
  return () => {
    call('/sign-out', { method: 'POST' })
      .catch(() => undefined)
      .then(() => {
        client.clear()
        client.setQueryData(meQuery.queryKey, null)
        return navigate({ to: '/sign-in' })
      })
  }
}
