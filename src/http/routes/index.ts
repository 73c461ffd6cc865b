// The routes of the API: here is the list.
import type { Route } from '../route.ts'
import { close, handBack, note, reply, takeOver, typing } from './conversation-verbs.ts'
import { detail, events, list } from './conversations.ts'
import { knowledge } from './knowledge.ts'
import { lookAt, redeem } from './links.ts'
import { me, signIn, signOut } from './me.ts'
import { metrics } from './metrics-api.ts'
import { next, queue } from './queue.ts'
import { shop } from './shop.ts'
import { invite, staff } from './staff.ts'

export const ROUTES: readonly Route[] = [
  me,
  signIn,
  signOut,
  lookAt,
  redeem,
  list,
  detail,
  events,
  takeOver,
  reply,
  note,
  handBack,
  close,
  typing,
  queue,
  next,
  staff,
  invite,
  shop,
  knowledge,
  metrics,
]
