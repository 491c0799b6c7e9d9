/** The database as its own program sees it: sound, references whole, the schema that of this one. */

import { POSTGRES_MIGRATIONS } from '../../store/postgres/schema.ts'
import { number, text } from '../../store/sql/columns.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { checksum, MIGRATIONS, type Migration } from '../../store/sql/schema.ts'
import type { Findings } from './report.ts'

/** Audits SQLite's file: pages, references, schema. All that is read after it is as of the same commit. */
export async function auditSqlite(db: Rows, findings: Findings): Promise<void> {
  await db.all('BEGIN')
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
  await auditSchema(db, MIGRATIONS, findings)
}

// What is not valid is not enforced: references and checks that were added without looking, indexes whose making broke off.
const NOT_ENFORCED = `SELECT conrelid::regclass::text || ' ' || conname AS name FROM pg_constraint
    WHERE NOT convalidated AND connamespace = current_schema()::text::regnamespace
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index
    WHERE NOT (indisvalid AND indisready) AND indexrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::text::regnamespace)
  UNION ALL SELECT tgrelid::regclass::text || ' ' || tgname FROM pg_trigger
    WHERE tgenabled = 'D' AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::text::regnamespace)`

// Every reference is of one column.
const REFERENCES = `SELECT conrelid::regclass::text AS child, quote_ident(a.attname) AS own, confrelid::regclass::text AS parent, quote_ident(f.attname) AS its
  FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
    JOIN pg_attribute f ON f.attrelid = confrelid AND f.attnum = confkey[1]
  WHERE contype = 'f' AND connamespace = current_schema()::text::regnamespace`

async function auditReferences(db: Rows, findings: Findings): Promise<void> {
  for (const row of await db.all(REFERENCES)) {
    const [child, own, parent, its] = ['child', 'own', 'parent', 'its'].map((name) => text(row, name))
    findings.looked('database')
    const [lost] = await db.all(
      `SELECT count(*) AS n FROM ${child} c WHERE c.${own} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE p.${its} = c.${own})`,
    )
    const where = `${child} ${own}`
    findings.expect(
      lost?.n === 0,
      'database',
      where,
      `引用的 ${parent} 缺失`,
      `refers to a ${parent} that is not there`,
    )
  }
}

/** Audits what PostgreSQL says of the database; its pages it checks itself where they have checksums, as all of them are read. */
export async function auditPostgres(db: Rows, findings: Findings): Promise<void> {
  for (const row of await db.all(NOT_ENFORCED)) {
    const name = text(row, 'name')
    findings.fault('database', name, '约束或索引未生效', 'a constraint or index that is not enforced')
  }
  await auditReferences(db, findings)
  findings.looked('database')
  const [pages] = await db.all("SELECT current_setting('data_checksums') AS checksums")
  if (pages?.checksums !== 'on')
    findings.unchecked('database', '集群未启用页校验和', 'the cluster keeps no checksums of its pages')
  await auditSchema(db, POSTGRES_MIGRATIONS, findings)
}

async function auditSchema(db: Rows, migrations: readonly Migration[], findings: Findings): Promise<void> {
  const applied = new Map(
    (await db.all('SELECT version, checksum FROM migration')).map((row) => [
      number(row, 'version'),
      text(row, 'checksum'),
    ]),
  )
  for (const migration of migrations) {
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
