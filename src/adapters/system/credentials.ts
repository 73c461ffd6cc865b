// Passwords by scrypt, tokens by the system's random source.
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../../ports/credentials.ts'

// About 60 ms and 32 MB for one password on a small machine: nothing for a person, dear for somebody who guesses.
const COST = { N: 2 ** 15, r: 8, p: 1 }
const KEY_BYTES = 32
const MOST_MEMORY = 64 * 1024 * 1024

export function createCredentials(): Credentials {
  return {
    hashPassword: async (password) => {
      const salt = randomBytes(16)
      const key = await derive(password, salt, COST)
      return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
    },
    verifyPassword: async (password, hash) => {
      const [scheme, N, r, p, salt = '', key = ''] = hash.split('$')
      const right = Buffer.from(key, 'base64url')
      if (scheme !== 'scrypt' || right.length !== KEY_BYTES) return false
      const cost = { N: Number(N), r: Number(r), p: Number(p) }
      return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), cost), right)
    },
    token: () => randomBytes(32).toString('base64url'),
    digest: (token) => createHash('sha256').update(token).digest('hex'),
    equal: (a, b) => timingSafeEqual(sha256(a), sha256(b)),
  }
}

/** Two spellings of one character are one password. */
function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

// Equal lengths for the comparison, whatever was sent.
function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
