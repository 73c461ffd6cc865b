// Reads the text of a server-sent event stream, in whatever pieces it arrives.

export interface SentEvent {
  type: string
  data: string
  id?: string
}

/** Returns a function that takes the next piece of text and calls `onEvent` for each event that it completes. */
export function createEventParser(onEvent: (event: SentEvent) => void): (piece: string) => void {
  let rest = ''
  let type = ''
  let data: string[] = []
  let id: string | undefined

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0)
        onEvent({ type: type || 'message', data: data.join('\n'), ...(id === undefined ? {} : { id }) })
      type = ''
      data = []
      return
    }
    if (line.startsWith(':')) return
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') type = value
    else if (field === 'data') data.push(value)
    else if (field === 'id' && !value.includes('\0')) id = value
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}
