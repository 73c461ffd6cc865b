// Conversations as text. A story is a heading and lines; each line is something that happens or something expected.
//
//   # Title with the ids of the rows that it proves [T1]
//   model: scripted                      (optional; without it the best passage is quoted)
//   Customer: text                       a message; `Customer sends: voice` for something without words
//   Customer presses person
//   => answer shipping.md                verdict of the bot's turn, and a source it cites
//   => clarify | => greeting | => thanks
//   => handoff explicit-request          the first reason
//   => silent                            no automatic text since the last line
//   says: words                          in the latest automatic message (case and spaces apart)
//   brief: words                         somewhere in the brief
//   owner: bot | queue | staff | nobody
//   Ana takes over / Ana: text / Ana notes: text / Ana hands back / Ana hands back quietly / Ana closes missing-knowledge
//   Ana is refused: takes over           … because somebody else has it
//   wait: 31 minutes | 25 hours
//   model: down                          from here on

export interface Step {
  line: number
  text: string
}

export interface Story {
  title: string
  /** The scripted model's name, if the story has one from its start. */
  steps: readonly Step[]
}

/** Every `#` heading of a file is a story. Lines that begin with `//` are remarks. */
export function readStories(text: string): Story[] {
  const stories: { title: string; steps: Step[] }[] = []
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('//')) continue
    if (line.startsWith('# ')) stories.push({ title: line.slice(2), steps: [] })
    else stories.at(-1)?.steps.push({ line: i + 1, text: line })
  }
  return stories
}
