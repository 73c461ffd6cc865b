// A list beside what is chosen from it; on phones one of the two at a time.
import { Outlet, useParams } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '../ui/cn.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Empty } from '../ui/state.tsx'

export function Inbox({ list }: { list: ReactNode }) {
  const { id } = useParams({ strict: false })
  return (
    <div className="flex h-full">
      <section
        aria-label="List"
        className={cn(
          'flex min-h-0 w-full flex-col border-line bg-surface md:w-84 md:shrink-0 md:border-e',
          id !== undefined && 'max-md:hidden',
        )}
      >
        {list}
      </section>
      <div className={cn('min-h-0 min-w-0 flex-1', id === undefined && 'max-md:hidden')}>
        <Outlet />
      </div>
    </div>
  )
}

export function NothingChosen() {
  return (
    <div className="grid h-full place-items-center">
      <Empty icon={MessageCircle} title="No conversation is open">
        Choose one from the list, or press <Kbd>J</Kbd> for the first. <Kbd>?</Kbd> shows every key.
      </Empty>
    </div>
  )
}
