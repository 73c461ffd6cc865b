// The server: store, app and HTTP edge, put together, started and stopped in order.
import { createSqliteStore, lockDataDir } from '../adapters/store/index.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { createLogger } from '../adapters/system/logger.ts'
import { createApp } from '../app/create-app.ts'
import type { Files } from '../app/files.ts'
import type { Needs } from '../app/needs.ts'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import { createHttp } from '../http/server.ts'
import type { Logger } from '../ports/system.ts'
import { openPages } from '../web/pages.ts'
import { accountsOf, channelOf, databaseOf, installationOf, openBase, urlOf, wakeupsOf } from './base.ts'
import { warmUp } from './warm-up.ts'

export interface Server {
  /** Listens, then takes up what was left. Resolves to where it is reached. */
  start(): Promise<{ url: string; ownerLink: string | undefined }>
  /** In order: no new requests, channels, turns, wake-ups, then the store. */
  stop(): Promise<void>
  files: Files
  logger: Logger
}

/** Rejects with `BatonError` when another server has the data folder. */
export async function openServer(config: Config, secrets: Secrets, root: string): Promise<Server> {
  const logger = createLogger({ level: config.logLevel })
  const unlock = await lockDataDir(config.dataDir)
  const store = await createSqliteStore({ file: databaseOf(config) })
  const installation = await installationOf(store)
  const base = await openBase(config, secrets, store, logger)
  const channels = config.channels.map((name) => channelOf(name, base))
  const needs: Needs = {
    ...base.needs,
    channels,
    wakeups: wakeupsOf(config, secrets, logger),
    conversationId: installation.conversationId,
  }
  let listening = config.publicUrl ?? urlOf(config, config.port)
  const accounts = accountsOf(store, secrets, () => listening)
  const bound = createApp(needs, { accounts, files: base.files.status, secret: installation.secret })
  let callOff = () => {}
  const stopped = new AbortController()
  const pages = openPages(root, stopped.signal)
  const mounts = channels.flatMap((channel) => (channel.http ? [channel.http] : []))
  const edge = config.publicUrl ? { publicUrl: config.publicUrl } : {}
  const http = createHttp({
    app: bound.app,
    logger,
    clock: systemClock,
    answers: store.answers,
    mounts,
    pages,
    tally: needs.tally,
    config: edge,
  })
  return {
    files: base.files,
    logger,
    async start() {
      const { port } = await http.listen(config.port, config.host)
      listening = config.publicUrl ?? urlOf(config, port)
      await bound.start()
      const ownerLink = (await accounts.any()) ? undefined : (await accounts.ownerLink()).url
      // With embeddings it would cost a call.
      if (!config.embeddings) callOff = warmUp(needs)
      return { url: listening, ownerLink }
    },
    async stop() {
      callOff()
      stopped.abort()
      await http.close()
      await bound.stop()
      await base.close()
      await store.close()
      await unlock()
    },
  }
}
