// OpenAPI 3.1 from the route table. Schemas are JSON Schema as zod writes it.
import { z } from 'zod'
import { problem } from './answers.ts'
import type { Route, Shape } from './route.ts'

type Json = Record<string, unknown>

/** The document for a list of routes, under `/api/v1`. */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {
    '/events': { get: EVENTS },
  }
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  return {
    openapi: '3.1.0',
    info: { title: 'Baton', version: '1', description: 'What the console and scripts do with conversations.' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'baton' },
      },
    },
  }
}

const PROBLEM = {
  description: 'What is wrong, as RFC 9457 says it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const SIGNED_IN = [{ token: [] }, { cookie: [] }]

const EVENTS: Json = {
  summary: 'Live feed (SSE): `conversation`, `typing`, `files`, `health`; hints to read anew',
  security: SIGNED_IN,
  responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } }, 401: PROBLEM },
}

function operation(route: Route): Json {
  const { status, shape } = route.answer
  const content = shape ? { content: { 'application/json': { schema: schemaOf(shape, 'output') } } } : {}
  const keyed = route.method === 'post' && route.allowed !== 'anyone'
  return {
    summary: route.summary,
    security: route.allowed === 'anyone' ? [] : SIGNED_IN,
    ...(route.allowed === 'anyone' ? {} : { description: `Least role: ${route.allowed}.` }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(keyed ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(route.body
      ? { requestBody: { content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      [status]: { description: 'Done', ...content },
      ...Object.fromEntries(route.problems.map((each) => [each, PROBLEM])),
    },
  }
}

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key within 24 hours has no second effect and gets the same answer.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
}

function parametersOf(shape: Shape, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(shape, place === 'query' ? 'output' : 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && !('default' in schema)),
    schema,
  }))
}

function schemaOf(shape: Shape, io: 'input' | 'output'): Json {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io })
  return schema
}
