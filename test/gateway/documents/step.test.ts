/** A signed step as a ledger entry, its headers written out by hand, and many of them at one log. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { documentRow } from '../../../gateway/documents/cosign.ts'
import {
  type SignedStep,
  STEP_TYP,
  type StepOptions,
  stepDocumentHeader,
  stepEntry,
  stepHeader,
} from '../../../gateway/documents/step.ts'
import { toProblem } from '../../../gateway/errors/map.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { AppendRefused, type Log, openLog } from '../../../gateway/ledger/log.ts'
import { ed25519Signer } from '../../../gateway/ledger/note-ed25519.ts'
import type { StepRow } from '../../../gateway/ports.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'

const ORIGIN = 'gateway.test/log'
const SALT = Uint8Array.from({ length: 16 }, (_, at) => at)
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash
}

const row: StepRow = {
  stream: 'consultation/w47',
  n: 2,
  party: 'cq',
  kid: 'k',
  payload: '{"act":"comment"}',
  digest: 'd'.repeat(64),
  protected: 'cA',
  signature: 'c2ln',
}

const options: StepOptions = {
  type: 'consultation-step',
  stream: row.stream,
  n: row.n,
  signed: { payload: row.payload, signature: { party: 'cq', kid: 'k', protected: 'cA', signature: 'c2ln' } },
  salt: SALT,
}
const digest = sha256(row.payload).digest('hex')

describe('a step by itself', () => {
  test('commits to its place, its digest and its signature', () => {
    const signed = '"n":2,"signature":{"protected":"cA","signature":"c2ln"}'
    const rest = `"step":"${row.digest}","stream":"consultation/w47"`
    expect(stepHeader('consultation-step', row)).toBe(`{${signed},${rest},"type":"consultation-step","v":1}`)
    expect(stepHeader('duty', row)).toBe(`{${signed},${rest},"type":"duty","v":1}`)
  })

  test('is an entry by the key that signed it, which must count where it lands', () => {
    const entry = stepEntry({ ...options, type: 'duty' })
    expect(entry.step).toEqual({ ...row, digest })
    expect(entry.opening).toEqual({ header: stepHeader('duty', { ...row, digest }), salt: SALT })
    const commitment = sha256(SALT, entry.opening.header).digest('base64url')
    expect(entry.leaf).toEqual({ type: 'duty', party: 'cq', actor: 'k', commitment })
    expect(Object.keys(entry).sort()).toEqual(['kid', 'leaf', 'opening', 'step'])
    expect(entry.kid).toBe('k')
  })

  test('carries the nonce and the key lists it came under', () => {
    const nonce = { kid: 'agency', nonce: 'n', expires: 1 }
    const underKeys = { cq: 'a', sc: 'b' }
    expect(stepEntry({ ...options, nonce, underKeys })).toMatchObject({ nonce, underKeys, kid: 'k' })
    expect(stepEntry({ ...options, nonce: undefined })).not.toHaveProperty('nonce')
  })
})

test('a step that brings a document puts it on the table: one leaf commits to both', () => {
  const document = documentRow({ kind: 'release', id: 'release/a', payload: '{"id":"a"}', supersedes: null })
  const expected =
    `{"digest":"${sha256('{"id":"a"}').digest('hex')}","document":"release/a","n":2,"signature":null,"step":"${digest}",` +
    '"stepSignature":{"protected":"cA","signature":"c2ln"},"stream":"consultation/w47","type":"consultation","v":1}'
  expect(stepDocumentHeader({ ...row, digest }, document)).toBe(expected)
  const entry = stepEntry({ ...options, document })
  expect(entry).toMatchObject({ document, step: { digest }, opening: { header: expected } })
  expect(entry.leaf.type).toBe('consultation')
  expect(entry.leaf.commitment).toBe(sha256(SALT, expected).digest('base64url'))
  expect(entry).not.toHaveProperty('signature')
})

test.each([
  ['stream-moved', 409, 'consultation-moved'],
  ['step-exists', 409, 'step-exists'],
] as const)('the refusal %s is the problem %s %s', (refusal, status, code) => {
  expect(toProblem(new AppendRefused(refusal))).toMatchObject({ status, code })
})

describe('many at once', () => {
  const closing: (() => Promise<unknown>)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  afterEach(closeAll)
  const key = importPrivateJwk(generateKey('ed25519').privateJwk)
  const named = { name: ORIGIN, publicKey: Buffer.from(key.jwk.kty === 'OKP' ? key.jwk.x : '', 'base64url') }
  const signer = ed25519Signer({ ...named, sign: (bytes) => ALGORITHMS.ed25519.sign(key.privateKey, bytes) })
  const text = (by: number) => canonical({ by })

  function signed(payload: string): SignedStep {
    return { payload, signature: { ...signDocument(payload, { ...key, typ: STEP_TYP }), party: 'sc', kid: key.kid } }
  }

  /** Two logs on one store, as two gateways have. */
  async function logs(): Promise<{ readonly both: readonly Log[]; readonly steps: () => Promise<readonly StepRow[]> }> {
    const folder = await mkdtemp(join(tmpdir(), 'chuanyu-steps-'))
    closing.push(() => rm(folder, { recursive: true, force: true }))
    const store = await openSqliteStore({ file: join(folder, 'log.db'), now: Date.now })
    closing.push(() => store.close())
    const open = () => openLog({ store, origin: ORIGIN, signer, now: Date.now, group: 4 })
    return { both: [await open(), await open()], steps: () => store.steps(-1, 1000) }
  }

  test('at two gateways, each place of a stream is taken once, without a gap, and exactly the others are refused', async () => {
    const attempt = fc.record({ at: fc.nat(1), stream: fc.constantFrom('a', 'b'), n: fc.integer({ min: 1, max: 4 }) })
    await fc.assert(
      fc
        .asyncProperty(fc.array(attempt, { minLength: 2, maxLength: 24 }), async (attempts) => {
          const { both, steps } = await logs()
          const results = await Promise.allSettled(
            attempts.map(async ({ at, stream, n }, by) => {
              const entry = stepEntry({ type: 'duty', stream, n, signed: signed(text(by)), salt: SALT })
              return (await both[at]?.append(entry))?.place.index
            }),
          )
          const held = await steps()
          for (const stream of ['a', 'b']) {
            const own = held.filter((one) => one.stream === stream)
            expect(own.map(({ n }) => n)).toEqual(own.map((_, at) => at + 1))
          }
          const won = results.flatMap(({ status }, by) => (status === 'fulfilled' ? [text(by)] : []))
          expect(held.map(({ payload }) => payload).sort()).toEqual(won.sort())
          for (const result of results) {
            if (result.status === 'rejected') expect(result.reason).toMatchObject({ refusal: 'stream-moved' })
          }
          // In whatever order they came, one that asked for the first place got it.
          const first = new Set(attempts.flatMap(({ stream, n }) => (n === 1 ? [stream] : [])))
          expect(new Set(held.map(({ stream }) => stream))).toEqual(first)
        })
        .afterEach(closeAll),
      { numRuns: 15 },
    )
  })

  test('the same step sent twice at once is recorded once', async () => {
    const { both, steps } = await logs()
    const entry = stepEntry({ type: 'duty', stream: 'a', n: 1, signed: signed(text(0)), salt: SALT })
    const results = await Promise.allSettled(both.map((log) => log.append(entry)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
      { refusal: 'step-exists' },
    ])
    expect(await steps()).toHaveLength(1)
  })
})
