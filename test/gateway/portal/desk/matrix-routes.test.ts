/** The desk's pages of one consultation over HTTP: who may see it, what the modules are told, warnings as they are typed, the evidence, the last release. */
import { raw } from 'hono/html'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { ACTING_HEADERS } from '../../../../gateway/portal/index.ts'
import { refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../../release/air/forecasts.ts'
import type { Hand } from '../../release/desk.ts'
import { playWeek } from '../../week.ts'
import type { WorldOptions } from '../../world.ts'
import { read } from '../read.ts'

const ID = 'daily-air-2026-11-15'
const PAGE = `/desk/${ID}`
const DAILY = { product: 'daily-air-forecast', period: TWO_DAYS }
const [LUZHOU, GUANGAN] = ['510500/2026-11-16', '511600/2026-11-16']
const HOUR = 3_600_000

let air: AirWorld
let time = 0
/** Opens a world whose clock can be moved. */
async function open(start: string, options: WorldOptions = {}): Promise<void> {
  time = Date.parse(start)
  air = await openAir({
    now: () => (time += 1000),
    roles: ['audit'],
    datasets: ['air-forecast', 'air-observation'],
    ...options,
  })
}
beforeEach(() => open('2026-11-15T15:00:00+08:00'))
afterEach(() => air.close())

const keyOf = (party: PartyId, hand: Hand | 'audit') =>
  hand === 'audit'
    ? (air.world.sides[party].others.get('audit') ?? air.world.sides[party].operator)
    : air.world.sides[party][hand]
const get = (path: string, party: PartyId = 'sc', hand: Hand | 'audit' = 'operator') =>
  air.calls.read(keyOf(party, hand), path)
const page = async (path: string, party: PartyId = 'sc', hand: Hand | 'audit' = 'operator') => {
  const answer = await get(path, party, hand)
  expect(answer.status).toBe(200)
  return read(raw(await answer.text()))
}
async function proposed(): Promise<void> {
  await sendForecasts(air)
  await jsonOf(await air.desk.propose(DAILY), 201)
}
const revise = async (...edits: readonly object[]) =>
  jsonOf(await air.desk.step('sc', 'operator', ID, { type: 'revise', edits }), 201)

describe('who may see it', () => {
  test('both sides, and auditors; nobody keeps the page, and only our own modules run on it', async () => {
    await proposed()
    for (const party of PARTIES) {
      for (const hand of ['operator', 'reviewer', 'signatory', 'audit'] as const) {
        const answer = await get(PAGE, party, hand)
        expect(answer.status).toBe(200)
        for (const [name, value] of Object.entries(ACTING_HEADERS)) expect(answer.headers.get(name)).toBe(value)
      }
    }
  })

  test('of a draft its own side alone, on every page below it', async () => {
    await sendForecasts(air)
    await jsonOf(await air.desk.draft(DAILY), 201)
    for (const path of ['', `/cells/${LUZHOU}`, '/rows/510500', '/table', '/suggestion?row=510500']) {
      expect((await get(PAGE + path, 'sc')).status, path).toBe(200)
      expect((await get(PAGE + path, 'cq')).status, path).toBe(404)
    }
  })

  test('nobody of one there is not, nor of a cell or row', async () => {
    await proposed()
    for (const path of [
      '/desk/nothing',
      `${PAGE}/cells/510500/2026-11-30`,
      `${PAGE}/rows/510199`,
      '/desk/nothing/table',
    ])
      expect((await get(path)).status, path).toBe(404)
  })
})

describe('what a person can do', () => {
  const buttons = async (party: PartyId, hand: Hand | 'audit') => {
    const { tags, within } = await page(PAGE, party, hand)
    const all = tags.flatMap(({ attributes }) =>
      attributes['data-act']
        ? [`${attributes['data-act']}${attributes.disabled === undefined ? '' : ' (not now)'}`]
        : [],
    )
    return { all, text: within('id', 'acts') }
  }

  test('goes by their post and side', async () => {
    await proposed()
    expect((await buttons('sc', 'operator')).all).toEqual([
      'object',
      'comment',
      'rebase',
      'attach',
      'withdraw',
      'hand-over',
    ])
    // Only the side that began it withdraws it.
    expect((await buttons('cq', 'operator')).all).toEqual(['object', 'comment', 'rebase', 'attach', 'hand-over'])
    const reviewer = await buttons('cq', 'reviewer')
    expect(reviewer.all).toEqual(['object', 'comment', 'hand-over'])
    expect(reviewer.text).toContain('核对后同意')
    const signatory = await buttons('sc', 'signatory')
    expect(signatory.all).toEqual(['sign (not now)', 'object', 'comment', 'extend', 'withdraw', 'hand-over'])
    expect(signatory.text).toContain('暂不能：双方同意后才能签发')
    expect((await buttons('sc', 'audit')).all).toEqual([])
  })

  test('is refused with the reason: an objection, what was done already, the deadline', async () => {
    await proposed()
    await jsonOf(
      await air.desk.step('cq', 'reviewer', ID, { type: 'object', cell: null, revision: 0, text: '不' }),
      201,
    )
    const objected = await buttons('sc', 'reviewer')
    expect(objected.all).toContain('agree (not now)')
    expect(objected.text).toContain('还有未解决的异议')
    await jsonOf(await air.desk.step('cq', 'reviewer', ID, { type: 'resolve', objection: 3, text: '好' }), 201)
    await jsonOf(await air.desk.agree('sc', ID), 201)
    expect((await buttons('sc', 'reviewer')).text).toContain('本方已办理')
    time += HOUR
    const late = await buttons('cq', 'reviewer')
    expect(late.all).toEqual(['agree (not now)', 'object (not now)', 'comment', 'hand-over'])
    expect(late.text).toContain('期限已过')
  })

  test('has ended with it, but for talk', async () => {
    await proposed()
    await jsonOf(await air.desk.step('sc', 'operator', ID, { type: 'withdraw', reason: '改期' }), 201)
    expect((await buttons('sc', 'operator')).all).toEqual(['comment', 'hand-over'])
    expect((await page(PAGE)).within('id', 'head')).toContain('撤回理由：改期')
  })
})

describe('what the modules are told', () => {
  test('values, revisions, and who revised them; nothing of cells that cannot be revised', async () => {
    await proposed()
    await revise({
      base: 0,
      cell: LUZHOU,
      reason: '静稳',
      take: 'own',
      value: { aqi: { max: 140, min: 110 }, class: { max: 3, min: 3 }, primary: ['pm25'] },
    })
    const {
      cells,
      may,
      revise: may2,
      steps,
      status,
      happened,
      editions,
    } = await jsonOf(await get(`${PAGE}/table`, 'cq'))
    expect({ steps, status, may: may.includes('object'), revise: may2 }).toEqual({
      steps: 3,
      status: 'open',
      may: true,
      revise: { why: null },
    })
    expect(cells[LUZHOU]).toMatchObject({
      base: 1,
      edit: { party: 'sc', who: '值班员', reason: '静稳' },
      joint: { aqi: { max: 140, min: 110 } },
      name: '泸州市 11月16日 周一',
      take: 'own',
    })
    expect(cells['511600/2026-11-17']).toBeUndefined()
    expect(cells.statement).toMatchObject({ base: 0, words: true })
    expect(happened.at(-1)).toMatchObject({
      act: 'revise',
      cells: 1,
      party: 'sc',
      kid: air.world.sides.sc.operator.kid,
    })
    // HJ 633-2026: classes begin at 0, 51, 101, 151, 201, 301; the scale ends at 500; up to 50 nothing is primary.
    expect(editions['HJ 633-2026']).toMatchObject({ clean: 50, end: 500 })
    expect(editions['HJ 633-2026'].classes.map(({ min }: { min: number }) => min)).toEqual([0, 51, 101, 151, 201, 301])
  })

  test('the state by its tag, so that an edit drafted from it is refused once the consultation is another', async () => {
    await proposed()
    const tag = async () => (await get(`${PAGE}/table`)).headers.get('etag') ?? ''
    const [operator, before] = [air.world.sides.sc.operator, await tag()]
    const value = { aqi: { max: 140, min: 110 }, class: { max: 3, min: 3 }, primary: ['pm25'] }
    const act = { type: 'revise', edits: [{ base: 0, cell: LUZHOU, reason: '静稳', take: 'own', value }] }
    const send = (ifMatch: string) =>
      air.calls.write(operator, `/v1/consultations/${ID}/steps`, air.desk.body(ID, act, operator), {
        contentType: 'application/jose+json',
        headers: { 'if-match': ifMatch },
      })
    const comment = { type: 'comment', cell: null, revision: 0, text: '请看' }
    await jsonOf(await air.desk.step('cq', 'reviewer', ID, comment), 201)
    await refused(await send(before), 412, 'etag-moved')
    expect((await send(await tag())).status).toBe(201)
  })

  test('nothing new where nothing has happened', async () => {
    await proposed()
    const etag = (await get(`${PAGE}/table`)).headers.get('etag') ?? ''
    const key = air.world.sides.sc.operator
    const again = await air.calls.read(key, `${PAGE}/table`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await jsonOf(
      await air.desk.step('cq', 'reviewer', ID, { type: 'comment', cell: null, revision: 0, text: '看' }),
      201,
    )
    expect((await air.calls.read(key, `${PAGE}/table`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})

describe('suggested warnings', () => {
  const suggested = async (values: string) => {
    const query = new URLSearchParams({ row: '510500', values })
    const { kind, suggestions } = await jsonOf(await get(`${PAGE}/suggestion?${query}`))
    expect(kind).toBe('suggestion')
    return suggestions.map(({ scheme, certain, possible }: Record<string, string>) => [scheme, certain, possible])
  }

  test('follow a value that is typed, under both schemes, with the table’s on the other days', async () => {
    await proposed()
    // On the table: 83–113 and 95–125, no AQI above 150 on any day.
    expect((await suggested('')).at(-1)).toEqual(['环大气〔2024〕6号', 'none', 'none'])
    // Above 200 on one day for certain: yellow. Two days above 200 are not there, nor three above 150.
    expect((await suggested('2026-11-16:210-260:pm25')).at(-1)).toEqual(['环大气〔2024〕6号', 'yellow', 'yellow'])
    // Above 200 on two days at the high end alone: orange is possible, yellow (one day above 200 on the 17th) certain.
    expect((await suggested('2026-11-16:190-220:pm25;2026-11-17:201-230:pm25')).at(-1)).toEqual([
      '环大气〔2024〕6号',
      'yellow',
      'orange',
    ])
    expect((await suggested('')).map(([scheme]: string[]) => scheme)).toEqual([
      '渝府办发〔2022〕115号',
      '环大气〔2024〕6号',
    ])
  })

  test.each(['2026-11-16:260-210:pm25', '2026-11-16:210-501:pm25', '2026-11-16:20-50:pm25', '2026-11-16', 'x'])(
    'are not worked out from %s',
    async (values) => {
      await proposed()
      const query = new URLSearchParams({ row: '510500', values })
      await refused(await get(`${PAGE}/suggestion?${query}`), 400, 'query-invalid')
    },
  )
})

describe('a cell’s page', () => {
  test('tells each side’s value, the guidance, the neighbours, and that there is no weather input', async () => {
    await proposed()
    const { within } = await page(`${PAGE}/cells/${GUANGAN}`)
    const words = within('id', 'words')
    expect(words).toMatch(/联合值 ?良 ?62–92 ?PM2\.5/)
    expect(words).toMatch(/川 四川 牵头 ?良 ?62–92/)
    expect(words).toMatch(/渝 重庆 第二意见 ?轻度污染 ?101–131 ?PM10/)
    expect(words).toMatch(/西南区域中心指导预报 ?中度污染 ?151–181/)
    expect(words).toContain('气象输入 未提供：承载它的数据契约 air-weather 尚未生效')
    expect(words).toMatch(/▲ ?明显 ?等级相差 1 级：重庆轻度污染，四川良/)
    expect(words).toMatch(/省界对面 ?重庆市 重庆 良 61–91 PM2\.5/)
  })
})

test('in English an area’s English name stands before the one that is signed', async () => {
  await proposed()
  expect((await page(`${PAGE}?lang=en`)).within('id', 'matrix')).toMatch(/Luzhou ?泸州市/)
  expect((await jsonOf(await get(`${PAGE}/table?lang=en`))).cells[LUZHOU].name).toBe('Luzhou Mon 16 Nov')
  const { each, within } = await page(`${PAGE}/cells/${GUANGAN}?lang=en`)
  expect(each('h1')).toEqual([expect.stringContaining('Guang’an Mon 16 Nov')])
  expect(within('id', 'words')).toMatch(/Across the boundary ?Chongqing ?重庆市/)
  expect((await page(`${PAGE}/rows/510500?lang=en`)).each('h1')).toEqual([expect.stringMatching(/^Luzhou ?泸州市/)])
})

describe('the evidence for a row', () => {
  const observed = (day: string, hours: readonly number[], pm25: (hour: number) => number) => {
    const head = '城市,监测时间,CO(mg/m³),NO2(μg/m³),O3(μg/m³),PM10(μg/m³),PM2.5(μg/m³),SO2(μg/m³)'
    const rows = hours.map((hour) => `泸州市,${day} ${String(hour).padStart(2, '0')}:00,0.8,38,62,60,${pm25(hour)},7`)
    return `${[head, ...rows].join('\n')}\n`
  }
  const sendObserved = async (text: string) => {
    const how = { contentType: 'text/csv' }
    const key = air.world.sides.sc.agency
    expect((await air.calls.write(key, '/v1/submissions?contract=air-observation', text, how)).status).toBe(201)
  }

  test('says so where there is none', async () => {
    await proposed()
    const { text } = await page(`${PAGE}/rows/510500`)
    expect(text).toContain('这 72 小时没有收到本区域的小时实况')
    expect(text).toContain('这 7 天既没有收到预报，也没有收到日值')
  })

  test('has three days of hours with their unit, time and review, drawn and as a table', async () => {
    const hours = Array.from({ length: 23 }, (_, at) => at + 1)
    await sendObserved(observed('2026-11-14', hours, (hour) => 30 + hour))
    await proposed()
    const { text, tags, within } = await page(`${PAGE}/rows/510500`)
    expect(text).toContain('截至 2026年11月15日 15:0')
    expect(text).toContain('AQI（无量纲），小时值')
    expect(within('class', 'hours')).toMatch(/2026年11月14日 23:00 ?\d+ ?良 ?PM2\.5 ?未审核/)
    expect(tags.filter(({ attributes }) => attributes.class === 'sparkline')).toHaveLength(1)
    const path = tags.find(
      ({ name, attributes }) => name === 'path' && attributes.d?.startsWith('M') && !attributes.class,
    )
    expect(path?.attributes.d?.match(/[ML]/g)).toHaveLength(23)
    // The hour before is missing: nothing is drawn across it.
    expect(text).toContain('逐时数值 (23)')
  })

  test('has last week’s forecasts against the days that came, by the score used everywhere', async () => {
    await air.close()
    await open('2026-11-13T16:00:00+08:00')
    const forecast = (party: PartyId, range: string) => {
      const head = '区域,预报日期,发布时间,AQI范围,首要污染物'
      const text = `${head}\n泸州市,2026-11-14,2026-11-13 15:30,${range},PM2.5\n`
      return air.calls.write(air.world.sides[party].agency, '/v1/submissions?contract=air-forecast', text, {
        contentType: 'text/csv',
      })
    }
    expect((await forecast('sc', '60~90')).status).toBe(201)
    expect((await forecast('cq', '90~120')).status).toBe(201)
    time = Date.parse('2026-11-15T14:50:00+08:00')
    const hours = Array.from({ length: 24 }, (_, at) => at + 1)
    // HJ 633-2026: PM2.5 of 48 µg/m³ as a day's mean, between 35 (50) and 60 (100): 50 + 50 × 13 / 25 = 76. Sichuan hit; Chongqing lay 14 too high.
    await sendObserved(
      observed('2026-11-14', hours.slice(0, 23), () => 48) + observed('2026-11-15', [0], () => 48).split('\n')[1],
    )
    await proposed()
    const { within } = await page(`${PAGE}/rows/510500`)
    const issues = within('class', 'issues')
    expect(issues).toMatch(/11月14日 周六 ?76 良/)
    expect(issues).toMatch(/良～轻度污染 90–120 PM2\.5 ?✗ 偏高 14/)
    expect(issues).toMatch(/良 60–90 PM2\.5 ?✓ 命中/)
  })
})

describe('the last release', () => {
  test('offers its values for the same areas and days, and none for what cannot be revised', async () => {
    await proposed()
    await air.desk.agreed(ID)
    for (const party of PARTIES) await jsonOf(await air.desk.sign(party, ID), 201)
    time = Date.parse('2026-11-16T14:00:00+08:00')
    // On the 17th Sichuan says nothing of Luzhou any more; Chongqing has a second opinion.
    await air.send('cq', [['泸州市', '2026-11-17', '99~129', 'PM2.5']])
    const period = { start: '2026-11-17T00:00:00+08:00', end: '2026-11-18T00:00:00+08:00' }
    const { id } = await jsonOf(await air.desk.propose({ product: 'daily-air-forecast', period }), 201)
    const { previous } = await jsonOf(await get(`/desk/${id}/table`))
    expect(previous.release).toBe(ID)
    expect(previous.cells['510500/2026-11-17']).toEqual({
      aqi: { max: 125, min: 95 },
      class: { max: 3, min: 2 },
      primary: ['pm25'],
    })
    expect(Object.keys(previous.cells).every((cell) => cell.endsWith('/2026-11-17'))).toBe(true)
  })
})

describe('a water bulletin', () => {
  test('has its sections in rows, with class and target, and nothing to revise but the statement', async () => {
    await air.close()
    await open('2026-11-10T10:00:00+08:00', { datasets: [] })
    await playWeek(air.world)
    const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
    const { id } = await jsonOf(await air.desk.propose({ product: 'weekly-water-bulletin', period }), 201)
    const { within, tags, text } = await page(`/desk/${id}`)
    expect(within('id', 'counts')).toMatch(/^\d+ 个断面/)
    expect(text).toMatch(/渝 ?朱沱/)
    expect(text).toContain('只看未达标')
    expect(tags.find(({ attributes }) => attributes.id === 'edit')).toBeUndefined()
    expect(tags.find(({ attributes }) => attributes.id === 'statement-form')).toBeDefined()
    expect(tags.map(({ attributes: { href } }) => href)).toContain(`${id}/cells/${encodeURIComponent('cq-朱沱')}`)
    expect((await get(`/desk/${id}/cells/${encodeURIComponent('cq-朱沱')}`)).status).toBe(200)
    const { cells } = await jsonOf(await get(`/desk/${id}/table`))
    expect(Object.keys(cells)).toEqual(['statement'])
  })
})
