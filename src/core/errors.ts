// The errors that Baton itself raises. Each says what happened and what to do next, in words of the person who sees it.

/** The root of the family. `code` is stable and machine-readable; the message is for people. */
export class BatonError extends Error {
  override name = 'BatonError'
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** A command that the conversation's state does not allow; nothing was changed. */
export class Refused extends BatonError {
  override name = 'Refused'
  /** Who has the conversation, where that is the reason. */
  readonly holder: { id: string; name: string } | undefined

  constructor(code: RefusalCode, message: string, holder?: { id: string; name: string }) {
    super(code, message)
    this.holder = holder
  }
}

export type RefusalCode =
  | 'owned-by-another' // a colleague has the conversation
  | 'not-yours' // the verb needs you to have it, and you do not
  | 'nothing-open' // there is no open case to act on
  | 'not-found'
  | 'not-allowed' // your role does not include this
  | 'empty-queue'

/** Input from outside that cannot be taken as it is. `problems` name each field. */
export class BadInput extends BatonError {
  override name = 'BadInput'
  readonly problems: readonly { field: string; reason: string }[]

  constructor(message: string, problems: readonly { field: string; reason: string }[] = []) {
    super('bad-input', message)
    this.problems = problems
  }
}

/** Something that Baton leans on (the model, the embeddings, Redis, a directory) failed or took too long. */
export class DependencyFailed extends BatonError {
  override name = 'DependencyFailed'
  readonly dependency: string

  constructor(dependency: string, message: string, options?: { cause?: unknown }) {
    super('dependency-failed', message, options)
    this.dependency = dependency
  }
}
