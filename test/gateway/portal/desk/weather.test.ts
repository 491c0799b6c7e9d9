/** The weather beside forecasts, over HTTP: in the cell, beside each word, for a row; what is missing; what was not known yet; and that nothing of it is ever published. */
import { raw } from 'hono/html'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { verifyBundle } from '../../../../gateway/client/verify/index.ts'
import { weatherOf } from '../../../../gateway/portal/desk/matrix/read-weather.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../../release/air/forecasts.ts'
import { read } from '../read.ts'

const ID = 'daily-air-2026-11-15'
const PAGE = `/desk/${ID}`
const DAILY = { product: 'daily-air-forecast', period: TWO_DAYS }
const [LUZHOU, GUANGAN, CHONGQING] = ['510500/2026-11-16', '511600/2026-11-16', '500000/2026-11-16']
const SERVICE = '四川省气象台（示例）'
const HEAD =
  '区域,预报日期,发布时间,制作单位,天气,最低气温,最高气温,风向,风力,风速,降水量,相对湿度,混合层高度,空气污染气象条件等级'

let air: AirWorld
let time = 0
async function open(datasets: readonly string[]): Promise<void> {
  time = Date.parse('2026-11-15T15:00:00+08:00')
  air = await openAir({ now: () => (time += 1000), datasets })
}
beforeEach(() => open(['air-forecast', 'air-observation', 'air-weather']))
afterEach(() => air.close())

/** Rows of one side: area, day, when it was issued, and all from 天气 on. */
async function sendWeather(party: PartyId, rows: readonly string[], office = SERVICE): Promise<void> {
  const lines = rows.map((row) => {
    const [area, day, issued, ...cells] = row.split(',')
    return [area, day, issued, office, ...cells].join(',')
  })
  const text = `${[HEAD, ...lines].join('\n')}\n`
  const how = { contentType: 'text/csv' }
  const answer = await air.calls.write(air.world.sides[party].agency, '/v1/submissions?contract=air-weather', text, how)
  expect(answer.status).toBe(201)
}
const STILL = '泸州市,2026-11-16,2026-11-15 08:20,阴有霾,11,17,北风,1-2级,0.6~1.4,0.0,62~95,350~900,四级'

async function proposed(): Promise<void> {
  await sendForecasts(air)
  await jsonOf(await air.desk.propose(DAILY), 201)
}
async function page(path: string, lang = 'zh') {
  const answer = await air.calls.read(air.world.sides.sc.operator, `${PAGE}${path}${lang === 'en' ? '?lang=en' : ''}`)
  expect(answer.status).toBe(200)
  return read(raw(await answer.text()))
}
/** The text of a cell of the table. */
async function cell(id: string, lang = 'zh'): Promise<string> {
  const { each, tags } = await page('', lang)
  const query = lang === 'en' ? '?lang=en' : ''
  const links = tags.filter(({ attributes }) => attributes.href?.includes('/cells/'))
  const at = links.findIndex(({ attributes }) => attributes.href === `${ID}/cells/${id}${query}`)
  return each('td')[at] ?? ''
}

