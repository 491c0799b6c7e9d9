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
const CLUSTER = '(SELECT system_identifier::text FROM pg_control_system())'
const TIMELINE = 'substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)'
const ABOUT = `SELECT concat_ws('/', oid::text, to_regclass('head')::oid::text) AS table,
    has_function_privilege('pg_control_system()', 'execute')::int AS cluster,
    (has_function_privilege('pg_walfile_name(pg_lsn)', 'execute')
      AND has_function_privilege('pg_current_wal_lsn()', 'execute'))::int AS timeline
  FROM pg_database WHERE datname = current_database()`
const UNTOLD = '-'

/** What each expression says; those that the server refuses are left untold. */
async function told(db: Rows, expressions: readonly string[]): Promise<readonly string[]> {
  try {
    const [row] = await db.all(`SELECT ${expressions.map((one, at) => `${one} AS part${at}`).join(', ')}`)
    return expressions.map((_, at) => String(row?.[`part${at}`]))
  } catch (error) {
    if (error instanceof StoreFailed) throw error
    if (expressions.length === 1) return [UNTOLD]
    const parts: string[] = []
    for (const one of expressions) parts.push(...(await told(db, [one])))
    return parts
  }
}

/** In two statements, outside of any transaction, which a refusal would end. A standby has no place as yet, and refuses for now. */
async function placeOf(db: Rows): Promise<string> {
  const [about] = await db.all(ABOUT)
  const may = (expression: string, allowed: unknown): string => (allowed === 1 ? expression : `'${UNTOLD}'`)
  const [cluster, timeline] = await told(db, [may(CLUSTER, about?.cluster), may(TIMELINE, about?.timeline)])
  return [cluster, String(about?.table), timeline].join('/')
}

/** Whether it can be seen that another server took over: by its timeline. */
export async function tellsTakeover(db: Rows): Promise<boolean> {
  return !(await placeOf(db)).endsWith(`/${UNTOLD}`)
}

/** What the ledger says of where it stands; null where it has not said so. */
export async function keptPlace(db: Rows): Promise<string | null> {
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

/**
 * Has every connection looked at before it is given out: where it stands may change under a running gateway, as when a standby takes over. Once one
 * leads elsewhere than where the ledger was settled, nothing is written any more, and `moved` hears of it once.
 */
export async function stayInPlace(db: Postgres, moved: () => void): Promise<void> {
  const settled = await keptPlace(db)
  db.inspect(async (rows) => {
    const kept = await keptPlace(rows)
    // A timeline's number may come twice, from two standbys of one primary: then what they keep differs.
    const same = (kept === settled || kept === HELD) && (await placeOf(rows)) === settled
    if (!same && db.seal()) moved()
  })
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
