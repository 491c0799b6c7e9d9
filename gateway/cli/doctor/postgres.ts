/** The database that a gateway's ledger is in: whether it is reached, by what, how safe the way and a commit are, and whether its schema is known. */
import { SEEN_FILE, sizeSeen } from '../../backup/own-seen.ts'
import type { PostgresConfig } from '../../machine/postgres.ts'
import { isMoving } from '../../store/move/target.ts'
import { openPostgres, type Postgres } from '../../store/postgres/database.ts'
import { isInPlace, tellsTakeover } from '../../store/postgres/place.ts'
import { POSTGRES_MIGRATIONS } from '../../store/postgres/schema.ts'
import { readHeadRoot } from '../../store/sql/head.ts'
import { pendingMigrations } from '../../store/sql/schema.ts'
import { type Finding, look, well, wrong } from './finding.ts'

const ABOUT = `SELECT current_setting('server_version') AS version, s.ssl::int AS encrypted, s.version AS protocol,
    (SELECT string_agg(name || '=' || setting, ', ' ORDER BY name) FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off') AS unsafe
  FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()`

// Details are shown to few; an archiver or a subscriber never takes over.
const STANDBYS = `SELECT count(*)::int AS standbys FROM pg_stat_replication r
  WHERE r.state = 'streaming' AND r.application_name <> 'pg_receivewal' AND current_setting('synchronous_standby_names') = ''
    AND NOT EXISTS (SELECT 1 FROM pg_replication_slots s WHERE s.active_pid = r.pid AND s.slot_type = 'logical')`

async function standbyFindings(db: Postgres): Promise<Finding[]> {
  const found: Finding[] = []
  if (!(await tellsTakeover(db)))
    found.push(
      look(
        '看不到时间线：备机接管时，网关无从发现',
        'the timeline cannot be seen: a gateway would not notice that a standby took over',
        {
          zh: '准许角色执行 pg_walfile_name 与 pg_current_wal_lsn；不能的，接管后先停网关，执行 chuanyu restore --data DIR --hold',
          en: 'let the role execute pg_walfile_name and pg_current_wal_lsn; else stop every gateway after a takeover, and run chuanyu restore --data DIR --hold',
        },
      ),
    )
  const [{ standbys = 0 } = {}] = await db.all(STANDBYS)
  if (standbys === 0) return found
  return [
    ...found,
    look(
      `${standbys} 个备机跟随，都不是同步备机：由其接管时会丢失已发的回执`,
      `standbys that follow: ${standbys}, none of them synchronous; receipts would be lost if one took over`,
      {
        zh: '把可能接管的备机写入 synchronous_standby_names；只供读取的备机无妨',
        en: 'name those that may take over in synchronous_standby_names; one that only reads is fine',
      },
    ),
  ]
}

async function serverFindings(db: Postgres, { place, local }: PostgresConfig): Promise<Finding[]> {
  const [about] = await db.all(ABOUT)
  const server = `PostgreSQL ${String(about?.version)}, ${place}`
  const tls = about?.encrypted === 1
  const found = [well(`存储 ${server}`, `the store is ${server}`)]
  if (tls)
    found.push(well(`连接加密：${String(about?.protocol)}`, `the connection is encrypted: ${String(about?.protocol)}`))
  else
    found.push(
      look('连接未加密', 'the connection is not encrypted', {
        zh: local ? '数据库就在本机，无妨' : 'url 末尾写 ?sslmode=verify-full',
        en: local ? 'the database is on this very machine: fine' : 'end the url with ?sslmode=verify-full',
      }),
    )
  if (typeof about?.unsafe === 'string')
    found.push(
      wrong(
        `断电会丢失已发的回执：${about.unsafe}`,
        `receipts would be lost with the power: ${about.unsafe}`,
        '在 postgresql.conf 中设为 on',
        'set it to on in postgresql.conf',
      ),
    )
  return [...found, ...(await standbyFindings(db))]
}

async function ledgerFindings(data: string, db: Postgres): Promise<Finding[]> {
  const [made] = await db.all("SELECT (to_regclass('migration') IS NOT NULL)::int AS made")
  if (made?.made !== 1) return [look('尚无账本，首次启动时建立', 'no ledger yet; the first start makes it')]
  const pending = await pendingMigrations(db, POSTGRES_MIGRATIONS)
  if (pending.length > 0)
    return [
      look(`尚有 ${pending.length} 步迁移，启动时执行`, `${pending.length} migrations, applied at the next start`),
    ]
  const size = (await readHeadRoot(db))?.size ?? 0
  const found = [well(`结构相符，账本 ${size} 条`, `the schema is this program's, ${size} leaves`)]
  const fix = {
    zh: 'chuanyu restore --data DIR --resume --seen FILE',
    en: 'chuanyu restore --data DIR --resume --seen FILE',
  }
  const seen = sizeSeen(data)
  if (seen > size)
    found.push(
      wrong(
        `${SEEN_FILE} 记有 ${seen} 条，数据库只有 ${size} 条`,
        `${SEEN_FILE} tells of ${seen} leaves, the database has ${size}`,
        '核对 postgres/url，或由备份恢复',
        'check postgres/url, or restore the database from a backup',
      ),
    )
  if (await isMoving(db))
    found.push(
      look('账本移到一半，暂停写入', 'the ledger was moved halfway, and is held', {
        zh: '再执行一次 chuanyu move --data DIR',
        en: 'run chuanyu move --data DIR once more',
      }),
    )
  else if (!(await isInPlace(db)))
    found.push(
      look('数据库是恢复或迁移来的，账本暂停写入', 'the database was put back or moved: the ledger is held', fix),
    )
  return found
}

/** Looks at it; nothing is written. */
export async function postgresFindings(data: string, postgres: PostgresConfig): Promise<readonly Finding[]> {
  let db: Postgres | null = null
  try {
    db = await openPostgres({ url: postgres.url, connections: 1 })
    return [...(await serverFindings(db, postgres)), ...(await ledgerFindings(data, db))]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      wrong(
        `数据库 ${postgres.place} 不可用：${why}`,
        `the database ${postgres.place} cannot be used: ${why}`,
        '核对地址、角色、密码（PGPASSWORD、~/.pgpass）与证书（sslrootcert），并确认服务器在运行',
        'check address, role, password (PGPASSWORD, ~/.pgpass) and certificate (sslrootcert), and that the server runs',
      ),
    ]
  } finally {
    await db?.close()
  }
}
