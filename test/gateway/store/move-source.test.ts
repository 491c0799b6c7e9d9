/** The file that a ledger moves out of is not taken where a gateway opens it between the look at who has it and the lock. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Store } from '../../../gateway/ports.ts'
import { InUse, openSource } from '../../../gateway/store/move/source.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'

/** What happens once behind a migration. */
const behind = vi.hoisted(() => ({ once: async (): Promise<void> => undefined }))
vi.mock('../../../gateway/store/sqlite/migrations.ts', async (original) => {
  const real = await original<typeof import('../../../gateway/store/sqlite/migrations.ts')>()
  return {
    ...real,
    async migrate(...args: Parameters<typeof real.migrate>) {
      await real.migrate(...args)
      const { once } = behind
      behind.once = async () => undefined
      await once()
    },
  }
})

test('a gateway that opens the file after it was found free, and before it is locked, has it in use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-source-'))
  const file = join(folder, 'chuanyu.sqlite')
  const opened: Store[] = []
  try {
    await (await openSqliteStore({ file, now: () => 0 })).close()
    behind.once = async () => void opened.push(await openSqliteStore({ file, now: () => 0 }))
    const source = openSource(file, 0)
    await expect(source).rejects.toThrow(InUse)
    expect(opened).toHaveLength(1)
    await opened[0]?.close()
    await (await openSource(file, 0)).close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
