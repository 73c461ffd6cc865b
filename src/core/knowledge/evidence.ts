// What retrieval measured. Any number may be absent: confidence then takes the prior's mean for it.
import type { Passage } from './passage.ts'

/**
 * The named numbers of one search. Definitions follow the measured feature list of the retrieval notes; all are
 * computed from the ranking alone, so any index that fills some of them can stand behind the port.
 */
export interface Evidence {
  /** Best lexical score over its attainable maximum, 2 × the sum of the query terms' idf; 0 to about 1. */
  ratio?: number
  /** Character n-gram cosine of the best passage, 0 to 1. */
  chars?: number
  /** Idf-weighted share of query terms that the best passage has, 0 to 1. */
  coverage?: number
  /** The same over the best five passages of the same entry, 0 to 1. */
  answerCoverage?: number
  /** Idf share of query terms that no passage has, 0 to 1; one that spelling could mend counts in part. */
  unknown?: number
  /** Fused score of the best minus that of the best different entry, 0 to 1. */
  margin?: number
  /** That margin over the best score, 0 to 1. */
  relativeMargin?: number
  /** 1 when the lexical and the character ranking (and the dense one, when there is one) have the same best entry. */
  agreement?: number
  /** Share of the best passage's question that the query covers, 0 to 1. */
  reverseCoverage?: number
  /** Share of the first ten hits that belong to the best entry, 0 to 1. */
  votes?: number
  /** (best score − mean) / standard deviation over the first twenty hits. */
  z?: number
  /** Natural logarithm of 1 + number of query terms. */
  logLength?: number
  /** Highest idf among matched terms over the highest in the index, 0 to 1. */
  maxIdf?: number
  /** Cosine of the best passage's embedding, −1 to 1; only with embeddings. */
  dense?: number
  /** Cosine distance to the best different entry; only with embeddings. */
  denseMargin?: number
}

/** A found passage. `score` orders hits within one search and means nothing across searches. */
export interface Hit {
  passage: Passage
  score: number
}

export interface Found {
  /** Best first. */
  hits: readonly Hit[]
  evidence: Evidence
}

export const NOTHING_FOUND: Found = { hits: [], evidence: {} }
