// What everybody should know on every page: no live line, files with problems, the sample shop.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileWarning, Store, WifiOff } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { useLine } from '../api/line.ts'
import { knowledgeQuery } from '../api/queries.ts'
import { cn } from '../ui/cn.ts'

export function Banners({ compact }: { compact: boolean }) {
  const line = useLine()
  const files = useQuery(knowledgeQuery).data
  const problems = files?.problems.length ?? 0
  return (
    <>
      {line === 'lost' && (
        <Banner tone="warm" icon={WifiOff} live>
          <b className="font-semibold">No live connection.</b> What you see may be old. Trying to connect again…
        </Banner>
      )}
      {problems > 0 && (
        <Banner tone="alarm" icon={FileWarning} className={compact ? 'max-md:hidden' : ''}>
          {problems === 1 ? 'One file of yours has a problem' : `There are ${problems} problems in your files`}; the
          last good version serves.{' '}
          <Link to="/knowledge" className="font-medium underline underline-offset-2">
            See which
          </Link>
        </Banner>
      )}
      {files?.sample && problems === 0 && (
        <Banner tone="accent" icon={Store} className={compact ? 'max-md:hidden' : ''}>
          The bot answers from the sample shop. Put your own files into{' '}
          <code className="font-mono text-[0.8125rem]">knowledge/</code> and it answers from them.{' '}
          <Link to="/knowledge" className="font-medium underline underline-offset-2">
            How
          </Link>
        </Banner>
      )}
    </>
  )
}

const TONES = {
  warm: 'bg-warm-soft text-warm border-warm-line',
  alarm: 'bg-alarm-soft text-alarm border-alarm-line',
  accent: 'bg-accent-soft text-accent-text border-accent-line',
}

interface BannerProps {
  tone: keyof typeof TONES
  icon: ComponentType<{ className?: string }>
  live?: boolean
  className?: string
  children: ReactNode
}

function Banner({ tone, icon: Icon, live = false, className, children }: BannerProps) {
  return (
    <div
      role={live ? 'status' : undefined}
      className={cn('flex items-start gap-2 border-b px-4 py-1.5 text-[0.8125rem]', TONES[tone], className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <p>{children}</p>
    </div>
  )
}
