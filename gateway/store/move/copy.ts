/** Copies a SQLite ledger into a transaction of a PostgreSQL database, and reads back every row and every original that went in. */
import { createHash } from 'node:crypto'
import type { BlobStore } from '../../ports.ts'
import { postgresBlobs } from '../postgres/blobs.ts'
import type { Transaction } from '../postgres/database.ts'
import { number, text } from '../sql/columns.ts'
import type { Rows, SqlRow } from '../sql/rows.ts'
import { listed, quoted, rowsOf, type Stretch, stretchesOf, valuesOf } from './pages.ts'
import { difference, postgresTables, sqliteTables, type Table } from './tables.ts'

/** From where to where; `progress` is told how many rows and originals of how many are done. */
export interface CopyOptions {
  readonly from: Rows
  readonly originals: BlobStore
  readonly to: Transaction
  readonly progress?: (done: number, of: number) => void
}

/** What was copied: rows by table, originals, and their bytes. */
export interface Copied {
  readonly rows: Readonly<Record<string, number>>
  readonly evidence: number
  readonly evidenceBytes: number
}

/** What was copied is not what is there now, or was not there to be copied. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed'
}

const TYPES = { i: '?::bigint[]', t: '?::text[]', b: '?::bytea[]' } as const

async function insert(to: Transaction, { name, columns }: Table, rows: readonly SqlRow[]): Promise<void> {
  const arrays = [...columns.values()].map((type) => TYPES[type]).join(', ')
  const values = rows.map((row) => valuesOf(row, columns.keys()))
  await to.run(
    `INSERT INTO ${quoted(name)} (${listed(columns.keys())}) SELECT * FROM unnest(${arrays})`,
    [...columns.keys()].map((_, at) => values.map((row) => row[at] ?? null)),
  )
}

function sameRow(one: SqlRow, other: SqlRow | undefined, columns: Table['columns']): boolean {
  return [...columns.keys()].every((column) => {
    const [a, b] = [one[column], other?.[column]]
    return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b
  })
}

async function mustBeThere(to: Transaction, table: Table, stretch: Stretch, rows: readonly SqlRow[]): Promise<void> {
  const there = await rowsOf(to, table, stretch)
  const same = there.length === rows.length && rows.every((row, at) => sameRow(row, there[at], table.columns))
  if (!same) throw new CopyFailed(`a row of ${table.name} did not come back as it went in`)
}

async function count(db: Rows, { name }: Pick<Table, 'name'>): Promise<number> {
  const [row] = await db.all(`SELECT count(*) AS n FROM ${quoted(name)}`)
  return row ? number(row, 'n') : 0
}

/** Which submissions have their originals in files, in ledger order. */
export async function originalsIn(db: Rows): Promise<readonly string[]> {
  return (await db.all('SELECT id FROM submission WHERE evidence IS NULL ORDER BY idx')).map((row) => text(row, 'id'))
}

const STORED = `SELECT length(bytes) AS n, encode(sha256(bytes), 'hex') AS sha256 FROM blob WHERE id = ?`

/** One original, whole in memory as when it was taken in; gives its length. */
async function copyOriginal({ originals, to }: CopyOptions, id: string): Promise<number> {
  const bytes = await originals.get(id)
  if (!bytes) throw new CopyFailed(`the original of ${id} is missing`)
  await postgresBlobs(to).put(id, bytes)
  const [stored] = await to.all(STORED, [id])
  const same = stored?.n === bytes.length && stored.sha256 === createHash('sha256').update(bytes).digest('hex')
  if (!same) throw new CopyFailed(`the original of ${id} did not come back as it went in`)
  return bytes.length
}

/**
 * Copies everything, into tables that are emptied first. Throws TypeError where the two schemas are not those of one ledger, and CopyFailed
 * where the copy is not the same.
 */
export async function copyLedger(options: CopyOptions): Promise<Copied> {
  const { from, to, progress = () => undefined } = options
  const tables = await sqliteTables(from)
  const names = tables.map(({ name }) => name)
  const odd = difference(tables, await postgresTables(to, names))
  if (odd !== null) throw new TypeError(`the schemas differ: ${odd}`)
  await to.run(`TRUNCATE ${listed([...names, 'blob'])}`)
  const ids = await originalsIn(from)
  const counts = new Map<string, number>()
  for (const table of tables) counts.set(table.name, await count(from, table))
  const all = [...counts.values()].reduce((sum, n) => sum + n, ids.length)
  let done = 0
  for (const table of tables) {
    for await (const stretch of stretchesOf(from, table)) {
      const rows = await rowsOf(from, table, stretch)
      await insert(to, table, rows)
      await mustBeThere(to, table, stretch, rows)
      done += rows.length
      progress(done, all)
    }
    if ((await count(to, table)) !== counts.get(table.name)) throw new CopyFailed(`${table.name} has another length`)
  }
  let evidenceBytes = 0
  for (const id of ids) {
    evidenceBytes += await copyOriginal(options, id)
    progress(++done, all)
  }
  if ((await count(to, { name: 'blob' })) !== ids.length) throw new CopyFailed('there are other originals')
  // Until the server counts by itself it would read all records for a page of them.
  await to.run(`ANALYZE ${listed([...names, 'blob'])}`)
  return { rows: Object.fromEntries(counts), evidence: ids.length, evidenceBytes }
}
