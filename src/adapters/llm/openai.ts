// The `openai` client for any server that speaks its protocol, loaded when it is first needed.
import type { OpenAI } from 'openai'

export interface OpenAIServer {
  /** Without it and with a base URL, a local server that needs none is assumed. */
  apiKey?: string
  baseUrl?: string
}

const PUBLIC_URL = 'https://api.openai.com/v1'

/** How messages name the server: its host, or OpenAI. */
export function serverName({ baseUrl }: OpenAIServer): string {
  return baseUrl === undefined ? 'OpenAI' : (URL.parse(baseUrl)?.host ?? baseUrl)
}

/** The client of a server, made at the first call and kept, so that connections are kept too. */
export function lazyClient(server: OpenAIServer): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined
  return () => {
    client ??= createClient(server)
    return client
  }
}

async function createClient({ apiKey, baseUrl }: OpenAIServer): Promise<OpenAI> {
  const { OpenAI } = await import('openai')
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? PUBLIC_URL,
    maxRetries: 0,
    // Callers bring their own limits as signals; this one only ends what everybody forgot.
    timeout: 120_000,
    logLevel: 'off',
    fetch: fetchTwice,
  })
}

/** One more try for a connection that broke before the server said anything, as kept connections do when they age. */
async function fetchTwice(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init)
  } catch (error) {
    if (init?.signal?.aborted) throw error
    return fetch(input, init)
  }
}
