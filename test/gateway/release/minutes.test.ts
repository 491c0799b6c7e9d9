/** The minutes of consultations that were held: every entry at its place, in both times, by post; and how each ended. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { csv, openWorld, type World } from '../world.ts'
import { value } from './air/fixture.ts'
import { openAir, sendForecasts, TWO_DAYS } from './air/forecasts.ts'
import { type Desk, deskOf } from './desk.ts'
import { entry, setDuty } from './duty/steps.ts'

const ID = 'weekly-water-2026-11-02'
const REQUEST = {
  product: 'weekly-water-bulletin',
  period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
}

let time: number
let world: World
let calls: Calls
let desk: Desk

/** Sets the clock: what is done next is of that minute, Shanghai. */
function at(clock: string, day = '2026-11-09'): void {
  time = Date.parse(`${day}T${clock}:00+08:00`)
}

beforeEach(async () => {
  at('08:00')
  world = await openWorld({ roles: ['reviewer'], start: time, now: () => time })
  calls = callsOf(world)
  desk = deskOf(world, calls)
  await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
  await world.submit('sc', csv([['金子', '2026-11-02 04:00', '3.1']]))
})
afterEach(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const minutes = async (id = ID, party: 'cq' | 'sc' = 'cq') =>
  jsonOf(await calls.read(world.sides[party].reviewer, `/v1/consultations/${id}/minutes`))
type Party = 'cq' | 'sc'
type Hand = 'operator' | 'reviewer' | 'signatory'
const done = async (party: Party, hand: Hand, act: unknown) => jsonOf(await desk.step(party, hand, ID, act), 201)
const statement = (base: number, text: string, reason: string) => ({
  type: 'revise',
  edits: [{ base, cell: 'statement', reason, take: 'own', value: text }],
})

/** A whole course: words, an objection settled, a deputy's agreement, an attachment, published. */
async function held(): Promise<number> {
  const deputy = world.sides.cq.others.get('reviewer')
  if (!deputy) throw new TypeError('expected another reviewer')
  const duty = entry('2026-11-09', '2026-11-10', world.sides.cq.reviewer.kid, { deputies: [deputy.kid] })
  await jsonOf(await setDuty(world, calls, 'cq', [duty]), 201)
  const first = world.gateway.log.head().size
  at('09:00')
  await jsonOf(await desk.propose(REQUEST), 201)
  at('09:30')
  await done('sc', 'operator', statement(0, '本周水质总体良好。', '初稿'))
  at('10:00')
  await done('cq', 'operator', { type: 'comment', cell: 'cq-朱沱', revision: 0, text: '朱沱缺测两次' })
  await done('sc', 'reviewer', { type: 'comment', cell: null, revision: 0, text: '同意先审' })
  at('10:10')
  await done('cq', 'reviewer', { type: 'object', cell: 'statement', revision: 1, text: '“良好”应说明依据' })
  at('10:20')
  await done('sc', 'operator', statement(1, '本周参评断面均达Ⅱ类。', '按对方意见修改'))
  at('10:30')
  await done('cq', 'reviewer', { type: 'resolve', objection: 6, text: '已改' })
  const bytes = { bytes: 1234, digest: 'a'.repeat(64), mediaType: 'application/pdf', name: '会商签报.pdf' }
  await done('sc', 'operator', { type: 'attach', ...bytes })
  at('10:40')
  await done('cq', 'reviewer', { type: 'hand-over', text: '请代为审核', to: deputy.kid })
  at('11:00')
  const { digest, steps } = await desk.show(ID)
  const body = desk.body(ID, { type: 'agree', digest }, deputy, { seen: steps })
  const how = { contentType: 'application/jose+json' }
  await jsonOf(await calls.write(deputy, `/v1/consultations/${ID}/steps`, body, how), 201)
  await jsonOf(await desk.agree('sc', ID), 201)
  at('15:00')
  await jsonOf(await desk.sign('sc', ID), 201)
  at('15:30')
  await jsonOf(await desk.sign('cq', ID), 201)
  return first
}

describe('minutes', () => {
  test('say what was held, when, by which post and to what end', async () => {
    const first = await held()
    const found = await minutes()
    expect(found.title).toEqual({
      zh: '川渝水质断面周报会商纪要（2026-11-02 – 2026-11-08）',
      en: 'Minutes of consultation: Sichuan–Chongqing weekly water bulletin (2026-11-02 – 2026-11-08)',
    })
    expect(found).toMatchObject({
      consultation: ID,
      product: 'weekly-water-bulletin',
      period: REQUEST.period,
      deadlines: { agreeBy: '2026-11-10T17:00:00+08:00', signBy: '2026-11-11T12:00:00+08:00' },
    })
    const { digest } = await jsonOf(await calls.get(`/v1/releases/${ID}`))
    expect(found.outcome).toEqual({
      status: 'published',
      text: { zh: '双方均已签发，联合发布。', en: 'Signed by both sides and jointly released.' },
      at: { ledgerIndex: first + 13, local: '2026-11-09T15:30:00+08:00', utc: '2026-11-09T07:30:00Z' },
      release: { id: ID, digest },
    })
    // Every act is a line; a leaf each, in order; signatures are no steps.
    expect(found.timeline.map((one: { act: string }) => one.act)).toEqual([
      ...['draft', 'open', 'revise', 'comment', 'comment', 'object', 'revise', 'resolve', 'attach', 'hand-over'],
      ...['agree', 'agree', 'sign', 'sign'],
    ])
    expect(found.timeline.map((one: { at: { ledgerIndex: number } }) => one.at.ledgerIndex - first)).toEqual([
      ...Array(14).keys(),
    ])
    expect(found.timeline.map((one: { at: { step: number | null } }) => one.at.step)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      null,
      null,
    ])
    expect(found.timeline[5]).toEqual({
      at: { step: 6, ledgerIndex: first + 5, local: '2026-11-09T10:10:00+08:00', utc: '2026-11-09T02:10:00Z' },
      by: {
        party: 'cq',
        post: 'reviewer',
        agency: 'cq-monitoring',
        operator: '审核人',
        kid: world.sides.cq.reviewer.kid,
        asDeputy: false,
      },
      act: 'object',
      text: { zh: '异议：“良好”应说明依据', en: 'objected: “良好”应说明依据' },
    })
  })

  test('have comments by cell, objections with how they were settled, and each change beside what it changed', async () => {
    await held()
    const { comments, objections, edits } = await minutes()
    expect(comments).toMatchObject([
      {
        cell: 'cq-朱沱',
        title: { zh: '朱沱' },
        comments: [{ text: '朱沱缺测两次', at: { step: 4 }, by: { party: 'cq' } }],
      },
      { cell: null, title: { zh: '总体', en: 'The whole' }, comments: [{ text: '同意先审', at: { step: 5 } }] },
    ])
    expect(objections).toMatchObject([
      {
        cell: 'statement',
        title: { zh: '综述', en: 'Statement' },
        revision: 1,
        text: '“良好”应说明依据',
        at: { step: 6 },
        resolved: { text: '已改', at: { step: 8, local: '2026-11-09T10:30:00+08:00' }, by: { operator: '审核人' } },
      },
    ])
    expect(edits).toMatchObject([
      {
        at: { step: 3 },
        before: { take: null, value: null },
        after: { take: 'own', value: '本周水质总体良好。' },
        reason: '初稿',
        revision: 1,
      },
      {
        at: { step: 7 },
        before: { take: 'own', value: '本周水质总体良好。' },
        after: { take: 'own', value: '本周参评断面均达Ⅱ类。' },
        reason: '按对方意见修改',
        revision: 2,
      },
    ])
  })

  test('name who took part by post, who stood in for whom, and what was handed over and attached', async () => {
    await held()
    const found = await minutes()
    const deputy = world.sides.cq.others.get('reviewer')?.kid
    expect(
      found.participants.map(
        (one: { party: string; operator: string; posts: string[]; acts: number; asDeputy: boolean }) => [
          one.party,
          one.operator,
          one.posts.join(),
          one.acts,
          one.asDeputy,
        ],
      ),
    ).toEqual([
      ['cq', '值班员', 'drafter', 1, false],
      ['cq', '审核人', 'reviewer', 3, false],
      ['cq', '岗位', 'reviewer', 1, true],
      ['cq', '签发人', 'signatory', 1, false],
      ['sc', '值班员', 'drafter', 5, false],
      ['sc', '审核人', 'reviewer', 2, false],
      ['sc', '签发人', 'signatory', 1, false],
    ])
    expect(found.deputies).toMatchObject([
      {
        act: 'agree',
        by: { kid: deputy, asDeputy: true },
        holder: { kid: world.sides.cq.reviewer.kid, operator: '审核人' },
      },
    ])
    expect(found.handOvers).toMatchObject([
      { text: '请代为审核', to: { kid: deputy, operator: '岗位' }, at: { step: 10 } },
    ])
    expect(found.attachments).toMatchObject([
      { name: '会商签报.pdf', bytes: 1234, by: { party: 'sc' }, at: { step: 9 } },
    ])
    expect(found.agreements).toMatchObject([
      { by: { party: 'cq', asDeputy: true }, stands: true },
      { by: { party: 'sc', asDeputy: false }, stands: true },
    ])
    expect(found.signatures).toMatchObject([
      { by: { party: 'sc' }, stands: true, at: { step: null, utc: '2026-11-09T07:00:00Z' } },
      { by: { party: 'cq' }, stands: true },
    ])
  })

  test('have a heading in both languages for every section', async () => {
    await held()
    const { headings, ...found } = await minutes()
    for (const [section, heading] of Object.entries<{ zh: string; en: string }>(headings)) {
      expect(found).toHaveProperty(section)
      expect(heading.zh).toMatch(/\p{Script=Han}/u)
      expect(heading.en).toMatch(/^[A-Z][a-z]/)
    }
  })

  test('are the same for both sides and whenever read, and bind the steps they are of', async () => {
    await held()
    const found = await minutes()
    at('12:00', '2026-11-20')
    await world.submit('cq', csv([['朱沱', '2026-11-02 08:00', '2.1']]))
    expect(await minutes(ID, 'sc')).toEqual(found)
    const { steps } = await jsonOf(await calls.read(world.sides.cq.operator, `/v1/consultations/${ID}/steps`))
    const digests = steps.map(({ digest }: { digest: string | null }) => digest).filter((one: unknown) => one !== null)
    expect(found.ledger.steps).toBe(sha256Hex(canonical(digests)))
    expect(found.ledger.size).toBe(steps.at(-1).ledgerIndex + 1)
  })
})

