// What the console API says of everything but conversations. Types only.

export type RoleName = 'owner' | 'staff' | 'viewer'

/** `GET /api/v1/me`; 401 when nobody is signed in. */
export interface Me {
  id: string
  name: string
  role: RoleName
}

/** `GET /api/v1/staff` */
export interface StaffRow extends Me {
  createdAt: number
}

/** `GET /api/v1/shop`: what pages need to know of the policy. Needs a session. */
export interface ShopInfo {
  name: string
  rootCauses: readonly string[]
  teams: readonly { id: string; name: string }[]
}

/** `GET /api/v1/knowledge`: what is read, and what is wrong with the merchant's files. */
export interface FilesStatus {
  entries: number
  files: number
  sample: boolean
  problems: readonly {
    folder: 'knowledge' | 'prompts'
    source: string
    line?: number
    severity: 'refused' | 'warning'
    reason: string
  }[]
}

/** `GET /api/v1/metrics` */
export interface MetricRow {
  id: string
  label: string
  unit: 'share' | 'count' | 'ms'
  value: number | null
  /** One sentence on what it tells. */
  tells: string
}

/** RFC 9457. `code` is stable; `holder` names who has a conversation; `fields` name each wrong field. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  code: string
  holder?: { id: string; name: string }
  fields?: readonly { field: string; reason: string }[]
}

/** `event:` of `GET /api/v1/events` (SSE): hints that something changed; the data is read anew. */
export type LiveEvent =
  | { type: 'conversation'; data: { id: string; version: number; owner: string } }
  | { type: 'typing'; data: { id: string; from: 'bot' | 'staff'; name?: string } }
  | { type: 'files'; data: Record<string, never> }
  | { type: 'health'; data: Record<string, never> }

/** `GET /readyz` */
export interface Readiness {
  ready: boolean
  parts: Record<string, { state: string; detail?: string }>
}
