// prompts/policy.yaml: how the bot behaves, read over the shipped defaults.
import type { Policy, Team, TriggerPolicy } from '../../core/handoff/policy.ts'
import type { TriggerName } from '../../core/handoff/reason.ts'
import type { Priority } from '../../core/handoff/verdict.ts'
import {
  choice,
  type Field,
  type Finding,
  fields,
  flag,
  members,
  number,
  openSheet,
  refuse,
  type Sheet,
  text,
  texts,
  warn,
} from './sheet.ts'

export type Settings = Omit<Policy, 'hash'>

export interface ReadPolicy {
  /** Absent when a problem is `refused`. */
  settings?: Settings
  findings: Finding[]
  /** The settings that the file leaves to the shipped default, e.g. `limits.fallbacks`. */
  missing: string[]
}

const TRIGGERS: Record<TriggerName, true> = {
  'explicit-request': true,
  'fallback-limit': true,
  'low-confidence': true,
  rephrasing: true,
  'dependency-failure': true,
  unreadable: true,
}
export const TRIGGER_NAMES = Object.keys(TRIGGERS) as TriggerName[]

/** Above this, known answers are handed off too. */
const TOO_CAREFUL = 0.85
const TOP = [
  'shop',
  'confidence',
  'limits',
  'triggers',
  'words',
  'teams',
  'defaultTeam',
  'handoff',
  'caseQuietHours',
  'rootCauses',
]
const PROBABILITY = { min: 0, max: 1 }

/** `base` is the shipped policy; without it, the file itself is the shipped one and must be complete. */
export function readPolicy(bytes: Uint8Array, base?: Settings): ReadPolicy {
  const sheet = openSheet(bytes)
  const { findings } = sheet
  if (!sheet.root) return { findings, missing: [] }
  const top = fields(sheet, sheet.root, TOP)
  const missing: string[] = []
  const shop = part(sheet, top.get('shop'), ['name', 'defaultLanguage'], 'shop', missing)
  const limits = part(sheet, top.get('limits'), ['fallbacks', 'rephrasings'], 'limits', missing)
  const handoff = part(sheet, top.get('handoff'), ['claimMinutes', 'returnMinutes'], 'handoff', missing)
  const minutes = { min: 1, max: 10_080 }
  const teams = top.has('teams') ? readTeams(sheet, top.get('teams')) : undefined
  const defaultTeam = text(sheet, top.get('defaultTeam'))
  for (const name of ['teams', 'defaultTeam', 'caseQuietHours', 'rootCauses']) if (!top.has(name)) missing.push(name)
  const settings: Settings = {
    shop: {
      name: text(sheet, shop.get('name')) ?? base?.shop.name ?? '',
      defaultLanguage: language(sheet, shop.get('defaultLanguage')) ?? base?.shop.defaultLanguage ?? 'en',
    },
    confidence: readConfidence(sheet, top.get('confidence'), base, missing),
    limits: {
      fallbacks:
        number(sheet, limits.get('fallbacks'), { min: 1, max: 20, whole: true }) ?? base?.limits.fallbacks ?? 2,
      rephrasings:
        number(sheet, limits.get('rephrasings'), { min: 2, max: 20, whole: true }) ?? base?.limits.rephrasings ?? 3,
    },
    triggers: readTriggers(sheet, top.get('triggers'), base, missing),
    words: readWords(sheet, top.get('words')) ?? base?.words ?? {},
    teams: teams ?? base?.teams ?? [],
    defaultTeam: defaultTeam ?? (teams ? teams[0]?.id : base?.defaultTeam) ?? '',
    handoff: {
      claimMinutes: number(sheet, handoff.get('claimMinutes'), minutes) ?? base?.handoff.claimMinutes ?? 5,
      returnMinutes: number(sheet, handoff.get('returnMinutes'), minutes) ?? base?.handoff.returnMinutes ?? 30,
    },
    caseQuietHours: number(sheet, top.get('caseQuietHours'), { min: 1, max: 720 }) ?? base?.caseQuietHours ?? 24,
    rootCauses: texts(sheet, top.get('rootCauses')) ?? base?.rootCauses ?? [],
  }
  checkTeams(sheet, top, settings)
  return findings.some((one) => one.severity === 'refused') ? { findings, missing } : { settings, findings, missing }
}

/** The fields of one section; those it does not have are noted as missing. */
function part(
  sheet: Sheet,
  section: Field | undefined,
  known: readonly string[],
  name: string,
  missing: string[],
): Map<string, Field> {
  const found = fields(sheet, section, known)
  if (!section) missing.push(name)
  else for (const one of known) if (!found.has(one)) missing.push(`${name}.${one}`)
  return found
}

