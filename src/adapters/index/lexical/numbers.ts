// A list of whole numbers that grows without boxing them.

export interface Numbers {
  push(number: number): void
  size(): number
  /** A copy of exactly what was pushed. */
  all(): Uint32Array<ArrayBuffer>
}

export function createNumbers(): Numbers {
  let room = new Uint32Array(1024)
  let used = 0
  return {
    push(number) {
      if (used === room.length) {
        const larger = new Uint32Array(room.length * 2)
        larger.set(room)
        room = larger
      }
      room[used++] = number
    },
    size: () => used,
    all: () => room.slice(0, used),
  }
}
