// Two or more views of one place, one at a time.
import { Tabs as Base } from 'radix-ui'
import type { ReactNode } from 'react'

export function Tabs({
  value,
  onChange,
  children,
}: {
  value: string
  onChange(value: string): void
  children: ReactNode
}) {
  return (
    <Base.Root value={value} onValueChange={onChange}>
      {children}
    </Base.Root>
  )
}

export const TabList = ({ label, children }: { label: string; children: ReactNode }) => (
  <Base.List aria-label={label} className="flex gap-1">
    {children}
  </Base.List>
)

export const Tab = ({ value, children }: { value: string; children: ReactNode }) => (
  <Base.Trigger
    value={value}
    className="h-8 rounded-lg px-2.5 text-[0.8125rem] font-medium text-faint hover:text-ink data-[state=active]:bg-sunken data-[state=active]:text-ink max-md:h-10"
  >
    {children}
  </Base.Trigger>
)

export const TabPanel = Base.Content
