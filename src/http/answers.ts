// Shapes of good answers, for the OpenAPI document; the compiler holds them to the types that the server sends.
import { z } from 'zod'
import type { FilesStatus, Me, MetricRow, ProblemDocument, Readiness, ShopInfo, StaffRow } from './shapes/console.ts'
import type { ConversationRow, OwnerName } from './shapes/conversation.ts'

const role = z.enum(['owner', 'staff', 'viewer'])
const owner = z.enum(['bot', 'queue', 'staff', 'nobody']) satisfies z.ZodType<OwnerName>
const named = z.object({ id: z.string(), name: z.string() })
const reasons = z.array(z.object({ trigger: z.string(), evidence: z.string() }))
const priority = z.literal([1, 2, 3, 4, 5])

export const me = z.object({ id: z.string(), name: z.string(), role }) satisfies z.ZodType<Me>
export const staffRow = me.extend({ createdAt: z.int() }) satisfies z.ZodType<StaffRow>
export const signedIn = me
export const link = z.object({ kind: z.enum(['owner', 'invite']), role })
export const invited = z.object({ url: z.string(), expiresAt: z.int() })

export const shop = z.object({
  name: z.string(),
  rootCauses: z.array(z.string()),
  teams: z.array(named),
}) satisfies z.ZodType<ShopInfo>

export const files = z.object({
  entries: z.int(),
  files: z.int(),
  sample: z.boolean(),
  problems: z.array(
    z.object({
      folder: z.enum(['knowledge', 'prompts']),
      source: z.string(),
      line: z.int().exactOptional(),
      severity: z.enum(['refused', 'warning']),
      reason: z.string(),
    }),
  ),
}) satisfies z.ZodType<FilesStatus>

export const metric = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.enum(['share', 'count', 'ms']),
  value: z.number().nullable(),
  tells: z.string(),
}) satisfies z.ZodType<MetricRow>

export const readiness = z.object({
  ready: z.boolean(),
  parts: z.record(z.string(), z.object({ state: z.string(), detail: z.string().exactOptional() })),
}) satisfies z.ZodType<Readiness>

export const conversationRow = z.object({
  id: z.string(),
  channel: z.string(),
  customer: z.object({ name: z.string().nullable(), language: z.string().nullable() }),
  owner,
  ownerSince: z.int(),
  staff: named.nullable(),
  team: named.nullable(),
  priority: priority.nullable(),
  reasons,
  wants: z.string().nullable(),
  waitingSince: z.int().nullable(),
  overdue: z.boolean(),
  lastText: z.string(),
  lastFrom: z.enum(['customer', 'bot', 'staff']).nullable(),
  lastAt: z.int(),
  version: z.int(),
})

/** The row's own fields are held to its type; what hangs below them is described, and free to grow. */
export const conversationDetail = conversationRow.extend({
  case: z.object({ id: z.string(), openedAt: z.int(), fallbacks: z.int(), asked: z.int() }).nullable(),
  messages: z.array(
    z.looseObject({
      position: z.int(),
      at: z.int(),
      kind: z.enum(['message', 'note', 'event']),
      id: z.string(),
      from: z.enum(['customer', 'bot', 'staff', 'system']),
      text: z.string(),
    }),
  ),
  handoff: z
    .looseObject({ id: z.string(), since: z.int(), reasons, team: named, priority, overdue: z.boolean() })
    .nullable(),
  brief: z.looseObject({ wants: z.string(), reasons, mood: z.string(), opening: z.string() }).nullable(),
}) satisfies z.ZodType<{ [K in keyof ConversationRow]: unknown }>

export const loggedEvent = z.object({
  seq: z.int(),
  type: z.string(),
  at: z.int(),
  data: z.record(z.string(), z.unknown()),
})

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().exactOptional() })
export const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  holder: named.exactOptional(),
  fields: z.array(z.object({ field: z.string(), reason: z.string() })).exactOptional(),
}) satisfies z.ZodType<ProblemDocument>
