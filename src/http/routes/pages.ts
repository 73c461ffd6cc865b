// The built pages: the shop's page, the widget and the console. Requests wait while they are being built.
import { join, resolve } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import type { Pages } from '../config.ts'
import { isLocal } from '../peer.ts'

/** `/`, `/widget.js`, `/widget/`, and `/console/*`, where every path that is no file is the console itself. */
export function bindPages(site: Express, pages: Pages): void {
  const root = resolve(pages.root)
  const files = express.static(root, { redirect: true, dotfiles: 'ignore', setHeaders: setCaching })
  site.get(
    ['/', '/widget.js', '/widget', '/widget/*rest', '/console', '/console/*rest', '/assets/*rest', '/favicon.svg'],
    built(pages),
    files,
  )
  site.get(['/console', '/console/*rest'], (req, res, next) => {
    // A missing script must not come back as a page.
    if (/\.\w+$/.test(req.path)) return next()
    res.set('cache-control', 'no-cache').sendFile(join(root, 'console', 'index.html'), next)
  })
}

/** Lets a request through once the pages are there; tells what to do when they could not be built. */
function built(pages: Pages): RequestHandler {
  return async (req, res, next) => {
    if (pages.state().state === 'building') await pages.ready
    const { state, detail } = pages.state()
    if (state === 'ready') return next()
    // What went wrong may name folders of this machine: only who sits at it is told.
    const why = detail && isLocal(req) ? `: ${detail}` : ''
    res
      .status(503)
      .set('retry-after', '5')
      .type('text/plain')
      .send(
        `The pages could not be built${why}.\nMessages are taken and answered all the same.\n` +
          'To build the pages, run "npm run build" in the folder of Baton and load this page again.\n',
      )
  }
}

/** Files whose name carries a hash of their content never change; everything else is asked for anew. */
function setCaching(res: { setHeader(name: string, value: string): unknown }, path: string): void {
  const hashed = /[/\\]assets[/\\].*-[\w-]{8,}\.\w+$/.test(path)
  res.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
