// Where staff writes: a reply to the customer, or a note to colleagues.
import { CornerDownLeft, StickyNote } from 'lucide-react'
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Me } from '../../../http/shapes/console.ts'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { sayTyping, useNote } from '../api/actions.ts'
import { sendReply } from '../api/outgoing.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'
import { Tab, TabList, Tabs } from '../ui/tabs.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { customerWords } from '../words/reasons.ts'
import { type Kind, keepDraft, readDraft } from './drafts.ts'

/** The longest text that the server takes, in characters. */
const MAX = 4000

export interface ComposerHandle {
  focus(kind: Kind): void
  /** Puts a suggested line before what is already written. */
  use(text: string): void
}

export function Composer({ detail, me, ref }: { detail: ConversationDetail; me: Me; ref: Ref<ComposerHandle> }) {
  const others = detail.owner === 'staff' && detail.staff?.id !== me.id
  const [wanted, setWanted] = useState<Kind>('reply')
  const kind = others ? 'note' : wanted
  const [drafts, setDrafts] = useState(() => ({
    reply: readDraft(detail.id, 'reply'),
    note: readDraft(detail.id, 'note'),
  }))
  const note = useNote(detail.id)
  const field = useRef<HTMLTextAreaElement>(null)
  const text = drafts[kind]
  const empty = text.trim() === ''
  const tooLong = text.length > MAX

  function write(next: string, as = kind): void {
    setDrafts((all) => ({ ...all, [as]: next }))
    keepDraft(detail.id, as, next)
  }

  function send(): void {
    if (empty || tooLong || note.isPending) return
    const said = text.trim()
    if (kind === 'reply') {
      sendReply(detail.id, said)
      write('')
    } else note.mutate({ text: said }, { onSuccess: () => write('', 'note') })
    field.current?.focus()
  }

  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape') field.current?.blur()
    // While an input method is composing, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  useImperativeHandle(ref, () => ({
    focus(next) {
      setWanted(next)
      requestAnimationFrame(() => field.current?.focus())
    },
    use(line) {
      setWanted('reply')
      write(drafts.reply.trim() === '' || drafts.reply === line ? line : `${line}\n\n${drafts.reply}`, 'reply')
      requestAnimationFrame(() => field.current?.focus())
    },
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useLayoutEffect(() => {
    const found = field.current
    if (!found) return
    found.style.height = 'auto'
    found.style.height = `${Math.min(found.scrollHeight + 2, 220)}px`
  }, [text, kind])

  return (
    <form
      className={cn(
        'z-10 shrink-0 border-t wide:col-start-1 wide:row-start-2 border-line px-4 pt-2 pb-3 max-md:px-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
        kind === 'note' ? 'bg-note-soft' : 'bg-surface',
      )}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="mx-auto grid max-w-3xl gap-1.5">
        <div className="flex items-center justify-between gap-2">
          <Tabs value={kind} onChange={(next) => setWanted(next === 'note' ? 'note' : 'reply')}>
            <TabList label="What you write">
              {!others && <Tab value="reply">Reply</Tab>}
              <Tab value="note">Note</Tab>
            </TabList>
          </Tabs>
          <p
            className={cn('text-xs', tooLong ? 'font-medium text-alarm' : 'text-faint')}
            role={tooLong ? 'alert' : undefined}
          >
            {text.length > MAX - 400 ? `${text.length} / ${MAX}` : hint(detail, me, kind)}
          </p>
        </div>
        <div className="flex items-end gap-2">
          <textarea
            ref={field}
            rows={2}
            dir="auto"
            value={text}
            aria-label={kind === 'reply' ? 'Reply to the customer' : 'Note to colleagues'}
            aria-invalid={tooLong}
            placeholder={
              kind === 'reply' ? `Reply to ${customerWords(detail.customer.name)}` : 'A note that only colleagues see'
            }
            onChange={(event) => {
              write(event.target.value)
              if (kind === 'reply' && detail.staff?.id === me.id) sayTyping(detail.id)
            }}
            onKeyDown={key}
            className={cn(
              'min-h-14 flex-1 resize-none rounded-xl border px-3 py-2 placeholder:text-faint focus-visible:outline-1 focus-visible:outline-offset-0',
              kind === 'note' ? 'border-note-line bg-surface' : 'border-line-strong bg-paper',
              tooLong && 'border-alarm',
            )}
          />
          <Tooltip text={kind === 'reply' ? 'Send to the customer' : 'Keep the note'} keys="Enter">
            <Button type="submit" kind="primary" disabled={empty || tooLong} busy={note.isPending}>
              {kind === 'reply' ? <CornerDownLeft aria-hidden="true" /> : <StickyNote aria-hidden="true" />}
              {kind === 'reply' ? 'Send' : 'Note'}
            </Button>
          </Tooltip>
        </div>
      </div>
    </form>
  )
}

/** What sending will do besides sending. */
function hint(detail: ConversationDetail, me: Me, kind: Kind): string {
  if (kind === 'note') return 'Customers do not see notes'
  if (detail.owner === 'staff' && detail.staff?.id === me.id) return ''
  if (detail.owner === 'bot') return 'Sending takes the conversation from the bot'
  if (detail.owner === 'queue') return 'Sending takes the conversation'
  return 'Sending opens a new case'
}
