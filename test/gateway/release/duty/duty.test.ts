/** Duty rosters over signed HTTP: who sets them, what they hold back, and deputies over a holiday. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { openGateway } from '../../../../gateway/gateway.ts'
import { type Calls, callsOf, refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { csv, openWorld, type World, type WorldKey } from '../../world.ts'
import { type Desk, deskOf } from '../desk.ts'
import { entry, setDuty } from './steps.ts'

/** The first day of the National Day holiday of 2026, which lasts to 7 October (国办发明电〔2025〕7号). */
const at = (clock: string): number => Date.parse(`2026-10-01T${clock}+08:00`)
const DAY = 86_400_000

let time: number
let world: World
let calls: Calls
let desk: Desk

beforeEach(async () => {
  time = at('09:00:00')
  world = await openWorld({ roles: ['reviewer', 'signatory', 'operator', 'audit'], now: () => time })
  calls = callsOf(world)
  desk = deskOf(world, calls)
})
afterEach(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const side = (party: PartyId) => world.sides[party]
function other(party: PartyId, role: 'reviewer' | 'signatory' | 'operator' | 'audit'): WorldKey {
  const key = side(party).others.get(role)
  if (!key) throw new TypeError(`nobody else is ${role}`)
  return key
}
const set = (party: PartyId, entries: readonly unknown[], how = {}) => setDuty(world, calls, party, entries, how)
const read = async (query: string, key = side('sc').operator) => jsonOf(await calls.read(key, `/v1/duty${query}`))
/** A step as one key signs and sends it. */
const step = (key: WorldKey, id: string | null, act: unknown, seen = 0) =>
  calls.write(key, `/v1/consultations${id === null ? '' : `/${id}/steps`}`, desk.body(id, act, key, { seen }), {
    contentType: 'application/jose+json',
  })

const PERIOD = { start: '2026-09-24T00:00:00+08:00', end: '2026-10-01T00:00:00+08:00' }
async function drafted(): Promise<string> {
  await world.submit('cq', csv([['朱沱', '2026-09-25 04:00', '2.1']]))
  await world.submit('sc', csv([['金子', '2026-09-25 04:00', '3.1']]))
  return (await jsonOf(await desk.draft({ product: 'weekly-water-bulletin', period: PERIOD }), 201)).id
}
async function agreeAs(key: WorldKey, id: string): Promise<Response> {
  const { digest, steps } = await desk.show(id)
  return step(key, id, { type: 'agree', digest }, steps)
}

describe('a step of the roster', () => {
  test('sets who is on duty on the days it names, and both sides read it by post', async () => {
    const { reviewer, signatory } = side('cq')
    const entries = [
      entry('2026-10-01', '2026-10-03', reviewer.kid, { deputies: [other('cq', 'reviewer').kid], note: '国庆值班' }),
      entry('2026-10-02', '2026-10-02', signatory.kid, { post: 'signatory' }),
    ]
    const size = world.gateway.log.head().size
    const answer = await jsonOf(await set('cq', entries), 201)
    expect(answer).toMatchObject({ from: '2026-10-01', to: '2026-10-03', rosters: [{ party: 'cq', steps: 1 }] })
    const seen = await read('?party=cq&from=2026-10-01&to=2026-10-04')
    expect(seen.rosters).toHaveLength(1)
    const [first, second, third, fourth] = seen.rosters[0].days
    expect(first).toEqual({
      day: '2026-10-01',
      working: false,
      established: true,
      why: expect.objectContaining({ zh: expect.stringContaining('国庆节') }),
      lines: [
        {
          post: 'reviewer',
          product: null,
          onDuty: [
            { agency: 'cq-monitoring', deputy: false, kid: reviewer.kid, operator: '审核人' },
            { agency: 'cq-monitoring', deputy: true, kid: other('cq', 'reviewer').kid, operator: '岗位' },
          ],
          note: '国庆值班',
          step: 1,
          ledgerIndex: size,
        },
      ],
    })
    expect(second.lines.map(({ post }: { post: string }) => post)).toEqual(['reviewer', 'signatory'])
    expect(third.lines).toHaveLength(1)
    expect(fourth.lines).toEqual([])
    const leaf = (await world.gateway.store.leaves(size, size + 1))[0]
    expect([leaf?.type, leaf?.party]).toEqual(['duty', 'cq'])
  })

  test('shows both sides and the week from today when nothing is asked', async () => {
    const seen = await read('')
    expect(seen).toMatchObject({ from: '2026-10-01', to: '2026-10-07', rosters: [{ party: 'cq' }, { party: 'sc' }] })
    expect(await read('', other('sc', 'audit'))).toEqual(seen)
  })

  test('later wins, a product’s own beside that of all', async () => {
    const [one, two] = [side('cq').reviewer.kid, other('cq', 'reviewer').kid]
    await jsonOf(await set('cq', [entry('2026-10-01', '2026-10-05', one)]), 201)
    await jsonOf(
      await set('cq', [entry('2026-10-03', '2026-10-03', two)], { payload: { product: 'daily-air-forecast' } }),
      201,
    )
    await jsonOf(await set('cq', [entry('2026-10-05', '2026-10-06', two)]), 201)
    const { days } = (await read('?party=cq')).rosters[0]
    const lines = days.map(({ lines: all }: { lines: { product: string | null; step: number }[] }) =>
      all.map(({ product, step: n }) => `${product ?? 'all'} ${n}`),
    )
    expect(lines).toEqual([
      ['all 1'],
      ['all 1'],
      ['all 1', 'daily-air-forecast 2'],
      ['all 1'],
      ['all 3'],
      ['all 3'],
      [],
    ])
  })

  test('is refused from the other side, from another post, or sent by somebody else', async () => {
    const entries = [entry('2026-10-01', '2026-10-03', side('cq').reviewer.kid)]
    const { size } = world.gateway.log.head()
    await refused(await set('cq', entries, { signed: side('sc').signatory }), 403, 'other-party')
    await refused(await set('cq', entries, { sent: other('cq', 'signatory') }), 403, 'other-signer')
    await refused(
      await set('cq', entries, { signed: side('cq').reviewer, sent: side('cq').signatory }),
      422,
      'document-signer-unknown',
    )
    await refused(await set('cq', entries, { signed: side('cq').operator }), 403, 'not-permitted')
    expect(world.gateway.log.head().size).toBe(size)
  })

  test('is refused that puts in somebody who does not hold the post', async () => {
    const { reviewer, operator, agency, signatory } = side('cq')
    const wrong: readonly (readonly [unknown, string])[] = [
      [entry('2026-10-01', '2026-10-01', operator.kid), '/entries/0/holder'],
      [entry('2026-10-01', '2026-10-01', agency.kid, { post: 'drafter' }), '/entries/0/holder'],
      [entry('2026-10-01', '2026-10-01', side('sc').reviewer.kid), '/entries/0/holder'],
      [entry('2026-10-01', '2026-10-01', 'nobody'), '/entries/0/holder'],
      [entry('2026-10-01', '2026-10-01', reviewer.kid, { deputies: [signatory.kid] }), '/entries/0/deputies/0'],
    ]
    for (const [one, pointer] of wrong) {
      expect((await refused(await set('cq', [one]), 422, 'duty-key')).pointer).toBe(pointer)
    }
    await world.listKeys('cq', [other('cq', 'reviewer')])
    await refused(await set('cq', [entry('2026-10-01', '2026-10-01', other('cq', 'reviewer').kid)]), 422, 'duty-key')
  })

  test.each<[string, (kid: string) => unknown, string]>([
    ['no entry', () => [], '/entries'],
    ['a day that is none', (kid) => [entry('2026-09-31', '2026-10-02', kid)], '/entries/0/from'],
    ['days that run back', (kid) => [entry('2026-10-02', '2026-10-01', kid)], '/entries/0/to'],
    ['more than a year', (kid) => [entry('2026-01-01', '2027-01-02', kid)], '/entries/0/to'],
    [
      'the holder as their own deputy',
      (kid) => [entry('2026-10-01', '2026-10-01', kid, { deputies: [kid] })],
      '/entries/0/deputies',
    ],
    [
      'one deputy twice',
      (kid) => [entry('2026-10-01', '2026-10-01', kid, { deputies: ['x', 'x'] })],
      '/entries/0/deputies',
    ],
    [
      'one post twice a day',
      (kid) => [entry('2026-10-01', '2026-10-04', kid), entry('2026-10-04', '2026-10-05', kid)],
      '/entries/1',
    ],
    ['another post', (kid) => [entry('2026-10-01', '2026-10-01', kid, { post: 'clerk' })], '/entries/0/post'],
    ['a member too many', (kid) => [entry('2026-10-01', '2026-10-01', kid, { x: 1 })], '/entries/0/x'],
    ['an empty note', (kid) => [entry('2026-10-01', '2026-10-01', kid, { note: ' ' })], '/entries/0/note'],
  ])('with %s is refused, naming the place', async (_, entriesOf, pointer) => {
    const entries = entriesOf(side('cq').reviewer.kid)
    const answer = await set('cq', Array.isArray(entries) ? entries : [])
    expect((await refused(answer, 422, 'body-invalid')).pointer).toBe(pointer)
  })

  test('of two posts on one day, or of one post on days apart, is sound', async () => {
    const { reviewer, signatory } = side('cq')
    const entries = [
      entry('2026-10-01', '2026-10-02', reviewer.kid),
      entry('2026-10-03', '2026-10-04', reviewer.kid),
      entry('2026-10-01', '2026-10-04', signatory.kid, { post: 'signatory' }),
    ]
    expect((await set('cq', entries)).status).toBe(201)
  })

  test('sent again is refused, and so is one for a place in the stream that is taken', async () => {
    const entries = [entry('2026-10-01', '2026-10-03', side('cq').reviewer.kid)]
    const nonce = 'the-same-nonce-twice'
    expect((await set('cq', entries, { payload: { nonce } })).status).toBe(201)
    await refused(await set('cq', entries, { payload: { nonce } }), 409, 'step-exists')
    // A second gateway over the same store, which is not told that it shares it, has not seen the next step.
    const { config, store, blobs, now, random } = world.gateway
    const gateway = await openGateway(config, { store, blobs, now, random })
    const late = callsOf({ ...world, gateway })
    await gateway.rosters.both()
    expect((await set('cq', entries)).status).toBe(201)
    await refused(await setDuty(world, late, 'cq', entries), 409, 'consultation-moved')
    await gateway.log.refresh()
    await jsonOf(await setDuty(world, late, 'cq', entries), 201)
    expect((await jsonOf(await late.read(side('sc').operator, '/v1/duty?party=cq'))).rosters[0].steps).toBe(3)
    expect(late.failures).toEqual([])
  })

  test.each([
    '?party=xx',
    '?from=2026-13-01',
    '?from=2026-10-02&to=2026-10-01',
    '?from=2026-01-01&to=2027-06-01',
    '?x=1',
  ])('is not read by %s', async (query) => {
    await refused(await calls.read(side('cq').operator, `/v1/duty${query}`), 400, 'query-invalid')
  })
})

describe('on a day the roster names', () => {
  test('only who is on duty agrees; the others are told who is, by post', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    const [held, off] = [side('cq').reviewer, other('cq', 'reviewer')]
    await jsonOf(await set('cq', [entry('2026-10-01', '2026-10-01', held.kid)]), 201)
    const answer = await agreeAs(off, id)
    const problem = await refused(answer, 403, 'off-duty')
    expect(problem).toMatchObject({
      value: '2026-10-01: 审核人 (cq-monitoring)',
      onDuty: [{ post: 'reviewer', agency: 'cq-monitoring', deputy: false, kid: held.kid, operator: '审核人' }],
    })
    // What is not kept for who is on duty anybody of the post may do.
    expect((await step(off, id, { type: 'comment', cell: null, revision: 0, text: '已阅' })).status).toBe(201)
    expect((await agreeAs(held, id)).status).toBe(201)
    // The other side's roster says nothing.
    expect((await agreeAs(other('sc', 'reviewer'), id)).status).toBe(201)
  })

  test('the day after, whoever holds the post may act again', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    await jsonOf(await set('cq', [entry('2026-10-01', '2026-10-01', side('cq').reviewer.kid)]), 201)
    // Midnight of Shanghai, eight hours before that of Greenwich.
    time = at('23:59:59')
    await refused(await agreeAs(other('cq', 'reviewer'), id), 403, 'off-duty')
    time = at('00:00:00') + DAY
    expect((await agreeAs(other('cq', 'reviewer'), id)).status).toBe(201)
  })

  test('a roster of another product holds nobody back', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    const entries = [entry('2026-10-01', '2026-10-07', side('cq').reviewer.kid)]
    await jsonOf(await set('cq', entries, { payload: { product: 'monthly-water-bulletin' } }), 201)
    expect((await agreeAs(other('cq', 'reviewer'), id)).status).toBe(201)
  })

  test('only the drafter on duty puts a draft on the table', async () => {
    const id = await drafted()
    await jsonOf(
      await set('sc', [entry('2026-10-01', '2026-10-01', side('sc').operator.kid, { post: 'drafter' })]),
      201,
    )
    await refused(await step(other('sc', 'operator'), id, { type: 'open' }), 403, 'off-duty')
    expect((await step(side('sc').operator, id, { type: 'open' })).status).toBe(201)
  })
})

