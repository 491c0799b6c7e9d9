/** What one side proposed and the other has not signed may be withdrawn, or replaced by another retirement, by its proposer alone. */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { closingOf } from '../../../gateway/documents/closing.ts'
import { DOCUMENT_TYPES, documentEntry } from '../../../gateway/documents/cosign.ts'
import { attemptOf, retirementId } from '../../../gateway/documents/retirement.ts'
import { signDocument, verifyDocument } from '../../../gateway/identity/document.ts'
import { CONTRACT, gate, refused } from '../http/calls.ts'
import { SMALL_REGISTRY, type World, type WorldOptions } from '../world.ts'
import { DAY, type Life, MAJOR, MINOR, openLife, RENAMED, retirementOf, WATER, withdrawalOf } from './lives.ts'

const V1 = `/v1/contracts/${CONTRACT}/1.0.0`
const RETIREMENT = `${V1}/retirement`
const ID = `retirement/${CONTRACT}/1.0.0`
const WRONG = retirementOf(WATER, { from: '2062-11-20' })
const RIGHT = retirementOf(WATER)

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function opened(options: WorldOptions = {}): Promise<Life> {
  const life = await openLife(options)
  world = life.world
  return life
}

async function done(answer: Response, status = 201) {
  const text = await answer.text()
  expect({ status: answer.status, text }).toMatchObject({ status })
  return JSON.parse(text)
}

describe('a retirement that names a wrong day', () => {
  test('is replaced by its proposer; the other side signs the one that stands, and its day counts', async () => {
    const { retire, states, pass, calls } = await opened()
    await done(await retire('sc', WATER, WRONG))
    expect(await done(await retire('sc', WATER, RIGHT))).toMatchObject({ id: `${ID}/2`, status: 'proposed' })
    await refused(await retire('cq', WATER, WRONG, 'retirement/signatures'), 409, 'payload-mismatch')
    const shown = await done(await calls.get(RETIREMENT), 200)
    expect(shown).toMatchObject({
      retirement: { from: '2026-11-20' },
      signing: { document: `${ID}/2`, missing: ['cq'] },
    })
    expect(await done(await retire('cq', WATER, RIGHT, 'retirement/signatures'))).toMatchObject({ status: 'in-force' })
    pass(5 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'retired' })
  })

  test('is withdrawn by its proposer, with a reason that anyone may read and a signature anyone may check', async () => {
    const { retire, withdraw, states, pass, calls, world: made } = await opened()
    await done(await retire('sc', WATER, RIGHT))
    const state = await done(await withdraw('sc', RETIREMENT, withdrawalOf(ID, RIGHT)))
    const reason = { zh: '示例：日期写错', en: 'Sample: a wrong day' }
    expect(state).toMatchObject({ id: ID, status: 'withdrawn', missing: [], withdrawal: { party: 'sc', reason } })
    await refused(await retire('cq', WATER, RIGHT, 'retirement/signatures'), 409, 'document-closed')
    const { signing } = await done(await calls.get(V1), 200)
    expect(signing).toMatchObject({ state: 'in-force', retirement: { status: 'withdrawn', withdrawal: { reason } } })
    const jws = await done(await calls.get(`${RETIREMENT}/withdrawal`, { accept: 'application/jose+json' }), 200)
    const verified = verifyDocument(jws, {
      typ: 'chuanyu-withdrawal+jws',
      requiredParties: ['sc'],
      findKey: (kid) => made.gateway.standing.signatory(kid),
    })
    expect(verified.value).toMatchObject({ document: { id: ID } })
    const plain = await done(await calls.get(`${RETIREMENT}/withdrawal`), 200)
    expect(plain).toMatchObject({ withdrawal: { reason }, signing: { status: 'in-force', missing: [] } })
    pass(5 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
  })

  test('once withdrawn, either side may propose another, and both sign that', async () => {
    const { retire, withdraw, states, pass } = await opened()
    await done(await retire('sc', WATER, WRONG))
    await done(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)))
    expect(await done(await retire('cq', WATER, RIGHT))).toMatchObject({ id: `${ID}/2` })
    expect(await done(await retire('sc', WATER, RIGHT, 'retirement/signatures'))).toMatchObject({ status: 'in-force' })
    pass(5 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'retired' })
  })

  test('may be replaced and withdrawn again and again, each with its number', async () => {
    const { retire, withdraw, calls } = await opened()
    const days = ['2027-01-01', '2027-02-01', '2027-03-01'].map((from) => retirementOf(WATER, { from }))
    for (const [at, payload] of days.entries())
      expect(await done(await retire('sc', WATER, payload))).toMatchObject({
        id: retirementId(CONTRACT, '1.0.0', at + 1),
      })
    await done(await withdraw('sc', RETIREMENT, withdrawalOf(`${ID}/3`, days[2] ?? '')))
    // What the replaced ones said does not come back.
    expect((await done(await calls.get(RETIREMENT), 200)).signing).toMatchObject({ status: 'withdrawn' })
    expect(await done(await retire('sc', WATER, RIGHT))).toMatchObject({ id: `${ID}/4`, status: 'proposed' })
  })

  test('comes not back by the same bytes, whose signature is known already', async () => {
    const { retire, withdraw, world: made } = await opened()
    await done(await retire('sc', WATER, WRONG))
    await refused(await retire('sc', WATER, WRONG), 409, 'document-exists')
    await done(await retire('sc', WATER, RIGHT))
    await refused(await retire('sc', WATER, WRONG), 409, 'document-closed')
    await done(await withdraw('sc', RETIREMENT, withdrawalOf(`${ID}/2`, RIGHT)))
    const { size } = made.gateway.log.head()
    for (const payload of [WRONG, RIGHT])
      for (const party of ['cq', 'sc'] as const)
        await refused(await retire(party, WATER, payload), 409, 'document-closed')
    expect(made.gateway.log.head().size).toBe(size)
  })
})

