// A menu that opens under its button.
import { DropdownMenu as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    // Not modal: the lock on scrolling would write a style element, which the page's policy refuses.
    <Base.Root modal={false}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-52 rounded-xl border border-line bg-surface p-1 shadow-raised"
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({ onSelect, keys, children }: { onSelect(): void; keys?: string; children: ReactNode }) {
  return (
    <Base.Item
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 outline-none select-none data-highlighted:bg-sunken max-md:h-11 [&_svg]:size-4 [&_svg]:text-faint"
    >
      <span className="flex flex-1 items-center gap-2.5">{children}</span>
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </Base.Item>
  )
}
