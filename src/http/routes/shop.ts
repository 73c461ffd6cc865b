// What pages need to know of the policy.
import { shop as shopShape } from '../answers.ts'
import { route } from '../route.ts'
import { nothing } from '../schemas.ts'
import type { ShopInfo } from '../shapes/console.ts'

export const shop = route({
  method: 'get',
  path: '/shop',
  allowed: 'viewer',
  summary: "The shop's name, teams and root causes",
  params: nothing,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: shopShape },
  problems: [401],
  handle: async (_call, { app }) => {
    const { shop, rootCauses, teams } = app.policy()
    const body: ShopInfo = { name: shop.name, rootCauses, teams: teams.map(({ id, name }) => ({ id, name })) }
    return { status: 200, body }
  },
})
