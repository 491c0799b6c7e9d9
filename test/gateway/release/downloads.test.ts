/** A release in the forms people take away: the same cells in each, and in each which release it is, by what digest, signed by whom, when. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { raw } from 'hono/html'
import readExcel from 'read-excel-file/universal'
import { describe, expect, test, vi } from 'vitest'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { releaseCsv } from '../../../gateway/release/downloads/csv.ts'
import type { Download } from '../../../gateway/release/downloads/download.ts'
import { releaseGeoJson } from '../../../gateway/release/downloads/geojson.ts'
import { releasePaste } from '../../../gateway/release/downloads/paste.ts'
import { releaseXlsx } from '../../../gateway/release/downloads/xlsx.ts'
import type { ListedRow } from '../../../gateway/release/products/credit/rows.ts'
import type { Release } from '../../../gateway/release/release-types.ts'
import { bulletin, correction, release, section } from '../portal/fixture.ts'
import { read } from '../portal/read.ts'

vi.setConfig({ testTimeout: 30_000 })

const { digest, publishedAt } = release()

function download(parts: Partial<Download> = {}): Download {
  const signatures = release().signatures.map(({ agency, post, ...one }) => ({
    ...one,
    agency: `${agency.zh} · ${agency.en}`,
    post: `${post.zh} · ${post.en}`,
  }))
  const origin = 'https://gateway.example'
  return { release: bulletin(), digest, publishedAt, supersededBy: null, signatures, origin, rows: [], ...parts }
}

/** What every form must say of the release of the fixture. */
const SAID = [
  'water-2026-W47',
  'water-section-quality 1.0.0',
  '2026-11-23T03:20:41Z',
  '2026-11-23T11:20:41+08:00',
  '重庆市生态环境监测中心 · Chongqing Eco-environment Monitoring Centre',
  '四川省生态环境监测总站',
  'npx chuanyu verify water-2026-W47.bundle.json --trust trust.json',
  'https://gateway.example/releases/water-2026-W47',
  '自动监测，不用于考核',
]

function csvOf(from: Download) {
  const text = releaseCsv(from)
  expect(text.startsWith('\ufeff')).toBe(true)
  const lines: string[][] = parse(text, { bom: true, relax_column_count: true })
  const about = lines.filter(([first = '']) => first.startsWith('# ')).map(([line = '']) => line)
  const [headings = [], ...rows] = lines.slice(about.length)
  return { about, headings, rows }
}

