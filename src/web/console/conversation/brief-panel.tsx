// What staff reads first: what the customer wants, why it came here, what was tried, and how to begin.
import { CornerDownLeft, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Brief } from '../../../core/handoff/brief.ts'
import type { HandoffDetail } from '../../../http/shapes/conversation.ts'
import { safeHref } from '../../links.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { languageWords, priorityWords, reasonWords } from '../words/reasons.ts'

interface BriefPanelProps {
  brief: Brief
  handoff: HandoffDetail | null
  canWrite: boolean
  onUse(text: string): void
}

export function BriefPanel({ brief, handoff, canWrite, onUse }: BriefPanelProps) {
  return (
    <section
      aria-label="Brief"
      className="shrink-0 border-line bg-surface max-wide:border-b wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:overflow-y-auto wide:border-s"
    >
      <div className="grid gap-4 px-5 py-4 max-md:px-4">
        <div className="grid gap-1.5">
          <p className="flex flex-wrap items-center gap-1.5">
            {handoff && (
              <>
                {handoff.overdue && <Badge tone="alarm">Overdue</Badge>}
                <Badge tone={handoff.priority <= 2 ? 'warm' : 'plain'}>{priorityWords(handoff.priority)}</Badge>
                <Badge tone="outline">{handoff.team.name}</Badge>
              </>
            )}
            {brief.mood !== '' && <Badge tone="outline">Mood: {brief.mood}</Badge>}
          </p>
          <h2 className="font-display text-[1.0625rem] leading-snug font-semibold text-pretty wrap-anywhere" dir="auto">
            {brief.wants}
          </h2>
        </div>
        <Part title="Why it came here">
          <ul className="grid gap-2">
            {brief.reasons.map((reason) => (
              <li key={`${reason.trigger} ${reason.evidence}`}>
                <p className="font-medium">{reasonWords(reason.trigger)}</p>
                <p className="words text-soft" dir="auto">
                  {reason.evidence}
                </p>
              </li>
            ))}
          </ul>
        </Part>
        {canWrite && brief.opening !== '' && (
          <Part title="You could begin with">
            <div className="rounded-xl border border-accent-line bg-accent-soft/50 p-3">
              <p className="words" dir="auto">
                {brief.opening}
              </p>
              <Button size="small" className="mt-2.5" onClick={() => onUse(brief.opening)}>
                <CornerDownLeft aria-hidden="true" /> Use it
              </Button>
            </div>
          </Part>
        )}
        {brief.known.length > 0 && (
          <Part title="What is known">
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
              {brief.known.map((fact) => (
                <div key={`${fact.label} ${fact.value}`} className="contents">
                  <dt className="text-faint">{fact.label}</dt>
                  <dd className="wrap-anywhere">
                    <bdi>{fact.label === 'Language' ? (languageWords(fact.value) ?? fact.value) : fact.value}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
        <Part title="What the bot already said">
          {brief.tried.length === 0 ? (
            <p className="text-soft">Nothing yet.</p>
          ) : (
            <ol className="grid gap-3">
              {brief.tried.map((one) => (
                <li key={`${one.question} ${one.said}`} className="border-s-2 border-line ps-3">
                  <p className="words text-faint" dir="auto">
                    {one.question}
                  </p>
                  <p className="words" dir="auto">
                    {one.said}
                  </p>
                  {one.sources.length > 0 && (
                    <p className="mt-0.5 text-[0.8125rem] text-faint">From {one.sources.join(', ')}</p>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Part>
        {brief.nearest.length > 0 && (
          <Part title="May hold the answer">
            <ul className="grid gap-2.5">
              {brief.nearest.map((near) => (
                <li key={near.passageId}>
                  <Source title={near.title} link={near.link} />
                  <p className="words line-clamp-4 text-soft" dir="auto">
                    {near.quote}
                  </p>
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <h3 className="text-xs font-medium text-faint">{title}</h3>
      {children}
    </div>
  )
}

function Source({ title, link }: { title: string; link: string | undefined }) {
  const href = safeHref(link)
  const inside = (
    <>
      <FileText className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <bdi>{title}</bdi>
    </>
  )
  if (href === undefined) return <p className="flex gap-1.5 font-medium">{inside}</p>
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="flex gap-1.5 font-medium text-accent-text hover:underline"
    >
      {inside}
    </a>
  )
}
