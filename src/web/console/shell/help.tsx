// The keys that work here and now.
import { Dialog } from '../ui/dialog.tsx'
import { Kbd, MOD } from '../ui/kbd.tsx'
import { useAllCommands } from './commands.ts'

export function Help({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard"
      description="Each key works where nothing is being typed."
    >
      <Keys />
    </Dialog>
  )
}

function Keys() {
  const commands = useAllCommands().filter((one) => one.keys !== undefined)
  const rows = [
    ...commands.map((one) => ({ label: one.label, keys: [String(one.keys)] })),
    { label: 'Everything by name', keys: [MOD, 'K'] },
    { label: 'Send what you wrote', keys: ['Enter'] },
    { label: 'A new line in what you write', keys: ['Shift', 'Enter'] },
  ]
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2 px-5 pt-3 pb-5">
      {rows.map((row) => (
        <div key={row.label} className="contents">
          <dt>{row.label}</dt>
          <dd className="flex gap-1 justify-self-end">
            {row.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
