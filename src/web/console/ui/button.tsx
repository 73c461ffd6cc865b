// The button, in its few kinds.
import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const look = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap transition-colors select-none disabled:cursor-default disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      kind: {
        primary: 'bg-accent text-accent-ink hover:not-disabled:bg-accent-hover',
        plain: 'border border-line-strong bg-surface hover:not-disabled:bg-sunken',
        quiet: 'text-soft hover:not-disabled:bg-sunken hover:not-disabled:text-ink',
        link: 'rounded text-accent-text underline-offset-2 hover:underline',
        alarm: 'border border-alarm-line bg-alarm-soft text-alarm hover:not-disabled:border-alarm',
      },
      size: {
        normal: 'h-9 px-3.5 max-md:h-11 max-md:px-4',
        small: 'h-8 px-2.5 text-[0.8125rem] max-md:h-10',
        icon: 'size-9 max-md:size-11',
        bare: '',
      },
    },
    defaultVariants: { kind: 'plain', size: 'normal' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof look> {
  /** Puts the look on the one child, a link for instance. */
  asChild?: boolean
  /** Waiting for the server: the button cannot be pressed again. */
  busy?: boolean
}

export function Button({
  className,
  kind,
  size,
  asChild = false,
  busy = false,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  const classes = cn(look({ kind, size }), className)
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button type="button" className={classes} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy && <LoaderCircle className="animate-spin" aria-hidden="true" />}
      {children}
    </button>
  )
}
