// Sizes, names and lists: the rules of the house, run.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource, root, src } from './source.ts'

const files = readSource()
/** Word lists are data. */
const isData = (path: string): boolean =>
  path.startsWith('core/handoff/words/') || /(kept-words|profiles|stop-words|texts)\.ts$/.test(path)

describe('the grain', () => {
  it('no file is longer than 250 lines, and half of them are short', () => {
    const sized = files.filter((file) => !isData(file.path))
    expect(sized.filter((file) => file.lines > 250).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
    const sorted = sized.map((file) => file.lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
  })

  it('every file says in its first line what lives there', () => {
    const silent = files.filter((file) => !/^(\/\/ |\/\*\* |#!)/.test(file.text))
    expect(silent.map((file) => file.path)).toEqual([])
  })

  it('there is no drawer for everything', () => {
    const drawers = files.filter((file) =>
      /(^|\/)(utils?|helpers?|types|common|misc|shared)(\.tsx?$|\/)/.test(file.path),
    )
    expect(drawers.map((file) => file.path)).toEqual([])
  })
})

/** Folder with a list, and what makes one of its files a member. */
const LISTS: Record<string, RegExp> = {
  'core/handoff/triggers': /: Trigger = \{/,
  'core/handoff/words': /: (Phrases|Words|LanguageWords)\b.*= \{/,
  'core/metrics': /: Metric = \{/,
  'adapters/knowledge': /: Reader = \{/,
  'adapters/channels': /\): Channel(?: & \{| \{|$)/m,
  'cli/commands': /: CliCommand = \{/,
}

describe('lists match their folders', () => {
  it.each(Object.entries(LISTS))('%s/index.ts names every member', (folder, member) => {
    const index = join(src, folder, 'index.ts')
    expect(existsSync(index)).toBe(true)
    const list = readFileSync(index, 'utf8')
    const members = files.filter(
      (file) => file.path.startsWith(`${folder}/`) && !file.path.endsWith('/index.ts') && member.test(file.text),
    )
    expect(members.length).toBeGreaterThan(0)
    const forgotten = members.filter((file) => !list.includes(`./${file.path.slice(folder.length + 1)}`))
    expect(forgotten.map((file) => file.path)).toEqual([])
  })

  it('index.ts means one thing only: here is the list', () => {
    const lists = files.filter((file) => file.path.endsWith('/index.ts'))
    expect(lists.filter((file) => /export \* from/m.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('the project speaks of itself alone', () => {
  it('names no machine and no registry', () => {
    const told = files.filter((file) =>
      /['"`]\/(?:home|root|work)\/|https?:\/\/[\w.]*(?:registry|mirror)/.test(file.text),
    )
    expect(told.map((file) => file.path)).toEqual([])
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toBe('ignore-scripts=true\n')
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/)
  })

  it('locks every package of every platform, or `npm ci` refuses elsewhere', () => {
    interface Locked {
      optionalDependencies?: Record<string, string>
    }
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>
    }
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${from}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  it('every script and package home is where package.json says', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(Object.keys(scripts).filter((name) => /^(pre|post)|^prepare$|install/.test(name))).toEqual([])
    const started = Object.values(scripts).flatMap(
      (script) => script.match(/(?<![\w/])(?:src|bench|test|bin)\/[\w/.-]+\.(?:ts|mjs)/g) ?? [],
    )
    expect(started.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(existsSync(join(dirname(src), 'LICENSE'))).toBe(true)
  })
})
