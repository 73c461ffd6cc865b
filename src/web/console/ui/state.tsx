// What a place shows when it has nothing to show yet, nothing at all, or a problem.
import { CircleAlert } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { plain } from '../api/http.ts'
import { Button } from './button.tsx'
import { cn } from './cn.ts'

export function Skeleton({ className }: { className?: string }) {
  return <div className={cn('animate-[shimmer_1.6s_ease-in-out_infinite] rounded-md bg-sunken', className)} />
}

/** Announced once; the grey shapes themselves say nothing. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

interface EmptyProps {
  icon: ComponentType<{ className?: string }>
  title: string
  children?: ReactNode
}

export function Empty({ icon: Icon, title, children }: EmptyProps) {
  return (
    <div className="mx-auto grid max-w-sm justify-items-center gap-2 px-6 py-14 text-center">
      <span className="mb-1 grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent-text">
        <Icon className="size-6" />
      </span>
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      <div className="text-soft text-pretty">{children}</div>
    </div>
  )
}

export function Trouble({
  error,
  onRetry,
  title = 'This could not be loaded',
}: {
  error: unknown
  onRetry(): void
  title?: string
}) {
  return (
    <div role="alert" className="mx-auto grid max-w-sm justify-items-center gap-2 px-6 py-14 text-center">
      <CircleAlert className="mb-1 size-8 text-alarm" aria-hidden="true" />
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="text-soft text-pretty">{plain(error)}</p>
      <Button className="mt-2" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