describe('the outcome', () => {
  const outcome = async () => (await minutes()).outcome

  test('of a draft is for its own side to read', async () => {
    await jsonOf(await desk.draft(REQUEST, 'cq'), 201)
    expect((await outcome()).status).toBe('draft')
    await refused(
      await calls.read(world.sides.sc.reviewer, `/v1/consultations/${ID}/minutes`),
      404,
      'consultation-unknown',
    )
  })

  test('without agreement by the deadline says so, with the deadline', async () => {
    await jsonOf(await desk.propose(REQUEST), 201)
    await jsonOf(await desk.agree('sc', ID), 201)
    at('17:01', '2026-11-10')
    expect(await outcome()).toEqual({
      status: 'no-agreement',
      text: {
        zh: '期限已过，未形成一致：不作联合发布，各方自己的结果照常有效。期限为 2026-11-10T17:00:00+08:00。',
        en: 'The deadline passed without agreement: there is no joint release, and each side’s own results stand. The deadline was 2026-11-10T17:00:00+08:00.',
      },
      at: null,
      release: null,
    })
  })

  test('of one taken back says why', async () => {
    await jsonOf(await desk.propose(REQUEST), 201)
    at('11:00')
    await done('sc', 'operator', { type: 'withdraw', reason: '数据待复核' })
    expect(await outcome()).toMatchObject({
      status: 'withdrawn',
      text: { zh: '提出方已撤回，不作联合发布。原因：数据待复核' },
      at: { local: '2026-11-09T11:00:00+08:00' },
      release: null,
    })
  })

  test('of one under embargo says until when', async () => {
    const embargo = '2026-11-10T09:00:00+08:00'
    await jsonOf(await desk.propose({ ...REQUEST, embargo }), 201)
    await desk.agreed(ID)
    for (const party of ['sc', 'cq'] as const) await jsonOf(await desk.sign(party, ID), 201)
    expect(await outcome()).toMatchObject({
      status: 'embargoed',
      text: { zh: `双方均已签发，暂缓公开。公开时刻为 ${embargo}。` },
      release: { id: ID },
    })
    at('09:00', '2026-11-10')
    expect((await outcome()).status).toBe('published')
  })

  test('after a signature taken back tells which signature stands', async () => {
    await jsonOf(await desk.propose(REQUEST), 201)
    await desk.agreed(ID)
    await jsonOf(await desk.sign('sc', ID), 201)
    await done('sc', 'signatory', { type: 'unsign', reason: '综述有误' })
    const reopened = await minutes()
    expect(reopened.outcome.status).toBe('open')
    expect(reopened.signatures).toMatchObject([{ by: { party: 'sc' }, stands: false }])
    expect(reopened.agreements.map(({ stands }: { stands: boolean }) => stands)).toEqual([false, false])
    expect(reopened.timeline.at(-1)).toMatchObject({ act: 'unsign', text: { zh: '撤回签发：综述有误' } })
    await done('sc', 'operator', statement(0, '重新表述。', '更正'))
    await desk.agreed(ID)
    await jsonOf(await desk.sign('sc', ID), 201)
    const again = await minutes()
    expect(again.signatures.map(({ stands }: { stands: boolean }) => stands)).toEqual([false, true])
    expect(again.agreements.map(({ stands }: { stands: boolean }) => stands)).toEqual([false, false, true, true])
  })

  test('of one that another release has overtaken says so', async () => {
    await jsonOf(await desk.propose(REQUEST), 201)
    await jsonOf(await desk.propose(REQUEST), 201)
    await desk.agreed(`${ID}-2`)
    for (const party of ['sc', 'cq'] as const) await jsonOf(await desk.sign(party, `${ID}-2`), 201)
    expect(await outcome()).toMatchObject({ status: 'closed', text: { zh: expect.stringContaining('另行联合发布') } })
  })
})

