// A small label that says a state in one or two words.
import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const look = cva(
  'inline-flex max-w-full shrink-0 items-center gap-1 rounded-md px-1.5 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        plain: 'bg-sunken text-soft',
        accent: 'bg-accent-soft text-accent-text',
        warm: 'bg-warm-soft text-warm',
        alarm: 'bg-alarm-soft text-alarm',
        outline: 'text-faint ring-1 ring-line-strong ring-inset',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
)

export function Badge({ className, tone, ...rest }: ComponentProps<'span'> & VariantProps<typeof look>) {
  return <span className={cn(look({ tone }), className)} {...rest} />
}
