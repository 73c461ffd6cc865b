// Another vendor's LangChain chat model, from the package that the merchant has installed: `package#Export`.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { DependencyFailed } from '../../core/errors.ts'
import type { LanguageModel } from '../../ports/language-model.ts'
import { failed, type Subject } from './failures.ts'
import { createLangChainModel } from './langchain.ts'

type Options = Readonly<Record<string, unknown>>

// One call is one request: LangChain's own six tries would keep a customer waiting. The limit is a little above ours.
const DEFAULTS: Options = { maxRetries: 0, maxTokens: 600 }

const SPEC = /^(?<package>(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?:\/[a-z\d][\w.-]*)*)#(?<name>[A-Za-z_$][\w$]*)$/i

export function createVendorModel(spec: string, options: Options): LanguageModel {
  const subject = subjectOf(spec, options)
  return createLangChainModel({
    name: subject.model,
    subject,
    chatModel: () => load(spec, options, subject),
  })
}

/** What is wrong with the setting itself, without loading anything: its form, or a package that is not there. */
export function vendorProblem(spec: string): string | undefined {
  const { package: name } = SPEC.exec(spec)?.groups ?? {}
  if (name === undefined)
    return `MODEL is "${spec}" and should name a package and its export, like @langchain/anthropic#ChatAnthropic.`
  try {
    import.meta.resolve(name)
    return undefined
  } catch {
    return missing(name)
  }
}

async function load(spec: string, options: Options, subject: Subject): Promise<BaseChatModel> {
  const problem = vendorProblem(spec)
  if (problem !== undefined) throw new DependencyFailed('model', problem)
  const { package: from = '', name = '' } = SPEC.exec(spec)?.groups ?? {}
  const found: Record<string, unknown> = await import(from)
  const Model = found[name]
  if (typeof Model !== 'function') throw new DependencyFailed('model', notThere(from, name, found))
  try {
    const model: unknown = Reflect.construct(Model, [{ ...DEFAULTS, ...options }])
    if (isChatModel(model)) return model
  } catch (error) {
    const { message } = failed(error, subject) as Error
    throw new DependencyFailed('model', `${name} of ${from} cannot be set up. Check MODEL_OPTIONS. ${message}`)
  }
  throw new DependencyFailed('model', notThere(from, name, found))
}

function isChatModel(value: unknown): value is BaseChatModel {
  const { invoke, withStructuredOutput } = (value ?? {}) as Partial<BaseChatModel>
  return typeof invoke === 'function' && typeof withStructuredOutput === 'function'
}

function missing(name: string): string {
  const installed = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
  return `MODEL names ${installed}, which is not installed. Run: npm install ${installed}`
}

function notThere(from: string, name: string, found: Record<string, unknown>): string {
  const offered = Object.keys(found).filter((key) => /^Chat[A-Z]/.test(key))
  const list = offered.length === 0 ? 'It has none.' : `It has ${offered.slice(0, 6).join(', ')}.`
  return `${from} has no chat model named ${name}. ${list} Check MODEL.`
}

function subjectOf(spec: string, options: Options): Subject {
  const [from = spec, name = spec] = spec.split('#')
  const model = [options['model'], options['modelName']].find((value) => typeof value === 'string') ?? name
  const secrets = Object.entries(options).flatMap(([key, value]) =>
    /key|secret|token|password/i.test(key) && typeof value === 'string' ? [value] : [],
  )
  const settings = {
    key: 'the key in MODEL_OPTIONS or its own variable',
    model: 'MODEL_OPTIONS',
    server: 'MODEL_OPTIONS',
  }
  return { dependency: 'model', model: String(model), server: from, settings, secrets }
}
