// Everything that can be done from here, with its key: one list behind the shortcuts, the palette and the help.
import { useEffect, useSyncExternalStore } from 'react'
import { tinykeys } from 'tinykeys'

export interface Command {
  label: string
  /** As written on the key. */
  keys?: Key
  group: 'This conversation' | 'Lists' | 'Go to' | 'Console'
  run(): void
}

// Where the question mark needs Shift depends on the keyboard.
const KEYS = {
  J: ['j'],
  K: ['k'],
  T: ['t'],
  R: ['r'],
  N: ['n'],
  G: ['g'],
  E: ['e'],
  X: ['x'],
  '?': ['?', 'Shift+?'],
} as const
export type Key = keyof typeof KEYS

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function change(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

/** Offers commands while the component that calls it is shown. */
export function useCommands(mine: readonly Command[]): void {
  useEffect(() => {
    change([...commands, ...mine])
    return () => change(commands.filter((one) => !mine.includes(one)))
  })
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => commands,
  )
}

/** Listens for the keys; letters typed into a field or a dialog stay letters. Returns the way to stop. */
export function listenForKeys(openPalette: () => void): () => void {
  const bindings = Object.entries(KEYS).flatMap(([key, presses]) => {
    const run = (event: KeyboardEvent) => {
      if (event.repeat && key !== 'J' && key !== 'K') return
      if (isTyping(event)) return
      const found = commands.findLast((one) => one.keys === key)
      if (!found) return
      event.preventDefault()
      found.run()
    }
    return presses.map((press) => [press, run] as const)
  })
  return tinykeys(window, {
    ...Object.fromEntries(bindings),
    '$mod+k': (event: KeyboardEvent) => {
      event.preventDefault()
      openPalette()
    },
  })
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
