/**
 * Whether a PostgreSQL database is the one its ledger was written in. A copy put back from a backup lacks what came after it was taken, and is
 * known by where it stands: another cluster, database or table, or a cluster put back to an earlier time (which begins another timeline).
 */
import { StoreFailed } from '../../ports.ts'
import type { Rows } from '../sql/rows.ts'
import type { Postgres } from './database.ts'

/** In the place of a place: an operator has the ledger held. */
const HELD = 'held'

// Where a service keeps either from its users, or has none, the rest has to do.
const CLUSTER = ['pg_control_system()', 'SELECT system_identifier::text AS part FROM pg_control_system()'] as const
const TIMELINE = [
  'pg_walfile_name(pg_lsn)',
  'SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) AS part',
] as const
const TABLE = `SELECT concat_ws('/', oid::text, 'head'::regclass::oid::text) AS part
  FROM pg_database WHERE datname = current_database()`

async function partOf(db: Rows, [needed, sql]: readonly [string, string]): Promise<string> {
  const [may] = await db.all("SELECT has_function_privilege(?, 'execute')::int AS may", [needed])
  if (may?.may !== 1) return '-'
  try {
    const [row] = await db.all(sql)
    return String(row?.part)
  } catch (error) {
    if (error instanceof StoreFailed) throw error
    return '-'
  }
}

/** Outside of any transaction, which a refusal would end. */
async function placeOf(db: Rows): Promise<string> {
  const [table] = await db.all(TABLE)
  return [await partOf(db, CLUSTER), String(table?.part), await partOf(db, TIMELINE)].join('/')
}

async function keptPlace(db: Rows): Promise<string | null> {
  const [table] = await db.all("SELECT (to_regclass('place') IS NOT NULL)::int AS made")
  if (table?.made !== 1) return null
  const [row] = await db.all('SELECT place FROM place WHERE id = 1')
  return row ? String(row.place) : null
}

async function write(db: Postgres, said: (kept: string | null) => string): Promise<void> {
  await db.transaction(async (inside) => {
    await inside.run('LOCK TABLE place')
    const [row] = await inside.all('SELECT place FROM place WHERE id = 1')
    const place = said(row ? String(row.place) : null)
    await inside.run('INSERT INTO place VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET place = excluded.place', [place])
  })
}

/** Whether the ledger stands where it was written last, and nobody has it held. True for one that has not said where it stands. */
export async function isInPlace(db: Rows): Promise<boolean> {
  const kept = await keptPlace(db)
  return kept === null || kept === (await placeOf(db))
}

/** The same, and has one that has not said where it stands say so. The schema must be there. */
export async function settlePlace(db: Postgres): Promise<boolean> {
  if ((await keptPlace(db)) === null) {
    const here = await placeOf(db)
    await write(db, (kept) => kept ?? here)
  }
  return isInPlace(db)
}

/** From now on it stands here: nothing of it is missed any more. */
export async function keepPlace(db: Postgres): Promise<void> {
  const here = await placeOf(db)
  await write(db, () => here)
}

/** Has it held, by every gateway that starts from now on. */
export const holdPlace = (db: Postgres): Promise<void> => write(db, () => HELD)

/** How many others have the database open as a gateway; what their user must not see does not count. */
export async function othersAt(db: Rows): Promise<number> {
  const [row] = await db.all(`SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'chuanyu' AND pid <> pg_backend_pid()`)
  return Number(row?.others)
}
