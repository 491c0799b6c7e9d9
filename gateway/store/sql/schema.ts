/** Forward-only, checksummed schema of the store. A migration once released is never edited. */
import { createHash } from 'node:crypto'
import type { Rows } from './rows.ts'

/** One step of the schema. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Every step, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'ledger, documents, submissions, records',
    sql: `
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  size INTEGER NOT NULL,
  time INTEGER NOT NULL,
  root BLOB,
  checkpoint TEXT
) STRICT;
INSERT INTO head VALUES (1, 0, 0, NULL, NULL);

CREATE TABLE leaf (
  idx INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  party TEXT NOT NULL,
  time TEXT NOT NULL,
  data BLOB NOT NULL,
  hash BLOB NOT NULL,
  header TEXT NOT NULL,
  salt BLOB NOT NULL
) STRICT;

CREATE TABLE tile (
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE nonce (
  kid TEXT NOT NULL,
  nonce TEXT NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (kid, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX nonce_expires ON nonce (expires);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  digest TEXT NOT NULL,
  supersedes TEXT,
  idx INTEGER NOT NULL REFERENCES leaf (idx),
  time TEXT NOT NULL,
  in_force INTEGER
) STRICT;
CREATE INDEX document_kind ON document (kind, idx);

CREATE TABLE signature (
  document TEXT NOT NULL REFERENCES document (id),
  party TEXT NOT NULL,
  kid TEXT NOT NULL,
  protected TEXT NOT NULL,
  signature TEXT NOT NULL,
  idx INTEGER NOT NULL REFERENCES leaf (idx),
  PRIMARY KEY (document, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  idx INTEGER NOT NULL UNIQUE REFERENCES leaf (idx),
  time TEXT NOT NULL,
  party TEXT NOT NULL,
  agency TEXT NOT NULL,
  kid TEXT NOT NULL,
  dataset TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  scope TEXT NOT NULL,
  outcome TEXT NOT NULL,
  rows_in INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  salts BLOB NOT NULL,
  leaves BLOB NOT NULL,
  rejections TEXT NOT NULL,
  duplicate_rows TEXT NOT NULL,
  notes TEXT NOT NULL,
  evidence_key BLOB NOT NULL,
  evidence BLOB,
  receipt TEXT NOT NULL,
  CHECK (rows_in = accepted + rejected + duplicates)
) STRICT;

CREATE TABLE scope (
  scope TEXT PRIMARY KEY,
  submission TEXT NOT NULL REFERENCES submission (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  party TEXT NOT NULL,
  UNIQUE (dataset, party)
) STRICT;

CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES stream (id),
  key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  subject TEXT NOT NULL,
  ended INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  position INTEGER NOT NULL,
  row INTEGER NOT NULL,
  superseded INTEGER,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_key ON record (stream, key, revision);
CREATE INDEX record_subject ON record (subject, ended);
CREATE INDEX record_idx ON record (idx, position);
`,
  },
  {
    version: 2,
    name: 'texts of records in chunks',
    // A text stands in the row, or is cut out of a chunk that holds many.
    sql: `
CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE record_2 (
  seq INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES stream (id),
  key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  subject TEXT NOT NULL,
  ended INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  position INTEGER NOT NULL,
  row INTEGER NOT NULL,
  superseded INTEGER,
  body TEXT,
  chunk INTEGER REFERENCES chunk (id),
  start INTEGER,
  length INTEGER,
  CHECK ((body IS NULL) = (chunk IS NOT NULL AND start IS NOT NULL AND length IS NOT NULL))
) STRICT;
INSERT INTO record_2 SELECT seq, stream, key, revision, subject, ended, idx, position, row, superseded, body, NULL, NULL, NULL FROM record;
DROP TABLE record;
ALTER TABLE record_2 RENAME TO record;
CREATE UNIQUE INDEX record_key ON record (stream, key, revision);
CREATE INDEX record_subject ON record (subject, ended);
CREATE INDEX record_idx ON record (idx, position);
`,
  },
  {
    version: 3,
    name: 'signed steps of streams',
    sql: `
CREATE TABLE step (
  stream TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  party TEXT NOT NULL,
  kid TEXT NOT NULL,
  payload TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  protected TEXT NOT NULL,
  signature TEXT NOT NULL,
  idx INTEGER NOT NULL UNIQUE REFERENCES leaf (idx),
  time TEXT NOT NULL,
  PRIMARY KEY (stream, n)
) STRICT;
`,
  },
  {
    version: 4,
    name: 'cosignatures of witnesses',
    sql: `
CREATE TABLE cosignature (
  witness TEXT NOT NULL,
  size INTEGER NOT NULL,
  time INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (witness, size)
) STRICT;
`,
  },
]

/** SHA-256 of a migration's text, in hex. */
export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/** Where applied steps are written down. */
export const MIGRATION_TABLE =
  'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied INTEGER NOT NULL) STRICT'
/** Writes one step down: version, name, checksum, time in ms. */
export const MIGRATION_APPLIED = 'INSERT INTO migration VALUES (?, ?, ?, ?)'

/** The steps still to take. Throws when an applied one was changed since, or is unknown to this program. */
export async function pendingMigrations(db: Rows, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const applied = new Map<unknown, unknown>()
  for (const row of await db.all('SELECT version, checksum FROM migration')) applied.set(row.version, row.checksum)
  const pending = migrations.filter((migration) => {
    const known = applied.get(migration.version)
    applied.delete(migration.version)
    if (known !== undefined && known !== checksum(migration))
      throw new Error(`Migration ${migration.version} was changed after it was applied`)
    return known === undefined
  })
  if (applied.size > 0)
    throw new Error(
      '存储由更新的版本写入，请安装那一版或恢复升级前的备份 · The database was written by a newer version of the gateway: install that version, or restore the backup of before',
    )
  return pending
}
