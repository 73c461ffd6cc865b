// Secrets of people and of this installation: made, kept as something that gives nothing away, and compared.

export interface Credentials {
  /** A password as it may be stored: slow to try, with its parameters and salt inside. */
  hashPassword(password: string): Promise<string>
  /**
   * Whether a password is the one that was hashed. Takes as long for a wrong one, and for an `encoded` that is no hash
   * at all: hand in an empty text when there is no such account, and the time gives nothing away.
   */
  verifyPassword(password: string, encoded: string): Promise<boolean>
  /** 256 bits of chance, as base64url. */
  token(): string
  /** What is stored of a token: SHA-256, as hex. */
  digest(token: string): string
  /** A signature of a text (HMAC-SHA-256, base64url), the same for the same secret and text. */
  sign(secret: Uint8Array, text: string): string
  /** Whether two texts are the same; the time tells nothing about where they differ. */
  equal(a: string, b: string): boolean
  /** A secret of its own for each purpose, 256 bits, from one master secret; stable. */
  derive(master: string, purpose: string): Uint8Array
}
