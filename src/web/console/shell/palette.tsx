// Everything by name: Ctrl+K or ⌘K.

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { MessageSquare } from 'lucide-react'
import { client } from '../api/client.ts'
import { conversationsQuery } from '../api/queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { customerWords, ownerWords } from '../words/reasons.ts'
import { type Command as Doable, useAllCommands } from './commands.ts'

const GROUPS = ['This conversation', 'Lists', 'Go to', 'Console'] as const
const item =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 select-none data-[selected=true]:bg-sunken max-md:min-h-11'
const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint'

export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Commands" bare className="w-[min(36rem,calc(100vw-2rem))]">
      <Commands onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function Commands({ onDone }: { onDone(): void }) {
  const commands = useAllCommands()
  const navigate = useNavigate()
  const recent = useRecent()
  const run = (command: Doable) => {
    onDone()
    // The dialog gives the focus back first; then the command may move it.
    setTimeout(command.run, 30)
  }
  return (
    <Command label="Commands" loop className="flex max-h-[60vh] flex-col">
      <Command.Input
        autoFocus
        placeholder="What do you want to do, or whom do you look for?"
        className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-[0.9375rem] outline-none placeholder:text-faint"
      />
      <Command.List className="overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-soft">Nothing is called that here.</Command.Empty>
        {GROUPS.map((name) => {
          const found = commands.filter((one) => one.group === name)
          if (found.length === 0) return null
          return (
            <Command.Group key={name} heading={name} className={group}>
              {found.map((one) => (
                <Command.Item key={one.label} value={one.label} onSelect={() => run(one)} className={item}>
                  <span className="flex-1">{one.label}</span>
                  {one.keys !== undefined && <Kbd>{one.keys}</Kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          )
        })}
        {recent.length > 0 && (
          <Command.Group heading="Conversations" className={group}>
            {recent.map((row) => (
              <Command.Item
                key={row.id}
                value={`${customerWords(row.customer.name)} ${row.lastText.slice(0, 80)} ${row.id}`}
                className={item}
                onSelect={() => {
                  onDone()
                  void navigate({ to: '/conversations/$id', params: { id: row.id } })
                }}
              >
                <MessageSquare className="size-4 shrink-0 text-faint" aria-hidden="true" />
                <bdi className="shrink-0 font-medium">{customerWords(row.customer.name)}</bdi>
                <span className="min-w-0 flex-1 truncate text-faint" dir="auto">
                  {row.lastText}
                </span>
                <span className="shrink-0 text-xs text-soft">{ownerWords(row.owner, row.staff)}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

/** The latest conversations, freshly read when the palette opens. */
function useRecent() {
  const { queryKey } = conversationsQuery('all')
  const kept = client.getQueryData(queryKey)
  const { data } = useQuery({
    queryKey: ['palette'],
    queryFn: () => client.fetchInfiniteQuery(conversationsQuery('all')),
    initialData: kept,
  })
  return (data?.pages ?? []).flatMap((page) => page.items).slice(0, 50)
}
