// What the bot knows, and what is wrong with the files that it knows it from.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import type { FilesStatus } from '../../../http/shapes/console.ts'
import { knowledgeQuery } from '../api/queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Page } from '../ui/page.tsx'
import { Loading, Skeleton, Trouble } from '../ui/state.tsx'

const code = 'font-mono text-[0.8125rem] text-ink wrap-anywhere'

export function Knowledge() {
  const { data, error, refetch } = useQuery(knowledgeQuery)
  return (
    <Page
      title="Knowledge"
      lead={
        <>
          The bot answers only from the files in <code className={code}>knowledge/</code>. Save, add, rename or delete
          one, and answers follow within two seconds.
        </>
      }
    >
      {data ? (
        <Files files={data} />
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Loading what the bot knows">
          <Skeleton className="h-40 w-full" />
        </Loading>
      )}
    </Page>
  )
}

function Files({ files }: { files: FilesStatus }) {
  return (
    <>
      <dl className="flex flex-wrap gap-x-12 gap-y-4 border-y border-line py-4">
        <Count label="Entries that can be answered from" value={files.entries} />
        <Count label="Files read" value={files.files} />
        <Count label="Problems" value={files.problems.length} alarm={files.problems.length > 0} />
      </dl>
      {files.sample && (
        <section aria-label="Sample shop" className="rounded-xl border border-accent-line bg-accent-soft/60 px-4 py-3">
          <h2 className="font-semibold">The sample shop is served</h2>
          <p className="mt-1 text-soft text-pretty">
            What the bot says comes from Olive & Oak, a shop that does not exist. Empty{' '}
            <code className={code}>knowledge/</code> and put your own files there: Markdown, text, CSV, JSON and HTML
            are read as they are. <code className={code}>npx baton ingest</code> tells what it makes of each.
          </p>
        </section>
      )}
      <section aria-labelledby="problems" className="grid gap-3">
        <h2 id="problems" className="text-base font-semibold">
          Problems
        </h2>
        {files.problems.length === 0 ? (
          <p className="flex items-center gap-2 text-soft">
            <CircleCheck className="size-4 text-accent-text" aria-hidden="true" /> Every file was read.
          </p>
        ) : (
          <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
            {files.problems.map((problem) => (
              <Problem
                key={`${problem.folder} ${problem.source} ${problem.line} ${problem.reason}`}
                problem={problem}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Problem({ problem }: { problem: FilesStatus['problems'][number] }) {
  const refused = problem.severity === 'refused'
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <code className={code}>
          {problem.folder}/{problem.source}
        </code>
        {problem.line !== undefined && <span className="text-soft">line {problem.line}</span>}
        <Badge tone={refused ? 'alarm' : 'warm'}>{refused ? 'Not read' : 'Warning'}</Badge>
      </p>
      <p className="words text-soft">{problem.reason}</p>
      {refused && <p className="text-[0.8125rem] text-faint">The last good version serves, if there was one.</p>}
    </li>
  )
}

function Count({ label, value, alarm = false }: { label: string; value: number; alarm?: boolean }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-[0.8125rem] text-faint">{label}</dt>
      <dd className={`font-display text-2xl font-semibold ${alarm ? 'text-alarm' : ''}`}>{value.toLocaleString()}</dd>
    </div>
  )
}
