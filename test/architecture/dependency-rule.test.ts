// Arrows point down to core; only wire/ has seen an adapter; each package has one home.
import { describe, expect, it } from 'vitest'
import { isPackage, readSource, type SourceFile } from './source.ts'

const files = readSource()
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path)
const shelf = (path: string): string => path.split('/').slice(0, 2).join('/')

/** The folder of an adapter: what may import what inside `adapters/`. */
const wing = (path: string): string => path.split('/').slice(0, 2).join('/')

const STAIRS = ['knowledge', 'answer', 'handoff', 'conversation', 'metrics']
const step = (path: string): number => STAIRS.indexOf(path.split('/')[1] ?? '')

const MAY: Record<string, (target: string, from: SourceFile, typeOnly: boolean) => boolean> = {
  core: (target) => room(target) === 'core',
  ports: (target) => room(target) === 'core' || room(target) === 'ports',
  app: (target) => ['core', 'ports', 'app'].includes(room(target)),
  adapters: (target, from) => ['core', 'ports'].includes(room(target)) || wing(target) === wing(from.path),
  config: (target) => ['core', 'ports', 'config'].includes(room(target)) || target === 'app/needs.ts',
  http: (target) => ['core', 'ports', 'app', 'http'].includes(room(target)) || target === 'web/stamp.ts',
  web: (target, _from, typeOnly) =>
    room(target) === 'web' || (typeOnly && (target.startsWith('http/shapes/') || room(target) === 'core')),
  cli: (target) =>
    ['core', 'ports', 'app', 'config', 'cli'].includes(room(target)) || room(target) === 'wire' || target === 'main.ts',
  'main.ts': (target) => ['config', 'core', 'wire', 'cli'].includes(room(target)),
  wire: () => true,
}

function wrongImports(): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ target, typeOnly }) => {
        if (target.startsWith('node:') || isPackage(target) || /\.(css|json|svg)/.test(target)) return false
        const may = MAY[room(file.path)]
        return may ? !may(target, file, typeOnly) : true
      })
      .map(({ target }) => `${file.path} -> ${target}`),
  )
}

describe('the dependency rule', () => {
  it('every import goes the way it may', () => {
    expect(wrongImports()).toEqual([])
  })

  it('core climbs its own staircase only downwards', () => {
    const up = files
      .filter((file) => file.path.startsWith('core/') && step(file.path) >= 0)
      .flatMap((file) =>
        file.imports
          .filter(({ target }) => step(target) > step(file.path))
          .map(({ target }) => `${file.path} -> ${target}`),
      )
    expect(up).toEqual([])
  })

  it('core and app know no package, no node:, no clock and no chance', () => {
    const impure = files
      .filter((file) => file.path.startsWith('core/') || file.path.startsWith('ports/') || file.path.startsWith('app/'))
      .flatMap((file) =>
        file.imports
          .filter(({ target }) => target.startsWith('node:') || isPackage(target))
          .map(({ target }) => `${file.path} -> ${target}`),
      )
    expect(impure).toEqual([])
    const hidden = files.filter(
      (file) =>
        file.path.startsWith('core/') &&
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bawait\b|\bprocess\./.test(code(file)),
    )
    expect(hidden.map((file) => file.path)).toEqual([])
    const clocks = files.filter(
      (file) =>
        file.path.startsWith('app/') &&
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bsetTimeout\(|\bsetInterval\(/.test(code(file)),
    )
    expect(clocks.map((file) => file.path)).toEqual([])
  })

  it('nothing goes round in a circle', () => {
    const edges = new Map(
      files.map((file) => [file.path, file.imports.filter((one) => !one.typeOnly).map((one) => one.target)]),
    )
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      if (done.has(path)) return
      for (const next of edges.get(path) ?? []) if (edges.has(next)) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of edges.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  it('each package has one home', () => {
    const homes = new Map<string, Set<string>>()
    for (const file of files.filter((one) => !one.path.startsWith('web/'))) {
      for (const { target } of file.imports) {
        if (isPackage(target))
          homes.set(
            target,
            (homes.get(target) ?? new Set()).add(room(file.path) === 'adapters' ? shelf(file.path) : room(file.path)),
          )
      }
    }
    const many = [...homes]
      .filter(([name, where]) => where.size > (SHARED[name] ?? 1))
      .map(([name, where]) => `${name}: ${[...where].join(', ')}`)
    expect(many).toEqual([])
  })
})

/** `yaml` reads policy in config and front matter in a knowledge format. */
const SHARED: Record<string, number> = { yaml: 2 }

function code(file: SourceFile): string {
  return file.text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g, "''")
}
