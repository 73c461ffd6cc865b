// The name of a key.
import { cn } from './cn.ts'

/** ⌘ on Apple's keyboards, Ctrl elsewhere. */
export const MOD = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

export function Kbd({ children, inverse = false }: { children: string; inverse?: boolean }) {
  return (
    <kbd
      className={cn(
        'inline-grid h-5 min-w-5 place-items-center rounded-[5px] border px-1 font-sans text-2xs font-medium',
        inverse ? 'border-paper/30 text-paper/80' : 'border-line-strong bg-paper text-soft',
      )}
    >
      {children}
    </kbd>
  )
}
