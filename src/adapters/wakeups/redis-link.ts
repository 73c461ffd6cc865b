// Connections to Redis that come back by themselves, and what is known of their health.
import type { Redis, RedisOptions } from 'ioredis'

type Options = Pick<
  RedisOptions,
  'autoResendUnfulfilledCommands' | 'commandTimeout' | 'enableOfflineQueue' | 'maxRetriesPerRequest'
>

export interface RedisLink {
  /** A connection of its own, once it is ready for the first time; however long that takes. Rejects at the end. */
  connect(options: Options): Promise<Redis>
  /** Says that Redis failed us, or did its work again. */
  trouble(error: unknown): void
  well(): void
  health(): { state: 'ready' | 'down'; detail?: string }
  /** Ends every connection, and every copy that was made of one, whatever it is doing. */
  end(): void
}

export function createRedisLink(redisUrl: string): RedisLink {
  const connections = new Set<Redis>()
  const over = Promise.withResolvers<never>()
  over.promise.catch(() => {})
  let detail: string | undefined = 'not connected yet'
  let ended = false

  const trouble = (error: unknown) => {
    detail = withoutSecrets(error instanceof Error ? error.message || error.name : String(error))
  }
  const well = () => {
    detail = undefined
  }
  const keep = (connection: Redis): Redis => {
    connections.add(connection)
    connection.on('error', trouble)
    connection.on('ready', well)
    connection.on('end', () => connections.delete(connection))
    const duplicate = connection.duplicate.bind(connection)
    Object.assign(connection, { duplicate: (override?: Partial<RedisOptions>) => keep(duplicate(override)) })
    if (ended) connection.disconnect()
    return connection
  }

  return {
    async connect(options) {
      const { Redis } = await import('ioredis')
      const retryStrategy = (times: number) => Math.min(1000, 50 * times)
      const connection = keep(new Redis(address(redisUrl), { ...options, retryStrategy }))
      const ready = new Promise<void>((resolve) => connection.once('ready', resolve))
      await Promise.race([ready, over.promise])
      return connection
    },
    trouble,
    well,
    health() {
      const ready = connections.size > 0 && [...connections].every((connection) => connection.status === 'ready')
      if (ready && detail === undefined) return { state: 'ready' }
      return { state: 'down', detail: `Redis: ${detail ?? 'the connection is lost'}` }
    },
    end() {
      ended = true
      over.reject(new Error('the connection was ended'))
      for (const connection of [...connections]) {
        connection.disconnect()
        // Between two tries it ends without a word, and whoever waits for one would wait forever.
        if (connection.status === 'reconnecting') connection.emit('end')
      }
    },
  }
}

/** ioredis knows a unix socket by its plain path. */
function address(redisUrl: string): string {
  return redisUrl.replace(/^(redis\+)?unix:(\/\/)?/, '')
}

function withoutSecrets(text: string): string {
  return text.replace(/(\/\/)[^\s/@]+@/g, '$1')
}
