/** Warnings suggested for one forecast, asked for over HTTP: each by its scheme, the days that make it, and where the schemes differ. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refused } from '../http/calls.ts'
import { days, type PracticeWorld, practiceWorld } from './forecasts.ts'

const SUGGESTIONS = '/v1/warnings/suggestions'
const CQ = '渝府办发〔2022〕115号'
const SC = '环大气〔2024〕6号'

let practice: PracticeWorld
beforeAll(async () => {
  practice = await practiceWorld({ roles: ['system'] })
  await practice.forecast('sc', [
    ...days('成都市', ['90~120', '201~230', '155~185', '205~215']),
    ...days('成都市', ['60~90'], { issued: '2026-11-12 16:00', date: '2026-11-13' }),
    ...days('泸州市', ['180~210']),
    ...days('绵阳市', ['155~185', '155~185']),
    ...days('广安市', ['160~180', '160~180'], { primary: '', pm25: '80~100', o3: '100~120' }),
    ...days('自贡市', [''], { class: '良至轻度污染' }),
    // Long ago, and nothing since.
    ...days('德阳市', ['210~240'], { issued: '2026-08-01 16:00', date: '2026-08-02' }),
    ...days('雅安市', ['210~240'], { issued: '2024-01-01 16:00', date: '2024-01-02' }),
  ])
  await practice.forecast('cq', [
    ...days('成都市', ['100~130']),
    ...days('渝东南', ['210~230'], { primary: 'O3' }),
    ...days('中心城区', ['210~230'], { office: '甲台' }),
    ...days('中心城区', ['100~130'], { office: '乙台' }),
  ])
})
afterAll(async () => {
  expect(practice.calls.failures).toEqual([])
  await practice.world.close()
})

/** The first sequence of the answer. */
async function first(query: string): Promise<Readonly<Record<string, unknown>>> {
  const { sequences } = await practice.ask(`${SUGGESTIONS}?${query}`)
  const [found] = Array.isArray(sequences) ? sequences : []
  return found
}

