// What a server, a terminal and a single question share. The folder wire/ is the only room that has seen an adapter.
import { join } from 'node:path'
import { SERVED_CHANNELS } from '../adapters/channels/index.ts'
import { createLexicalIndex } from '../adapters/index/index.ts'
import { readerOf } from '../adapters/knowledge/index.ts'
import { createLanguage } from '../adapters/language/language.ts'
import { createEmbedder, createModel, type ModelConfig, modelProblem } from '../adapters/llm/index.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { credentials } from '../adapters/system/credentials.ts'
import { createFeed } from '../adapters/system/feed.ts'
import { openFolder } from '../adapters/system/folder.ts'
import { createIds } from '../adapters/system/ids.ts'
import { createInstallation } from '../adapters/system/installation.ts'
import { createTally } from '../adapters/system/tally.ts'
import { createBullWakeups, createMemoryWakeups } from '../adapters/wakeups/index.ts'
import { createAccounts } from '../app/accounts/accounts.ts'
import type { App } from '../app/app.ts'
import { createFiles } from '../app/files.ts'
import type { Limits, Needs } from '../app/needs.ts'
import type { Config } from '../config/config.ts'
import { ConfigProblems } from '../config/config-problems.ts'
import { readPrompts } from '../config/prompts/read-prompts.ts'
import type { Secrets } from '../config/secrets.ts'
import type { Channel } from '../ports/channel.ts'
import type { Store } from '../ports/store.ts'
import type { Logger } from '../ports/system.ts'
import type { Wakeups } from '../ports/wakeups.ts'

export const channelNames: readonly string[] = Object.keys(SERVED_CHANNELS)

/** Milliseconds: what a turn waits for, and for how long the customer must be quiet before it. */
export const LIMITS: Limits = {
  model: 15_000,
  briefModel: 5_000,
  quiet: { stored: { each: 400, most: 6_000 }, sent: { each: 1_500, most: 6_000 } },
}

export const ids = createIds(systemClock)

type Base = Awaited<ReturnType<typeof openBase>>

/** What a server, a terminal and a single question share: files, knowledge and the model. */
export async function openBase(config: Config, secrets: Secrets, store: Store, logger: Logger) {
  const feed = createFeed()
  const language = createLanguage()
  const chosen = modelConfig(config, secrets)
  const problem = modelProblem(chosen)
  if (problem) throw new ConfigProblems([{ name: 'MODEL', reason: problem }])
  const embedder = createEmbedder(chosen)
  const index = createLexicalIndex({
    language,
    ...(embedder ? { embedder, vectorCacheFile: join(config.dataDir, 'vectors') } : {}),
  })
  const files = createFiles({
    knowledge: openFolder(config.knowledgeDir),
    prompts: openFolder(config.promptsDir),
    readerOf,
    readPrompts,
    detect: (text) => language.detect(text),
    index,
    versions: store.versions,
    clock: systemClock,
    logger,
    feed,
  })
  await files.load()
  const needs: Omit<Needs, 'channels' | 'wakeups' | 'conversationId'> = {
    store,
    index,
    language,
    model: createModel(chosen),
    feed,
    clock: systemClock,
    ids,
    logger,
    limits: LIMITS,
    tally: createTally(),
    prompts: files.prompts,
  }
  return {
    needs,
    files,
    async close() {
      await files.close()
      await index.close()
    },
  }
}

export function channelOf(name: string, { files }: Base): Channel {
  const create = SERVED_CHANNELS[name as keyof typeof SERVED_CHANNELS]
  return create({
    messages: () => files.prompts().messages,
    shopName: () => files.prompts().policy.shop.name,
    clock: systemClock,
    ids,
  })
}

export function wakeupsOf(config: Config, secrets: Secrets, logger: Logger): Wakeups {
  const redisUrl = secrets.redisUrl?.reveal()
  return config.wakeups.by === 'redis' && redisUrl
    ? createBullWakeups({ redisUrl, logger })
    : createMemoryWakeups({ clock: systemClock })
}

export function accountsOf(store: Store, secrets: Secrets, publicUrl: () => string): App['accounts'] {
  const token = secrets.consoleToken?.reveal()
  return createAccounts({
    accounts: store.accounts,
    credentials,
    clock: systemClock,
    ids,
    publicUrl,
    ...(token ? { consoleToken: token } : {}),
  })
}

function modelConfig(config: Config, secrets: Secrets): ModelConfig {
  const { model, embeddings } = config
  const apiKey = secrets.openaiKey?.reveal()
  const options = secrets.modelOptions?.reveal()
  const baseUrl = model.by === 'openai' ? model.baseUrl : embeddings?.baseUrl
  return {
    ...(apiKey ? { apiKey } : {}),
    ...(baseUrl ? { baseUrl } : {}),
    ...(model.by === 'openai' ? { model: model.model } : {}),
    ...(embeddings ? { embeddingModel: embeddings.model } : {}),
    ...(model.by === 'vendor' ? { vendor: model.model } : {}),
    ...(options ? { vendorOptions: JSON.parse(options) as Record<string, unknown> } : {}),
  }
}

export async function installationOf(store: Store) {
  return createInstallation(await store.settings.putOnce('installation', credentials.token()))
}

export function databaseOf(config: Config): string {
  return join(config.dataDir, 'baton.db')
}

export function urlOf(config: Config, port: number): string {
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}