describe('in the table', () => {
  test('a cell has its weather in a line: what the sky does, wind, rain, grade', async () => {
    await sendWeather('sc', [STILL])
    await proposed()
    expect(await cell(LUZHOU)).toContain('气象 阴有霾 · 风 0.6–1.4 m/s · 降水 0.0 mm · 扩散四级')
    expect(await cell(LUZHOU, 'en')).toContain('Weather 阴有霾 · wind 0.6–1.4 m/s · rain 0.0 mm · dispersion grade 4')
    expect((await page('')).text).toContain(
      '气象：天气、风速、降水、扩散等级（一级最好、六级最差），只供会商参考，不进入发布',
    )
  })

  test('what is missing is said to be, part by part, and is never zero', async () => {
    await sendWeather('sc', ['泸州市,2026-11-16,2026-11-15 08:20,阴,,,,,,—,,,'])
    await proposed()
    expect(await cell(LUZHOU)).toContain('气象 阴 · 风 未提供 · 降水 未提供')
    expect(await cell(GUANGAN)).toMatch(/川 同联合值气象 未提供▲/)
    expect(await cell(LUZHOU)).not.toMatch(/降水 0/)
  })

  test('a force stands where no speed is told; a grade of a scale that is not named says so', async () => {
    const grade = HEAD.replace('空气污染气象条件等级', '大气扩散条件')
    const text = `${grade}\n泸州市,2026-11-16,2026-11-15 08:20,${SERVICE},多云,,,,3级,,无降水,,,4级\n`
    const how = { contentType: 'text/csv' }
    await air.calls.write(air.world.sides.sc.agency, '/v1/submissions?contract=air-weather', text, how)
    await proposed()
    expect(await cell(LUZHOU)).toContain('气象 多云 · 风 3级 · 无降水 · 扩散 4级（未写明是哪一种分级）')
  })

  test('before both have signed its contract says why there is none', async () => {
    await air.close()
    await open(['air-forecast'])
    await proposed()
    expect(await cell(LUZHOU)).not.toContain('气象')
    expect((await page('')).text).toContain('气象输入：未提供：承载它的数据契约 air-weather 尚未生效')
    expect((await page('/rows/510500')).text).toContain('承载它的数据契约 air-weather 尚未生效')
  })
})

describe('a cell’s page', () => {
  test('has all that each side passed on, the owner’s first, with who made it and when', async () => {
    await sendWeather('cq', [STILL.replace('阴有霾', '小雨')], '重庆市气象台（示例）')
    await sendWeather('sc', [STILL])
    await proposed()
    const words = (await page(`/cells/${LUZHOU}`)).within('id', 'words')
    expect(words).toMatch(
      /气象输入四川省气象台（示例） · 气象部门 · 四川转送 · 2026年11月15日 08:20 天气现象 阴有霾 · 气温 11–17 ℃ · 风向 北风 · 风力 1-2级 · 风速 0\.6–1\.4 m\/s · 降水量 0\.0 mm · 相对湿度 62–95 % · 混合层高度 350–900 m · 空气污染气象条件 四级（较差）.*气象输入重庆市气象台（示例） · 气象部门 · 重庆转送/,
    )
    expect(words).toContain('天气现象 小雨')
  })

  test('shows the weather across the boundary beside the forecasts there, and calls nothing of it a difference', async () => {
    await sendWeather('sc', ['广安市,2026-11-16,2026-11-15 08:20,大雾,2,5,,,0.1,0.0,99,150,六级'])
    await sendWeather('cq', ['重庆市,2026-11-16,2026-11-15 08:20,暴雨,20,24,,,9.5,88,60,2400,一级'])
    await proposed()
    const { differences: before } = tableCell(await air.desk.show(ID), CHONGQING)
    const words = (await page(`/cells/${GUANGAN}`)).within('id', 'words')
    expect(words).toMatch(/省界对面 ?重庆市 重庆 良 61–91 PM2\.5 ?气象 暴雨 · 风 9\.5 m\/s · 降水 88 mm · 扩散一级/)
    const said = words.slice(words.indexOf('不一致之处'), words.indexOf('省界对面'))
    expect(said).not.toMatch(/暴雨|大雾|气象|降水/)
    expect(JSON.stringify(before)).not.toMatch(/weather|气象/)
  })
})

/** A cell of a consultation as its JSON has it. */
function tableCell(
  { table }: { readonly table: { readonly cells: readonly { readonly id: string; readonly differences: unknown }[] } },
  id: string,
) {
  const found = table.cells.find((one) => one.id === id)
  if (!found) throw new RangeError(`no cell ${id}`)
  return found
}

