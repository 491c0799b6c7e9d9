/** The writer on a thread fails where the writer here fails, and says so by the same words. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { StoreFailed } from '../../../gateway/ports.ts'
import type { Commit } from '../../../gateway/store/sql/append.ts'
import { commitGroup } from '../../../gateway/store/sqlite/commit.ts'
import { type Database, openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { SqliteError, unlessOutOfService } from '../../../gateway/store/sqlite/error.ts'
import { openThreadedWriter, startWriterThread, type WriterThread } from '../../../gateway/threads/writer.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chuanyu-writer-'))
  folders.push(folder)
  return join(folder, 'store.db')
}

const NOTHING: Commit = {
  head: { size: 0, time: 0, root: null, checkpoint: null },
  guarded: [],
  rows: { leaves: [], nonces: [], documents: [], signatures: [], signed: [], steps: [], submissions: [], placed: [] },
  sealed: { tiles: [], size: 1, time: 1, root: new Uint8Array(32), checkpoint: 'c' },
  now: 1,
}

test('a file it may not open is refused with the reason', async () => {
  const file = await newFile()
  await (await openThreadedWriter(file, 0)).close()
  const db = await openDatabase(file)
  await db.run("UPDATE migration SET checksum = 'another'")
  await db.close()
  await expect(openThreadedWriter(file, 0)).rejects.toThrow('changed after it was applied')
})

test('what another wrote in between is told as moved, and nothing is written', async () => {
  const file = await newFile()
  const writer = await openThreadedWriter(file, 0)
  try {
    expect(await writer.commit({ ...NOTHING, head: { ...NOTHING.head, size: 7 } })).toEqual({ kind: 'moved' })
    expect(await writer.commit(NOTHING)).toEqual({ kind: 'done' })
    expect(await writer.commit(NOTHING)).toEqual({ kind: 'moved' })
  } finally {
    await writer.close()
  }
})

test('a commit that fails rejects, the next one is taken, and after the end none is', async () => {
  const file = await newFile()
  const writer = await openThreadedWriter(file, 0)
  const leaf = [0, 'keys', 'cq', 't', new Uint8Array(1), new Uint8Array(1), '{}', null]
  await expect(writer.commit({ ...NOTHING, rows: { ...NOTHING.rows, leaves: [leaf] } })).rejects.toThrow('NOT NULL')
  expect(await writer.commit(NOTHING)).toEqual({ kind: 'done' })
  await writer.close()
  await expect(writer.commit(NOTHING)).rejects.toThrow('ended')
})

test('a thread that dies takes its commit with it, and the next one has another thread', async () => {
  const threads: WriterThread[] = []
  const writer = await openThreadedWriter(await newFile(), 0, {
    start: async (file, now) => {
      const made = await startWriterThread(file, now)
      threads.push(made)
      return made
    },
  })
  try {
    expect(await writer.commit(NOTHING)).toEqual({ kind: 'done' })
    await threads[0]?.end()
    // What the first thread wrote is there.
    expect(await writer.commit(NOTHING)).toEqual({ kind: 'moved' })
    expect(await writer.commit({ ...NOTHING, head: { ...NOTHING.head, size: 1, time: 1 } })).toEqual({ kind: 'done' })
    expect(threads).toHaveLength(2)
  } finally {
    await writer.close()
  }
})

test('a thread that dies is told until another is started, by whoever asks first and once', async () => {
  const threads: WriterThread[] = []
  const writer = await openThreadedWriter(await newFile(), 0, {
    start: async (file, now) => {
      const made = await startWriterThread(file, now)
      threads.push(made)
      return made
    },
  })
  try {
    expect(writer.state()).toEqual({ works: true, ended: 0 })
    await writer.revive()
    expect(threads).toHaveLength(1)
    await threads[0]?.end()
    expect(writer.state()).toEqual({ works: false, ended: 1 })
    const [, committed] = await Promise.all([writer.revive(), writer.commit(NOTHING), writer.revive()])
    expect(committed).toEqual({ kind: 'done' })
    expect(writer.state()).toEqual({ works: true, ended: 1 })
    expect(threads).toHaveLength(2)
  } finally {
    await writer.close()
  }
})

test('a thread that cannot be started again stays told, and is tried again', async () => {
  let may = true
  const threads: WriterThread[] = []
  const writer = await openThreadedWriter(await newFile(), 0, {
    start: async (file, now) => {
      if (!may) throw new Error('no thread today')
      const made = await startWriterThread(file, now)
      threads.push(made)
      return made
    },
  })
  try {
    may = false
    await threads[0]?.end()
    await expect(writer.revive()).rejects.toThrow('no thread today')
    await expect(writer.commit(NOTHING)).rejects.toThrow('no thread today')
    expect(writer.state()).toEqual({ works: false, ended: 1 })
    may = true
    await writer.revive()
    expect(writer.state()).toEqual({ works: true, ended: 1 })
  } finally {
    await writer.close()
  }
})

test('a file that another holds for too long is told as a store that cannot be written now, not as a failure of the commit', async () => {
  const file = await newFile()
  const writer = await openThreadedWriter(file, 0)
  const other = await openDatabase(file)
  try {
    await other.run('BEGIN IMMEDIATE')
    const error = await writer.commit(NOTHING).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StoreFailed)
    expect(String(error)).toContain('SQLITE_BUSY')
    await other.exec('ROLLBACK')
    expect(await writer.commit(NOTHING)).toEqual({ kind: 'done' })
  } finally {
    await other.close()
    await writer.close()
  }
}, 30_000)

test('a full disk is told as one, although SQLite has ended the transaction by itself', async () => {
  const file = await newFile()
  await (await openThreadedWriter(file, 0)).close()
  const db = await openDatabase(file)
  const full: Database = {
    ...db,
    all: (sql, params) => db.all(sql, params),
    async run(sql, params) {
      if (sql !== 'COMMIT') return db.run(sql, params)
      await db.exec('ROLLBACK')
      throw new SqliteError(13, 'database or disk is full')
    },
  }
  const error = await commitGroup(full, NOTHING).catch(unlessOutOfService)
  expect(error).toBeInstanceOf(StoreFailed)
  expect(String(error)).toContain('SQLITE_FULL')
  expect(await commitGroup(db, NOTHING)).toEqual({ kind: 'done' })
  await db.close()
})