function readConfidence(
  sheet: Sheet,
  section: Field | undefined,
  base: Settings | undefined,
  missing: string[],
): Policy['confidence'] {
  const found = part(sheet, section, ['answerFrom', 'clarifyFrom', 'below'], 'confidence', missing)
  const answerFrom = number(sheet, found.get('answerFrom'), PROBABILITY) ?? base?.confidence.answerFrom ?? 0.7
  const clarifyFrom = number(sheet, found.get('clarifyFrom'), PROBABILITY) ?? base?.confidence.clarifyFrom ?? 0.65
  const at = found.get('clarifyFrom') ?? found.get('answerFrom')
  if (at && clarifyFrom > answerFrom)
    refuse(sheet, at, `: clarifyFrom (${clarifyFrom}) must not be above answerFrom (${answerFrom})`)
  const bar = found.get('answerFrom')
  if (bar && answerFrom >= TOO_CAREFUL)
    warn(sheet, bar, `is ${answerFrom}: many questions that the bot could answer will go to a person`)
  const below = choice(sheet, found.get('below'), ['fallback-chain', 'handoff'])
  return { answerFrom, clarifyFrom, below: below ?? base?.confidence.below ?? 'fallback-chain' }
}

function readTriggers(
  sheet: Sheet,
  section: Field | undefined,
  base: Settings | undefined,
  missing: string[],
): Policy['triggers'] {
  const found = part(sheet, section, TRIGGER_NAMES, 'triggers', missing)
  const read = (name: TriggerName): TriggerPolicy => {
    const own = fields(sheet, found.get(name), ['enabled', 'team', 'priority'])
    const shipped = base?.triggers[name]
    const team = text(sheet, own.get('team')) ?? shipped?.team
    const priority = number(sheet, own.get('priority'), { min: 1, max: 5, whole: true }) as Priority | undefined
    const enabled = flag(sheet, own.get('enabled')) ?? shipped?.enabled ?? true
    return { enabled, ...(team ? { team } : {}), priority: priority ?? shipped?.priority ?? 3 }
  }
  return Object.fromEntries(TRIGGER_NAMES.map((name) => [name, read(name)])) as Policy['triggers']
}

function readWords(sheet: Sheet, section: Field | undefined): Policy['words'] | undefined {
  if (!section) return undefined
  const words: Policy['words'] = {}
  for (const [name, field] of fields(sheet, section)) {
    if (name !== '*' && !isLanguage(name))
      refuse(sheet, field, 'must be a language such as en or pt-BR, or "*" for all')
    const own = fields(sheet, field, ['add', 'remove'])
    words[name] = { add: texts(sheet, own.get('add')) ?? [], remove: texts(sheet, own.get('remove')) ?? [] }
  }
  return words
}

function readTeams(sheet: Sheet, section: Field | undefined): Team[] {
  const teams: Team[] = []
  for (const field of members(sheet, section)) {
    const own = fields(sheet, field, ['id', 'name', 'names'])
    const id = text(sheet, own.get('id'), 40)
    const name = text(sheet, own.get('name'), 80)
    if (!own.has('id') || !own.has('name')) refuse(sheet, field, 'needs an id and a name')
    if (!id || !name) continue
    if (teams.some((team) => team.id === id)) refuse(sheet, field, `has the id ${id}, which another team has too`)
    const names: Record<string, string> = {}
    for (const [code, one] of fields(sheet, own.get('names'))) {
      if (!isLanguage(code)) refuse(sheet, one, 'must be named by a language such as en or pt-BR')
      names[code] = text(sheet, one, 80) ?? ''
    }
    teams.push({ id, name, ...(own.has('names') ? { names } : {}) })
  }
  if (section && teams.length === 0) refuse(sheet, section, 'must have at least one team')
  return teams
}

/** Every team that is named exists. */
function checkTeams(sheet: Sheet, top: ReadonlyMap<string, Field>, settings: Settings): void {
  const ids = settings.teams.map((team) => team.id)
  const known = `The teams are: ${ids.join(', ')}`
  const at = top.get('defaultTeam') ?? top.get('teams') ?? sheet.root
  if (at && ids.length > 0 && !ids.includes(settings.defaultTeam))
    refuse(sheet, at, `: there is no team ${settings.defaultTeam}. ${known}`)
  const triggers = fields({ ...sheet, findings: [] }, top.get('triggers'))
  for (const name of TRIGGER_NAMES) {
    const { team } = settings.triggers[name]
    const field = triggers.get(name) ?? top.get('teams')
    if (team && field && !ids.includes(team)) refuse(sheet, field, `: there is no team ${team}. ${known}`)
  }
}

function language(sheet: Sheet, field: Field | undefined): string | undefined {
  const read = text(sheet, field)
  if (!field || read === undefined || isLanguage(read)) return read
  return refuse(sheet, field, 'must be a language such as en or pt-BR')
}

/** BCP 47, as far as shops need it: a language, perhaps a script, perhaps a region. */
export function isLanguage(name: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?$/.test(name)
}
