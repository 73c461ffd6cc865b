// Why a conversation leaves the bot: which trigger, and what it saw.

/** Names are a contract with the outside; an issue that adds a trigger adds its name here. */
export type TriggerName =
  | 'explicit-request'
  | 'fallback-limit'
  | 'low-confidence'
  | 'rephrasing'
  | 'dependency-failure'
  | 'unreadable'

export interface Reason {
  trigger: TriggerName
  /** What it found, with the customer's words quoted where there are some. */
  evidence: string
}