describe('the suggestion of each scheme', () => {
  test('names its scheme, its level, the clause and the days, and that it is a suggestion', async () => {
    const answer = await practice.ask(`${SUGGESTIONS}?area=510100`)
    expect(answer).toMatchObject({
      kind: 'suggestion',
      asOf: practice.world.gateway.log.head().size,
      area: { id: '510100', name: '成都市', party: 'sc' },
      issued: '2026-11-14T16:00:00+08:00',
    })
    const suggestion = { zh: expect.stringContaining('预警建议'), en: expect.stringContaining('governments issue') }
    expect(answer.notes).toEqual(expect.arrayContaining([expect.objectContaining(suggestion)]))
    // Low end: 90, 201, 155, 205: three days above 150 in a row, so orange in Sichuan's scheme. In Chongqing's one day above 200 is
    // yellow; PM2.5 is above 115 for three days and above 150 on two of them (an AQI above 200, PM2.5 primary), which is orange.
    expect(await first('area=510100')).toMatchObject({
      issuer: { party: 'sc', office: null },
      secondOpinion: false,
      suggestions: [
        {
          kind: 'suggestion',
          scheme: { id: CQ, slug: 'warning-chongqing-2022', confidence: 'V1' },
          usedBy: ['cq'],
          applies: false,
          certain: { level: 'orange' },
          text: { zh: `按${CQ}：建议橙色预警` },
        },
        {
          kind: 'suggestion',
          scheme: { id: SC, slug: 'warning-national-2024' },
          usedBy: ['sc'],
          applies: true,
          certain: {
            level: 'orange',
            levels: [
              {},
              {
                level: 'orange',
                answer: 'yes',
                triggers: [
                  {
                    days: ['2026-11-16', '2026-11-17', '2026-11-18'],
                    rule: { zh: '日AQI>150持续3天（72小时）及以上' },
                  },
                ],
              },
              { level: 'red', answer: 'no' },
            ],
          },
          text: { zh: `按${SC}：建议橙色预警`, en: `By ${SC}: orange warning suggested` },
        },
      ],
      differences: [{ schemes: [CQ, SC], certain: 'both', possible: 'both', differ: false }],
    })
  })

  test('has the days and keys of records it was computed from', async () => {
    expect(await first('area=510100')).toMatchObject({
      days: [
        { date: '2026-11-15', aqi: { min: 90, max: 120 }, aqiBasis: 'range' },
        { date: '2026-11-16' },
        { date: '2026-11-17' },
        { date: '2026-11-18' },
      ],
      records: [15, 16, 17, 18].map((day) => `510100/2026-11-${day}/2026-11-14T16:00:00+08:00/sc`),
    })
  })

  test('tells the low end of the forecast from the high end', async () => {
    const { suggestions, differences } = await first('area=510500')
    expect(suggestions).toMatchObject([
      { certain: { level: 'none' }, possible: { level: 'yellow' } },
      {
        certain: { level: 'none' },
        possible: { level: 'yellow' },
        text: { zh: `按${SC}：取预报下限不建议预警，取上限建议黄色预警` },
      },
    ])
    expect(differences).toMatchObject([{ certain: 'neither', possible: 'both', differ: false }])
  })

  test('says where only one side would warn: dust in Sichuan, ozone in Chongqing', async () => {
    const dust = await first('area=511600')
    expect(dust.differences).toMatchObject([
      { certain: 'only-second', differ: true, text: { zh: `只有${SC}建议预警`, en: `only ${SC} suggests a warning` } },
    ])
    // No primary pollutant is named, so that the AQI counted unchecked.
    expect(dust.suggestions).toMatchObject([{}, { unchecked: ['2026-11-15', '2026-11-16'] }])
    const ozone = await first(`area=${encodeURIComponent('cq-渝东南')}`)
    expect(ozone.differences).toMatchObject([
      { certain: 'only-first', differ: true, text: { zh: `只有${CQ}建议预警` } },
    ])
    expect(ozone.suggestions).toMatchObject([{ applies: true }, { applies: false, certain: { level: 'none' } }])
  })

  test('says which scheme cannot tell, and why', async () => {
    const { suggestions, differences } = await first('area=510700')
    expect(suggestions).toMatchObject([
      {
        certain: {
          level: 'unknown',
          levels: [
            { level: 'yellow', answer: 'unknown', why: 'forecast-incomplete' },
            {},
            { level: 'red', why: 'rule-unknown' },
          ],
        },
      },
      { certain: { level: 'yellow' } },
    ])
    expect(differences).toMatchObject([
      { certain: 'unknown', differ: false, text: { zh: `${CQ}无法判断`, en: `${CQ} cannot tell` } },
    ])
  })

  test('takes a class alone for its AQI range', async () => {
    // 良至轻度污染: 51 to 150.
    expect(await first('area=510300')).toMatchObject({
      days: [{ aqi: { min: 51, max: 150 }, aqiBasis: 'class' }],
      suggestions: [{ possible: { level: 'none' } }, { possible: { level: 'none' } }],
    })
  })
})

