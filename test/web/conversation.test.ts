// What the chat shows, folded from what is heard and done.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, EMPTY, evolve, type Said, type View } from '../../src/web/widget/app/conversation.ts'

const said = (id: string, from: Said['from'] = 'bot'): Change => ({
  type: 'said',
  message: { id, from, text: id, at: 1 },
})
const written = (id: string): Change => ({ type: 'written', message: { id, text: id, at: 1, state: 'sending' } })
const shownAfter = (...changes: Change[]): View => changes.reduce(evolve, EMPTY)

describe('the chat', () => {
  it('shows a message once, however often it is heard', () => {
    expect(shownAfter(said('a'), said('b'), said('a')).said.map((one) => one.id)).toEqual(['a', 'b'])
  })

  it('takes what was written from the unsent when the server shows it', () => {
    const view = shownAfter(written('m'), { type: 'delivery', id: 'm', state: 'sent' }, said('m', 'customer'))
    expect(view.unsent).toEqual([])
    expect(view.said.map((one) => one.id)).toEqual(['m'])
  })

  it('stops showing “is typing” when the words are there, or when it was long ago', () => {
    const typing: Change = { type: 'typing', from: 'bot', until: 100 }
    expect(shownAfter(typing, said('a')).typing).toBeNull()
    expect(shownAfter(typing, said('a', 'customer')).typing).not.toBeNull()
    expect(shownAfter(typing, { type: 'tick', now: 99 }).typing).not.toBeNull()
    expect(shownAfter(typing, { type: 'tick', now: 100 }).typing).toBeNull()
  })

  it('no longer shows the bot typing when staff has joined', () => {
    expect(
      shownAfter({ type: 'typing', from: 'bot', until: 100 }, { type: 'owner', owner: 'staff', name: 'Marta' }).typing,
    ).toBeNull()
  })

  it('a person was asked for until somebody has the conversation', () => {
    expect(shownAfter({ type: 'asking', asking: 'yes' }, { type: 'owner', owner: 'bot' }).asking).toBe('yes')
    expect(shownAfter({ type: 'asking', asking: 'yes' }, { type: 'owner', owner: 'queue' }).asking).toBe('no')
  })

  it('keeps what is not yet sent when the server has forgotten the conversation', () => {
    const view = shownAfter(
      said('a'),
      written('m'),
      written('n'),
      { type: 'delivery', id: 'n', state: 'sent' },
      { type: 'forgotten' },
    )
    expect(view.said).toEqual([])
    expect(view.unsent.map((one) => one.id)).toEqual(['m'])
  })

  it('never shows a message twice, nor loses one that was written', () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const change = fc.oneof(
      id.map((one) => said(one, 'customer')),
      id.map((one): Change => ({ type: 'delivery', id: one, state: 'sent' })),
      id.map((one): Change => ({ type: 'delivery', id: one, state: 'failed' })),
    )
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const view = [written('a'), written('b'), written('c'), ...changes].reduce(evolve, EMPTY)
        const shown = [...view.said.map((one) => one.id), ...view.unsent.map((one) => one.id)]
        expect(shown.toSorted()).toEqual(['a', 'b', 'c'])
      }),
    )
  })
})
