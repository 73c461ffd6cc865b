// A real Redis of our own on a unix socket in a temporary folder: no port to collide, nothing left behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = '/usr/bin/redis-server'

/** Undefined when there is a Redis to test with; else the line that says what to install. */
export const noRedis = existsSync(PROGRAM) ? undefined : 'Redis is missing: apt-get install redis-server'

export interface RedisServer {
  socket: string
  start(): Promise<void>
  kill(signal: NodeJS.Signals): Promise<void>
  /** Sends one command in Redis' inline form; resolves to the first line of the reply. */
  command(line: string): Promise<string>
  remove(): Promise<void>
}

export function createRedisServer(): RedisServer {
  const folder = mkdtempSync(join(tmpdir(), 'baton-redis-'))
  const socket = join(folder, 'redis.sock')
  let child: ChildProcess | undefined

  const command = (line: string) =>
    new Promise<string>((resolve, reject) => {
      const connection = createConnection(socket, () => connection.write(`${line}\r\n`))
      connection.once('data', (data) => {
        connection.destroy()
        resolve(data.toString().trim())
      })
      connection.once('error', reject)
    })

  const kill = async (signal: NodeJS.Signals) => {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null) return
    const gone = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill(signal)
    await gone
  }

  return {
    socket,
    command,
    kill,
    async start() {
      const settings = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no']
      child = spawn(PROGRAM, settings, { stdio: 'ignore' })
      for (let tries = 0; ; tries++) {
        try {
          if ((await command('PING')) === '+PONG') return
        } catch (error) {
          if (tries > 500) throw error
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    async remove() {
      await kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
