/** The database as SQLite sees it: pages sound, references whole, the schema that of this program. */

import { number, text } from '../../store/sql/columns.ts'
import { checksum, MIGRATIONS } from '../../store/sql/schema.ts'
import type { Database } from '../../store/sqlite/database.ts'
import type { Findings } from './report.ts'

/** Audits the file and its schema. */
export async function auditDatabase(db: Database, findings: Findings): Promise<void> {
  for (const row of await db.all('PRAGMA integrity_check(20)')) {
    const said = text(row, 'integrity_check')
    findings.looked('database')
    findings.expect(said === 'ok', 'database', 'integrity_check', `SQLite：${said}`, `SQLite: ${said}`)
  }
  for (const row of await db.all('PRAGMA foreign_key_check')) {
    const where = `${String(row.table)} ${String(row.rowid ?? '')}`.trim()
    findings.fault(
      'database',
      where,
      `引用的 ${String(row.parent)} 缺失`,
      `refers to a ${String(row.parent)} that is not there`,
    )
  }
  const applied = new Map(
    (await db.all('SELECT version, checksum FROM migration')).map((row) => [
      number(row, 'version'),
      text(row, 'checksum'),
    ]),
  )
  for (const migration of MIGRATIONS) {
    const { version } = migration
    findings.looked('database')
    findings.expect(
      applied.get(version) === checksum(migration),
      'database',
      `migration ${version}`,
      '未执行或被改动',
      'not applied, or changed',
    )
    applied.delete(version)
  }
  for (const version of applied.keys())
    findings.fault('database', `migration ${version}`, '来自更新的版本', 'from a newer version')
}
