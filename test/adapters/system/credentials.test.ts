// Credentials: what is stored gives nothing away, and what does not fit is refused.
import { describe, expect, it } from 'vitest'
import { credentials } from '../../../src/adapters/system/credentials.ts'

describe('passwords', () => {
  it('are known again, and no other is', async () => {
    const encoded = await credentials.hashPassword('correct horse')
    expect(encoded).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$/)
    expect(encoded).not.toContain('horse')
    expect(await credentials.verifyPassword('correct horse', encoded)).toBe(true)
    for (const wrong of ['correct hors', 'Correct horse', '', 'correct horse ']) {
      expect(await credentials.verifyPassword(wrong, encoded)).toBe(false)
    }
  })

  it('have a salt each', async () => {
    expect(await credentials.hashPassword('same')).not.toBe(await credentials.hashPassword('same'))
  })

  it('are the same however a keyboard spells them', async () => {
    const encoded = await credentials.hashPassword('Zoe\u0308 كلمة')
    expect(await credentials.verifyPassword('Zo\u00eb كلمة', encoded)).toBe(true)
  })

  it('fit no encoding that is none of ours, nor one that would cost too much', async () => {
    const encoded = await credentials.hashPassword('p')
    const others = [
      '',
      'p',
      encoded.slice(0, -4),
      encoded.replace('ln=15', 'ln=31'),
      encoded.replace('scrypt', 'bcrypt'),
      `${encoded}$`,
    ]
    for (const other of others) expect(await credentials.verifyPassword('p', other)).toBe(false)
  })

  it('are checked as slowly for nobody as for somebody', async () => {
    const encoded = await credentials.hashPassword('p')
    const time = async (against: string) => {
      const tries = []
      for (let n = 0; n < 5; n++) {
        const began = performance.now()
        await credentials.verifyPassword('q', against)
        tries.push(performance.now() - began)
      }
      return Math.min(...tries)
    }
    const [somebody, nobody] = [await time(encoded), await time('')]
    expect(nobody).toBeGreaterThan(somebody / 3)
  })
})

describe('tokens, signatures and secrets', () => {
  it('makes tokens of 256 bits and keeps only their digest', () => {
    const token = credentials.token()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(credentials.token()).not.toBe(token)
    expect(credentials.digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('signs the same text alike, and any other text or secret differently', () => {
    const secret = credentials.derive('master', 'webchat')
    const signed = credentials.sign(secret, 'text')
    expect(credentials.sign(secret, 'text')).toBe(signed)
    expect(credentials.sign(secret, 'texu')).not.toBe(signed)
    expect(credentials.sign(credentials.derive('master', 'other'), 'text')).not.toBe(signed)
    expect(credentials.sign(credentials.derive('mastes', 'webchat'), 'text')).not.toBe(signed)
  })

  it('derives 256 bits for each purpose, the same on every machine', () => {
    const derived = credentials.derive('master', 'webchat')
    expect(Buffer.from(derived).toString('hex')).toBe(
      '795fd602a73141461ae5911aa31da1c13b3dafa2c36fad223a0467c92ced7203',
    )
    expect(derived).toHaveLength(32)
  })

  it('compares texts of any length', () => {
    expect(credentials.equal('', '')).toBe(true)
    expect(credentials.equal('a', 'a')).toBe(true)
    expect(credentials.equal('a', 'b')).toBe(false)
    expect(credentials.equal('a', 'aa')).toBe(false)
    expect(credentials.equal('é', 'e\u0301')).toBe(false)
  })
})
