// What survives a reload: who this customer is to the server, and what they wrote that was not taken yet.

export interface Kept {
  token?: string
  unsent: readonly { id: string; text: string; at: number }[]
  draft: string
}

export interface Keep {
  read(): Kept
  write(kept: Kept): void
}

const KEY = 'baton-webchat'
const NOTHING: Kept = { unsent: [], draft: '' }

/** In the browser's storage, or only in memory where the browser refuses to store. */
export function createKeep(storage: () => Pick<Storage, 'getItem' | 'setItem'>): Keep {
  let memory = NOTHING
  return {
    read() {
      try {
        return parse(storage().getItem(KEY)) ?? memory
      } catch {
        return memory
      }
    },
    write(kept) {
      memory = kept
      try {
        storage().setItem(KEY, JSON.stringify(kept))
      } catch {
        // A full or forbidden storage only costs the memory across reloads.
      }
    },
  }
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined
  const found = JSON.parse(text) as Partial<Kept> | null
  if (typeof found !== 'object' || found === null) return undefined
  return {
    ...(typeof found.token === 'string' ? { token: found.token } : {}),
    unsent: Array.isArray(found.unsent)
      ? found.unsent.filter((one) => typeof one?.id === 'string' && typeof one.text === 'string')
      : [],
    draft: typeof found.draft === 'string' ? found.draft : '',
  }
}
