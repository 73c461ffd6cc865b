// Vectors on disk: a line that says what they are, then records of 32 bytes of key and the numbers. Only appended to.
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const KEY = 32

export interface VectorFile {
  /** Keys are hex SHA-256. A missing or damaged file is an empty one: it is only a cache. */
  load(): Promise<Map<string, Float32Array>>
  add(vectors: ReadonlyMap<string, Float32Array>): Promise<void>
  /** Leaves out everything but these. */
  replace(vectors: ReadonlyMap<string, Float32Array>): Promise<void>
}

export function createVectorFile(path: string): VectorFile {
  let dimensions = 0
  const header = (): Buffer => Buffer.from(`${JSON.stringify({ format: 'baton-vectors-1', dimensions })}\n`)
  const replace = async (vectors: ReadonlyMap<string, Float32Array>): Promise<void> => {
    dimensions = [...vectors.values()][0]?.length ?? 0
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.new`, Buffer.concat([header(), ...records(vectors, dimensions)]))
    await rename(`${path}.new`, path)
  }
  return {
    async load() {
      const bytes = await readFile(path).catch(() => undefined)
      const read = bytes && parse(bytes)
      if (!read) return new Map()
      dimensions = read.dimensions
      // What a crash left after the last whole record would shift every later one.
      if (read.torn) await replace(read.vectors).catch(() => undefined)
      return read.vectors
    },
    async add(vectors) {
      const size = [...vectors.values()][0]?.length ?? 0
      if (size === 0) return
      if (size !== dimensions) return replace(vectors)
      await appendFile(path, Buffer.concat(records(vectors, dimensions)))
    },
    replace,
  }
}

function records(vectors: ReadonlyMap<string, Float32Array>, dimensions: number): Buffer[] {
  return [...vectors]
    .filter(([, vector]) => vector.length === dimensions)
    .flatMap(([key, vector]) => [
      Buffer.from(key, 'hex'),
      Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    ])
}

function parse(bytes: Buffer): { dimensions: number; vectors: Map<string, Float32Array>; torn: boolean } | undefined {
  const end = bytes.indexOf(10)
  const dimensions = dimensionsIn(bytes.subarray(0, Math.max(0, end)).toString('utf8'))
  if (!dimensions) return undefined
  const vectors = new Map<string, Float32Array>()
  const length = KEY + dimensions * 4
  for (let at = end + 1; at + length <= bytes.length; at += length) {
    const numbers = new Float32Array(dimensions)
    new Uint8Array(numbers.buffer).set(bytes.subarray(at + KEY, at + length))
    vectors.set(bytes.toString('hex', at, at + KEY), numbers)
  }
  return { dimensions, vectors, torn: (bytes.length - end - 1) % length !== 0 }
}

function dimensionsIn(header: string): number {
  try {
    const value: unknown = JSON.parse(header)
    const known = value as { format?: unknown; dimensions?: unknown }
    return known.format === 'baton-vectors-1' && typeof known.dimensions === 'number' ? known.dimensions : 0
  } catch {
    return 0
  }
}
