import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditCheckId, AuditReport } from '../../../gateway/cli/audit/report.ts'
import { cosigned } from '../../../gateway/client/cosign.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { readKey } from '../../../gateway/key-file.ts'
import { signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { toBase64 } from '../../../gateway/ledger/encoding.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import { ed25519Signer } from '../../../gateway/ledger/note-ed25519.ts'
import type { Database, SqlRow, SqlValue } from '../../../gateway/store/sqlite/database.ts'
import { freePort } from '../../free-port.ts'
import { auditDamaged, auditFile, filledWorld, WITNESS } from './audit-store.ts'
import { runCommand } from './run.ts'
import { type RunningWorld, testKey } from './running.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await filledWorld()
}, 60_000)
afterAll(() => world.close())

function faults({ checks }: AuditReport): string[] {
  return checks.flatMap(({ id, faults }) => faults.map(({ where, en }) => `${id}: ${where}: ${en}`))
}

async function one(db: Database, sql: string): Promise<SqlRow> {
  const [row] = await db.all(sql)
  if (!row) throw new TypeError(`no row for ${sql}`)
  return row
}

describe('a store that is sound', () => {
  test('is clean in every check, each of which looked at something', async () => {
    const report = await auditFile(world, join(world.data, 'chuanyu.sqlite'))
    expect(faults(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, damage: null })
    expect(report.checks.filter(({ count, unchecked }) => count === 0 || unchecked > 0)).toEqual([])
    const counts = Object.fromEntries(report.checks.map(({ id, count }) => [id, count]))
    // Key lists 3, contract 2, two registers 2 each, submissions 7; of two releases each the draft, the opening, two
    // agreements, the second of which brings the document, and two signatures.
    expect(report.size).toBe(3 + 2 + 4 + 7 + 2 * (4 + 2))
    expect(counts).toMatchObject({ leaves: 28, submissions: 7, evidence: 7, replay: 7, receipts: 7, documents: 5 })
    expect(counts).toMatchObject({ steps: 8 })
    // A, B, A of one section; the other's value never changed; then 1 of the rejected file, 2 and 24 of Sichuan and its correction.
    expect(counts.records).toBe(3 + 1 + 1 + 2 + 24 + 1)
  })

  test('is clean by the command, also while the gateway runs', async () => {
    await world.start()
    const ran = await runCommand(['ledger', 'audit', '--data', world.data])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('无误 · clean (28 条 leaves)')
    expect(ran.stdout.match(/^✓/gm)).toHaveLength(15)
    await world.stop()
  })
})

interface Damage {
  readonly title: string
  readonly sql: string
  readonly check: AuditCheckId
  readonly where: RegExp
}

