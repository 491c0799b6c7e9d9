/** Suggested warnings recomputed as figures are typed, for an outlook and for suggestions themselves; by 环大气〔2024〕6号 and 渝府办发〔2022〕115号 as their texts say. */
import { raw } from 'hono/html'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../../contracts/types.ts'
import { refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../../release/air/forecasts.ts'
import { read } from '../read.ts'

const NATIONAL = '环大气〔2024〕6号'
const CHONGQING = '渝府办发〔2022〕115号'
const WEEK = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00' }
const OUTLOOK = 'weekly-outlook-2026-11-16'
const CHUANNAN = 'sc-川南'
const DAYS = ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`)

let air: AirWorld
beforeEach(async () => {
  air = await openAir()
  await sendForecasts(air)
})
afterEach(() => air.close())

const get = (path: string) => air.calls.read(air.world.sides.sc.operator, path)
async function suggested(id: string, row: string, values = ''): Promise<Readonly<Record<string, string>>> {
  const { suggestions } = await jsonOf(await get(`/desk/${id}/suggestion?${new URLSearchParams({ row, values })}`))
  return Object.fromEntries(
    suggestions.map(({ scheme, certain, possible }: Record<string, string>) => [scheme, `${certain}/${possible}`]),
  )
}
const page = async (path: string) => read(raw(await (await get(path)).text()))
/** One range on so many days from the first. */
const onDays = (count: number, range: string): string =>
  DAYS.slice(0, count)
    .map((day) => `${day}:${range}:pm25`)
    .join(';')

describe('for an outlook', () => {
  beforeEach(async () => {
    await jsonOf(await air.desk.propose({ product: 'weekly-zone-outlook', period: WEEK }), 201)
  })

  test('each of its days lies within its range: the low end is certain, the high end possible', async () => {
    // Above 200 on three days and more, above 300 on none: orange is possible; 151 at the low end on 72 hours is orange for certain.
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(7, '140-220')))[NATIONAL]).toBe('none/orange')
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(7, '151-220')))[NATIONAL]).toBe('orange/orange')
    // Chongqing's plan asks for more than 200 on three days (72 h) for orange, on any day for yellow.
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(7, '201-230')))[CHONGQING]).toMatch(/^orange\//)
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(2, '201-230')))[CHONGQING]).toBe('yellow/yellow')
  })

  test('only the days it is read from count: one day cannot make two', async () => {
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(1, '160-190')))[NATIONAL]).toBe('none/none')
    expect((await suggested(OUTLOOK, CHUANNAN, onDays(2, '160-190')))[NATIONAL]).toBe('yellow/yellow')
    // On the table 川南 is read from one day alone, and below 150.
    expect((await suggested(OUTLOOK, CHUANNAN))[NATIONAL]).toBe('none/none')
  })

  test('days beyond its week change nothing', async () => {
    const beyond = `${onDays(1, '160-190')};2026-11-23:160-190:pm25;2026-11-15:160-190:pm25`
    expect((await suggested(OUTLOOK, CHUANNAN, beyond))[NATIONAL]).toBe('none/none')
  })

  test('the page’s modules are told its days, and its form says how they are read', async () => {
    const { days } = await jsonOf(await get(`/desk/${OUTLOOK}/table`))
    expect(days).toEqual(DAYS)
    expect((await page(`/desk/${OUTLOOK}`)).within('id', 'suggestion')).toContain('每天都在这个范围内')
  })
})

describe('for suggestions', () => {
  const ID = 'warning-2026-11-15'
  const LUZHOU = '510500'
  const propose = async () => jsonOf(await air.desk.propose({ product: 'warning-suggestion', period: TWO_DAYS }), 201)
  /** The form of an area's cell: its days with the figures they begin with. */
  async function form(area: string) {
    const { tags } = await page(`/desk/${ID}/cells/${area}/warning-chongqing-2022`)
    const inputs = tags.filter(
      ({ name, attributes }) => name === 'input' && ['min', 'max'].includes(attributes.name ?? ''),
    )
    const chosen = tags.filter(({ name, attributes }) => name === 'option' && attributes.selected !== undefined)
    return {
      figures: inputs.map(({ attributes }) => attributes.value),
      primary: chosen.map(({ attributes }) => attributes.value),
      hidden: tags.find(({ attributes }) => attributes['data-what-if'])?.attributes.hidden,
    }
  }

  test('they begin with the forecasts of the side the area belongs to, and follow other figures', async () => {
    await propose()
    expect(await form(LUZHOU)).toEqual({ figures: ['83', '113', '95', '125'], primary: ['pm25', 'pm25'], hidden: '' })
    expect(await suggested(ID, LUZHOU)).toEqual({ [CHONGQING]: 'none/none', [NATIONAL]: 'none/none' })
    expect(await suggested(ID, LUZHOU, onDays(2, '201-230'))).toEqual({
      [CHONGQING]: 'yellow/yellow',
      [NATIONAL]: 'orange/orange',
    })
    // With one day left out there is one day: above 200 is yellow under both.
    expect(await suggested(ID, LUZHOU, onDays(1, '201-230'))).toEqual({
      [CHONGQING]: 'yellow/yellow',
      [NATIONAL]: 'yellow/yellow',
    })
  })

  test('where that side says nothing, with the other’s', async () => {
    await air.send('cq', [['宜宾市', '2026-11-16', '91~121', 'O3']])
    await propose()
    expect(await form('511500')).toEqual({ figures: ['91', '121', '', ''], primary: ['o3', ''], hidden: '' })
  })

  test('once the daily forecast is agreed, with the values both agreed to', async () => {
    await jsonOf(await air.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
    const daily = 'daily-air-2026-11-15'
    const value = { aqi: { max: 240, min: 210 }, class: { max: 5, min: 5 }, primary: ['pm25', 'o3'].toSorted() }
    const edit = { base: 0, cell: `${LUZHOU}/2026-11-16`, reason: '静稳', take: 'own', value }
    await jsonOf(await air.desk.step('sc', 'operator', daily, { type: 'revise', edits: [edit] }), 201)
    await air.desk.agreed(daily)
    for (const party of PARTIES) await jsonOf(await air.desk.sign(party, daily), 201)
    await propose()
    expect(await form(LUZHOU)).toMatchObject({ figures: ['210', '240', '95', '125'], primary: ['o3+pm25', 'pm25'] })
    expect((await suggested(ID, LUZHOU))[NATIONAL]).toBe('yellow/yellow')
  })

  test('nothing of it is kept: no step, and no other bytes on the table', async () => {
    const { digest, steps } = await propose()
    await suggested(ID, LUZHOU, onDays(2, '201-230'))
    expect(await air.desk.show(ID)).toMatchObject({ digest, steps })
  })

  test('figures off the scale are refused', async () => {
    await propose()
    const query = new URLSearchParams({ row: LUZHOU, values: '2026-11-16:201-501:pm25' })
    await refused(await get(`/desk/${ID}/suggestion?${query}`), 400, 'query-invalid')
  })
})
