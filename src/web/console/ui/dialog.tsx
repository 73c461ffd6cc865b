// A dialog over the page. The backdrop is our own: Radix's writes a style element, which the page's policy refuses.
import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'

interface DialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  description?: string
  className?: string
  /** The title is read out but not shown. */
  bare?: boolean
  children: ReactNode
}

export function Dialog({ open, onOpenChange, title, description, className, bare = false, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <div className="fixed inset-0 z-40 bg-[#14100880] backdrop-blur-[2px]" aria-hidden="true" />
        <Base.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded-2xl border border-line bg-surface shadow-raised outline-none motion-safe:animate-[rise_.16s]',
            'max-md:top-auto max-md:bottom-0 max-md:w-full max-md:rounded-b-none max-md:pb-[env(safe-area-inset-bottom)]',
            className,
          )}
        >
          <div className={bare ? 'sr-only' : 'flex items-start gap-4 px-5 pt-4 pb-1'}>
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-0.5 text-soft">{description}</Base.Description>
              )}
            </div>
            {!bare && (
              <Base.Close asChild>
                <Button kind="quiet" size="icon" className="-me-2 -mt-1" aria-label="Close">
                  <X />
                </Button>
              </Base.Close>
            )}
          </div>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
