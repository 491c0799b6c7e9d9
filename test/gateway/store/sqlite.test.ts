import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { type OpenedStore, storeSuite } from './suite.ts'

interface File extends OpenedStore {
  readonly file: string
}

async function fresh(): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'chuanyu-store-'))
  const file = join(folder, 'store.db')
  return {
    file,
    open: (now) => openSqliteStore({ file, now }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

storeSuite('the embedded store', fresh)

test.each([
  ['a step that was changed since', "UPDATE migration SET checksum = 'another'", 'changed after it was applied'],
  ['a step it does not know', "INSERT INTO migration VALUES (999, 'later', 'c', 0)", 'newer version'],
])('a file with %s is not opened', async (_, sql, reason) => {
  const { file, open, close } = await fresh()
  try {
    await (await open(Date.now)).close()
    const db = await openDatabase(file)
    await db.run(sql)
    await db.close()
    await expect(open(Date.now)).rejects.toThrow(reason)
  } finally {
    await close()
  }
})
