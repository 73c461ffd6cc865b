// Conversations as text. A story is a heading and lines; each line is something that happens or something expected.
//
//   # Title with the ids of the rows that it proves [T1]
//
// What customers do. Lines that follow each other are sent in one breath.
//   Customer: text                       `Customer Marta: text` where the channel knows a name
//   Customer sends: voice                something without words: voice, image, sticker …
//   Customer presses person              the control "talk to a person"
//
// What staff does. `Ben is refused: takes over`: … because somebody else has it, or nobody.
//   Ana takes over · Ana takes next · Ana hands back · Ana hands back quietly
//   Ana: text                            a reply, which takes over if need be; refused: `Ben is refused: writes text`
//   Ana notes: text
//   Ana closes · Ana closes missing-knowledge
//
// What else happens. Without a model the best passage is quoted.
//   model: careful | down | none         from here on; `careful person=yes answerable=no …` see model.ts
//   wait: 31 minutes                     seconds, minutes, hours, days
//
// What is expected. Every automatic message of a story must be expected by a verdict, in its place.
//   => answer shipping.md#place          the verdict since the last look, and what it cites (`#place` may be left out)
//   => clarify unknown | => clarify which
//   => handoff explicit-request          the first reason
//   => greeting | => thanks | => hand-back
//   => silent                            no automatic text since the last look
//   says: words                          in the latest automatic message (case and spaces apart)
//   confidence: from 0.70 | under 0.65   of the last verdict; it was stored, with the passages it rests on
//   shows: words | hides: words          anywhere in what the customer sees
//   reads: words                         in what the model was last given to read
//   brief: words                         anywhere in the brief; `brief known: words` in one part of it
//   owner: bot | queue | staff | nobody
//   queue: empty | waiting | overdue
//   case: bot_resolved                   how the last case ended; `case: follows` the one before, `case: new`

export interface Step {
  line: number
  text: string
}

export interface Story {
  title: string
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
