// The headers that keep a browser from doing with our answers what nobody asked for.
import type { IncomingMessage, ServerResponse } from 'node:http'

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

// Neither scripts nor styles may be inline, and no script may be made of text.
const PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; " +
  "require-trusted-types-for 'script'"

const DATA: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

const CONSOLE: Readonly<Record<string, string>> = {
  'content-security-policy': `${PAGE}; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
}

/** The merchant's own site shows the widget in a frame, so it may be framed anywhere. */
const WIDGET: Readonly<Record<string, string>> = { 'content-security-policy': PAGE }
const LOADER: Readonly<Record<string, string>> = { 'cross-origin-resource-policy': 'cross-origin' }
const SHOP: Readonly<Record<string, string>> = { 'content-security-policy': `${PAGE}; frame-ancestors 'self'` }

/** Sets the headers of a request's kind of answer: data, console, widget, or the shop's page. */
export function secure(req: IncomingMessage, res: ServerResponse): void {
  for (const [name, value] of Object.entries(COMMON)) res.setHeader(name, value)
  for (const [name, value] of Object.entries(kindOf(req.url ?? '/'))) res.setHeader(name, value)
}

function kindOf(url: string): Readonly<Record<string, string>> {
  if (url.startsWith('/console')) return CONSOLE
  if (url.startsWith('/widget.js')) return LOADER
  if (url.startsWith('/widget')) return WIDGET
  if (url === '/' || url.startsWith('/?') || url.startsWith('/assets/')) return SHOP
  return DATA
}
