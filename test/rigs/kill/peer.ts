// The other side of the channel: delivers until it is acknowledged, counts what arrives, and looks at the row of each
// send at the moment it is called.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ChannelEvent, Outbound } from '../../../src/ports/channel.ts'
import type { Store } from '../../../src/ports/store.ts'

const PROGRAM = join(import.meta.dirname, 'program.ts')

export interface Peer {
  /** Runs the program until it dies at the fault, or until everything given is acknowledged and quiet. */
  live(events: readonly ChannelEvent[], fault: string | undefined): Promise<'killed' | 'quiet'>
  acknowledged: ReadonlySet<string>
  /** Every arrival of a message at the customer's side, in order. */
  arrived: readonly Outbound[]
  violations: readonly string[]
  close(): void
}

/** `quiet` says whether the program has nothing left to do. */
export async function createPeer(folder: string, store: Store, quiet: () => Promise<boolean>): Promise<Peer> {
  const path = join(folder, 'peer.sock')
  const acknowledged = new Set<string>()
  const arrived: Outbound[] = []
  const violations: string[] = []
  let onLine: (line: string, socket: Socket) => void = () => {}
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    const lines = createInterface({ input: socket }).on('line', (line) => onLine(line, socket))
    lines.on('error', () => {}) // a killed program resets its connection
  })
  server.listen(path)
  await once(server, 'listening')

  const live = async (events: readonly ChannelEvent[], fault: string | undefined): Promise<'killed' | 'quiet'> => {
    const child: ChildProcess = spawn(process.execPath, [PROGRAM], {
      env: { ...process.env, PEER: path, DATABASE: join(folder, 'baton.db'), ...(fault ? { FAULT: fault } : {}) },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const dead = once(child, 'exit').then(([code, signal]) => {
      if (signal !== 'SIGKILL') violations.push(`the program died by itself with code ${code}`)
      return 'killed' as const
    })
    let peer: Socket | undefined
    const done = new Promise<'quiet'>((resolve) => {
      const check = async () => {
        const open = events.some((event) => !acknowledged.has(event.id))
        if (child.exitCode !== null || child.signalCode !== null) return
        if (!open && (await quiet())) resolve('quiet')
        else setTimeout(check, 15)
      }
      onLine = async (line, socket) => {
        const said = JSON.parse(line) as { ready?: true; ack?: string; send?: Outbound }
        if (said.ack) acknowledged.add(said.ack)
        if (said.send) {
          const row = (await store.outbox.of(`conversation-${said.send.chat}`)).find((one) => one.id === said.send?.key)
          if (row?.state !== 'sending') violations.push(`${said.send.key} was sent while its row said ${row?.state}`)
          arrived.push(said.send)
          socket.write(`${JSON.stringify({ receipt: said.send.key })}\n`)
        }
        if (said.ready) {
          peer = socket
          // What was not acknowledged is delivered again; some of it twice, as platforms do.
          for (const event of events) if (!acknowledged.has(event.id)) socket.write(`${JSON.stringify({ event })}\n`)
          for (const event of events.slice(0, 2)) socket.write(`${JSON.stringify({ event })}\n`)
          void check()
        }
      }
    })
    const end = await Promise.race([dead, done])
    peer?.destroy()
    child.kill('SIGKILL')
    await dead
    return end
  }
  return { live, acknowledged, arrived, violations, close: () => server.close() }
}
