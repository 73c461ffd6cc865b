// The API's description, made from the routes and the very schemas that check requests.
import type { Express } from 'express'
import { API } from '../api.ts'
import { describeApi } from '../openapi.ts'
import { ROUTES } from './index.ts'

export function bindOpenApi(site: Express): void {
  let document: string | undefined
  site.get(`${API}/openapi.json`, (_req, res) => {
    document ??= JSON.stringify(describeApi(ROUTES))
    res.type('json').end(document)
  })
}
