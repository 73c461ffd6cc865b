// One line of the table, and the arithmetic behind it.

export interface Figure {
  name: string
  value: number
  unit: string
  /** To stay under; to reach when the unit is a rate (`…/s`). */
  goal?: number
}

export function reached({ value, unit, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined
  return unit.endsWith('/s') ? value >= goal : value <= goal
}

/** The value that this share of the numbers stays under. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
