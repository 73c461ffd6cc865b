// Our passage index as a LangChain retriever, for chains and tools that are built around one.
import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager'
import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import type { PassageIndex } from '../../ports/passage-index.ts'

export interface PassageRetrieverFields {
  index: PassageIndex
  /** BCP 47 of the questions. */
  language: string
  /** Most documents wanted. */
  limit: number
  /** Epoch ms at the time of a search. */
  now: () => number
}

/** What a found document says of itself beside its text. */
export interface PassageMetadata {
  [key: string]: unknown
  id: string
  source: string
  place: string
  title: string
  score: number
  link?: string
}

export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['baton', 'retrievers']
  private readonly search: PassageRetrieverFields

  constructor(fields: PassageRetrieverFields) {
    super()
    this.search = fields
  }

  override async _getRelevantDocuments(
    text: string,
    _run?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { index, language, limit, now } = this.search
    const { hits } = await index.search({ text, language, limit, now: now() })
    return hits.map(({ passage, score }) => {
      const { id, source, place, title, link } = passage
      const metadata = { id, source, place, title, score, ...(link === undefined ? {} : { link }) }
      return new Document({ pageContent: passage.text, metadata, id })
    })
  }
}
