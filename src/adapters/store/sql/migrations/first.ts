// The tables of the first release.
import { type Compilable, type CreateTableBuilder, sql } from 'kysely'
import type { Builder } from '../database.ts'

export interface Migration {
  version: number
  statements(builder: Builder, types: { bytes: 'blob' | 'bytea' }): Compilable[]
}

export const first: Migration = {
  version: 1,
  statements: (builder, types) => [
    ...conversations(builder),
    ...deliveries(builder),
    ...people(builder),
    ...files(builder, types),
  ],
}

type Column = readonly [name: string, type: 'text' | 'integer' | 'bigint' | 'blob' | 'bytea', nullable?: 'null']

function table({ schema }: Builder, name: string, key: readonly string[], columns: readonly Column[]): Compilable {
  let create: CreateTableBuilder<string, string> = schema.createTable(name)
  for (const [column, type, nullable] of columns)
    create = create.addColumn(column, type, (c) => (nullable ? c : c.notNull()))
  return create.addPrimaryKeyConstraint(`${name}_key`, key as never)
}

function index({ schema }: Builder, name: string, on: string, columns: readonly string[]) {
  return schema
    .createIndex(name)
    .on(on)
    .columns([...columns])
}

function conversations(b: Builder): Compilable[] {
  return [
    table(
      b,
      'event',
      ['conversation_id', 'seq'],
      [
        ['conversation_id', 'text'],
        ['seq', 'integer'],
        ['type', 'text'],
        ['v', 'integer'],
        ['at', 'bigint'],
        ['data', 'text'],
      ],
    ),
    table(
      b,
      'inbox',
      ['channel', 'id'],
      [
        ['channel', 'text'],
        ['id', 'text'],
        ['conversation_id', 'text'],
      ],
    ),
    table(
      b,
      'conversation',
      ['id'],
      [
        ['id', 'text'],
        ['channel', 'text'],
        ['owner', 'text'],
        ['staff_id', 'text', 'null'],
        ['queue_priority', 'integer', 'null'],
        ['queue_since', 'bigint', 'null'],
        ['last_at', 'bigint'],
        ['turn_due', 'bigint', 'null'],
        ['data', 'text'],
      ],
    ),
    index(b, 'conversation_latest', 'conversation', ['last_at', 'id']),
    index(b, 'conversation_queue', 'conversation', ['queue_priority', 'queue_since', 'id']).where(
      'queue_priority',
      'is not',
      null,
    ),
    index(b, 'conversation_turn', 'conversation', ['turn_due']).where('turn_due', 'is not', null),
  ]
}

function deliveries(b: Builder): Compilable[] {
  return [
    table(
      b,
      'outbox',
      ['id'],
      [
        ['id', 'text'],
        ['conversation_id', 'text'],
        ['seq', 'integer'],
        ['place', 'integer'],
        ['voice', 'text'],
        ['voice_data', 'text'],
        ['text', 'text'],
        ['state', 'text'],
        ['created_at', 'bigint'],
        ['provider_id', 'text', 'null'],
        ['detail', 'text', 'null'],
      ],
    ),
    index(b, 'outbox_order', 'outbox', ['conversation_id', 'seq', 'place']),
    index(b, 'outbox_open', 'outbox', ['conversation_id', 'seq', 'place']).where(
      sql<boolean>`state in ('held', 'ready', 'sending', 'unsure')`,
    ),
    table(
      b,
      'timer',
      ['conversation_id', 'name'],
      [
        ['conversation_id', 'text'],
        ['name', 'text'],
        ['at', 'bigint'],
        ['priority', 'integer'],
      ],
    ),
    index(b, 'timer_at', 'timer', ['at']),
  ]
}

function people(b: Builder): Compilable[] {
  return [
    table(
      b,
      'staff',
      ['id'],
      [
        ['id', 'text'],
        ['name', 'text'],
        ['name_key', 'text'],
        ['role', 'text'],
        ['password', 'text'],
        ['created_at', 'bigint'],
      ],
    ),
    index(b, 'staff_name', 'staff', ['name_key']).unique(),
    table(
      b,
      'link',
      ['token'],
      [
        ['token', 'text'],
        ['kind', 'text'],
        ['role', 'text'],
        ['expires_at', 'bigint'],
        ['spent_at', 'bigint', 'null'],
      ],
    ),
    table(
      b,
      'session',
      ['token'],
      [
        ['token', 'text'],
        ['staff_id', 'text'],
        ['expires_at', 'bigint'],
      ],
    ),
  ]
}

function files(b: Builder, types: { bytes: 'blob' | 'bytea' }): Compilable[] {
  return [
    table(
      b,
      'file_version',
      ['kind', 'path', 'hash'],
      [
        ['kind', 'text'],
        ['path', 'text'],
        ['hash', 'text'],
        ['bytes', types.bytes],
        ['at', 'bigint'],
        ['is_current', 'integer'],
      ],
    ),
    index(b, 'file_version_current', 'file_version', ['kind', 'path']).where('is_current', '=', 1).unique(),
    table(
      b,
      'answer',
      ['key'],
      [
        ['key', 'text'],
        ['fingerprint', 'text'],
        ['status', 'integer'],
        ['body', 'text'],
        ['expires_at', 'bigint'],
      ],
    ),
    index(b, 'answer_end', 'answer', ['expires_at']),
    table(
      b,
      'setting',
      ['name'],
      [
        ['name', 'text'],
        ['value', 'text'],
      ],
    ),
  ]
}