// Leaves 0–7 are key lists, contract and registers; the submissions are 8–13 and, behind the first release, 20.
const LAST_SUBMISSION = '(SELECT max(idx) FROM submission)'
const DAMAGES: readonly Damage[] = [
  {
    title: 'a figure changed in a record',
    sql: `UPDATE record SET body = replace(body, '"value":1.1', '"value":1.3')`,
    check: 'records',
    where: /^record .*朱沱.* r1$/,
  },
  {
    title: 'the last revision of a record deleted',
    sql: `DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)`,
    check: 'records',
    where: /金子/,
  },
  {
    title: 'the only revision of a record deleted',
    sql: `DELETE FROM record WHERE subject = 'cq-晒网坝'`,
    check: 'records',
    where: /晒网坝/,
  },
  {
    title: 'all that was ever stored of a submission deleted',
    sql: `DELETE FROM record WHERE idx = ${LAST_SUBMISSION}`,
    check: 'records',
    where: /金子/,
  },
  {
    title: 'a revision no longer superseded',
    sql: 'UPDATE record SET superseded = NULL WHERE revision = 1 AND superseded IS NOT NULL',
    check: 'records',
    where: / r1$/,
  },
  {
    title: 'a revision number skipped',
    sql: 'UPDATE record SET revision = 4 WHERE revision = 3',
    check: 'records',
    where: / r4$/,
  },
  {
    title: 'a record handed to another side',
    sql: 'UPDATE record SET stream = (SELECT max(id) FROM stream) WHERE seq = 1',
    check: 'records',
    where: / r1$/,
  },
  {
    title: 'a record moved to another time',
    sql: 'UPDATE record SET ended = ended + 1 WHERE seq = 1',
    check: 'records',
    where: / r1$/,
  },
  {
    title: 'a leaf hash changed',
    sql: `UPDATE leaf SET hash = zeroblob(32) WHERE idx = 10`,
    check: 'leaves',
    where: /^leaf 10$/,
  },
  {
    title: 'a leaf written over by another',
    sql: 'UPDATE leaf SET data = (SELECT data FROM leaf WHERE idx = 11) WHERE idx = 10',
    check: 'leaves',
    where: /^leaf (10|11)$/,
  },
  { title: 'a leaf deleted', sql: 'DELETE FROM leaf WHERE idx = 3', check: 'leaves', where: /^leaf 3$/ },
  {
    title: 'the last leaf deleted with the head set back',
    sql: 'DELETE FROM leaf WHERE idx = 27; UPDATE head SET size = 27',
    check: 'checkpoint',
    where: /^(head|checkpoint)$/,
  },
  {
    title: 'a tile changed',
    sql: 'UPDATE tile SET hashes = zeroblob(length(hashes))',
    check: 'tiles',
    where: /^tile 0\/0$/,
  },
  { title: 'a tile deleted', sql: 'DELETE FROM tile', check: 'tiles', where: /^tile 0\/0$/ },
  { title: 'a tile too many', sql: 'INSERT INTO tile VALUES (1, 0, zeroblob(32))', check: 'tiles', where: /^level 1$/ },
  { title: 'the root changed', sql: 'UPDATE head SET root = zeroblob(32)', check: 'checkpoint', where: /^head$/ },
  {
    title: 'an opening changed',
    sql: `UPDATE leaf SET header = replace(header, '"rows":2', '"rows":3') WHERE idx = 9`,
    check: 'openings',
    where: /^leaf 9$/,
  },
  {
    title: 'a salt changed',
    sql: 'UPDATE leaf SET salt = zeroblob(16) WHERE idx = 9',
    check: 'openings',
    where: /^leaf 9$/,
  },
  {
    title: 'the salts of two submissions swapped',
    sql: `UPDATE submission SET salts = (SELECT s.salts FROM submission s WHERE s.idx <> submission.idx AND length(s.salts) = length(submission.salts) LIMIT 1) WHERE idx = 9`,
    check: 'records',
    where: / r2$/,
  },
  {
    title: 'rows lost from the counts',
    sql: 'UPDATE submission SET rows_in = rows_in - 1, duplicates = duplicates - 1 WHERE duplicates > 0',
    check: 'submissions',
    where: /^submission [0-9a-f]{32}$/,
  },
  {
    title: 'a rejection dropped',
    sql: `UPDATE submission SET rejections = '[]' WHERE rejected > 0`,
    check: 'submissions',
    where: /^submission/,
  },
  {
    title: 'a rejection reworded',
    sql: `UPDATE submission SET rejections = replace(rejections, '没有这个断面', '有这个断面') WHERE rejected > 0`,
    check: 'submissions',
    where: /^submission/,
  },
  {
    title: 'an accepted leaf changed',
    sql: 'UPDATE submission SET leaves = zeroblob(length(leaves)) WHERE idx = 9',
    check: 'submissions',
    where: /^submission/,
  },
  {
    title: 'a whole submission deleted',
    sql: 'DELETE FROM record WHERE idx = 12; DELETE FROM scope WHERE submission = (SELECT id FROM submission WHERE idx = 12); DELETE FROM submission WHERE idx = 12',
    check: 'submissions',
    where: /^leaf 12$/,
  },
  {
    title: 'another key to the evidence',
    sql: 'UPDATE submission SET evidence_key = zeroblob(32) WHERE idx = 9',
    check: 'evidence',
    where: /^submission/,
  },
  {
    title: 'an original kept beside its submission cut short',
    sql: 'UPDATE submission SET evidence = substr(evidence, 1, 60) WHERE idx = 9',
    check: 'evidence',
    where: /^submission/,
  },
  {
    title: 'an original kept beside its submission gone',
    sql: 'UPDATE submission SET evidence = NULL WHERE idx = 9',
    check: 'evidence',
    where: /^submission/,
  },
  {
    title: 'an original that is of another submission, and its key with it',
    sql: 'UPDATE submission SET (evidence, evidence_key) = (SELECT evidence, evidence_key FROM submission WHERE idx = 11) WHERE idx = 9',
    check: 'evidence',
    where: /^submission/,
  },
  {
    title: 'a receipt for another submission',
    sql: 'UPDATE submission SET receipt = (SELECT receipt FROM submission WHERE idx = 10) WHERE idx = 9',
    check: 'receipts',
    where: /^submission/,
  },
  {
    title: 'a contract changed',
    sql: `UPDATE document SET payload = replace(payload, 'mg/L', 'g/L') WHERE kind = 'contract'`,
    check: 'documents',
    where: /^contract\//,
  },
  {
    title: 'a contract in force before both signed',
    sql: `UPDATE document SET in_force = idx WHERE kind = 'contract'`,
    check: 'documents',
    where: /^contract\//,
  },
  {
    title: 'a signature deleted',
    sql: `DELETE FROM signature WHERE party = 'sc' AND document LIKE 'contract/%'`,
    check: 'documents',
    where: /contract|leaf/,
  },
  {
    title: 'a signature given to the other party',
    sql: `UPDATE signature SET party = 'cq', idx = idx WHERE document LIKE 'release/%-2' AND party = 'sc' AND 0; UPDATE signature SET kid = (SELECT kid FROM signature s WHERE s.document = signature.document AND s.party = 'cq') WHERE document LIKE 'release/%-2' AND party = 'sc'`,
    check: 'documents',
    where: /^release\/.*\(sc\)$/,
  },
  {
    title: 'a release no longer a correction',
    sql: `UPDATE document SET supersedes = NULL WHERE supersedes IS NOT NULL`,
    check: 'documents',
    where: /^release\//,
  },
  {
    title: 'a key list deleted',
    sql: `DELETE FROM signature WHERE document = 'keys/cq/2'; DELETE FROM document WHERE id = 'keys/cq/2'`,
    check: 'keys',
    where: /^leaf \d+$/,
  },
  { title: 'a nonce forgotten before its time', sql: 'DELETE FROM nonce', check: 'guards', where: /^submission/ },
  {
    title: 'a scope held by an earlier submission',
    sql: 'UPDATE scope SET submission = (SELECT id FROM submission WHERE idx = 8) WHERE submission = (SELECT id FROM submission WHERE idx = 10)',
    check: 'guards',
    where: /^scope/,
  },
  {
    title: 'a scope forgotten',
    sql: 'DELETE FROM scope WHERE submission = (SELECT id FROM submission WHERE idx = 12)',
    check: 'guards',
    where: /^scope/,
  },
  {
    title: 'a migration changed',
    sql: `UPDATE migration SET checksum = 'x'`,
    check: 'database',
    where: /^migration 1$/,
  },
  { title: 'a table gone', sql: 'DROP TABLE scope', check: 'database', where: /^store$/ },
]

