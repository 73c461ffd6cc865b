// Choosing a model costs nothing: the large packages are loaded by the first call.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const index = new URL('../../../src/adapters/llm/index.ts', import.meta.url).href

it('the list of models loads neither openai nor LangChain', async () => {
  const script = `
    const { createRequire, registerHooks } = await import('node:module')
    const loaded = []
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
    const { createModel, createEmbedder } = await import(${JSON.stringify(index)})
    const config = { apiKey: 'k', embeddingModel: 'e' }
    createModel(config); createEmbedder(config)
    createModel({ vendor: '@langchain/anthropic#ChatAnthropic' })
    console.log(JSON.stringify(loaded))
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  const loaded = JSON.parse(stdout) as string[]
  expect(loaded.some((url) => url === index)).toBe(true)
  expect(loaded.filter((url) => url.includes('node_modules'))).toEqual([])
})
