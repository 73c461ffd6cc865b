// Keeps the newest line in sight for whoever was looking at it, and leaves others where they are.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** `changes` grows when something was said. Returns whether the end is in sight, and a way to go there. */
export function useStickToEnd(end: RefObject<HTMLElement | null>, changes: number, startAtTop: boolean) {
  const [atEnd, setAtEnd] = useState(true)
  const follow = useRef(!startAtTop)
  const go = () => end.current?.scrollIntoView({ block: 'end' })

  useEffect(() => {
    const mark = end.current
    if (!mark) return
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        follow.current = entry.isIntersecting
        setAtEnd(entry.isIntersecting)
      },
      { rootMargin: '80px' },
    )
    seen.observe(mark)
    return () => seen.disconnect()
  }, [end])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves when something was said, and only then
  useLayoutEffect(() => {
    if (follow.current) go()
  }, [changes])

  return { atEnd, go }
}
