/** The database that a ledger moves into: whose it is, and that no gateway goes on from a copy whose move has not ended. */
import type { Transaction } from '../postgres/database.ts'
import { leavesIn } from '../postgres/schema.ts'
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

async function keptPlace(db: Rows): Promise<unknown> {
  const [table] = await db.all("SELECT (to_regclass('place') IS NOT NULL)::int AS made")
  if (table?.made !== 1) return undefined
  const [row] = await db.all('SELECT place FROM place WHERE id = 1')
  return row?.place
}

/** Whether a move into the database has been begun, and not ended. */
export async function isMoving(db: Rows): Promise<boolean> {
  return (await keptPlace(db)) === MOVING
}

async function hasRows(db: Rows): Promise<boolean> {
  const [table] = await db.all("SELECT (to_regclass('blob') IS NOT NULL)::int AS made")
  if (table?.made !== 1) return false
  const names = (await postgresTables(db)).map(({ name }) => name).filter((name) => name !== 'head')
  const [row] = await db.all(
    `SELECT (${[...names, 'blob'].map((name) => `EXISTS (SELECT 1 FROM ${quoted(name)})`).join(' OR ')})::int AS some`,
  )
  return row?.some === 1
}

/** Whose it is. */
export async function targetOf(db: Rows): Promise<Target> {
  const place = await keptPlace(db)
  if (place === MOVING) return { kind: 'moving', checkpoint: (await readHead(db)).checkpoint }
  const size = await leavesIn(db)
  return size > 0 || place !== undefined || (await hasRows(db)) ? { kind: 'taken', size } : { kind: 'new' }
}

/** Keeps every gateway that starts meanwhile from finding out where it stands, and so from writing, until the transaction is over. */
export async function lockTarget(db: Transaction): Promise<void> {
  await db.run('LOCK TABLE place, head')
}

/** A gateway that opens it from now on holds the ledger. */
export async function markMoving(db: Transaction): Promise<void> {
  await db.run('INSERT INTO place VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET place = excluded.place', [MOVING])
}
