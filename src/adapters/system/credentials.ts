// Credentials by the platform's own cryptography.
import { createHash, createHmac, hkdfSync, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../../ports/credentials.ts'

/** 32 MB and some 100 ms for each try. */
const COST = { ln: 15, r: 8, p: 1 }
const SALT_BYTES = 16
const KEY_BYTES = 32

interface Hash {
  cost: { ln: number; r: number; p: number }
  salt: Buffer
  key: Buffer
}

/** Compared with when there is nothing to compare with: no password has this key. */
const NOBODY: Hash = { cost: COST, salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) }

export const credentials: Credentials = {
  async hashPassword(password) {
    const salt = randomBytes(SALT_BYTES)
    return encode({ cost: COST, salt, key: await stretch(password, salt, COST) })
  },
  async verifyPassword(password, encoded) {
    const known = decode(encoded)
    const { cost, salt, key } = known ?? NOBODY
    const same = timingSafeEqual(await stretch(password, salt, cost), key)
    return same && known !== undefined
  },
  token: () => randomBytes(32).toString('base64url'),
  digest: (token) => createHash('sha256').update(token).digest('hex'),
  sign: (secret, text) => createHmac('sha256', secret).update(text).digest('base64url'),
  equal: (a, b) => timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()),
  derive: (master, purpose) => new Uint8Array(hkdfSync('sha256', master, '', `baton ${purpose}`, 32)),
}

/** The same password typed on two keyboards may be two sequences of characters: they are made one. */
function stretch(password: string, salt: Buffer, { ln, r, p }: Hash['cost']): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const ENCODED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function encode({ cost: { ln, r, p }, salt, key }: Hash): string {
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$scrypt$ln=${ln},r=${r},p=${p}$${text(salt)}$${text(key)}`
}

/** Undefined when it is not one of ours, or would cost more than any that we make. */
function decode(encoded: string): Hash | undefined {
  const [, ln, r, p, salt = '', key = ''] = ENCODED.exec(encoded) ?? []
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const sane = cost.ln >= 1 && cost.ln <= 17 && cost.r >= 1 && cost.r <= 8 && cost.p >= 1 && cost.p <= 4
  const hash = { cost, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
  return sane && hash.key.length === KEY_BYTES ? hash : undefined
}
