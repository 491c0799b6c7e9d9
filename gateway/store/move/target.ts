/** The database that a ledger moves into: whose it is, and that no gateway goes on from a copy whose move has not ended. */
import type { Transaction } from '../postgres/database.ts'
import { keptPlace } from '../postgres/place.ts'
import { leavesIn, POSTGRES_MIGRATIONS } from '../postgres/schema.ts'
import { readHead } from '../sql/read.ts'
import type { Rows } from '../sql/rows.ts'
import { quoted } from './pages.ts'
import { postgresTables } from './tables.ts'

/** In the place of a place (`postgres/place.ts`), which it is no more than any other: a gateway holds the ledger. */
const MOVING = 'moving'

/**
 * Whose a database is: nobody's; that of a move which has not ended, with the checkpoint it brought; or a ledger's, be it that a gateway has
 * only opened it: it may run still, and begin one at any time.
 */
export type Target =
  | { readonly kind: 'new' }
  | { readonly kind: 'moving'; readonly checkpoint: string | null }
  | { readonly kind: 'taken'; readonly size: number }

/** Whether a move into the database has been begun, and not ended. */
export async function isMoving(db: Rows): Promise<boolean> {
  return (await keptPlace(db)) === MOVING
}

/** The tables in which any row is somebody's. There may be tables of others beside them. */
const FILLED = POSTGRES_MIGRATIONS.flatMap(({ sql }) =>
  [...sql.matchAll(/^CREATE TABLE (\w+)/gm)].map(([, name = '']) => name),
).filter((name) => name !== 'head' && name !== 'place')

async function hasRows(db: Rows): Promise<boolean> {
  const names = (await postgresTables(db, FILLED)).map(({ name }) => name)
  if (names.length === 0) return false
  const [row] = await db.all(
    `SELECT (${names.map((name) => `EXISTS (SELECT 1 FROM ${quoted(name)})`).join(' OR ')})::int AS some`,
  )
  return row?.some === 1
}

/** Whose it is. */
export async function targetOf(db: Rows): Promise<Target> {
  const place = await keptPlace(db)
  if (place === MOVING) return { kind: 'moving', checkpoint: (await readHead(db)).checkpoint }
  const size = await leavesIn(db)
  return size > 0 || place !== null || (await hasRows(db)) ? { kind: 'taken', size } : { kind: 'new' }
}

/** Keeps every gateway that starts meanwhile from finding out where it stands, and so from writing, until the transaction is over. */
export async function lockTarget(db: Transaction): Promise<void> {
  await db.run('LOCK TABLE place, head')
}

/** A gateway that opens it from now on holds the ledger. */
export async function markMoving(db: Transaction): Promise<void> {
  await db.run('INSERT INTO place VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET place = excluded.place', [MOVING])
}
