// The frame around every page for those who are signed in.
import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTakeNext } from '../api/actions.ts'
import { listenLive } from '../api/live.ts'
import { meQuery, queueQuery } from '../api/queries.ts'
import { Banners } from './banners.tsx'
import { listenForKeys, useCommands } from './commands.ts'
import { Help } from './help.tsx'
import { Nav, placesFor, useSignOut } from './nav.tsx'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

export function Shell() {
  const { data: me } = useQuery(meQuery)
  const { id } = useParams({ strict: false })
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const navigate = useNavigate()
  const takeNext = useTakeNext()
  const signOut = useSignOut()
  useEffect(listenLive, [])
  useEffect(() => listenForKeys(() => setPalette((open) => !open)), [])
  useWaitingInTitle()
  useCommands(
    me
      ? [
          ...(me.role === 'viewer'
            ? []
            : [
                {
                  label: 'Take the next conversation',
                  keys: 'X' as const,
                  group: 'Lists' as const,
                  run: () => takeNext.isPending || takeNext.mutate(),
                },
              ]),
          ...placesFor(me).map(({ to, label }) => ({
            label,
            group: 'Go to' as const,
            run: () => void navigate({ to }),
          })),
          { label: 'Keyboard', keys: '?', group: 'Console', run: () => setHelp(true) },
          { label: 'Sign out', group: 'Console', run: signOut },
        ]
      : [],
  )
  if (me === null)
    return <Navigate to="/sign-in" search={{ next: location.pathname.replace(/^\/console/, '') + location.search }} />
  if (!me) return null
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <Nav me={me} hidden={id !== undefined} onHelp={() => setHelp(true)} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Banners compact={id !== undefined} />
        <main className="min-h-0 flex-1">
          <Outlet />
        </main>
      </div>
      {palette && (
        <Suspense>
          <Palette open onOpenChange={setPalette} />
        </Suspense>
      )}
      <Help open={help} onOpenChange={setHelp} />
    </div>
  )
}

/** The tab says how many wait, also while another one is looked at. */
function useWaitingInTitle(): void {
  const waiting = useQuery(queueQuery).data?.length ?? 0
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) waiting · Baton` : 'Baton'
  }, [waiting])
}