describe('damage to the database is found and named', () => {
  test.each(DAMAGES)('$title', async ({ sql, check, where }) => {
    const report = await auditDamaged(world, (db) => db.exec(sql))
    expect(report.ok).toBe(false)
    const found = report.checks.find(({ id }) => id === check)?.faults ?? []
    expect(
      found.map((fault) => fault.where).filter((name) => where.test(name)),
      faults(report).join('\n'),
    ).not.toEqual([])
  })
})

describe('what is true by itself but not what the ledger recorded', () => {
  test('a signature made anew by the same key, which holds as well', async () => {
    const { signatory } = world.sides.sc
    expect(signatory.alg).toBe('ecdsa-p256-sha256')
    const report = await auditDamaged(world, async (db) => {
      const { payload } = await one(db, `SELECT payload FROM document WHERE kind = 'contract'`)
      const { signature } = signDocument(String(payload), { ...signatory, typ: 'chuanyu-contract+jws' })
      await db.run(`UPDATE signature SET signature = ? WHERE document LIKE 'contract/%' AND party = 'sc'`, [signature])
    })
    expect(report.damage).toBe('data')
    expect(faults(report)).toEqual([expect.stringMatching(/^documents: contract\/.* \(sc\): /)])
  })

  test('a revision made equal to the one before is told as one that should not be there', async () => {
    const report = await auditDamaged(world, (db) =>
      db.exec(
        `UPDATE record SET body = (SELECT o.body FROM record o WHERE o.stream = record.stream AND o.key = record.key AND o.revision = 1)
          WHERE revision = 2 AND key LIKE 'cq-朱沱/%'`,
      ),
    )
    expect(faults(report)).toContainEqual(
      expect.stringMatching(/^records: record cq-朱沱\/.* r2: it equals the revision before$/),
    )
  })

  test('a body and its leaf changed together', async () => {
    const report = await auditDamaged(world, (db) =>
      db.exec(
        `UPDATE record SET body = replace(body, '"value":1.1', '"value":1.3'); UPDATE submission SET leaves = zeroblob(length(leaves))`,
      ),
    )
    const where = report.checks.filter(({ ok }) => !ok).map(({ id }) => id)
    expect(where).toEqual(expect.arrayContaining(['submissions', 'replay', 'records']))
  })
})

