/** The audit of signed steps: a store whose ledger holds key lists and steps alone, and copies of it with one thing changed. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { audit } from '../../../gateway/cli/audit/audit.ts'
import type { AuditReport } from '../../../gateway/cli/audit/report.ts'
import { gatewayKeys } from '../../../gateway/client/gateway-keys.ts'
import { documentEntry, documentRow } from '../../../gateway/documents/cosign.ts'
import { STEP_TYP, type StepOptions, stepEntry } from '../../../gateway/documents/step.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { type Log, openLog } from '../../../gateway/ledger/log.ts'
import { ed25519Signer } from '../../../gateway/ledger/note-ed25519.ts'
import { folderBlobs } from '../../../gateway/store/blob-folder.ts'
import { type Database, openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'

type Key = ReturnType<typeof newKey>
const newKey = () => importPrivateJwk(generateKey('ed25519').privateJwk)
const x = ({ jwk }: Key): Uint8Array => Buffer.from(jwk.kty === 'OKP' ? jwk.x : '', 'base64url')

const ORIGIN = 'gateway.test/log'
const logKey = newKey()
const roots: Record<PartyId, Key> = { cq: newKey(), sc: newKey() }
// A second operator, whose key the second list revokes.
const operators: Record<PartyId, readonly [Key, Key]> = { cq: [newKey(), newKey()], sc: [newKey(), newKey()] }
const named = { name: ORIGIN, publicKey: x(logKey) }

let folder: string
let file: string

function payloadOfKeys(party: PartyId, edition: number, previous: string | null): string {
  const keys = operators[party].map(({ alg, jwk, kid }, at) => ({
    agency: `${party}-monitoring`,
    alg,
    jwk,
    kid,
    operator: '值班员',
    roles: ['operator'],
    status: at === 1 && edition === 2 ? 'revoked' : 'active',
  }))
  return canonical({ edition, issued: '2026-11-01T08:00:00+08:00', keys, party, previous })
}

async function putKeys(log: Log, party: PartyId, edition: number): Promise<void> {
  const previous = edition === 1 ? null : sha256Hex(payloadOfKeys(party, 1, null))
  const payload = payloadOfKeys(party, edition, previous)
  const { kid } = roots[party]
  const signature = { ...signDocument(payload, { ...roots[party], typ: KEY_LIST_TYP }), party, kid }
  const document = documentRow({ kind: 'keys', id: `keys/${party}/${edition}`, payload, supersedes: null })
  const actor = { party, kid }
  await log.append(documentEntry({ type: 'keys', document, isNew: true, signature, actor, salt: new Uint8Array(16) }))
}

type Place = Pick<StepOptions, 'type' | 'stream' | 'n' | 'document'>

function signedStep({ n, stream }: Pick<Place, 'stream' | 'n'>, party: PartyId, { kid, alg, privateKey }: Key) {
  const payload = canonical({ n, note: '川渝', stream })
  return { payload, signature: { ...signDocument(payload, { kid, alg, privateKey, typ: STEP_TYP }), party, kid } }
}

const STEPS: readonly (Place & { readonly party: PartyId; readonly by: 0 | 1 })[] = [
  { type: 'duty', stream: 'duty/cq', n: 1, party: 'cq', by: 0 },
  { type: 'consultation-step', stream: 'consultation/a', n: 1, party: 'sc', by: 1 },
  { type: 'consultation-step', stream: 'consultation/a', n: 2, party: 'cq', by: 0 },
  { type: 'duty', stream: 'duty/cq', n: 2, party: 'cq', by: 1 },
  {
    type: 'consultation-step',
    stream: 'consultation/a',
    n: 3,
    party: 'sc',
    by: 0,
    document: documentRow({
      kind: 'release',
      id: 'release/a',
      payload: '{"id":"a","supersedes":null}',
      supersedes: null,
    }),
  },
  { type: 'consultation-step', stream: 'consultation/a', n: 4, party: 'sc', by: 0 },
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-audit-steps-'))
  file = join(folder, 'chuanyu.sqlite')
  const store = await openSqliteStore({ file, now: Date.now })
  const signer = ed25519Signer({ ...named, sign: (bytes) => ALGORITHMS.ed25519.sign(logKey.privateKey, bytes) })
  const log = await openLog({ store, origin: ORIGIN, signer, now: Date.now })
  for (const party of PARTIES) await putKeys(log, party, 1)
  for (const { party, by, ...place } of STEPS) {
    const salt = new Uint8Array(16).fill(place.n)
    await log.append(stepEntry({ ...place, signed: signedStep(place, party, operators[party][by]), salt }))
  }
  for (const party of PARTIES) await putKeys(log, party, 2)
  await store.claim({ kid: operators.cq[0].kid, nonce: 'sign-in-challenge', expires: Date.now() + 86_400_000 })
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function audited(damage: (db: Database) => Promise<unknown> = async () => undefined): Promise<AuditReport> {
  const copy = join(mkdtempSync(join(folder, 'copy-')), 'chuanyu.sqlite')
  copyFileSync(file, copy)
  const db = await openDatabase(copy)
  try {
    await db.exec('PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF')
    await damage(db)
    return await audit({
      db,
      blobs: folderBlobs(folder),
      roots: PARTIES.map((party) => ({ party, jwk: roots[party].jwk })),
      gatewayKeys: gatewayKeys([logKey.jwk]),
      log: named,
    })
  } finally {
    await db.close()
  }
}

function faults({ checks }: AuditReport): string[] {
  return checks.flatMap(({ id, faults }) => faults.map(({ where, en }) => `${id}: ${where}: ${en}`))
}

test('steps of two streams, one of which brought a release, are clean; so is a nonce claimed to sign in', async () => {
  const report = await audited()
  expect(faults(report)).toEqual([])
  expect(report).toMatchObject({ ok: true, damage: null, size: 10 })
  expect(report.checks.find(({ id }) => id === 'steps')).toMatchObject({ ok: true, count: 6 })
})

const [DUTY_1, TALK_1, , DUTY_2, TALK_3, TALK_4] = [2, 3, 4, 5, 6, 7]

describe('what is wrong is found and named', () => {
  test.each([
    {
      title: 'a text changed, and its digest left',
      sql: `UPDATE step SET payload = replace(payload, '川渝', '川') WHERE idx = ${TALK_1}`,
      found: [
        /^steps: step 1 of consultation\/a: the digest is not that of the payload$/,
        /^steps: step 1 of consultation\/a: .*signature/,
      ],
    },
    {
      title: 'a step deleted',
      sql: `DELETE FROM step WHERE idx = ${TALK_1}`,
      found: [
        new RegExp(`^steps: leaf ${TALK_1}: no stored consultation-step stands for it$`),
        /^steps: step 2 of consultation\/a: expected it to be step 1 of its stream$/,
      ],
    },
    {
      title: 'the last step of a stream deleted',
      sql: `DELETE FROM step WHERE idx = ${DUTY_2}`,
      found: [new RegExp(`^steps: leaf ${DUTY_2}: no stored duty stands for it$`)],
    },
    {
      title: 'the step that brought the release deleted',
      sql: `DELETE FROM step WHERE idx = ${TALK_3}`,
      found: [
        /^documents: release\/a: the leaf's header/,
        /^steps: step 4 of consultation\/a: expected it to be step 3/,
      ],
    },
    {
      title: 'the release that a step brought deleted',
      sql: `DELETE FROM document WHERE id = 'release/a'`,
      found: [new RegExp(`^steps: step 3 of consultation/a: leaf ${TALK_3} is not of its kind$`)],
    },
    {
      title: 'a step too many, at a leaf that is not there',
      sql: `INSERT INTO step SELECT stream, 5, party, kid, payload, 'other', protected, signature, 99, time FROM step WHERE idx = ${TALK_4}`,
      found: [/^steps: step 5 of consultation\/a: leaf 99 is not of its kind$/],
    },
    {
      title: 'a step too many, at the leaf of a key list',
      sql: `INSERT INTO step SELECT 'duty/sc', 1, party, kid, payload, 'other', protected, signature, 8, time FROM step WHERE idx = ${DUTY_1}`,
      found: [
        /^keys: keys\/cq\/2 \(cq\): the leaf's header/,
        /^steps: step 1 of duty\/sc: its leaf is not that of a draft$/,
      ],
    },
    {
      title: 'two steps of a stream in each other’s place',
      sql: `UPDATE step SET n = 9 WHERE idx = ${DUTY_1}; UPDATE step SET n = 1 WHERE idx = ${DUTY_2}; UPDATE step SET n = 2 WHERE idx = ${DUTY_1}`,
      found: [/^steps: step 2 of duty\/cq: expected it to be step 1/, /^steps: step 1 of duty\/cq: the leaf's header/],
    },
    {
      title: 'a step moved to another stream',
      sql: `UPDATE step SET stream = 'consultation/b', n = 1 WHERE idx = ${TALK_4}`,
      found: [/^steps: step 1 of consultation\/b: the leaf's header is not of this step$/],
    },
    {
      title: 'a step given to the other party',
      sql: `UPDATE step SET party = 'cq' WHERE idx = ${TALK_4}`,
      found: [/^steps: step 4 of consultation\/a: party or key is not its leaf's$/],
    },
    {
      title: 'a duty told as a consultation’s',
      sql: `UPDATE leaf SET header = replace(header, '"duty"', '"consultation-step"') WHERE idx = ${DUTY_1}`,
      found: [new RegExp(`^openings: leaf ${DUTY_1}: `), /^steps: step 1 of duty\/cq: the leaf's header/],
    },
  ])('$title', async ({ sql, found }) => {
    const said = faults(await audited((db) => db.exec(sql)))
    for (const fault of found) expect(said).toContainEqual(expect.stringMatching(fault))
  })

  test('a signature that does not hold is damage to a signature', async () => {
    const forged = signedStep({ stream: 'duty/cq', n: 1 }, 'cq', { ...newKey(), kid: operators.cq[0].kid })
    const report = await audited((db) =>
      db.run(`UPDATE step SET signature = ? WHERE idx = ${DUTY_1}`, [forged.signature.signature]),
    )
    expect(report.damage).toBe('signature')
  })

  test('a step signed anew by the same key, whose leaf commits to the first signature', async () => {
    // Ed25519 signs the same the same, so the text is another: its digest and signature are its own, and hold.
    const { payload, signature } = signedStep({ stream: 'duty/cq', n: 7 }, 'cq', operators.cq[0])
    const report = await audited((db) =>
      db.run(`UPDATE step SET payload = ?, digest = ?, signature = ? WHERE idx = ${DUTY_1}`, [
        payload,
        sha256Hex(payload),
        signature.signature,
      ]),
    )
    expect(faults(report)).toEqual(["steps: step 1 of duty/cq: the leaf's header is not of this step"])
  })
})

test('a step by a key that was revoked before its place is a signature that does not count', async () => {
  const copy = join(folder, 'later.sqlite')
  copyFileSync(file, copy)
  const store = await openSqliteStore({ file: copy, now: Date.now })
  const signer = ed25519Signer({ ...named, sign: (bytes) => ALGORITHMS.ed25519.sign(logKey.privateKey, bytes) })
  const log = await openLog({ store, origin: ORIGIN, signer, now: Date.now })
  const place = { type: 'duty', stream: 'duty/cq', n: 3 } as const
  // No guard of a gateway stands before this log.
  const signed = signedStep(place, 'cq', operators.cq[1])
  await log.append(stepEntry({ ...place, signed, salt: new Uint8Array(16) }))
  await store.close()
  const original = file
  file = copy
  try {
    const report = await audited()
    expect(report.damage).toBe('signature')
    expect(faults(report)).toContainEqual(expect.stringMatching(/^steps: step 3 of duty\/cq: /))
  } finally {
    file = original
  }
})

test('no column of a step can change unseen', async () => {
  const unseen: string[] = []
  const columns = ['stream', 'n', 'party', 'kid', 'payload', 'digest', 'protected', 'signature', 'idx', 'time']
  await audited(async (db) => {
    expect((await db.all('PRAGMA table_info(step)')).map(({ name }) => name)).toEqual(columns)
  })
  for (const place of [DUTY_2, TALK_3, TALK_4]) {
    for (const column of columns) {
      const report = await audited(async (db) => {
        const [row] = await db.all(`SELECT "${column}" AS value FROM step WHERE idx = ${place}`)
        const value = typeof row?.value === 'number' ? row.value + 1000 : `${String(row?.value).slice(0, -1)}~`
        expect(await db.run(`UPDATE step SET "${column}" = ? WHERE idx = ${place}`, [value])).toBe(1)
      })
      if (report.ok) unseen.push(`${place} ${column}`)
    }
  }
  expect(unseen).toEqual([])
})
