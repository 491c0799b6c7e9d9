/** A consultation as partners hold it by the client alone: every step signed, every answer checked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, parseCanonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { Answered, Caller } from '../../../gateway/client/call.ts'
import { ClientError } from '../../../gateway/client/client.ts'
import { agree, readDraft, sendStep, signRelease } from '../../../gateway/client/consultation.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld, testKey } from '../cli/running.ts'

const PERIOD = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
const ID = 'weekly-water-2025-11-03'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
  const bytes = file(['朱沱', '2025-11-04 08:00', '1.1'], ['晒网坝', '2025-11-04 08:00', '1.9'])
  await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
}, 60_000)
afterAll(() => world.close())

const as = (party: PartyId, hand: 'operator' | 'reviewer' | 'signatory') => world.client(world.sides[party][hand])

async function failure(work: Promise<unknown>): Promise<ClientError> {
  try {
    await work
  } catch (error) {
    if (error instanceof ClientError) return error
    throw error
  }
  throw new TypeError('it did not fail')
}

const revise = (value: string, base: number) =>
  ({
    type: 'revise',
    edits: [{ base, cell: 'statement', reason: '会商意见', take: 'own', value }],
  }) as const

describe('from the draft to the bundle', () => {
  test('each step is answered with the consultation as it then stands, whose digest is that of its payload', async () => {
    const [sc, cq] = [as('sc', 'operator'), as('cq', 'operator')]
    const opened = await sc.consult({ period: PERIOD })
    expect(opened).toMatchObject({ id: ID, status: 'open', steps: 2 })
    const revised = await cq.step(ID, revise('水质总体良好。', 0), opened.steps)
    expect(revised).toMatchObject({ id: ID, status: 'open', steps: 3 })
    expect(revised.digest).not.toBe(opened.digest)
    expect(sha256Hex(revised.payload)).toBe(revised.digest)
    expect(parseCanonical(revised.payload)).toMatchObject({ id: ID, statement: '水质总体良好。' })
    const said = await sc.step(ID, { type: 'comment', cell: 'statement', revision: 1, text: '同意' }, revised.steps)
    expect(said).toMatchObject({ steps: 4, digest: revised.digest })
    expect(await sc.draft(ID)).toEqual(said)
  })

  test('an edit on a revision that is not the latest fails, and says what is there', async () => {
    const { steps } = await as('sc', 'operator').draft(ID)
    const error = await failure(as('sc', 'operator').step(ID, revise('乙', 0), steps))
    expect(error).toMatchObject({ code: 'cell-moved', status: 409 })
    expect(error.problem?.cells).toEqual([
      { cell: 'statement', revision: 1, value: '水质总体良好。', by: { party: 'cq', operator: '值班员' } },
    ])
  })

  test('a reviewer agrees to the digest they read, or to what is there; each to what the other agreed to', async () => {
    const { digest, steps } = await as('cq', 'reviewer').draft(ID)
    expect(await failure(as('cq', 'reviewer').agree(ID, '0'.repeat(64)))).toMatchObject({
      code: 'payload-mismatch',
      status: 0,
    })
    expect((await as('cq', 'reviewer').draft(ID)).steps).toBe(steps)
    expect(await as('cq', 'reviewer').agree(ID, digest)).toMatchObject({ status: 'open', steps: steps + 1 })
    expect(await as('sc', 'reviewer').agree(ID)).toMatchObject({ status: 'agreed', digest })
  })

  test('a key of another post is told so', async () => {
    const { steps } = await as('sc', 'operator').draft(ID)
    const act = { type: 'unsign', reason: '有误' } as const
    expect(await failure(as('sc', 'operator').step(ID, act, steps))).toMatchObject({
      code: 'post-required',
      status: 403,
    })
    expect(await failure(as('sc', 'reviewer').consult({ period: PERIOD }))).toMatchObject({ code: 'not-permitted' })
    expect(await failure(world.client(testKey()).draft(ID))).toMatchObject({ code: 'key-unknown', status: 401 })
  })

  test('a signature taken back and given again publishes another document, whose bundle verifies', async () => {
    const [cq, sc] = [as('cq', 'signatory'), as('sc', 'signatory')]
    const half = await cq.signRelease(ID)
    expect(half.status).toBe('signed-by-one')
    const opened = await cq.step(ID, { type: 'unsign', reason: '落款有误' }, half.steps)
    expect(opened).toMatchObject({ status: 'open', steps: half.steps + 1 })
    for (const party of PARTIES) await as(party, 'reviewer').agree(ID)
    await sc.signRelease(ID)
    expect((await cq.signRelease(ID)).status).toBe('published')
    const bundle = (await cq.read(`/v1/releases/${ID}-r2/proof`)).text()
    const { roots, log } = {
      roots: { cq: world.sides.cq.root.jwk, sc: world.sides.sc.root.jwk },
      log: world.running().gateway.logVerifier,
    }
    const trust = { format: 'chuanyu-trust', v: 1, sandbox: true, log, roots } as const
    expect(verifyBundle(bundle, trust)).toMatchObject({ ok: true })
  })

  test('a correction carries its reason and embargo, and a draft of one’s own is withdrawn', async () => {
    const sc = as('sc', 'operator')
    expect(await failure(sc.consult({ period: PERIOD }))).toMatchObject({ code: 'document-exists' })
    const drafted = await sc.consult({ period: PERIOD, corrects: `${ID}-r2`, reason: '复核' })
    expect(drafted).toMatchObject({ id: `${ID}-2`, status: 'open' })
    expect(parseCanonical(drafted.payload)).toMatchObject({ reason: '复核', supersedes: { id: `${ID}-r2` } })
    expect(await sc.step(drafted.id, { type: 'withdraw', reason: '无误' }, drafted.steps)).toMatchObject({
      status: 'withdrawn',
    })
    const basis = (await sc.read('/v1/consultations')).ledgerSize ?? 0
    const act = { type: 'draft', basis, corrects: `${ID}-r2`, period: PERIOD, reason: '复核' } as const
    const far = { ...act, embargo: '2999-01-01T00:00:00+08:00', product: 'weekly-water-bulletin' } as const
    expect(await failure(sc.step(null, far, 0))).toMatchObject({ code: 'embargo-invalid', status: 422 })
    const kept = await sc.step(null, { ...far, embargo: null }, 0)
    expect(kept).toMatchObject({ id: `${ID}-3`, status: 'draft', steps: 1 })
    expect(await failure(as('cq', 'operator').draft(kept.id))).toMatchObject({
      code: 'consultation-unknown',
      status: 404,
    })
  })
})

describe('an answer that is not what it must be', () => {
  const SOUND = { id: ID, status: 'open', steps: 2, payload: { id: ID } }
  const digest = sha256Hex(canonical(SOUND.payload))
  const key = testKey()

  /** A caller whose every answer is this, and what it was asked to write. */
  function answering(value: unknown): { readonly caller: Caller; readonly written: string[] } {
    const written: string[] = []
    const answer: Answered = {
      status: 200,
      header: () => undefined,
      body: new Uint8Array(),
      ledgerSize: 7,
      text: () => JSON.stringify(value),
      json: () => value,
    }
    return {
      written,
      caller: {
        read: async () => answer,
        async write(_path, { body }) {
          written.push(Buffer.from(body).toString('utf8'))
          return answer
        },
        keys: async () => {
          throw new TypeError('not asked for')
        },
      },
    }
  }

  test.each<[string, unknown]>([
    ['no object', []],
    ['without a payload', { ...SOUND, digest, payload: undefined }],
    ['with a payload of another digest', { ...SOUND, digest: '0'.repeat(64) }],
    ['with a digest that is a number', { ...SOUND, digest: 7 }],
    ['without a count of steps', { ...SOUND, digest, steps: undefined }],
    ['without a status', { ...SOUND, digest, status: null }],
  ])('%s is not taken, and nothing is signed on it', async (_title, value) => {
    const { caller, written } = answering(value)
    for (const work of [
      () => readDraft(caller, ID),
      () => agree({ caller, key, random: (bytes) => new Uint8Array(bytes) }, ID),
      () => signRelease(caller, { id: ID, key }),
    ])
      expect(await failure(work())).toMatchObject({ code: 'answer-malformed', status: 0 })
    expect(written).toEqual([])
  })

  test('what is sent says the consultation, what was seen and a nonce of its own', async () => {
    const { caller, written } = answering({ ...SOUND, digest })
    let byte = 0
    const random = (bytes: number) => new Uint8Array(bytes).fill(++byte)
    for (const _ of [1, 2]) await sendStep({ caller, key, random }, ID, { type: 'open' }, 2)
    const payloads = written.map((text) => Buffer.from(JSON.parse(text).payload, 'base64url').toString('utf8'))
    expect(payloads.map((text) => parseCanonical(text))).toEqual(
      [1, 2].map((n) => ({
        act: { type: 'open' },
        consultation: ID,
        nonce: Buffer.alloc(16, n).toString('base64url'),
        seen: 2,
        type: 'consultation-step',
        v: 1,
      })),
    )
  })
})
