// Letting handlers end: first by themselves, then because their signal says so, then without waiting any longer.
import { AFTER_ABORT } from './slot.ts'

/** Resolves when `done` settles, or some time after the signal was aborted. Leaves no timer behind. */
export async function endOf(done: Promise<unknown>, aborter: AbortController, graceMs: number): Promise<void> {
  if (!(await within(done, graceMs))) {
    aborter.abort()
    await within(done, AFTER_ABORT)
  }
}

/** Whether a promise settled within ms. */
export async function within(done: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const settled = done.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([settled, late])
  } finally {
    clearTimeout(timer)
  }
}