describe('which forecast', () => {
  test('the newest issue of the area, with every issuer of that time, its own side first', async () => {
    const { sequences } = await practice.ask(`${SUGGESTIONS}?area=510100`)
    expect(sequences).toMatchObject([
      { issuer: { party: 'sc' }, secondOpinion: false },
      { issuer: { party: 'cq' }, secondOpinion: true },
    ])
  })

  test('one side’s alone, where asked for', async () => {
    const { sequences } = await practice.ask(`${SUGGESTIONS}?area=510100&issuer=cq`)
    expect(sequences).toMatchObject([{ issuer: { party: 'cq' }, records: [expect.stringMatching(/\/cq$/)] }])
    expect(sequences).toHaveLength(1)
  })

  test('each office’s apart', async () => {
    const { sequences } = await practice.ask(`${SUGGESTIONS}?area=${encodeURIComponent('cq-中心城区')}`)
    expect(sequences).toMatchObject([
      { issuer: { office: '乙台' }, suggestions: [{ certain: { level: 'none' } }, {}] },
      { issuer: { office: '甲台' }, suggestions: [{ certain: { level: 'yellow' } }, {}] },
    ])
  })

  test('an issue by its time, in whatever zone it is written', async () => {
    const issued = encodeURIComponent('2026-11-12T08:00:00Z')
    const answer = await practice.ask(`${SUGGESTIONS}?area=510100&issued=${issued}`)
    expect(answer).toMatchObject({
      issued: '2026-11-12T16:00:00+08:00',
      sequences: [{ days: [{ date: '2026-11-13' }] }],
    })
  })

  test.each([
    ['510600', '2026-08-01T16:00:00+08:00'],
    ['511800', '2024-01-01T16:00:00+08:00'],
  ])('of %s the newest, however long ago', async (area, issued) => {
    expect(await practice.ask(`${SUGGESTIONS}?area=${area}`)).toMatchObject({ issued })
  })

  test('a later issue takes its place, and the one before can still be asked for', async () => {
    const area = encodeURIComponent('cq-渝东北')
    await practice.forecast('cq', days('渝东北', ['90~110'], { issued: '2026-11-14 16:00' }))
    expect(await practice.ask(`${SUGGESTIONS}?area=${area}`)).toMatchObject({ issued: '2026-11-14T16:00:00+08:00' })
    await practice.forecast('cq', days('渝东北', ['210~240'], { issued: '2026-11-15 10:00' }))
    expect(await practice.ask(`${SUGGESTIONS}?area=${area}`)).toMatchObject({
      issued: '2026-11-15T10:00:00+08:00',
      sequences: [{ differences: [{ certain: 'both' }] }],
    })
    const before = encodeURIComponent('2026-11-14T16:00:00+08:00')
    expect(await practice.ask(`${SUGGESTIONS}?area=${area}&issued=${before}`)).toMatchObject({
      sequences: [{ differences: [{ certain: 'neither' }] }],
    })
  })
})

describe('what is refused', () => {
  const ask = (query: string) => practice.calls.read(practice.world.sides.cq.agency, SUGGESTIONS + query)

  test('an unsigned question', async () => {
    await refused(await practice.calls.get(`${SUGGESTIONS}?area=510100`), 401, 'signature-missing')
  })

  test('a role that takes no part', async () => {
    const key = practice.world.sides.sc.others.get('system')
    if (!key) throw new TypeError('nobody is system')
    await refused(await practice.calls.read(key, `${SUGGESTIONS}?area=510100`), 403, 'not-permitted')
  })

  test.each([
    ['', 'area'],
    ['?area=', 'area'],
    ['?area=510100&area=510600', 'area'],
    ['?area=510100&issuer=xj', 'issuer'],
    ['?area=510100&issued=yesterday', 'issued'],
    ['?area=510100&issued=2026-11-14T16:00:00', 'issued'],
    ['?area=510100&scheme=x', 'scheme'],
  ])('%s, naming the parameter', async (query, pointer) => {
    expect(await refused(await ask(query), 400, 'query-invalid')).toMatchObject({ pointer })
  })

  test.each([
    ['?area=511900', 'area'],
    ['?area=000000', 'area'],
    [`?area=${encodeURIComponent('成都市')}`, 'area'],
    ['?area=511600&issuer=cq', 'area'],
    [`?area=510100&issued=${encodeURIComponent('2026-11-13T16:00:00+08:00')}`, 'issued'],
  ])('%s, of which no forecast is held', async (query, pointer) => {
    expect(await refused(await ask(query), 404, 'forecast-unknown')).toMatchObject({ pointer })
  })
})
