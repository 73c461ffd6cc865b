// Gives a conversation back to the bot, with or without saying so.
import { useHandBack } from '../api/actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface HandBackProps {
  id: string
  open: boolean
  onOpenChange(open: boolean): void
  /** The customer spoke last: the bot will answer that at once. */
  waiting: boolean
}

export function HandBackDialog({ id, open, onOpenChange, waiting }: HandBackProps) {
  const handBack = useHandBack(id)
  const give = (quiet: boolean) => {
    if (handBack.isPending) return
    handBack.mutate(quiet ? { quiet } : {}, { onSettled: () => onOpenChange(false) })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Give it back to the bot?"
      description={
        waiting
          ? 'The customer wrote last, so the bot answers that at once. It knows what you said.'
          : 'The bot answers from now on, and knows what you said.'
      }
    >
      <div className="flex flex-wrap justify-end gap-2 px-5 pt-4 pb-5 max-md:flex-col-reverse">
        <Button onClick={() => give(true)} disabled={handBack.isPending}>
          Quietly
        </Button>
        <Button kind="primary" autoFocus onClick={() => give(false)} busy={handBack.isPending}>
          Give back and tell the customer
        </Button>
      </div>
    </Dialog>
  )
}
