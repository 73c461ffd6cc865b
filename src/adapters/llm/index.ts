// Here is the list: the language models and the embedders, and which of them a configuration means. Nothing heavy is
// loaded before the first call.
import type { Embedder, LanguageModel } from '../../ports/language-model.ts'
import { createOpenAIEmbedder } from './openai-embedder.ts'
import { createOpenAIModel } from './openai-model.ts'
import { createVendorModel, vendorProblem } from './vendor.ts'

export interface ModelConfig {
  /** OPENAI_API_KEY */
  apiKey?: string
  /** OPENAI_BASE_URL */
  baseUrl?: string
  /** OPENAI_MODEL */
  model?: string
  /** OPENAI_EMBEDDING_MODEL */
  embeddingModel?: string
  /** MODEL, as `package#Export`: comes before the others. */
  vendor?: string
  /** MODEL_OPTIONS, parsed. */
  vendorOptions?: Readonly<Record<string, unknown>>
}

const DEFAULT_MODEL = 'gpt-4.1-mini'

/** The model that the configuration means; undefined when it names none, and passages are quoted instead. */
export function createModel(config: ModelConfig): LanguageModel | undefined {
  if (config.vendor !== undefined) return createVendorModel(config.vendor, config.vendorOptions ?? {})
  if (config.apiKey === undefined && config.baseUrl === undefined) return undefined
  return createOpenAIModel({ ...serverOf(config), model: config.model ?? DEFAULT_MODEL })
}

/** The embedder that the configuration means; undefined when search is by words alone. */
export function createEmbedder(config: ModelConfig): Embedder | undefined {
  const { embeddingModel: model } = config
  if (model === undefined || (config.apiKey === undefined && config.baseUrl === undefined)) return undefined
  return createOpenAIEmbedder({ ...serverOf(config), model })
}

/** What is wrong with the choice of model, in one sentence with the remedy, before anything is loaded. */
export function modelProblem(config: ModelConfig): string | undefined {
  return config.vendor === undefined ? undefined : vendorProblem(config.vendor)
}

function serverOf({ apiKey, baseUrl }: ModelConfig) {
  return { ...(apiKey === undefined ? {} : { apiKey }), ...(baseUrl === undefined ? {} : { baseUrl }) }
}