describe('is refused:', () => {
  test('to replace or withdraw what the other side proposed', async () => {
    const { retire, withdraw } = await opened()
    await done(await retire('sc', WATER, WRONG))
    const { detail } = await refused(await retire('cq', WATER, RIGHT), 409, 'document-exists')
    expect(detail).toContain('请提出方撤回')
    await refused(await withdraw('cq', RETIREMENT, withdrawalOf(ID, WRONG)), 403, 'proposer-only')
    expect(await done(await retire('cq', WATER, WRONG, 'retirement/signatures'))).toMatchObject({ status: 'in-force' })
  })

  test('to replace or withdraw what both have signed', async () => {
    const { retire, withdraw } = await opened()
    await done(await retire('sc', WATER, WRONG))
    await done(await retire('cq', WATER, WRONG, 'retirement/signatures'))
    await refused(await retire('sc', WATER, RIGHT), 409, 'document-exists')
    await refused(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)), 409, 'document-closed')
    await refused(
      await withdraw('cq', V1, withdrawalOf(`contract/${CONTRACT}/1.0.0`, WATER.source)),
      409,
      'document-closed',
    )
  })

  test.each<[string, string, number, string]>([
    ['of another document', withdrawalOf(`contract/${CONTRACT}/1.0.0`, WRONG), 409, 'payload-mismatch'],
    ['of other bytes', withdrawalOf(ID, RIGHT), 409, 'payload-mismatch'],
    ['without a reason', withdrawalOf(ID, WRONG, { reason: null }), 400, 'document-malformed'],
    ['with more than it should say', withdrawalOf(ID, WRONG, { from: '2026-11-20' }), 400, 'document-malformed'],
  ])('a withdrawal %s', async (_what, payload, status, code) => {
    const { retire, withdraw } = await opened()
    await done(await retire('sc', WATER, WRONG))
    await refused(await withdraw('sc', RETIREMENT, payload), status, code)
    await done(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)))
    await refused(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)), 409, 'document-closed')
  })

  test('a withdrawal of nothing, by an agency, or signed for another purpose', async () => {
    const { retire, withdraw, sent, calls, world: made } = await opened()
    await refused(await calls.get(`${RETIREMENT}/withdrawal`), 404, 'document-unknown')
    await refused(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)), 404, 'document-unknown')
    await done(await retire('sc', WATER, WRONG))
    await refused(await calls.get(`${RETIREMENT}/withdrawal`), 404, 'document-unknown')
    await refused(await calls.writeJson(made.sides.sc.agency, `${RETIREMENT}/withdrawal`, {}), 403, 'not-permitted')
    const path = `${RETIREMENT}/withdrawal`
    await refused(await sent('sc', path, withdrawalOf(ID, WRONG), 'chuanyu-retirement+jws'), 400, 'document-malformed')
  })
})

describe('at the same moment', () => {
  test('of a withdrawal and the other side’s signature exactly one goes in, also when they would share a commit', async () => {
    const held = gate()
    const { retire, withdraw, submit, calls } = await opened({ over: held.over })
    await done(await retire('sc', WATER, RIGHT))
    held.shut()
    // While this one is being committed, the two would gather behind it.
    const busy = submit(CONTRACT)
    const both = Promise.all([
      withdraw('sc', RETIREMENT, withdrawalOf(ID, RIGHT)),
      retire('cq', WATER, RIGHT, 'retirement/signatures'),
    ])
    await setTimeout(100)
    held.open()
    expect((await busy).status).toBe(201)
    const [withdrawn, signed] = await both
    const first = withdrawn.status === 201
    await refused(first ? signed : withdrawn, 409, 'document-closed')
    const { signing } = await done(await calls.get(RETIREMENT), 200)
    expect(signing.status).toBe(first ? 'withdrawn' : 'in-force')
  })

  test('what another gateway let in is judged again inside the commit', async () => {
    const { retire, withdraw, world: made } = await opened()
    await done(await retire('sc', WATER, WRONG))
    await done(await withdraw('sc', RETIREMENT, withdrawalOf(ID, WRONG)))
    const { standing, log } = made.gateway
    const document = standing.document(ID)
    if (!document) throw new TypeError('there is no retirement')
    const { signatory } = made.sides.cq
    const jws = signDocument(WRONG, { ...signatory, typ: DOCUMENT_TYPES.retirement })
    const signature = { ...jws, party: 'cq', kid: signatory.kid } as const
    const actor = { party: 'cq', kid: signatory.kid } as const
    const step = {
      type: 'retirement-signature',
      document,
      isNew: false,
      signature,
      actor,
      salt: randomBytes(16),
    } as const
    await expect(log.append(documentEntry(step))).rejects.toMatchObject({ refusal: 'document-closed' })
  })
})

