// File versions, idempotency answers and settings in memory.
import type { Answers, Settings, Versions } from '../../../ports/store.ts'
import { assertOpen, by, type Rows } from './rows.ts'

export function createMemoryVersions(rows: Rows): Versions {
  const kept = new Map<string, { kind: string; path: string; hash: string; bytes: Uint8Array; current: boolean }>()
  const retire = (kind: string, path: string) => {
    for (const version of kept.values()) if (version.kind === kind && version.path === path) version.current = false
  }
  return {
    async keep({ kind, path, hash, bytes }) {
      assertOpen(rows)
      retire(kind, path)
      kept.set([kind, path, hash].join('\n'), { kind, path, hash, bytes: bytes.slice(), current: true })
    },
    async current(kind) {
      assertOpen(rows)
      const current = [...kept.values()].filter((version) => version.kind === kind && version.current)
      return current
        .sort(by((version) => version.path))
        .map(({ path, hash, bytes }) => ({ path, hash, bytes: bytes.slice() }))
    },
    async retire(kind, path) {
      assertOpen(rows)
      retire(kind, path)
    },
  }
}

export function createMemoryAnswers(rows: Rows): Answers {
  const kept = new Map<string, { fingerprint: string; status: number; body: string; expiresAt: number }>()
  return {
    async get(key, now) {
      assertOpen(rows)
      const answer = kept.get(key)
      if (!answer || answer.expiresAt <= now) return undefined
      const { expiresAt: _, ...given } = answer
      return given
    },
    async put(key, answer) {
      assertOpen(rows)
      kept.set(key, { ...answer })
    },
  }
}

export function createMemorySettings(rows: Rows): Settings {
  const kept = new Map<string, string>()
  return {
    async get(name) {
      assertOpen(rows)
      return kept.get(name)
    },
    async putOnce(name, value) {
      assertOpen(rows)
      const stored = kept.get(name) ?? value
      kept.set(name, stored)
      return stored
    },
  }
}