function changed(value: unknown): SqlValue {
  if (typeof value === 'number') return value + 1000
  if (typeof value === 'string') return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`
  if (value instanceof Uint8Array) return Buffer.from(value.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))
  return null
}

/** Columns whose change harms nothing that is promised: names and times of migrations, how a repeat is told apart before it is compared, and a witness nobody lists, which is served to nobody. */
const HARMLESS: ReadonlySet<string> = new Set([
  'migration.name',
  'migration.applied',
  'submission.outcome',
  'cosignature.witness',
])

/** The row of each table whose every column is changed in turn. */
const ROWS: Readonly<Record<string, string>> = {
  head: 'id = 1',
  leaf: 'idx = 9',
  tile: 'level = 0',
  nonce: `kid = (SELECT kid FROM submission WHERE idx = 9) AND nonce = (SELECT nonce FROM nonce WHERE kid = (SELECT kid FROM submission WHERE idx = 9) LIMIT 1)`,
  document: `id LIKE 'release/%-2'`,
  signature: `document LIKE 'contract/%' AND party = 'sc'`,
  step: 'idx = (SELECT max(idx) FROM step)',
  submission: 'idx = 9',
  scope: 'submission = (SELECT id FROM submission WHERE idx = 12)',
  stream: 'id = 1',
  record: 'seq = 3',
  chunk: 'id = 1',
  migration: 'version = 1',
  cosignature: 'size = 28',
}

describe('no stored value can change unseen', () => {
  test('each column of each table, one at a time', async () => {
    const unseen: string[] = []
    await auditDamaged(world, async (db) => {
      const tables = (
        await db.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      ).map((row) => String(row.name))
      expect(tables.sort()).toEqual(Object.keys(ROWS).sort())
    })
    for (const [table, where] of Object.entries(ROWS)) {
      const columns: string[] = []
      await auditDamaged(world, async (db) => {
        columns.push(...(await db.all(`PRAGMA table_info(${table})`)).map((row) => String(row.name)))
      })
      for (const column of columns) {
        if (HARMLESS.has(`${table}.${column}`)) continue
        const report = await auditDamaged(world, async (db) => {
          const row = await one(db, `SELECT "${column}" AS value FROM ${table} WHERE ${where}`)
          const value = row.value === null ? 1 : changed(row.value)
          expect(await db.run(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`, [value])).toBe(1)
        })
        if (report.ok) unseen.push(`${table}.${column}`)
      }
    }
    expect(unseen).toEqual([])
  }, 120_000)
})

