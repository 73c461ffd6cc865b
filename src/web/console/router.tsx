// Which address shows what. Filters live in the address, so a view can be shared and the back button works.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { client } from './api/client.ts'
import { meQuery, type Show } from './api/queries.ts'
import { Conversation } from './conversation/conversation.tsx'
import { ConversationsPane } from './lists/conversations-pane.tsx'
import { Inbox, NothingChosen } from './lists/inbox.tsx'
import { QueuePane } from './lists/queue-pane.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { Welcome } from './pages/welcome.tsx'
import { Shell } from './shell/shell.tsx'
import { Empty, Trouble } from './ui/state.tsx'

const root = createRootRoute({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {}),
  component: SignIn,
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search): { link?: string } => (search.link === undefined ? {} : { link: String(search.link) }),
  component: Welcome,
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  async beforeLoad({ location }) {
    const me = await client.ensureQueryData(meQuery)
    if (!me) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
  },
  component: Shell,
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue' })
  },
})

const queue = createRoute({
  getParentRoute: () => shell,
  path: '/queue',
  component: () => <Inbox list={<QueuePane />} />,
})
const queueHome = createRoute({ getParentRoute: () => queue, path: '/', component: NothingChosen })
const queueOne = createRoute({ getParentRoute: () => queue, path: '$id', component: Conversation })

const SHOWS: readonly string[] = ['bot', 'waiting', 'mine'] satisfies Show[]
const conversations = createRoute({
  getParentRoute: () => shell,
  path: '/conversations',
  validateSearch: (search): { show?: Exclude<Show, 'all'> } => {
    const { show } = search
    return typeof show === 'string' && SHOWS.includes(show) ? { show: show as Exclude<Show, 'all'> } : {}
  },
  component: () => <Inbox list={<ConversationsPane />} />,
})
const conversationsHome = createRoute({ getParentRoute: () => conversations, path: '/', component: NothingChosen })
const conversationsOne = createRoute({ getParentRoute: () => conversations, path: '$id', component: Conversation })

const knowledge = createRoute({
  getParentRoute: () => shell,
  path: '/knowledge',
  component: lazyRouteComponent(() => import('./pages/knowledge.tsx'), 'Knowledge'),
})
const numbers = createRoute({
  getParentRoute: () => shell,
  path: '/numbers',
  component: lazyRouteComponent(() => import('./pages/numbers.tsx'), 'Numbers'),
})
const staff = createRoute({
  getParentRoute: () => shell,
  path: '/staff',
  component: lazyRouteComponent(() => import('./pages/staff.tsx'), 'Staff'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    welcome,
    shell.addChildren([
      home,
      queue.addChildren([queueHome, queueOne]),
      conversations.addChildren([conversationsHome, conversationsOne]),
      knowledge,
      numbers,
      staff,
    ]),
  ]),
  basepath: '/console',
  defaultPreload: false,
  defaultErrorComponent: ({ error, reset }) => (
    <Trouble error={error} onRetry={reset} title="This page could not be shown" />
  ),
  defaultNotFoundComponent: () => (
    <Empty icon={SearchX} title="There is no such page">
      The address may be mistyped, or the page has moved. <a href="/console/queue">Go to the queue</a>.
    </Empty>
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
