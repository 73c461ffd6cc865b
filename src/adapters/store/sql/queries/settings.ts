// Small named values that are written once.
import type { Settings } from '../../../../ports/store.ts'
import type { Database } from '../database.ts'

export function createSettings({ builder, read, write }: Database): Settings {
  const value = (name: string) => builder.selectFrom('setting').select('value').where('name', '=', name).compile()
  return {
    async get(name) {
      return (await read(value(name)))[0]?.value
    },
    putOnce: (name, wanted) =>
      write(async (run) => {
        const insert = builder.insertInto('setting').values({ name, value: wanted })
        await run(insert.onConflict((conflict) => conflict.doNothing()).compile())
        return (await run(value(name))).rows[0]?.value ?? wanted
      }),
  }
}