async function sheetsOf(from: Download) {
  const sheets = await readExcel(new Blob([Buffer.from(await releaseXlsx(from))]), { trim: false })
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

describe('the CSV', () => {
  test('says first which release it is of, each line after #', () => {
    const { about } = csvOf(download())
    for (const part of [...SAID, digest]) expect(about.join('\n')).toContain(part)
  })

  test('has the sections under headings in both languages, with units', () => {
    const { headings, rows } = csvOf(download())
    expect(headings.slice(0, 5)).toEqual([
      '断面编号 Section id',
      '断面 Section',
      '河流 River',
      '方 Side',
      '跨界 Across the boundary',
    ])
    expect(headings).toContain('总磷 Total phosphorus (as P) (mg/L)')
    expect(headings).toContain('pH')
    expect(rows).toHaveLength(bulletin().sections.length)
    const rowOf = (name: string) => rows.find((row) => row[1] === name)
    expect(rowOf('光辉')).toEqual([
      ...['cq-光辉', '光辉', '琼江 Qiongjiang River', '重庆 Chongqing', '川→渝 SC→CQ'],
      ...['Ⅲ', 'Ⅳ', '未达标 not met', '总磷(0.3) Total phosphorus (as P) (0.3)'],
      ...['7.7', '6.2', '5.7', '0.48', '0.251', '', '42', '42', ''],
    ])
    // No result: nothing is made up, and the reason stands in both languages.
    expect(rowOf('御临镇')).toEqual([
      ...['cq-御临镇', '御临镇', '御临河 Yulin River', '重庆 Chongqing', '', '', '', '', ''],
      ...['', '', '', '', '', '', '0', '42'],
      '本期没有收到合格记录 No acceptable record was received for the period',
    ])
    expect(rowOf('双河口')?.[6]).toBe('劣Ⅴ worse than Ⅴ')
  })
})

describe('the workbook', () => {
  test('has the sections as the CSV has them, counts as numbers', async () => {
    const sections = (await sheetsOf(download())).get('断面 Sections')
    const { headings, rows } = csvOf(download())
    expect(sections?.[0]).toEqual(headings)
    expect(sections?.slice(1).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))).toEqual(rows)
    const row = sections?.find(([, name]) => name === '光辉')
    // Means keep their digits; records are counted.
    expect(row?.slice(9, 17)).toEqual(['7.7', '6.2', '5.7', '0.48', '0.251', null, 42, 42])
  })

  test('has the rivers on a sheet of their own', async () => {
    const rivers = (await sheetsOf(download())).get('河流 Rivers')
    const rowOf = (name: string) => rivers?.find(([title]) => title === name)
    expect(rowOf('琼江 Qiongjiang River')).toEqual([
      ...[
        '琼江 Qiongjiang River',
        '涪江 Fujiang River',
        '各断面均值 the mean of its sections',
        '轻度污染 Light pollution',
        'Ⅳ',
      ],
      // 光辉 Ⅳ, 跑马滩 Ⅳ, 大安 Ⅲ.
      ...[0, 0, 1, 2, 0, 0],
      '总磷(0.3) Total phosphorus (as P) (0.3)',
      '光辉、跑马滩、大安',
    ])
    expect(rowOf('长江 Yangtze River')?.slice(2, 5)).toEqual([
      '断面类别比例 the shares of its sections',
      '优 Excellent',
      null,
    ])
    expect(rowOf('长江 Yangtze River')?.[11]).toContain('总磷（12.5%的断面超标）')
  })

  test('has a last sheet about the release: id, digest, contract, signatures and both times', async () => {
    const sheets = await sheetsOf(download())
    expect([...sheets.keys()]).toEqual(['断面 Sections', '河流 Rivers', '说明 About'])
    const about = new Map(sheets.get('说明 About')?.map(([, item, value]) => [item, value]))
    expect(about.get('Release id')).toBe('water-2026-W47')
    expect(about.get('Digest (SHA-256)')).toBe(digest)
    expect(about.get('Contract')).toBe('water-section-quality 1.0.0')
    expect(about.get('Published, UTC')).toBe('2026-11-23T03:20:41Z')
    expect(about.get('Published, Beijing time (UTC+8)')).toBe('2026-11-23T11:20:41+08:00')
    expect(about.get('Signed: Chongqing')).toContain('2026-11-23T02:58:07Z / 2026-11-23T10:58:07+08:00')
    expect(about.get('Signed: Chongqing')).toContain('cq-signatory-1')
    expect(about.get('Signed: Sichuan')).toContain('ledger 1481')
    const text = JSON.stringify(sheets.get('说明 About'))
    for (const part of SAID) expect(text).toContain(part)
  })

  test('is the same bytes for everybody who takes it away', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T00:00:00Z') })
    const first = await releaseXlsx(download())
    vi.setSystemTime(Date.parse('2027-03-01T00:00:00Z'))
    const second = await releaseXlsx(download())
    vi.useRealTimers()
    expect(Buffer.from(second).equals(first)).toBe(true)
  })

  test('is read by the reader of submissions without a fault', async () => {
    const tables = readXlsx(await releaseXlsx(download()), FORMAT_LIMITS)
    expect(tables.map(({ rows }) => rows.length).slice(0, 2)).toEqual([
      bulletin().sections.length,
      bulletin().rivers.length,
    ])
    expect(tables.flatMap(({ faults = [] }) => faults)).toEqual([])
  })
})

const PASTED: ReadonlySet<string> = new Set(
  'body br caption h2 h3 head html meta p section span strong table tbody td th thead title tr'.split(' '),
)
const pasted = async (from: Download = download()) => read(raw(await releasePaste(from)))

