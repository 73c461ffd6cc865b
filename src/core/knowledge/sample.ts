// How to tell that the knowledge folder still holds the sample shop, about which no real customer may be told.

/** The file that marks the sample; a merchant who deletes it, or its mark, says: this is my own. */
export const SAMPLE_FILE = 'about-olive-and-oak.md'

const MARK = /^---\s*\n(?:.*\n)*?sample:\s*true\s*\n/

/** Whether a file, by its path in the folder and its text, marks the folder as the sample. */
export function marksSample(source: string, text: string): boolean {
  return source === SAMPLE_FILE && MARK.test(text.replace(/\r\n?/g, '\n'))
}