describe('over a holiday', () => {
  test('the desk is handed over, a deputy reviews and another signs, and it shows', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    const [cqDeputy, scDeputy] = [other('cq', 'reviewer'), other('sc', 'signatory')]
    await jsonOf(
      await set('cq', [entry('2026-10-01', '2026-10-07', side('cq').reviewer.kid, { deputies: [cqDeputy.kid] })]),
      201,
    )
    const issue = { post: 'signatory', deputies: [scDeputy.kid] }
    await jsonOf(await set('sc', [entry('2026-10-01', '2026-10-07', side('sc').signatory.kid, issue)]), 201)
    const note = { type: 'hand-over', text: '假期请代为审核，金子断面数据已核', to: cqDeputy.kid }
    expect((await step(side('cq').reviewer, id, note)).status).toBe(201)
    time += DAY
    const open = await desk.show(id)
    expect(open.next).toMatchObject([
      {
        party: 'cq',
        post: 'reviewer',
        onDuty: [
          { operator: '审核人', deputy: false },
          { kid: cqDeputy.kid, deputy: true },
        ],
      },
      { party: 'sc', post: 'reviewer', onDuty: [] },
    ])
    await jsonOf(await agreeAs(cqDeputy, id), 201)
    await jsonOf(await agreeAs(side('sc').reviewer, id), 201)
    expect((await desk.show(id)).agreements).toMatchObject({ cq: { asDeputy: true }, sc: { asDeputy: false } })
    expect((await desk.sign('sc', id, { key: scDeputy })).status).toBe(201)
    const published = await jsonOf(await desk.sign('cq', id), 201)
    expect(published.status).toBe('published')
    expect(
      published.signatures.map(({ party, asDeputy }: { party: string; asDeputy: boolean }) => [party, asDeputy]),
    ).toEqual([
      ['sc', true],
      ['cq', false],
    ])
    const { steps } = await jsonOf(await calls.read(side('cq').operator, `/v1/consultations/${id}/steps`))
    const stoodIn = steps.filter(({ asDeputy }: { asDeputy: boolean }) => asDeputy)
    expect(stoodIn.map(({ act, by }: { act: { type: string }; by: { kid: string } }) => [act.type, by.kid])).toEqual([
      ['agree', cqDeputy.kid],
      ['sign', scDeputy.kid],
    ])
    // A roster that comes later changes nothing of what was done under the one before.
    await jsonOf(await set('cq', [entry('2026-10-01', '2026-10-07', cqDeputy.kid)]), 201)
    expect((await desk.show(id)).agreements.cq.asDeputy).toBe(true)
  })

  test('who is not on duty does not sign', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    for (const party of PARTIES) await jsonOf(await agreeAs(side(party).reviewer, id), 201)
    await jsonOf(
      await set('sc', [entry('2026-10-01', '2026-10-07', side('sc').signatory.kid, { post: 'signatory' })]),
      201,
    )
    await refused(await desk.sign('sc', id, { key: other('sc', 'signatory') }), 403, 'off-duty')
    expect((await desk.sign('sc', id)).status).toBe(201)
  })

  test('a revoked holder is not told as on duty', async () => {
    const id = await drafted()
    await jsonOf(await step(side('sc').operator, id, { type: 'open' }), 201)
    const deputy = other('cq', 'reviewer')
    await jsonOf(
      await set('cq', [entry('2026-10-01', '2026-10-07', side('cq').reviewer.kid, { deputies: [deputy.kid] })]),
      201,
    )
    await world.listKeys('cq', [side('cq').reviewer])
    const { next } = await desk.show(id)
    expect(next[0].onDuty.map(({ kid }: { kid: string }) => kid)).toEqual([deputy.kid])
    expect((await agreeAs(deputy, id)).status).toBe(201)
  })
})
