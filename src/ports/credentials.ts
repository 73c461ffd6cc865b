// Passwords and tokens: made, kept and compared so that a stolen database opens nothing.

export interface Credentials {
  /** Slow on purpose, with its own salt; the result says how it was made. */
  hashPassword(password: string): Promise<string>
  /** False also for a hash that cannot be read. Takes the same time whether it fits or not. */
  verifyPassword(password: string, hash: string): Promise<boolean>
  /** A new unguessable token, at least 256 bits, `[A-Za-z0-9_-]`. */
  token(): string
  /** What is kept of a token: SHA-256, hex. */
  digest(token: string): string
  /** Compares two secrets in constant time. */
  equal(a: string, b: string): boolean
}