describe('the evidence for a row', () => {
  test('has a table for each source, the days side by side, whole', async () => {
    await sendWeather('sc', [STILL, '泸州市,2026-11-17,2026-11-15 08:20,小雨,9,13,,,1.5~3.0,4.2,76~98,,'])
    await proposed()
    const { each, within } = await page('/rows/510500')
    expect(within('class', 'weather')).toContain('四川省气象台（示例） · 气象部门 · 四川转送')
    const row = (name: string) => each('tr').find((text) => text.startsWith(name))
    expect(row('要素')).toBe('要素 11月16日 周一 11月17日 周二')
    expect(row('天气现象')).toBe('天气现象 阴有霾 小雨')
    expect(row('气温')).toBe('气温 11–17 ℃ 9–13 ℃')
    expect(row('降水量')).toBe('降水量 0.0 mm 4.2 mm')
    expect(row('混合层高度')).toBe('混合层高度 350–900 m 未提供')
    expect(row('空气污染气象条件')).toBe('空气污染气象条件 四级（较差） 未提供')
  })

  test('says so where none was received', async () => {
    await proposed()
    expect((await page('/rows/510500')).text).toContain('没有收到本区域这些日子的气象条件')
  })
})

describe('which weather', () => {
  test('the newest issue of each office, and a correction in place of what it corrects', async () => {
    await sendWeather('sc', [STILL])
    await sendWeather('sc', [STILL.replace('08:20', '14:20').replace('阴有霾', '多云')])
    await sendWeather('sc', [STILL.replace('阴有霾', '晴')])
    await proposed()
    expect(await cell(LUZHOU)).toContain('气象 多云')
    await sendWeather('sc', [STILL.replace('08:20', '14:20').replace('阴有霾', '阴转小雨')])
    expect(await cell(LUZHOU)).toContain('气象 阴转小雨')
  })

  test('what came once the first day had begun was not known then, whatever time it says of itself', async () => {
    await sendWeather('sc', [STILL])
    await proposed()
    time = Date.parse('2026-11-16T08:00:00+08:00')
    await sendWeather('sc', [STILL.replace('阴有霾', '大雨')])
    await sendWeather('sc', [STILL.replace('08:20', '14:20').replace('阴有霾', '雷阵雨')])
    await sendWeather('sc', [STILL.replace('阴有霾', '冰雹')])
    expect(await cell(LUZHOU)).toContain('气象 阴有霾')
    expect((await page(`/cells/${LUZHOU}`)).text).not.toMatch(/大雨|雷阵雨|冰雹/)
  })

  test('none of nothing', () => {
    expect(weatherOf([])).toEqual(new Map())
  })
})

describe('what is published', () => {
  test('has nothing of it: not the release, its page, files or feed, not the bundle, which verifies without it', async () => {
    await sendForecasts(air)
    // Forecasts and weather in one side’s table of both.
    for (const party of PARTIES) await sendWeather(party, [STILL, STILL.replace('2026-11-16', '2026-11-17')])
    await jsonOf(await air.desk.propose(DAILY), 201)
    const { payload } = await air.desk.show(ID)
    await air.desk.agreed(ID)
    for (const party of PARTIES) await jsonOf(await air.desk.sign(party, ID), 201)
    const faces = [
      `/releases/${ID}`,
      ...['', '.json', '.csv', '.geojson', '.html', '/proof'].map((face) => `/v1/releases/${ID}${face}`),
    ]
    const texts = await Promise.all(
      [...faces, '/v1/releases', '/v1/feed', '/air', '/'].map(async (path) => [
        path,
        await (await air.calls.get(path)).text(),
      ]),
    )
    for (const [path, text] of [['payload', JSON.stringify(payload)], ...texts]) {
      expect(text?.length, path).toBeGreaterThan(0)
      for (const word of ['阴有霾', '1-2级', '四川省气象台', 'boundaryLayer', 'windSpeed', 'phenomenon'])
        expect(text, `${path} ${word}`).not.toContain(word)
    }
    const bundle = texts.find(([path]) => path?.endsWith('/proof'))?.[1] ?? ''
    expect(verifyBundle(bundle, air.world.trust).ok).toBe(true)
    // The submissions of the weather are no part of what the release derives from.
    const weather = await air.calls.read(air.world.sides.sc.operator, '/v1/records/air-weather')
    const { records } = await jsonOf(weather)
    expect(records).toHaveLength(4)
    for (const { meta } of records) expect(bundle).not.toContain(meta.submission)
  })

  test('nor has anybody who is no partner its records', async () => {
    await sendWeather('sc', [STILL])
    expect((await air.calls.get('/v1/records/air-weather')).status).toBe(401)
  })
})