describe('cosignatures', () => {
  test('one that its witness did not make is a matter of signatures', async () => {
    const report = await auditDamaged(world, async (db) => {
      const { signature } = await one(db, 'SELECT signature FROM cosignature')
      const bytes = Buffer.from(String(signature), 'base64')
      bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
      await db.run('UPDATE cosignature SET signature = ?', [bytes.toString('base64')])
    })
    expect(report.damage).toBe('signature')
    expect(faults(report)).toEqual([expect.stringMatching(/^cosignatures: cosignature witness\.test\/one\+/)])
  })

  test('one over a checkpoint that the log signed and these leaves do not give is found, whoever signed it', async () => {
    const { jwk, privateKey } = readKey(join(world.data, 'keys', 'log.jwk'))
    if (jwk.kty !== 'OKP') throw new TypeError('the log key must be Ed25519')
    const log = ed25519Signer({
      name: 'gateway.test/log',
      publicKey: Buffer.from(jwk.x, 'base64url'),
      sign: (bytes) => ALGORITHMS.ed25519.sign(privateKey, bytes),
    })
    const forged = signCheckpoint({ origin: log.name, size: 28, root: new Uint8Array(32) }, [log])
    const line = parseNote(cosigned(forged, WITNESS, Date.now())).signatures.at(-1)?.signature ?? new Uint8Array()
    const time = Number(Buffer.from(line).readBigUInt64BE(0))
    const report = await auditDamaged(world, (db) =>
      db.run('UPDATE cosignature SET checkpoint = ?, signature = ?, time = ?', [forged, toBase64(line), time]),
    )
    expect(report.damage).toBe('data')
    expect(faults(report)).toEqual([expect.stringMatching(/its checkpoint is not one of these leaves$/)])
  })

  test('one of a witness no longer listed is passed over and said', async () => {
    const report = await auditDamaged(world, (db) =>
      db.run(`UPDATE cosignature SET witness = 'gone.test/one+00000000'`),
    )
    expect(report.checks.find(({ id }) => id === 'cosignatures')).toMatchObject({ ok: true, count: 0, unchecked: 1 })
  })
})

describe('damage outside the database', () => {
  function evidenceCopy(): { folder: string; files: string[] } {
    const folder = join(world.folder, 'evidence-copy')
    rmSync(folder, { recursive: true, force: true })
    cpSync(join(world.data, 'evidence'), folder, { recursive: true })
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    return { folder, files: files.map((one) => join(one.parentPath, one.name)).sort() }
  }

  test.each([
    { title: 'cut short', damage: (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 40)) },
    { title: 'emptied', damage: (file: string) => writeFileSync(file, '') },
    { title: 'removed', damage: (file: string) => rmSync(file) },
    {
      title: 'changed in one bit',
      damage: (file: string) => {
        const bytes = readFileSync(file)
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
        writeFileSync(file, bytes)
      },
    },
  ])('an original that was $title', async ({ damage }) => {
    const { folder, files } = evidenceCopy()
    expect(files).toHaveLength(1)
    const [file = ''] = files
    damage(file)
    const report = await auditFile(world, join(world.data, 'chuanyu.sqlite'), folder)
    expect(report).toMatchObject({ ok: false, damage: 'data' })
    expect(faults(report)).toEqual([expect.stringContaining(`evidence: submission ${file.slice(-32)}`)])
  })

  test('under other roots every key list fails, and that is a matter of signatures', async () => {
    const { sides } = world
    const foreign = { ...world, sides: { ...sides, cq: { ...sides.cq, root: testKey() } } }
    const report = await auditFile(foreign, join(world.data, 'chuanyu.sqlite'))
    expect(report.damage).toBe('signature')
    expect(faults(report).some((fault) => fault.startsWith('keys: keys/cq/1'))).toBe(true)
  })
})

describe('the command', () => {
  async function damagedFolder(sql: string): Promise<string> {
    const folder = join(world.folder, `data-${await freePort()}`)
    cpSync(world.data, folder, { recursive: true })
    const { openDatabase } = await import('../../../gateway/store/sqlite/database.ts')
    const db = await openDatabase(join(folder, 'chuanyu.sqlite'))
    await db.exec(sql)
    await db.close()
    return folder
  }

  test('ends with 3 for damaged data and names it', async () => {
    const folder = await damagedFolder('UPDATE tile SET hashes = zeroblob(length(hashes))')
    const ran = await runCommand(['ledger', 'audit', '--data', folder])
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('✗ 账本分片 · Ledger tiles')
    expect(ran.stdout).toContain('tile 0/0')
  })

  test('ends with 4 when a signature fails', async () => {
    const folder = await damagedFolder(
      `UPDATE document SET payload = replace(payload, 'mg/L', 'g/L') WHERE kind = 'contract'`,
    )
    const ran = await runCommand(['ledger', 'audit', '--data', folder, '--json'])
    expect(ran.code).toBe(4)
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, damage: 'signature' })
  })

  test('ends with 2 for a folder that holds no gateway', async () => {
    expect(await runCommand(['ledger', 'audit', '--data', world.folder])).toMatchObject({ code: 2, stdout: '' })
  })
})
