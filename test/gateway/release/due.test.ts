/** What waits for a side and post: by when, how long still, whom to turn to when it is too late. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import type { GrantedRole } from '../../../gateway/identity/access.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { csv, openWorld, type World, type WorldKey } from '../world.ts'
import { type Desk, deskOf } from './desk.ts'
import { entry, setDuty } from './duty/steps.ts'

let time: number
let world: World
let calls: Calls
let desk: Desk

async function open(start: string): Promise<void> {
  time = Date.parse(start)
  world = await openWorld({ roles: ['audit', 'reviewer'], start: time, now: () => time })
  calls = callsOf(world)
  desk = deskOf(world, calls)
}
beforeEach(() => open('2026-11-09T10:00:00+08:00'))
afterEach(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const at = (instant: string): void => {
  time = Date.parse(`${instant}+08:00`)
}

/** A week's consultation, put on the table by Sichuan. */
async function week(first: string, end: string): Promise<string> {
  await world.submit('cq', csv([['朱沱', `${first} 04:00`, '2.1']]))
  const period = { start: `${first}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
  return (await jsonOf(await desk.propose({ product: 'weekly-water-bulletin', period }), 201)).id
}

function keyOf(party: PartyId, role: GrantedRole): WorldKey {
  const side = world.sides[party]
  const key = { operator: side.operator, reviewer: side.reviewer, signatory: side.signatory }[role as 'operator']
  const other = key ?? side.others.get(role)
  if (!other) throw new TypeError(`nobody is ${role}`)
  return other
}
async function waiting(party: PartyId, role: GrantedRole, key = keyOf(party, role)) {
  return jsonOf(await calls.read(key, '/v1/consultations/duties'))
}

describe('what waits', () => {
  test('is told to the post it waits for, with the deadline of the terms and the minutes to it', async () => {
    // The week ends on Sunday 8 November; the second working day after is Tuesday, 17:00.
    const id = await week('2026-11-02', '2026-11-09')
    const { now, today, duties } = await waiting('cq', 'reviewer')
    expect(now).toBe('2026-11-09T10:00:00+08:00')
    expect(today).toEqual({ day: '2026-11-09', working: true, established: true, note: null })
    expect(duties).toEqual([
      {
        consultation: id,
        product: 'weekly-water-bulletin',
        title: { zh: '川渝水质断面周报', en: 'Sichuan–Chongqing weekly water bulletin' },
        period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
        party: 'cq',
        post: 'reviewer',
        act: 'review-and-agree',
        by: '2026-11-10T17:00:00+08:00',
        minutesLeft: 31 * 60,
        established: true,
        deadlineDay: { day: '2026-11-10', working: true, established: true, note: null },
        reminders: [],
        escalation: null,
        onDuty: [],
        yours: true,
      },
    ])
    for (const role of ['operator', 'signatory'] as const) expect((await waiting('cq', role)).duties).toEqual([])
  })

  test('brings the reminders as they fall due', async () => {
    await week('2026-11-02', '2026-11-09')
    const due = async () => {
      const [duty] = (await waiting('sc', 'reviewer')).duties
      return [duty.minutesLeft, duty.reminders]
    }
    at('2026-11-09T17:00:00')
    expect(await due()).toEqual([1440, [1440]])
    at('2026-11-10T13:30:00')
    expect(await due()).toEqual([210, [1440, 240]])
    at('2026-11-10T16:00:01')
    expect(await due()).toEqual([59, [1440, 240, 60]])
  })

  test('goes from post to post, and ends with publication', async () => {
    const id = await week('2026-11-02', '2026-11-09')
    await jsonOf(await desk.agree('sc', id), 201)
    expect((await waiting('sc', 'reviewer')).duties).toEqual([])
    await jsonOf(await desk.agree('cq', id), 201)
    const [sign] = (await waiting('cq', 'signatory')).duties
    // Three working days, 12:00.
    expect(sign).toMatchObject({ act: 'sign', by: '2026-11-11T12:00:00+08:00', minutesLeft: 50 * 60, reminders: [] })
    for (const party of ['cq', 'sc'] as const) await jsonOf(await desk.sign(party, id), 201)
    for (const role of ['operator', 'reviewer', 'signatory', 'audit'] as const)
      expect((await waiting('cq', role)).duties).toEqual([])
  })

  test('of a draft waits for its own side alone', async () => {
    await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
    const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
    await jsonOf(await desk.draft({ product: 'weekly-water-bulletin', period }, 'cq'), 201)
    expect((await waiting('cq', 'operator')).duties).toMatchObject([{ act: 'open', post: 'drafter', yours: true }])
    expect((await waiting('sc', 'operator')).duties).toEqual([])
    expect((await waiting('sc', 'audit')).duties).toEqual([])
  })

  test('is shown to an auditor for every post of their side, and is theirs in none', async () => {
    await week('2026-11-02', '2026-11-09')
    expect((await waiting('cq', 'audit')).duties).toMatchObject([{ post: 'reviewer', party: 'cq', yours: false }])
  })

  test('is somebody else’s where the roster says so', async () => {
    await week('2026-11-02', '2026-11-09')
    const { reviewer, others } = world.sides.cq
    await jsonOf(await setDuty(world, calls, 'cq', [entry('2026-11-09', '2026-11-09', reviewer.kid)]), 201)
    expect((await waiting('cq', 'reviewer')).duties).toMatchObject([
      { yours: true, onDuty: [{ kid: reviewer.kid, operator: '审核人', deputy: false }] },
    ])
    expect((await waiting('cq', 'reviewer', others.get('reviewer'))).duties).toMatchObject([{ yours: false }])
  })

  test('has the nearest deadline first', async () => {
    const later = await week('2026-11-02', '2026-11-09')
    at('2026-11-10T16:00:00')
    // A week before: its own deadline is over, so that it counts from its draft.
    const other = await week('2026-10-26', '2026-11-02')
    const { duties } = await waiting('cq', 'reviewer')
    expect(duties.map(({ consultation }: { consultation: string }) => consultation)).toEqual([later, other])
    expect(duties.map(({ minutesLeft }: { minutesLeft: number }) => minutesLeft)[0]).toBe(60)
    // At half past five the first is missed: what can still be met comes before it.
    at('2026-11-10T17:30:00')
    const since = await waiting('cq', 'reviewer')
    expect(since.duties.map(({ consultation }: { consultation: string }) => consultation)).toEqual([other, later])
    expect(since.duties.map(({ minutesLeft }: { minutesLeft: number }) => minutesLeft)[1]).toBe(-30)
  })

  test('has of deadlines that have passed the last one first', async () => {
    const first = await week('2026-11-02', '2026-11-09')
    at('2026-11-10T16:00:00')
    const last = await week('2026-10-26', '2026-11-02')
    at('2026-11-20T09:00:00')
    const { duties } = await waiting('cq', 'reviewer')
    expect(duties.map(({ consultation }: { consultation: string }) => consultation)).toEqual([last, first])
  })
})

describe('past the deadline', () => {
  test('each side is told whom the terms turn to, and how long ago it was', async () => {
    const id = await week('2026-11-02', '2026-11-09')
    at('2026-11-10T19:00:00')
    for (const [party, post] of [
      ['cq', '重庆方水环境管理处负责人'],
      ['sc', '四川方水环境管理处负责人'],
    ] as const) {
      for (const role of ['operator', 'reviewer', 'signatory'] as const) {
        expect((await waiting(party, role)).duties).toMatchObject([
          {
            consultation: id,
            party,
            post: 'escalation',
            act: 'extend-or-stand-apart',
            by: '2026-11-10T17:00:00+08:00',
            minutesLeft: -120,
            escalation: { zh: post },
            reminders: [],
            yours: true,
          },
        ])
      }
    }
  })

  test('to sign, the same', async () => {
    const id = await week('2026-11-02', '2026-11-09')
    await desk.agreed(id)
    at('2026-11-11T12:00:30')
    expect((await waiting('cq', 'signatory')).duties).toMatchObject([
      { act: 'extend-or-stand-apart', by: '2026-11-11T12:00:00+08:00', minutesLeft: -1 },
    ])
  })
})

describe('the day of the deadline', () => {
  test('says that it is a Saturday worked in exchange, or that today is a holiday', async () => {
    await world.close()
    // The week ends on 7 October, the last day of the holiday; 8, 9 and the Saturday after are worked.
    await open('2026-10-08T00:30:00+08:00')
    const id = await week('2026-10-01', '2026-10-08')
    await desk.agreed(id)
    const [sign] = (await waiting('cq', 'signatory')).duties
    expect(sign.by).toBe('2026-10-10T12:00:00+08:00')
    expect(sign.deadlineDay).toMatchObject({ day: '2026-10-10', working: true, established: true })
    expect(sign.deadlineDay.note.zh).toContain('因国庆节调休上班')
    at('2026-10-05T09:00:00')
    const { today } = await waiting('cq', 'signatory')
    expect(today).toMatchObject({ working: false, note: { zh: expect.stringContaining('国庆节放假') } })
    at('2026-11-14T09:00:00')
    expect((await waiting('cq', 'signatory')).today.note).toEqual({
      zh: '星期六，非工作日',
      en: 'Saturday, not a working day',
    })
  })

  test('is not established when it is counted over a year whose holidays are not arranged', async () => {
    await world.close()
    await open('2026-12-31T09:00:00+08:00')
    const id = await week('2026-12-24', '2026-12-31')
    const [duty] = (await waiting('cq', 'reviewer')).duties
    // The last day is 30 December: 31 December, and 1 January 2027, a Friday, taken as worked for now.
    expect(duty).toMatchObject({ by: '2027-01-01T17:00:00+08:00', established: false })
    expect(duty.deadlineDay).toMatchObject({ established: false, note: { zh: expect.stringContaining('2027年') } })
    // Put off by both, it is the instant both named.
    const extend = {
      type: 'extend',
      agreeBy: '2027-01-06T17:00:00+08:00',
      reason: '节日',
      signBy: '2027-01-07T12:00:00+08:00',
    }
    for (const party of ['cq', 'sc'] as const) await jsonOf(await desk.step(party, 'signatory', id, extend), 201)
    const [put] = (await waiting('cq', 'reviewer')).duties
    expect(put).toMatchObject({ by: '2027-01-06T17:00:00+08:00', established: true })
  })
})