describe('a contract that waits', () => {
  test('is withdrawn: it takes no signature and no data, and its number is not used again', async () => {
    const { propose, sign, withdraw, submit, states, calls } = await opened()
    await done(await propose('cq', MINOR))
    const at = `/v1/contracts/${CONTRACT}/1.1.0`
    const payload = withdrawalOf(`contract/${CONTRACT}/1.1.0`, MINOR.source)
    await refused(await withdraw('sc', at, payload), 403, 'proposer-only')
    expect(await done(await withdraw('cq', at, payload))).toMatchObject({ status: 'withdrawn' })
    expect(await states()).toEqual({ '1.0.0': 'in-force', '1.1.0': 'withdrawn' })
    await refused(await sign('sc', MINOR), 409, 'document-closed')
    const { detail } = await refused(await submit(`${CONTRACT}@1.1.0`), 409, 'contract-not-in-force')
    expect(detail).toContain('已由提出方撤回')
    for (const party of ['cq', 'sc'] as const) await refused(await propose(party, MINOR), 409, 'document-exists')
    const { contract } = await done(await calls.get(`/v1/contracts/${CONTRACT}`), 200)
    expect(contract.version).toBe('1.0.0')
  })

  test('and was withdrawn is no predecessor of the next', async () => {
    const { propose, sign, withdraw } = await opened()
    await done(await propose('cq', MINOR))
    await done(
      await withdraw('cq', `/v1/contracts/${CONTRACT}/1.1.0`, withdrawalOf(`contract/${CONTRACT}/1.1.0`, MINOR.source)),
    )
    // Against 1.1.0 a member would be gone; against 1.0.0 only words have changed.
    await done(await propose('sc', RENAMED))
    expect(await done(await sign('cq', RENAMED))).toMatchObject({ status: 'in-force' })
  })

  test('cannot be retired, and a register edition that waits is withdrawn like it', async () => {
    const { propose, retire, sent, withdraw, calls } = await opened()
    await done(await propose('cq', MAJOR))
    await refused(await retire('cq', MAJOR, retirementOf(MAJOR)), 409, 'contract-not-in-force')
    const edition = canonical({ ...SMALL_REGISTRY, edition: '2026-12' })
    await done(await sent('sc', '/v1/registry', edition, 'chuanyu-registry+jws'))
    const at = '/v1/registry/sections/2026-12'
    const payload = withdrawalOf('registry/sections/2026-12', edition)
    await refused(await withdraw('cq', at, payload), 403, 'proposer-only')
    await done(await withdraw('sc', at, payload))
    await refused(await sent('cq', `${at}/signatures`, edition, 'chuanyu-registry+jws'), 409, 'document-closed')
    expect((await done(await calls.get(at), 200)).signing).toMatchObject({ status: 'withdrawn', inForceAt: null })
    expect((await done(await calls.get('/v1/registry/sections'), 200)).registry.edition).toBe('2026-11')
  })
})

test('what was withdrawn and replaced stays so when the store is read anew', async () => {
  const { propose, retire, withdraw, calls, world: made } = await opened()
  await done(await retire('sc', WATER, WRONG))
  await done(await retire('sc', WATER, RIGHT))
  await done(await propose('cq', MINOR))
  await done(
    await withdraw('cq', `/v1/contracts/${CONTRACT}/1.1.0`, withdrawalOf(`contract/${CONTRACT}/1.1.0`, MINOR.source)),
  )
  const before = await (await calls.get('/v1/contracts')).text()
  await made.gateway.standing.reload()
  expect(await (await calls.get('/v1/contracts')).text()).toBe(before)
  expect(made.gateway.standing.closing(ID)).toMatchObject({ status: 'replaced', by: { id: `${ID}/2` } })
})

describe('the number of a retirement', () => {
  test.each([
    [ID, { contract: CONTRACT, version: '1.0.0', attempt: 1 }],
    [`${ID}/12`, { contract: CONTRACT, version: '1.0.0', attempt: 12 }],
    [`contract/${CONTRACT}/1.0.0`, null],
    [`withdrawal/${ID}`, null],
    [`${ID}/2/3`, null],
    [`${ID}/x`, null],
  ])('of %s is %j', (id, place) => {
    expect(attemptOf(id)).toEqual(place)
    if (place) expect(retirementId(place.contract, place.version, place.attempt)).toBe(id)
  })

  test('a document nobody closed has no closing', () => {
    expect(closingOf(new Map(), ID)).toBeNull()
  })
})
