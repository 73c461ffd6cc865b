// A labelled field with its hint and what is wrong with it.
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './cn.ts'

const box =
  'w-full rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-faint focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-alarm'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-10 max-md:h-11', className)} {...rest} />
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cn(box, 'min-h-20 resize-y py-2', className)} {...rest} />
}

interface FieldProps {
  label: string
  hint?: string
  problem?: string | undefined
  /** Gets the id and the descriptions that tie it to its label. */
  children(ties: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }): ReactNode
}

export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const said = problem ?? hint
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
      })}
      {said !== undefined && (
        <p id={`${id}-said`} className={cn('text-[0.8125rem]', problem === undefined ? 'text-faint' : 'text-alarm')}>
          {said}
        </p>
      )}
    </div>
  )
}
