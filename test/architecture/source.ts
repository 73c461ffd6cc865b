// The source tree as the house rules look at it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const src = join(root, 'src')

export interface SourceFile {
  /** Relative to src/, with `/`. */
  path: string
  text: string
  lines: number
  /** `./x.ts` resolved to a path relative to src/; packages by name; `node:` as `node:x`. */
  imports: { target: string; typeOnly: boolean; dynamic: boolean }[]
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export function readSource(): SourceFile[] {
  return walk(src)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      const imports = [
        ...[...text.matchAll(STATIC)].map((m) => ({
          target: target(file, m[2] ?? ''),
          typeOnly: Boolean(m[1]),
          dynamic: false,
        })),
        ...[...text.matchAll(DYNAMIC)].map((m) => ({
          target: target(file, m[1] ?? ''),
          typeOnly: false,
          dynamic: true,
        })),
      ]
      return { path: relative(src, file).replaceAll('\\', '/'), text, lines: text.split('\n').length - 1, imports }
    })
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(src, resolve(dirname(from), specifier)).replaceAll('\\', '/')
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

export const isPackage = (name: string): boolean =>
  !name.startsWith('node:') && !/\.(tsx?|css|json|mjs)(\?\w+)?$/.test(name) && !name.startsWith('..')
