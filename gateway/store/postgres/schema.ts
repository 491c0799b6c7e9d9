/** PostgreSQL's schema: the tables and columns of every store, with its own types. Forward-only, checksummed; a step once released is never edited. */

import { readHead } from '../sql/read.ts'
import type { Rows } from '../sql/rows.ts'
import { checksum, MIGRATION_APPLIED, type Migration, pendingMigrations } from '../sql/schema.ts'
import type { Postgres } from './database.ts'

/** Every step, oldest first. */
export const POSTGRES_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'ledger, documents, submissions, records, steps, cosignatures, evidence, place',
    // Texts sort by their bytes, as the other stores sort them. What is packed, sealed or random is not compressed once more.
    sql: `
CREATE TABLE head (
  id bigint PRIMARY KEY CHECK (id = 1),
  size bigint NOT NULL,
  time bigint NOT NULL,
  root bytea,
  checkpoint text COLLATE "C"
);
INSERT INTO head VALUES (1, 0, 0, NULL, NULL);

CREATE TABLE leaf (
  idx bigint PRIMARY KEY,
  type text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  time text COLLATE "C" NOT NULL,
  data bytea NOT NULL,
  hash bytea NOT NULL,
  header text COLLATE "C" NOT NULL,
  salt bytea NOT NULL
);

CREATE TABLE tile (
  level bigint NOT NULL,
  idx bigint NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (level, idx)
);
ALTER TABLE tile ALTER hashes SET STORAGE EXTERNAL;

CREATE TABLE nonce (
  kid text COLLATE "C" NOT NULL,
  nonce text COLLATE "C" NOT NULL,
  expires bigint NOT NULL,
  PRIMARY KEY (kid, nonce)
);
CREATE INDEX nonce_expires ON nonce (expires);

CREATE TABLE document (
  id text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  payload text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  supersedes text COLLATE "C",
  idx bigint NOT NULL REFERENCES leaf (idx),
  time text COLLATE "C" NOT NULL,
  in_force bigint
);
CREATE INDEX document_kind ON document (kind, idx);

CREATE TABLE signature (
  document text COLLATE "C" NOT NULL REFERENCES document (id),
  party text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  protected text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  idx bigint NOT NULL REFERENCES leaf (idx),
  PRIMARY KEY (document, party)
);

CREATE TABLE submission (
  id text COLLATE "C" PRIMARY KEY,
  idx bigint NOT NULL UNIQUE REFERENCES leaf (idx),
  time text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  agency text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  dataset text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  rows_in bigint NOT NULL,
  accepted bigint NOT NULL,
  rejected bigint NOT NULL,
  duplicates bigint NOT NULL,
  salts bytea NOT NULL,
  leaves bytea NOT NULL,
  rejections text COLLATE "C" NOT NULL,
  duplicate_rows text COLLATE "C" NOT NULL,
  notes text COLLATE "C" NOT NULL,
  evidence_key bytea NOT NULL,
  evidence bytea,
  receipt text COLLATE "C" NOT NULL,
  CHECK (rows_in = accepted + rejected + duplicates)
);
ALTER TABLE submission ALTER salts SET STORAGE EXTERNAL, ALTER leaves SET STORAGE EXTERNAL, ALTER evidence SET STORAGE EXTERNAL;

CREATE TABLE scope (
  scope text COLLATE "C" PRIMARY KEY,
  submission text COLLATE "C" NOT NULL REFERENCES submission (id)
);

CREATE TABLE stream (
  id bigint PRIMARY KEY,
  dataset text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  UNIQUE (dataset, party)
);

CREATE TABLE chunk (
  id bigint PRIMARY KEY,
  bytes bytea NOT NULL
);
ALTER TABLE chunk ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE record (
  seq bigint PRIMARY KEY,
  stream bigint NOT NULL REFERENCES stream (id),
  key text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  subject text COLLATE "C" NOT NULL,
  ended bigint NOT NULL,
  idx bigint NOT NULL,
  position bigint NOT NULL,
  row bigint NOT NULL,
  superseded bigint,
  body text COLLATE "C",
  chunk bigint REFERENCES chunk (id),
  start bigint,
  length bigint,
  CHECK ((body IS NULL) = (chunk IS NOT NULL AND start IS NOT NULL AND length IS NOT NULL))
);
CREATE UNIQUE INDEX record_key ON record (stream, key, revision);
CREATE INDEX record_subject ON record (subject, ended);
CREATE INDEX record_idx ON record (idx, position);

CREATE TABLE step (
  stream text COLLATE "C" NOT NULL,
  n bigint NOT NULL CHECK (n >= 1),
  party text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  payload text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL UNIQUE,
  protected text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  idx bigint NOT NULL UNIQUE REFERENCES leaf (idx),
  time text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, n)
);

CREATE TABLE cosignature (
  witness text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  time bigint NOT NULL,
  checkpoint text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  PRIMARY KEY (witness, size)
);

CREATE TABLE blob (
  id text COLLATE "C" PRIMARY KEY,
  bytes bytea NOT NULL,
  stored bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint
);
ALTER TABLE blob ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE place (
  id integer PRIMARY KEY CHECK (id = 1),
  place text COLLATE "C" NOT NULL
);
`,
  },
]

const TABLE = `CREATE TABLE IF NOT EXISTS migration
  (version bigint PRIMARY KEY, name text COLLATE "C" NOT NULL, checksum text COLLATE "C" NOT NULL, applied bigint NOT NULL)`

/** Held by whoever migrates, so that gateways which start at once take turns; any number will do that nothing else in the database uses. */
const TURN = 0x6368_7561_6e79
const TAKE_TURN = 'SELECT pg_advisory_xact_lock(?)'

/** The steps still to take; all of them where there is no table of them. Throws as `pendingMigrations` does. */
export async function pendingSteps(
  db: Rows,
  migrations: readonly Migration[] = POSTGRES_MIGRATIONS,
): Promise<readonly Migration[]> {
  const [table] = await db.all("SELECT to_regclass('migration') IS NOT NULL AS there")
  return table?.there === true ? pendingMigrations(db, migrations) : migrations
}

/** How many leaves the database holds; 0 where it has no schema yet. */
export async function leavesIn(db: Rows): Promise<number> {
  const [table] = await db.all("SELECT to_regclass('head') IS NOT NULL AS there")
  return table?.there === true ? (await readHead(db)).size : 0
}

/**
 * Brings the database to the newest version in one transaction, all of the steps or none; a database that has them is only read.
 * Throws when an applied step's checksum differs or when the database is newer than this program.
 */
export async function migrate(
  db: Postgres,
  now: number,
  migrations: readonly Migration[] = POSTGRES_MIGRATIONS,
): Promise<void> {
  if ((await pendingSteps(db, migrations)).length === 0) return
  await db.transaction(
    async (transaction) => {
      await transaction.all(TAKE_TURN, [TURN])
      await transaction.run(TABLE)
      for (const migration of await pendingMigrations(transaction, migrations)) {
        for (const sql of statementsOf(migration.sql)) await transaction.run(sql)
        await transaction.run(MIGRATION_APPLIED, [migration.version, migration.name, checksum(migration), now])
      }
    },
    { patient: true },
  )
}

function statementsOf(sql: string): string[] {
  return sql.split(';').filter((statement) => statement.trim() !== '')
}
