// Whether a confidence means what it says.

export interface Judged {
  /** 0 to 1. */
  score: number
  right: boolean
}

/**
 * Area under the ROC curve: the probability that a right one scores higher than a wrong one, ties counting half
 * (Mann–Whitney). Null without both kinds.
 */
export function areaUnderRoc(judged: readonly Judged[]): number | null {
  const rights = judged.filter((one) => one.right).length
  const wrongs = judged.length - rights
  if (rights === 0 || wrongs === 0) return null
  const sorted = [...judged].sort((a, b) => a.score - b.score)
  let ranks = 0
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) end++
    const rank = (i + 1 + end) / 2
    ranks += rank * sorted.slice(i, end).filter((one) => one.right).length
    i = end
  }
  return (ranks - (rights * (rights + 1)) / 2) / (rights * wrongs)
}

/** Expected calibration error: the mean gap between score and share of right ones, over ten equal bins by weight. */
export function calibrationError(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null
  let gap = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = judged.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin)
    const sum = (value: (one: Judged) => number) => inside.reduce((all, one) => all + value(one), 0)
    gap += Math.abs(sum((one) => one.score) - sum((one) => Number(one.right)))
  }
  return gap / judged.length
}