test('a first change of a forecast stands beside the word of its owner, as the records of that time had it', async () => {
  const air = await openAir()
  await sendForecasts(air)
  const { id } = await jsonOf(await air.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
  const [GUANGAN, CHONGQING] = ['511600/2026-11-16', '500000/2026-11-16']
  const revise = (cell: string, base: number, take: string, told: unknown, reason: string | null) =>
    air.desk.step('sc', 'operator', id, { type: 'revise', edits: [{ base, cell, reason, take, value: told }] })
  const theirs = value([101, 131], [3, 3], ['pm10'])
  const own = value([90, 120], [2, 3], ['pm10'])
  await jsonOf(await revise(GUANGAN, 0, 'cq', theirs, null), 201)
  await jsonOf(await revise(GUANGAN, 1, 'own', own, '折中'), 201)
  await air.send('cq', [['重庆市', '2026-11-16', '71~101', 'PM2.5']], '示例中心')
  const basis = air.world.gateway.log.head().size
  await jsonOf(await air.desk.step('sc', 'operator', id, { type: 'rebase', basis }), 201)
  await jsonOf(await revise(CHONGQING, 0, 'sc', value([65, 95], [2, 2], ['pm25']), null), 201)
  const path = `/v1/consultations/${id}/minutes`
  const { edits } = await jsonOf(await air.calls.read(air.world.sides.sc.reviewer, path))
  expect(edits).toMatchObject([
    {
      title: { zh: expect.stringMatching(/^广安市 .*16/) },
      before: { take: null, value: value([62, 92], [2, 2], ['pm25']) },
      after: { take: 'cq', value: theirs },
    },
    { before: { take: 'cq', value: theirs }, after: { take: 'own', value: own }, reason: '折中' },
    // Chongqing's word had moved from 61–91 when the draft was brought up to date.
    { before: { take: null, value: value([71, 101], [2, 3], ['pm25']) }, after: { take: 'sc' } },
  ])
  await air.close()
})
