// Any passage index is a LangChain retriever.
import { RunnableLambda } from '@langchain/core/runnables'
import { describe, expect, it } from 'vitest'
import { PassageRetriever } from '../../../src/adapters/llm/retriever.ts'
import type { PassageIndex, Query } from '../../../src/ports/passage-index.ts'
import { passage } from '../../fixtures/prompts.ts'

function indexOf(queries: Query[]): PassageIndex {
  const hits = [
    { passage: passage('Returns', 'Within 30 days.', { link: 'https://shop.example/returns' }), score: 0.9 },
    { passage: passage('Shipping', 'Two days.'), score: 0.4 },
  ]
  return {
    update: async () => undefined,
    search: async (query) => {
      queries.push(query)
      return { hits: query.text === '' ? [] : hits.slice(0, query.limit), evidence: {} }
    },
    size: () => hits.length,
    languages: () => ['en'],
    close: async () => undefined,
  }
}

describe('the passage index as a LangChain retriever', () => {
  const retriever = (queries: Query[], limit = 4) =>
    new PassageRetriever({ index: indexOf(queries), language: 'en', limit, now: () => 77 })

  it('invoke: gives documents, best first, that say where they are from', async () => {
    const [first, second] = await retriever([]).invoke('how to return?')
    expect(first).toMatchObject({
      id: 'help.md#returns',
      pageContent: 'Within 30 days.',
      metadata: {
        source: 'help.md',
        place: 'returns',
        title: 'Returns',
        score: 0.9,
        link: 'https://shop.example/returns',
      },
    })
    expect(second?.metadata).not.toHaveProperty('link')
  })

  it('asks the index with its language, limit and time', async () => {
    const queries: Query[] = []
    await retriever(queries, 1).invoke('how to return?')
    expect(queries).toEqual([{ text: 'how to return?', language: 'en', limit: 1, now: 77 }])
  })

  it('stands in a chain, in a batch, and with nothing found', async () => {
    const chain = retriever([]).pipe(RunnableLambda.from((documents: unknown[]) => documents.length))
    expect(await chain.batch(['return', ''])).toEqual([2, 0])
  })
})
