// What a control does and which key does the same.
import { Tooltip as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Base.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Base.Provider>
)

interface TooltipProps {
  text: string
  keys?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

export function Tooltip({ text, keys, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger asChild>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-72 items-center gap-2 rounded-lg bg-ink px-2.5 py-1.5 text-xs text-paper shadow-raised"
        >
          {text}
          {keys !== undefined && <Kbd inverse>{keys}</Kbd>}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
