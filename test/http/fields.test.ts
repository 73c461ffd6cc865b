// Every field of every route, with everything it is not.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeApi } from '../../src/http/openapi.ts'
import { ROUTES } from '../../src/http/routes/index.ts'
import { CONSOLE_TOKEN, type House, openHouse } from './house.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  id = (await house.customer()).id
})
afterAll(() => house.close())

interface Operation {
  parameters: { name: string; in: string; schema: { type?: string } }[]
  requestBody?: {
    content: { 'application/json': { schema: { properties?: Record<string, { type?: string }>; required?: string[] } } }
  }
}
const document = describeApi(ROUTES)
const operationOf = (path: string, method: string) =>
  (document['paths'] as Record<string, Record<string, Operation>>)[path]?.[method] as Operation
const urlOf = (path: string) => `/api/v1${path.replace('{id}', id).replace('{token}', 'sometoken')}`

const WRONG: Record<string, readonly unknown[]> = {
  string: [null, 0, 1.5, true, [], {}, [''], { text: 'x' }],
  boolean: [null, 0, 'true', [], {}],
}

const withBody = ROUTES.filter(({ path, method }) => operationOf(path, method).requestBody)
const fields = withBody.flatMap(({ path, method }) => {
  const { properties = {} } = operationOf(path, method).requestBody?.content['application/json'].schema ?? {}
  return Object.entries(properties).map(([field, schema]) => ({ path, field, type: schema.type ?? 'string' }))
})

describe('a field', () => {
  it.each(fields)('$field of $path of the wrong type is named', async ({ path, field, type }) => {
    for (const value of WRONG[type] ?? []) {
      const { status, body } = await house.call(urlOf(path), {
        method: 'POST',
        token: CONSOLE_TOKEN,
        body: { [field]: value },
      })
      expect([value, status]).toEqual([value, 400])
      expect(body.fields.map((one: { field: string }) => one.field).join()).toContain(field)
    }
  })

  it.each(withBody)('that $path does not know is refused by name', async ({ path }) => {
    const { status, body } = await house.call(urlOf(path), {
      method: 'POST',
      token: CONSOLE_TOKEN,
      body: { surprise: 1 },
    })
    expect(status).toBe(400)
    expect(body.fields).toContainEqual({ field: 'surprise', reason: 'is not known here' })
  })

  it.each(ROUTES.filter(({ method }) => method === 'get'))(
    'in the query that $path does not know is refused',
    async ({ path }) => {
      const { status } = await house.call(`${urlOf(path)}?surprise=1`, { token: CONSOLE_TOKEN })
      expect(status).toBe(400)
    },
  )

  const numbers = [
    'limit=0',
    'limit=101',
    'limit=1.5',
    'limit=x',
    'limit=',
    'limit=1&limit=2',
    'owner=me',
    'channel=A',
    'cursor=',
    'staff=%00',
    'owner[]=bot',
  ]
  it.each(numbers)('in the query of lists like %s is refused', async (query) => {
    const { status, body } = await house.call(`/api/v1/conversations?${query}`, { token: CONSOLE_TOKEN })
    expect([status, body.code]).toEqual([400, 'bad-input'])
  })
})

describe('whatever comes as a body', () => {
  it.each(withBody)('$path answers with a document and never with a fault of its own', async ({ path, method }) => {
    const names = Object.keys(
      operationOf(path, method).requestBody?.content['application/json'].schema.properties ?? {},
    )
    const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'length', ...names), fc.string({ maxLength: 8 }))
    const bodies = fc.oneof(
      fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
      fc.jsonValue({ maxDepth: 3 }),
    )
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const reply = await house.call(urlOf(path), {
          method: 'POST',
          token: CONSOLE_TOKEN,
          body: JSON.stringify(body),
        })
        expect(reply.status).toBeLessThan(500)
        if (reply.status >= 400)
          expect(reply.body).toMatchObject({
            status: reply.status,
            code: expect.any(String),
            detail: expect.any(String),
          })
      }),
      { numRuns: 25 },
    )
    expect(house.logged).toEqual([])
  })
})

describe('the description of the API', () => {
  it('is served, and tells of every route, its fields and its problems', async () => {
    const served = await house.call('/api/v1/openapi.json')
    expect(served.status).toBe(200)
    expect(served.body).toEqual(JSON.parse(JSON.stringify(document)))
    expect(served.body.openapi).toBe('3.1.0')
    for (const { path, method, problems, answer } of ROUTES) {
      const operation = served.body.paths[path][method]
      expect(Object.keys(operation.responses).map(Number)).toEqual(expect.arrayContaining([answer.status, ...problems]))
    }
    expect(
      served.body.paths['/conversations/{id}/messages'].post.requestBody.content['application/json'].schema,
    ).toMatchObject({
      type: 'object',
      required: ['text'],
      additionalProperties: false,
      properties: { text: { type: 'string', maxLength: 4000 } },
    })
    expect(served.body.paths['/conversations'].get.parameters).toContainEqual(
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
    )
  })

  it('says what really comes back: only fields that it names', async () => {
    const { body } = await house.call(`/api/v1/conversations/${id}`, { token: CONSOLE_TOKEN })
    const { responses } = operationOf('/conversations/{id}', 'get') as unknown as {
      responses: Record<string, { content: Record<string, { schema: { properties: object; required: string[] } }> }>
    }
    const schema = responses['200']?.content['application/json']?.schema
    expect(Object.keys(body).sort()).toEqual(Object.keys(schema?.properties ?? {}).sort())
  })
})
