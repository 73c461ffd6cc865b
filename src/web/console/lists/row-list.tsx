// A list of conversations of any length: only the rows in sight are in the page.
import { useParams } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ConversationRow } from '../../../http/shapes/conversation.ts'
import { useCommands } from '../shell/commands.ts'

interface RowListProps {
  label: string
  rows: readonly ConversationRow[]
  /** Height of a row before it was measured, px. */
  guess: number
  /** Called when the end comes into sight. */
  onEnd?: () => void
  open(id: string): void
  children(row: ConversationRow, chosen: boolean): ReactNode
}

export function RowList({ label, rows, guess, onEnd, open, children }: RowListProps) {
  const { id } = useParams({ strict: false })
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => guess,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - 5) onEnd?.()
  }, [last, rows.length, onEnd])

  function step(by: 1 | -1): void {
    const at = rows.findIndex((row) => row.id === id)
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)
    const row = rows[next]
    if (!row) return
    virtual.scrollToIndex(next, { align: 'auto' })
    open(row.id)
  }
  useCommands([
    { label: 'Next conversation', keys: 'J', group: 'Lists', run: () => step(1) },
    { label: 'Previous conversation', keys: 'K', group: 'Lists', run: () => step(-1) },
  ])

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <li
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {children(row, row.id === id)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

export function ListHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex min-h-14 shrink-0 items-center justify-between gap-2 border-b border-line px-4 py-2">
      <h1 className="text-base font-semibold">{title}</h1>
      {children}
    </header>
  )
}