describe('the page to paste', () => {
  test('is headings and one table: no script, nothing fetched, styles only inline', async () => {
    const { tags, source } = await pasted()
    const names = new Set(tags.map(({ name }) => name))
    expect([...names].sort()).toEqual([...PASTED])
    expect(tags.filter(({ name }) => name === 'table')).toHaveLength(1)
    const attributes = new Set(tags.flatMap((tag) => Object.keys(tag.attributes)))
    expect([...attributes].sort()).toEqual(['charset', 'lang', 'scope', 'style'])
    expect(source).not.toMatch(/url\(|javascript:|@import/i)
  })

  test('says it in both languages, each English part marked as such', async () => {
    const { text, tags, each } = await pasted()
    expect(each('h2')).toEqual([bulletin().title.zh])
    for (const part of [
      bulletin().title.en,
      // 32 sections, 28 with a result, 23 of those Ⅰ to Ⅲ; eight transboundary ones can be compared and six attain.
      '32 个断面中 28 个有结果，Ⅰ～Ⅲ类占 82.1%；有结果且有目标的 8 个跨界断面中 6 个达标。',
      '28 of 32 sections have a result, 82.1% of them Ⅰ to Ⅲ; of 8 transboundary sections with a result and a target, 6 meet it.',
      '来源与核验 Source and verification',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(part)
    expect(tags.find(({ name }) => name === 'html')?.attributes.lang).toBe('zh-CN')
    for (const { name, attributes } of tags) if (name === 'span') expect(attributes.lang).toBe('en')
  })

  test('has a row a section in so few columns that they fit a phone, with its class or why it has none', async () => {
    const page = await pasted()
    const rows = page.each('tr')
    expect(rows).toHaveLength(bulletin().sections.length + 1)
    expect(page.each('th').map((one) => one.replace(/\s+/g, ' '))).toEqual([
      '断面 Section',
      '河流 River',
      '水质类别 Class',
      '水质目标 Target',
      '主要污染指标（超标倍数） Main pollutants (times over)',
    ])
    const row = rows.find((one) => one.startsWith('光辉')) ?? ''
    for (const part of ['琼江', '川→渝', 'Ⅲ', 'Ⅳ', '未达标', 'not met', '总磷(0.3)']) expect(row).toContain(part)
    expect(row).not.toContain('0.251')
    const gap = bulletin().coverage.gaps[0]
    if (!gap) throw new TypeError('expected a gap')
    expect(page.text.replace(/\s+/g, ' ')).toContain(`无结果：${gap.text.zh} No result: ${gap.text.en}`)
  })

  test('says which release it is, with a digest short enough to compare by eye, and how to verify it', async () => {
    const { text } = await pasted()
    for (const part of SAID) expect(text).toContain(part)
    expect(text).toContain(`${digest.slice(0, 16)}…`)
    expect(text).not.toContain(digest)
  })

  test('of a sandbox warns, of a corrected release points to the newer one, of a correction says why', async () => {
    const sandbox = await pasted(download({ release: bulletin({ sandbox: true }) }))
    expect(sandbox.text).toContain('样例数据与样例签名')
    expect((await pasted()).text).not.toContain('样例')
    expect((await pasted(download({ supersededBy: 'water-2026-W47-2' }))).text).toContain('water-2026-W47-2')
    const corrected = await pasted(download({ release: correction().release }))
    expect(corrected.text).toContain('朱沱 11 月 18 日 08:00 总磷重报')
  })

  test('carries the two sides’ own words where they agreed on some', async () => {
    const statement = '本周跨界断面水质总体良好。'
    expect((await pasted(download({ release: bulletin({ statement }) }))).text).toContain(statement)
  })
})

describe('the GeoJSON', () => {
  test('names the release, its digest and contract, and when it was published, in UTC and local time', () => {
    const read = JSON.parse(releaseGeoJson(download({ supersededBy: 'water-2026-W47-2' })) ?? '')
    expect(read.release).toMatchObject({
      id: 'water-2026-W47',
      digest,
      contract: { id: 'water-section-quality', version: '1.0.0' },
      publishedAt: '2026-11-23T03:20:41.512Z',
      publishedAtLocal: '2026-11-23T11:20:41+08:00',
      supersededBy: 'water-2026-W47-2',
    })
    expect(read.features).toHaveLength(bulletin().sections.length)
  })
})

describe('what a file may do to the program that opens it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(
      '=1+1',
      '+1',
      '-x',
      '@SUM(A1)',
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '# x',
    ),
    fc.constantFrom('__proto__', 'constructor', '&lt;', '\u0000', 'a\r\nb'),
  )

  test('is nothing, whatever sections are called: texts stay texts in every form', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (name, river) => {
        const from = download({ release: bulletin({ statement: name, reason: river }, [section({ name, river })], []) })
        const [table] = readXlsx(await releaseXlsx(from), { ...FORMAT_LIMITS, cell: 40_000 })
        const blank = (one: string) => (one.trim() === '' ? null : one)
        expect(table?.rows[0]?.slice(1, 3)).toEqual([blank(name), blank(river)])
        const { tags } = await pasted(from)
        expect(tags.filter(({ name: tag }) => !PASTED.has(tag))).toEqual([])
        expect(tags.flatMap((tag) => Object.keys(tag.attributes)).filter((one) => one.startsWith('on'))).toEqual([])
        for (const line of releaseCsv(from).split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=@]/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a release of another kind', () => {
  const { sections: _sections, rivers: _rivers, coverage: _coverage, summary: _summary, ...head } = bulletin()
  const { originators: _originators, review: _review, ...common } = head
  const area = (name: string, party: 'cq' | 'sc') => ({ id: `${party}-${name}`, kind: 'city' as const, name, party })
  const cell = {
    area: area('重庆市', 'cq'),
    aqi: { max: 120, min: 90 },
    class: { max: 3, min: 2 },
    from: '2026-11-24',
    owner: 'cq',
    primary: ['pm25', 'o3'],
    reason: null,
    take: 'union',
    to: '2026-11-24',
  } as const
  const forecast: Release = {
    ...common,
    type: 'daily-air-forecast',
    cells: [cell],
    gaps: [
      { area: area('成都市', 'sc'), from: '2026-11-24', reason: 'no-forecast', to: '2026-11-24' },
      { area: area('广安市', 'sc'), from: '2026-11-24', reason: 'not-taken', to: '2026-11-24' },
    ],
    issued: '2026-11-23T16:00:00+08:00',
    standard: 'HJ 633-2026',
    summary: [],
  }
  const rating = (name: string, key: string): ListedRow => ({
    key,
    leaf: 'A'.repeat(43),
    party: 'cq',
    recognition: { on: 'sc', level: null, name: null, zh: '无互认效力', en: 'no effect' },
    record: {
      authority: { level: 'municipality', name: '示例市生态环境局' },
      enterprise: { code: '91000000MAX0000588', division: null, name },
      level: 'good',
      levelSent: '环保良好企业',
      ratingYear: 2025,
      scheme: '渝环规〔2021〕7号',
      status: 'rated',
      validity: { from: '2026-07-01', to: null },
    },
    setAsideBy: null,
  })
  const credit: Release = {
    ...common,
    type: 'annual-credit-list',
    issued: '2026-09-01T09:00:00+08:00',
    rowCount: 2,
    rowsRoot: 'A'.repeat(43),
  }

  test('a joint forecast has a row an area and day, and says where nobody forecast', async () => {
    const { headings, rows, about } = csvOf(download({ release: forecast }))
    expect(headings[0]).toBe('区域 Area')
    expect(rows).toEqual([
      [
        ...['重庆市', '2026-11-24', '2026-11-24', '90', '120', '良～轻度污染 Good to Lightly polluted'],
        ...[expect.stringContaining('PM2.5'), '重庆 Chongqing', '双方并集 both together', '', ''],
      ],
      ['成都市', '2026-11-24', '2026-11-24', '', '', '', '', '', '', '', '双方均未预报 neither side forecast it'],
      ['广安市', '2026-11-24', '2026-11-24', '', '', '', '', '', '', '', expect.stringContaining('另一方的预报未采用')],
    ])
    expect(about.join('\n')).toContain(digest)
    const sheets = await sheetsOf(download({ release: forecast }))
    expect(sheets.get('预报 Forecast')?.[1]?.slice(3, 5)).toEqual([90, 120])
  })

  test('a joint forecast is pasted as areas by days, cities first, after the sentence that says the most', async () => {
    const days = ['2026-11-24', '2026-11-25'] as const
    const district = { ...area('渝中区', 'cq'), kind: 'county' as const }
    const [first] = forecast.gaps
    if (!first) throw new TypeError('expected a gap')
    const release: Release = {
      ...forecast,
      cells: [
        { ...cell, area: district },
        { ...cell, from: days[1], to: days[1], aqi: { max: 40, min: 10 }, class: { max: 1, min: 1 }, primary: [] },
        cell,
      ],
      gaps: [first],
      summary: [{ areas: 1, classes: [{ areas: 1, max: 3, min: 2 }], from: days[0], gaps: 1, to: days[0] }],
    }
    const page = await pasted(download({ release }))
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
    expect(page.each('tr').map(plain)).toEqual([
      '区域 Area 2026-11-24 2026-11-25',
      '重庆市 良～轻度污染 AQI 90–120 PM2.5、O₃ Good to Lightly polluted 优 AQI 10–40 Excellent',
      '成都市 无预报 no forecast 无预报 no forecast',
      '渝中区 良～轻度污染 AQI 90–120 PM2.5、O₃ Good to Lightly polluted 无预报 no forecast',
    ])
    const text = plain(page.text)
    expect(text).toContain('2026-11-24，有预报的 1 个市（州）中：良～轻度污染 1 个；1 个无预报。')
    expect(text).toContain('2026-11-24, of 1 city with a forecast: 1 good to lightly polluted; 1 without a forecast.')
    expect(text.indexOf('有预报的 1 个')).toBeLessThan(text.indexOf('重庆市'))
  })

  test('an outlook says on which days each of its values is based, and which are derived', () => {
    const based = (derived: boolean) => ({ ...cell, basis: { days: ['2026-11-24', '2026-11-26'], derived } })
    const outlook: Release = { ...forecast, type: 'weekly-zone-outlook', cells: [based(false), based(true)], gaps: [] }
    expect(csvOf(download({ release: outlook })).rows.map((row) => row.at(-1))).toEqual([
      '据 2026-11-24、2026-11-26 的预报 read from 2026-11-24, 2026-11-26',
      expect.stringContaining('由片区内各地推得'),
    ])
  })

  test('suggestions name their scheme, and that governments issue warnings', async () => {
    const warning: Release = {
      ...common,
      type: 'warning-suggestion',
      audience: 'joint',
      base: { digest, id: 'daily-air-2026-11-23' },
      cells: [cell],
      issued: '2026-11-23T16:00:00+08:00',
      suggestions: [
        {
          area: area('重庆市', 'cq'),
          certain: 'none',
          from: 'joint',
          possible: 'yellow',
          scheme: '示例预案',
          text: { zh: '建议黄色预警', en: 'yellow warning suggested' },
          why: [],
        },
      ],
    }
    expect(csvOf(download({ release: warning })).rows).toEqual([
      [
        ...['重庆市', '示例预案', '双方联合 both together, as agreed', '建议黄色预警 yellow warning suggested'],
        ...['none', 'yellow'],
      ],
    ])
    expect((await pasted(download({ release: warning }))).text).toContain('预警由政府发布')
    expect([...(await sheetsOf(download({ release: warning }))).keys()]).toEqual([
      '预警建议 Warning suggestions',
      '预报 Forecast',
      '说明 About',
    ])
  })

  test('a credit list prints the rows it is given, a line each, and says why others are on it no longer but not how many', async () => {
    const list = download({ release: credit, rows: [rating('示例甲公司', 'a'), rating('示例乙公司', 'b')] })
    const { headings, rows } = csvOf(list)
    expect(headings).toHaveLength(12)
    expect(rows).toEqual(
      ['示例甲公司', '示例乙公司'].map((name) => [
        ...[name, '91000000MAX0000588', '重庆 Chongqing', '2025', '环保良好企业 Environmentally good', '环保良好企业'],
        ...['市级（直辖市） municipality', '示例市生态环境局', '渝环规〔2021〕7号', '2026-07-01', '', ''],
      ]),
    )
    const one = download({ release: credit, rows: [rating('示例乙公司', 'b')] })
    expect(csvOf(one).rows.map(([name]) => name)).toEqual(['示例乙公司'])
    const page = await pasted(one)
    expect(page.source).not.toContain('示例甲公司')
    expect(page.text).toContain('评价结果 1 项。修复、到期或评价机关另有结论的，不再展示。')
    expect(JSON.stringify([...(await sheetsOf(one)).values()])).not.toContain('示例甲公司')
  })

  test('a rating that another of the year goes before says so, in the file and on the page to paste', async () => {
    const list = download({
      release: credit,
      rows: [{ ...rating('示例甲公司', 'a'), setAsideBy: 'b' }, rating('示例甲公司', 'b')],
    })
    const notes = csvOf(list).rows.map((row) => row.at(-1))
    expect(notes).toEqual([expect.stringContaining('同年另有优先的评价，本条仅供参考'), ''])
    const rows = (await pasted(list)).each('tr').map((row) => row.replace(/\s+/g, ' '))
    expect(rows[1]).toContain('环保良好企业（同年另有优先的评价，本条仅供参考）')
    expect(rows[2]).toBe(
      '示例甲公司 91000000MAX0000588 环保良好企业 Environmentally good 示例市生态环境局 2025 2026-07-01 起 from 2026-07-01',
    )
  })

  test('a forecast has GeoJSON without geometry, to be joined by the ids of its areas; a credit list has none', () => {
    const { features } = JSON.parse(releaseGeoJson(download({ release: forecast })) ?? '')
    expect(features).toEqual([
      {
        type: 'Feature',
        id: 'cq-重庆市/2026-11-24',
        geometry: null,
        properties: expect.objectContaining({ area: cell.area, aqi: cell.aqi, take: 'union' }),
      },
    ])
    expect(releaseGeoJson(download({ release: credit }))).toBeNull()
  })
})
