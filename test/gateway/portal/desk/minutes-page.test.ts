import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADINGS, OUTCOMES } from '../../../../gateway/release/consultation/minutes-words.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts } from '../../release/air/forecasts.ts'
import { linksTo, pagesOf } from './pages.ts'

const ID = 'daily-air-2026-11-15'
const period = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-18T00:00:00+08:00' }
let air: AirWorld

beforeAll(async () => {
  air = await openAir()
  await sendForecasts(air)
  await jsonOf(await air.desk.propose({ period, product: 'daily-air-forecast' }, 'cq'), 201)
  const step = async (hand: 'operator' | 'reviewer', act: unknown) => {
    const { steps } = await air.desk.show(ID, 'sc')
    return jsonOf(await air.desk.step('sc', hand, ID, act, { seen: steps }), 201)
  }
  const value = { aqi: { max: 120, min: 90 }, class: { max: 3, min: 2 }, primary: ['pm25'] }
  const edit = { base: 0, cell: '511600/2026-11-16', reason: '静稳<加重>', take: 'own', value }
  await step('operator', { type: 'revise', edits: [edit] })
  await step('reviewer', { type: 'comment', cell: '511600/2026-11-16', revision: 1, text: '北部已起风' })
  const { steps } = await step('reviewer', { type: 'object', cell: null, revision: 0, text: '缺南充' })
  await step('reviewer', { type: 'resolve', objection: steps, text: '已补充说明' })
  await step('operator', { type: 'hand-over', text: '夜班续看', to: null })
  await air.desk.agreed(ID)
  for (const party of ['cq', 'sc'] as const) await jsonOf(await air.desk.sign(party, ID), 201)
})
afterAll(() => air.close())

test.each(['zh', 'en'] as const)(
  'the minutes page, asked for in %s, has every part in Chinese with English beside it',
  async (lang) => {
    const page = await pagesOf(air.world, air.calls)('cq', 'operator', `/desk/${ID}/minutes?lang=${lang}`)
    expect(page.each('h1')).toEqual(['川渝空气质量联合预报会商纪要（2026-11-16 – 2026-11-17）'])
    for (const name of [
      'period',
      'outcome',
      'participants',
      'timeline',
      'edits',
      'objections',
      'comments',
      'agreements',
      'signatures',
      'handOvers',
    ] as const)
      expect(page.each('h2')).toContain(`${HEADINGS[name].zh} ${HEADINGS[name].en}`)
    // Nobody deputised and nothing was attached: no empty parts.
    for (const name of ['deputies', 'attachments'] as const) expect(page.text).not.toContain(HEADINGS[name].zh)
    expect(page.text).toContain(OUTCOMES.published.zh)
    expect(page.text).toContain(OUTCOMES.published.en)
    for (const said of ['静稳<加重>', '北部已起风', '缺南充', '已补充说明', '夜班续看'])
      expect(page.text).toContain(said)
    expect(page.source).not.toContain('<加重>')
  },
)

test('the minutes page puts values into words: what a cell was, and what it became', async () => {
  const page = await pagesOf(air.world, air.calls)('sc', 'signatory', `/desk/${ID}/minutes`)
  const [row = ''] = page.each('tr').filter((one) => one.includes('静稳'))
  expect(row).toMatch(/广安市 2026-11-16.*良 62–92 PM2\.5.*良～轻度污染 90–120 PM2\.5.*自定.*四川/)
  expect(row).not.toMatch(/[{}]/)
})

test('the minutes page tells people by post, each act with its place in the ledger, and leads to the data', async () => {
  const page = await pagesOf(air.world, air.calls)('sc', 'signatory', `/desk/${ID}/minutes`)
  const { timeline } = await jsonOf(
    await air.calls.read(air.world.sides.sc.operator, `/v1/consultations/${ID}/minutes`),
  )
  expect(timeline).toHaveLength(11)
  for (const { at } of timeline) expect(page.text).toContain(` ${at.ledgerIndex} `)
  expect(linksTo(page, /minutes$/)).toEqual([`/v1/consultations/${ID}/minutes`])
  expect(page.text).toContain('审核人')
})
