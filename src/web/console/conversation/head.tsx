// Who the customer is, who has the conversation, and what can be done with it.
import { Link, useLocation } from '@tanstack/react-router'
import { ChevronLeft, CircleCheck, Hand, Undo2 } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { toast } from 'sonner'
import type { Me } from '../../../http/shapes/console.ts'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { useTakeOver } from '../api/actions.ts'
import { ApiError } from '../api/http.ts'
import { OwnerBadge } from '../lists/owner-badge.tsx'
import { Waiting } from '../lists/waiting.tsx'
import { type Command, useCommands } from '../shell/commands.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { customerWords, languageWords } from '../words/reasons.ts'
import { CloseDialog } from './close-dialog.tsx'
import type { ComposerHandle } from './composer.tsx'
import { HandBackDialog } from './hand-back-dialog.tsx'

interface HeadProps {
  detail: ConversationDetail
  me: Me
  composer: RefObject<ComposerHandle | null>
}

export function Head({ detail, me, composer }: HeadProps) {
  const takeOver = useTakeOver(detail.id)
  const [giving, setGiving] = useState(false)
  const [closing, setClosing] = useState(false)
  const mine = detail.owner === 'staff' && detail.staff?.id === me.id
  const others = detail.owner === 'staff' && !mine
  const mayAct = me.role !== 'viewer'
  const back = useLocation({
    select: (location) => (location.pathname.startsWith('/queue') ? '/queue' : '/conversations'),
  })
  const name = customerWords(detail.customer.name)
  const language = languageWords(detail.customer.language)

  function take(): void {
    if (takeOver.isPending) return
    takeOver.mutate(
      {},
      {
        onSuccess: () => composer.current?.focus('reply'),
        onError: (error) => {
          if (error instanceof ApiError && error.holder)
            toast(`${error.holder.name} has it`, { description: 'They were first. You can still leave a note.' })
        },
      },
    )
  }

  const commands: Command[] = []
  if (mayAct) {
    if (!mine && !others) commands.push({ label: 'Take over', keys: 'T', group: 'This conversation', run: take })
    if (!others)
      commands.push({
        label: 'Reply',
        keys: 'R',
        group: 'This conversation',
        run: () => composer.current?.focus('reply'),
      })
    commands.push({
      label: 'Write a note',
      keys: 'N',
      group: 'This conversation',
      run: () => composer.current?.focus('note'),
    })
    if (mine) {
      commands.push({
        label: 'Give back to the bot',
        keys: 'G',
        group: 'This conversation',
        run: () => setGiving(true),
      })
      commands.push({ label: 'Close the case', keys: 'E', group: 'This conversation', run: () => setClosing(true) })
    }
  }
  useCommands(commands)

  return (
    <header className="flex min-h-14 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 py-2 max-md:gap-2 max-md:px-2">
      <Button asChild kind="quiet" size="icon" className="md:hidden">
        <Link to={back} aria-label="Back to the list">
          <ChevronLeft />
        </Link>
      </Button>
      <Avatar who="customer" name={name} className="size-9 text-xs max-md:hidden" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-[0.9375rem] font-semibold">
          <bdi>{name}</bdi>
        </h1>
        <p className="flex items-center gap-2 text-[0.8125rem] text-faint">
          <OwnerBadge row={detail} me={me.id} />
          {detail.waitingSince !== null && detail.owner !== 'bot' && (
            <Waiting since={detail.waitingSince} overdue={detail.overdue} />
          )}
          <span className="truncate max-md:hidden">
            {channelWords(detail.channel)}
            {language && `, ${language}`}
          </span>
        </p>
      </div>
      {mayAct && !mine && !others && (
        <Tooltip text="From now on you answer, not the bot" keys="T" side="bottom">
          <Button kind="primary" onClick={take} busy={takeOver.isPending}>
            <Hand aria-hidden="true" /> Take over
          </Button>
        </Tooltip>
      )}
      {mayAct && mine && (
        <>
          <Tooltip text="The bot answers again" keys="G" side="bottom">
            <Button onClick={() => setGiving(true)} aria-label="Give back">
              <Undo2 aria-hidden="true" /> <span className="max-md:hidden">Give back</span>
            </Button>
          </Tooltip>
          <Tooltip text="The case is over" keys="E" side="bottom">
            <Button onClick={() => setClosing(true)} aria-label="Close">
              <CircleCheck aria-hidden="true" /> <span className="max-md:hidden">Close</span>
            </Button>
          </Tooltip>
          <HandBackDialog
            id={detail.id}
            open={giving}
            onOpenChange={setGiving}
            waiting={detail.waitingSince !== null}
          />
          <CloseDialog id={detail.id} open={closing} onOpenChange={setClosing} />
        </>
      )}
    </header>
  )
}

function channelWords(channel: string): string {
  return channel === 'webchat' ? 'Web chat' : channel.charAt(0).toUpperCase() + channel.slice(1).replaceAll('-', ' ')
}
