// One of several answers.
import { RadioGroup as RadioBase } from 'radix-ui'

interface ChoicesProps {
  label: string
  value: string
  onChange(value: string): void
  options: readonly { value: string; label: string }[]
}

export function Choices({ label, value, onChange, options }: ChoicesProps) {
  return (
    <RadioBase.Root value={value} onValueChange={onChange} aria-label={label} className="grid">
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
        <label
          key={option.value}
          className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2 hover:bg-sunken max-md:min-h-11"
        >
          <RadioBase.Item
            value={option.value}
            className="grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent"
          >
            <RadioBase.Indicator className="size-1.5 rounded-full bg-accent-ink" />
          </RadioBase.Item>
          {option.label}
        </label>
      ))}
    </RadioBase.Root>
  )
}
