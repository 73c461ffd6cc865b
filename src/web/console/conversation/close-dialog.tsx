// Ends the case, and asks why a person was needed: that is how the bot gets better.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useClose } from '../api/actions.ts'
import { shopQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Textarea } from '../ui/field.tsx'
import { causeWords } from '../words/reasons.ts'

const UNSTATED = 'unstated'

export function CloseDialog({
  id,
  open,
  onOpenChange,
}: {
  id: string
  open: boolean
  onOpenChange(open: boolean): void
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Close the case"
      description="Why was a person needed? The numbers count it."
    >
      <Form id={id} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function Form({ id, onDone }: { id: string; onDone(): void }) {
  const close = useClose(id)
  const causes = useQuery(shopQuery).data?.rootCauses ?? []
  const [cause, setCause] = useState(UNSTATED)
  const [note, setNote] = useState('')
  const options = [...causes.filter((one) => one !== UNSTATED), UNSTATED].map((value) => ({
    value,
    label: causeWords(value),
  }))
  return (
    <form
      className="grid gap-4 px-5 pt-3 pb-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (close.isPending) return
        const said = note.trim()
        close.mutate({ rootCause: cause, ...(said === '' ? {} : { note: said }) }, { onSuccess: onDone })
      }}
    >
      <div className="-mx-2">
        <Choices label="Why a person was needed" value={cause} onChange={setCause} options={options} />
      </div>
      <Field label="Note" hint="For colleagues. The customer does not see it.">
        {(ties) => (
          <Textarea
            {...ties}
            dir="auto"
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className="min-h-16"
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button kind="primary" type="submit" busy={close.isPending}>
          Close the case
        </Button>
      </div>
    </form>
  )
}
