// Connections to Redis that come back by themselves, and what is known of their health. Nothing here throws out.
import type { Redis, RedisOptions } from 'ioredis'

type Options = Pick<
  RedisOptions,
  'autoResendUnfulfilledCommands' | 'commandTimeout' | 'enableOfflineQueue' | 'maxRetriesPerRequest'
>

export interface RedisLink {
  /** A connection of its own, once it is ready for the first time; however long that takes. */
  connect(options: Options): Promise<Redis>
  /** What went wrong most recently, in a few words; cleared when a connection is ready and by `well`. */
  trouble(error: unknown): void
  well(): void
  health(): { state: 'ready' | 'down'; detail?: string }
  /** Ends every connection, whatever it is doing. */
  end(): void
}

export function createRedisLink(redisUrl: string): RedisLink {
  const connections = new Set<Redis>()
  let detail: string | undefined = 'not connected yet'
  let ended = false

  const trouble = (error: unknown) => {
    detail = withoutSecrets(error instanceof Error ? error.message || error.name : String(error))
  }
  const well = () => {
    detail = undefined
  }

  return {
    async connect(options) {
      const { Redis } = await import('ioredis')
      const connection = new Redis(address(redisUrl), {
        retryStrategy: (times) => Math.min(1000, 50 * times),
        ...options,
      })
      connections.add(connection)
      connection.on('error', trouble)
      connection.on('close', () => trouble(detail ?? 'the connection was closed'))
      connection.on('ready', well)
      connection.on('end', () => connections.delete(connection))
      if (ended) connection.disconnect()
      await new Promise<void>((resolve, reject) => {
        connection.once('ready', resolve)
        connection.once('end', () => reject(new Error('the connection was ended')))
      })
      return connection
    },
    trouble,
    well,
    health() {
      const ready = connections.size > 0 && [...connections].every((connection) => connection.status === 'ready')
      if (ready && detail === undefined) return { state: 'ready' }
      return { state: 'down', detail: `Redis: ${detail ?? 'not connected'}` }
    },
    end() {
      ended = true
      for (const connection of connections) connection.disconnect()
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
