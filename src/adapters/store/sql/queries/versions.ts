// The accepted versions of the merchant's files: kept by hash, one of a path is current.
import type { Versions } from '../../../../ports/store.ts'
import type { Database } from '../database.ts'

export function createVersions({ builder, read, write }: Database): Versions {
  const retire = (kind: string, path: string) =>
    builder
      .updateTable('file_version')
      .set({ is_current: 0 })
      .where('kind', '=', kind)
      .where('path', '=', path)
      .where('is_current', '=', 1)
      .compile()
  return {
    keep: (version) =>
      write(async (run) => {
        await run(retire(version.kind, version.path))
        const insert = builder.insertInto('file_version').values({ ...version, is_current: 1 })
        const again = { is_current: 1, at: version.at }
        await run(
          insert.onConflict((conflict) => conflict.columns(['kind', 'path', 'hash']).doUpdateSet(again)).compile(),
        )
      }),
    async current(kind) {
      const query = builder.selectFrom('file_version').select(['path', 'hash', 'bytes']).where('kind', '=', kind)
      const rows = await read(query.where('is_current', '=', 1).orderBy('path').compile())
      return rows.map(({ path, hash, bytes }) => ({ path, hash, bytes: new Uint8Array(bytes) }))
    },
    retire: (kind, path) => write(async (run) => void (await run(retire(kind, path)))),
  }
}
