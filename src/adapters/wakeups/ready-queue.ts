// What is due, most urgent first, then in the order in which it came.

export interface ReadyQueue<Item extends { priority: number }> {
  add(item: Item): void
  remove(item: Item): void
  take(): Item | undefined
}

export function createReadyQueue<Item extends { priority: number }>(): ReadyQueue<Item> {
  // One set for each priority that was ever used: a handful. Sets keep the order in which items were added.
  const lines = new Map<number, Set<Item>>()
  return {
    add(item) {
      const line = lines.get(item.priority) ?? new Set()
      lines.set(item.priority, line)
      line.add(item)
    },
    remove(item) {
      for (const line of lines.values()) line.delete(item)
    },
    take() {
      for (const priority of [...lines.keys()].sort((a, b) => a - b)) {
        for (const item of lines.get(priority) ?? []) {
          lines.get(priority)?.delete(item)
          return item
        }
      }
      return undefined
    },
  }
}
