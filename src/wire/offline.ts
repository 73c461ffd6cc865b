// What commands open: the store beside a running server, or a bot in memory.
import { mkdir } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { createTerminalChannel, SERVED_CHANNELS } from '../adapters/channels/index.ts'
import { createMemoryStore, createSqliteStore } from '../adapters/store/index.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { createLogger } from '../adapters/system/logger.ts'
import { createMemoryWakeups } from '../adapters/wakeups/index.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/ask.ts'
import { createApp } from '../app/create-app.ts'
import type { Needs } from '../app/needs.ts'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import type { Channel } from '../ports/channel.ts'
import type { Store } from '../ports/store.ts'
import { accountsOf, databaseOf, ids, installationOf, LIMITS, openBase, urlOf, wakeupsOf } from './base.ts'

/** The store alone, beside a running server. */
export async function openStore(config: Config, secrets: Secrets) {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const store = await createSqliteStore({ file: databaseOf(config) })
  const accounts = accountsOf(store, secrets, () => config.publicUrl ?? urlOf(config, config.port))
  const channels: Channel[] = config.channels.map((name) =>
    SERVED_CHANNELS[name as keyof typeof SERVED_CHANNELS]({
      messages: () => ({}),
      shopName: () => '',
      clock: systemClock,
      ids,
    }),
  )
  return { store, accounts, channels, limits: LIMITS, close: () => store.close() }
}

/** Files, knowledge and the model, with nothing stored: for single questions and checks. */
export async function openOffline(config: Config, secrets: Secrets) {
  const logger = createLogger({ level: config.logLevel === 'debug' ? 'debug' : 'error', to: 'stderr' })
  const base = await openBase(config, secrets, createMemoryStore(), logger)
  const needs: Needs = {
    ...base.needs,
    channels: [],
    wakeups: createMemoryWakeups({ clock: systemClock }),
    conversationId: (_, chat) => chat,
  }
  const redis = config.wakeups.by === 'redis' ? wakeupsOf(config, secrets, logger) : undefined
  return {
    ask: (text: string, options?: Parameters<App['ask']>[1]) => ask(needs, text, options?.history),
    files: base.files,
    model: needs.model,
    embeddings: config.embeddings?.model,
    redis,
    dataDir: config.dataDir,
    async close() {
      await redis?.stop()
      await base.close()
    },
  }
}

/** A whole bot in memory, with the terminal as its only channel. */
export async function openTerminal(config: Config, secrets: Secrets, input: Readable, output: Writable) {
  const logger = createLogger({ level: 'error', to: 'stderr' })
  const store = createMemoryStore()
  const base = await openBase(config, secrets, store, logger)
  const installation = await installationOf(store)
  const channel = createTerminalChannel({
    input,
    output,
    clock: systemClock,
    ids,
    messages: () => base.files.prompts().messages,
  })
  const wakeups = createMemoryWakeups({ clock: systemClock })
  const needs: Needs = { ...base.needs, channels: [channel], wakeups, conversationId: installation.conversationId }
  const bound = createApp(needs, {
    accounts: accountsOf(store, secrets, () => ''),
    files: base.files.status,
    secret: installation.secret,
  })
  await bound.start()
  return {
    files: base.files,
    /** The input has ended and what it asked is answered. */
    ended: channel.ended.then(() => rest(store)),
    async close() {
      await bound.stop()
      await base.close()
    },
  }
}

/** Resolves when no turn is due any more. */
async function rest(store: Store): Promise<void> {
  for (;;) {
    const { items } = await store.lists.conversations({ limit: 1 })
    if (items.every((row) => row.turnDue === null)) return
    await new Promise<void>((resolve) => void systemClock.at(systemClock.now() + 20, resolve))
  }
}
