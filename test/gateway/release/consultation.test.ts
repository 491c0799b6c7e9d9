import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { openGateway } from '../../../gateway/gateway.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { verifyDocument } from '../../../gateway/identity/document.ts'
import { frozenWeek } from '../frozen.ts'
import { type Calls, callsOf, gate, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { on, playWeek } from '../week.ts'
import { csv, MONDAY, openWorld, type World, type WorldOptions } from '../world.ts'
import { type Desk, deskOf } from './desk.ts'

const PERIOD = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
const REQUEST = { product: 'weekly-water-bulletin', period: PERIOD }
const ID = 'weekly-water-2026-11-02'

const held = gate()
let world: World
let calls: Calls
let desk: Desk

async function open(options: WorldOptions = {}): Promise<void> {
  world = await openWorld({ roles: ['signatory', 'reviewer'], ...options })
  calls = callsOf(world)
  desk = deskOf(world, calls)
}
beforeEach(() => open())
afterEach(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const operator = () => world.sides.sc.operator
const propose = (body: unknown = REQUEST) => desk.propose(body)

/** On the table; both agree before it comes back, unless told otherwise. */
async function proposed(body: unknown = REQUEST) {
  const { id } = await jsonOf(await propose(body), 201)
  await desk.agreed(id)
  return desk.show(id)
}

const sign: Desk['sign'] = (party, id, how) => desk.sign(party, id, how)

async function published(body: unknown = REQUEST): Promise<string> {
  const { id } = await proposed(body)
  for (const party of ['cq', 'sc'] as const) expect((await sign(party, id)).status).toBe(201)
  return id
}

/** Every public face of a release. */
const FACES = ['', '.json', '.jws', '.csv', '.geojson', '/proof']
async function publicFaces(id: string): Promise<number[]> {
  const answers = await Promise.all([
    ...FACES.map((face) => calls.get(`/v1/releases/${id}${face}`)),
    ...['application/jose+json', 'text/csv', 'application/geo+json'].map((accept) =>
      calls.get(`/v1/releases/${id}`, { accept }),
    ),
    calls.get(`/releases/${id}`),
  ])
  return answers.map(({ status }) => status)
}

describe('a draft', () => {
  test('is on the table for both sides, as the bytes that each signs', async () => {
    await playWeek(world)
    const drafted = await proposed()
    expect(drafted).toMatchObject({ id: ID, status: 'agreed', signatures: [], supersedes: null, publishedAt: null })
    for (const party of ['cq', 'sc'] as const) {
      const shown = await jsonOf(await calls.read(world.sides[party].signatory, `/v1/consultations/${ID}`))
      expect(sha256Hex(canonical(shown.payload))).toBe(drafted.digest)
    }
    const { consultations } = await jsonOf(await calls.read(world.sides.cq.operator, '/v1/consultations'))
    expect(consultations).toMatchObject([{ id: ID, status: 'agreed' }])
  })

  test('is public nowhere, not even with one signature', async () => {
    await playWeek(world)
    await proposed()
    for (const step of ['open', 'signed by one']) {
      if (step !== 'open') expect((await jsonOf(await sign('cq', ID), 201)).status).toBe('signed-by-one')
      expect(await publicFaces(ID)).toEqual(Array(10).fill(404))
      await refused(await calls.get(`/v1/releases/${ID}`), 404, 'release-unknown')
      await refused(await calls.get(`/v1/releases/${ID}/proof`), 404, 'release-unknown')
      expect(await jsonOf(await calls.get('/v1/releases'))).toEqual({ releases: [] })
      for (const page of ['/', '/releases']) expect(await (await calls.get(page)).text()).not.toContain(ID)
    }
  })

  test('is published when the second side signs, on every face', async () => {
    await playWeek(world)
    const id = await published()
    const state = await jsonOf(await calls.read(operator(), `/v1/consultations/${id}`))
    expect(state).toMatchObject({ status: 'published', signatures: [{ party: 'cq' }, { party: 'sc' }] })
    expect(await publicFaces(id)).toEqual(Array(10).fill(200))
    const { releases } = await jsonOf(await calls.get('/v1/releases'))
    expect(releases).toMatchObject([{ id, digest: state.digest, supersedes: null, supersededBy: null }])
    const jws: unknown = await (await calls.get(`/v1/releases/${id}.jws`)).json()
    const findKey = (kid: string) => world.gateway.standing.keys().keys.get(kid)
    const { payload } = verifyDocument(jws, { findKey, typ: 'chuanyu-release+jws', requiredParties: ['cq', 'sc'] })
    const shown = await jsonOf(await calls.get(`/v1/releases/${id}`))
    expect(canonical(shown.release)).toBe(payload)
    for (const page of ['/', '/releases', `/releases/${id}`]) {
      expect(await (await calls.get(page)).text()).toContain(id)
    }
    const report = verifyBundle(await (await calls.get(`/v1/releases/${id}/proof`)).text(), world.trust)
    expect(report.ok).toBe(true)
    await refused(await calls.get(`/v1/releases/${id}.exe`), 406, 'not-acceptable')
    const page = await calls.get(`/v1/releases/${id}`, { accept: 'text/html' })
    expect([page.status, page.headers.get('location')]).toEqual([303, `/releases/${id}`])
  })

  test('is the same bytes at a second gateway over the same ledger, and at the same one asked again', async () => {
    await playWeek(world)
    const { config, store, blobs, now, random } = world.gateway
    const other = await openGateway({ ...config }, { store, blobs, now, random })
    const [one, two, again] = [
      await frozenWeek(world.gateway, MONDAY),
      await frozenWeek(other, MONDAY),
      await frozenWeek(world.gateway, MONDAY),
    ]
    expect(two.payload).toBe(one.payload)
    expect(again.payload).toBe(one.payload)
  })

  test('binds what was known when it was made: what comes later is not in it', async () => {
    await playWeek(world)
    const drafted = await proposed()
    await world.submit('cq', csv([['朱沱', on(2, 4), '9.9']]))
    const shown = await jsonOf(await calls.read(operator(), `/v1/consultations/${ID}`))
    expect(shown.digest).toBe(drafted.digest)
    for (const party of ['cq', 'sc'] as const) expect((await sign(party, ID)).status).toBe(201)
    expect(verifyBundle(await (await calls.get(`/v1/releases/${ID}/proof`)).text(), world.trust).ok).toBe(true)
  })
})

describe('a signature on a draft', () => {
  test('over other bytes, of the other side, by a stranger or twice is refused', async () => {
    await playWeek(world)
    const { payload } = await proposed()
    const other = canonical({ ...payload, sandbox: false })
    await refused(await sign('cq', ID, { payload: other }), 409, 'payload-mismatch')
    await refused(await sign('cq', ID, { key: world.sides.sc.signatory }), 403, 'other-party')
    await refused(await sign('cq', ID, { key: world.sides.cq.operator }), 422, 'document-signer-unknown')
    expect((await sign('cq', ID)).status).toBe(201)
    await refused(await sign('cq', ID), 409, 'signature-exists')
    const second = world.sides.cq.others.get('signatory')
    if (second) await refused(await sign('cq', ID, { key: second }), 409, 'signature-exists')
    expect(await publicFaces(ID)).toEqual(Array(10).fill(404))
    const [one, two] = await Promise.all([sign('sc', ID), sign('sc', ID)])
    expect([one.status, two.status].sort()).toEqual([201, 409])
  })

  test('on a consultation that is none is refused', async () => {
    const key = world.sides.cq.signatory
    for (const id of ['nothing', '__proto__', 'constructor']) {
      await refused(await calls.writeJson(key, `/v1/consultations/${id}/signatures`, {}), 404, 'consultation-unknown')
      await refused(await calls.read(key, `/v1/consultations/${id}`), 404, 'consultation-unknown')
    }
  })
})

describe('of two drafts for one period', () => {
  test('one is published and the other closed', async () => {
    await playWeek(world)
    const [first, second] = [await proposed(), await proposed()]
    expect(second.id).toBe(`${ID}-2`)
    expect((await sign('cq', first.id)).status).toBe(201)
    expect((await sign('cq', second.id)).status).toBe(201)
    expect((await sign('sc', second.id)).status).toBe(201)
    await refused(await sign('sc', first.id), 409, 'consultation-closed')
    const { consultations } = await jsonOf(await calls.read(operator(), '/v1/consultations'))
    expect(consultations.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      [second.id, 'published'],
      [first.id, 'closed'],
    ])
    await refused(await propose(), 409, 'document-exists')
  })

  test('one is published even when both get their last signature at once', async () => {
    await playWeek(world)
    const [first, second] = [await proposed(), await proposed()]
    for (const { id } of [first, second]) expect((await sign('cq', id)).status).toBe(201)
    const answers = await Promise.all([sign('sc', first.id), sign('sc', second.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const { releases } = await jsonOf(await calls.get('/v1/releases'))
    expect(releases).toHaveLength(1)
  })

  test('one is published even when the ledger is slow to take either', async () => {
    await world.close()
    await open({ over: held.over })
    await playWeek(world)
    const [first, second] = [await proposed(), await proposed()]
    for (const { id } of [first, second]) expect((await sign('cq', id)).status).toBe(201)
    held.shut()
    const answers = [sign('sc', first.id), sign('sc', second.id)]
    await new Promise((resolve) => setTimeout(resolve, 60))
    held.open()
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await jsonOf(await calls.get('/v1/releases'))).releases).toHaveLength(1)
  })

  test('proposed at once both are drafts, or one is refused, and neither is lost', async () => {
    await playWeek(world)
    const answers = await Promise.all([propose(), propose(), propose()])
    const taken = answers.filter(({ status }) => status === 201).length
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const { consultations } = await jsonOf(await calls.read(operator(), '/v1/consultations'))
    expect(consultations).toHaveLength(taken)
    expect(taken).toBeGreaterThan(0)
  })
})

describe('a period', () => {
  test('without a record is not consulted on', async () => {
    await refused(await propose(), 422, 'no-record-in-period')
  })

  test.each([
    ['of six days', '2026-11-02T00:00:00+08:00', '2026-11-08T00:00:00+08:00'],
    ['from noon to noon', '2026-11-02T12:00:00+08:00', '2026-11-09T12:00:00+08:00'],
    ['by the days of Greenwich', '2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z'],
    ['that is not over', '2026-11-09T00:00:00+08:00', '2026-11-16T00:00:00+08:00'],
    ['that runs back', '2026-11-09T00:00:00+08:00', '2026-11-02T00:00:00+08:00'],
    ['at the end of time', '9999-12-24T00:00:00+08:00', '9999-12-31T00:00:00+08:00'],
    ['a second late', '2026-11-02T00:00:01+08:00', '2026-11-09T00:00:01+08:00'],
  ])('%s is refused', async (_, start, end) => {
    await playWeek(world)
    await refused(await propose({ ...REQUEST, period: { start, end } }), 422, 'period-invalid')
  })

  test('said in another zone is the same period', async () => {
    await playWeek(world)
    const period = { start: '2026-11-01T16:00:00Z', end: '2026-11-08T16:00:00Z' }
    expect((await proposed({ ...REQUEST, period })).period).toEqual({ start: PERIOD.start, end: PERIOD.end })
  })
})

describe('a proposal', () => {
  test.each<[string, unknown, string, number]>([
    ['that is a list', [], 'body-invalid', 422],
    ['that is a text', '"x"', 'body-invalid', 422],
    ['that is nothing', null, 'body-invalid', 422],
    ['of another product', { ...REQUEST, product: 'air' }, 'body-invalid', 422],
    ['without a period', { product: REQUEST.product }, 'body-invalid', 422],
    ['with a member too many', { ...REQUEST, x: 1 }, 'body-invalid', 422],
    ['with numbers for times', { ...REQUEST, period: { start: 1, end: 2 } }, 'body-invalid', 422],
    ['with a time that is none', { ...REQUEST, period: { start: 'x', end: 'y' } }, 'body-invalid', 422],
    [
      'that corrects nothing there is',
      { ...REQUEST, corrects: 'weekly-water-1999-01-01', reason: 'r' },
      'release-unknown',
      404,
    ],
    ['that corrects __proto__', { ...REQUEST, corrects: '__proto__', reason: 'r' }, 'release-unknown', 404],
    ['that corrects a number', { ...REQUEST, corrects: 7, reason: 'r' }, 'body-invalid', 422],
    ['with an empty reason', { ...REQUEST, reason: ' ' }, 'body-invalid', 422],
    ['with a reason too long', { ...REQUEST, reason: '更'.repeat(2001) }, 'body-invalid', 422],
  ])('%s is refused', async (_, body, code, status) => {
    await playWeek(world)
    const before = world.gateway.log.head().size
    await refused(await propose(body), status, code)
    expect(world.gateway.log.head().size).toBe(before)
  })
})

describe('a correction', () => {
  const CORRECTION = { ...REQUEST, corrects: ID, reason: '晒网坝 11-02 04:00 高锰酸盐指数更正' }

  async function corrected() {
    await playWeek(world)
    await published()
    const bundle = await (await calls.get(`/v1/releases/${ID}/proof`)).text()
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    return { bundle, id: await published(CORRECTION) }
  }

  test('takes the place of the release, says why and what it changed, and the old one says so', async () => {
    const { id } = await corrected()
    expect(id).toBe(`${ID}-2`)
    const { release, supersededBy } = await jsonOf(await calls.get(`/v1/releases/${id}`))
    const old = await jsonOf(await calls.get(`/v1/releases/${ID}`))
    expect(supersededBy).toBeNull()
    expect(old.supersededBy).toBe(id)
    expect(release).toMatchObject({ supersedes: { id: ID, digest: old.digest }, reason: CORRECTION.reason })
    const about = release.changes.filter((change: { section: string | null }) => change.section !== null)
    expect(new Set(about.map((change: { section: string }) => change.section))).toEqual(new Set(['cq-晒网坝']))
    // 高锰酸盐指数 7.9 is over the Ⅲ limit of 6 and within the Ⅳ limit of 10: by (7.9 − 6) ÷ 6 = 0.32 times.
    expect(about.find((change: { member: string }) => change.member === 'class')).toMatchObject({ from: '2', to: '4' })
    expect(about.find((change: { member: string }) => change.member === 'pollutants').to).toContain('"multiple":"0.3"')
    expect(about.find((change: { member: string }) => change.member === 'means')).toMatchObject({
      from: expect.stringContaining('"codMn":"1.90"'),
      to: expect.stringContaining('"codMn":"7.90"'),
    })
    for (const lang of ['zh', 'en']) {
      const page = await (await calls.get(`/releases/${ID}?lang=${lang}`)).text()
      expect(page).toContain(`/releases/${id}`)
    }
    expect(await (await calls.get(`/releases/${id}`)).text()).toContain(CORRECTION.reason)
    const { releases } = await jsonOf(await calls.get('/v1/releases'))
    expect(releases.map((one: { id: string }) => one.id)).toEqual([id, ID])
  })

  test('leaves the old bundle valid, the one kept and the one made now', async () => {
    const { bundle, id } = await corrected()
    expect(verifyBundle(bundle, world.trust).ok).toBe(true)
    for (const each of [ID, id]) {
      const now = await (await calls.get(`/v1/releases/${each}/proof`)).text()
      expect(verifyBundle(now, world.trust).ok).toBe(true)
    }
  })

  test('needs a reason, the release that stands, and both signatures', async () => {
    await playWeek(world)
    await refused(await propose(CORRECTION), 404, 'release-unknown')
    await published()
    await refused(await propose({ ...CORRECTION, reason: null }), 422, 'body-invalid')
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    const { id } = await proposed(CORRECTION)
    expect((await sign('sc', id)).status).toBe(201)
    expect((await jsonOf(await calls.get(`/v1/releases/${ID}`))).supersededBy).toBeNull()
    expect(await publicFaces(id)).toEqual(Array(10).fill(404))
  })

  test('of what is corrected already is refused; of the correction it is not', async () => {
    const { id } = await corrected()
    await refused(await propose(CORRECTION), 404, 'release-unknown')
    await world.submit('cq', csv([['晒网坝', on(2, 4), '2.9']]))
    const third = await published({ ...CORRECTION, corrects: id })
    expect((await jsonOf(await calls.get(`/v1/releases/${third}`))).release.supersedes.id).toBe(id)
  })

  test('once published closes another that was signed by one', async () => {
    await playWeek(world)
    await published()
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    const [one, two] = [await proposed(CORRECTION), await proposed(CORRECTION)]
    expect((await sign('sc', one.id)).status).toBe(201)
    for (const party of ['sc', 'cq'] as const) expect((await sign(party, two.id)).status).toBe(201)
    await refused(await sign('cq', one.id), 409, 'consultation-closed')
  })
})
