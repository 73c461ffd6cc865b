// What the HTTP edge is told by its owner, with the numbers that hold when nothing is said.
import type { App } from '../app/app.ts'
import type { Answers } from '../ports/store.ts'
import type { Clock, Logger } from '../ports/system.ts'
import type { Tally } from '../ports/tally.ts'
import type { Mount } from './mount.ts'

/** The built pages. Requests for them wait for `ready`; a build that failed says so through `state`. */
export interface Pages {
  /** Folder with `index.html`, `console/`, `widget/` and `widget.js`. */
  root: string
  /** Resolves when the build is over, also when it failed. */
  ready: Promise<void>
  state(): { state: 'building' | 'ready' | 'failed'; detail?: string }
}

export interface HttpConfig {
  /** Where the outside finds us, e.g. `https://chat.example.com`; with https, cookies are Secure. */
  publicUrl?: string
  /** Longest time for a request's headers, and for all of it, in ms. */
  headersMs: number
  requestMs: number
  /** How long the reader of a stream may take nothing, in ms. */
  stallMs: number
  /** Between two signs of life on a stream, in ms. */
  pingMs: number
}

export const HTTP_DEFAULTS: HttpConfig = { headersMs: 10_000, requestMs: 30_000, stallMs: 30_000, pingMs: 20_000 }

export interface HttpNeeds {
  app: App
  logger: Logger
  clock: Clock
  /** Keeps what was answered under an `Idempotency-Key`. */
  answers: Answers
  /** What the program did since it started, for `/metrics`. */
  tally: Pick<Tally, 'read'>
  mounts: readonly Mount[]
  pages: Pages
  config: HttpConfig
}
