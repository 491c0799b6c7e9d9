/** Writes the sandbox's sample ratings (示例) of enterprise credit in each side's own way of writing, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { CHONGQING_DISTRICTS, CHONGQING_MUNICIPAL, SICHUAN_CITIES, SICHUAN_PROVINCE } from './credit.ts'

/** In every row, so that no part of a sample passes for a rating. */
const LABEL = '示例数据'

function chongqingCsv(): string {
  const header =
    '序号,企业名称,统一社会信用代码,区县,评价年度,级别,评价机关,评价等级,得分,一票否决,参评状态,公示期,有效期,修复情况,复核/申诉,备注'
  const lines = CHONGQING_MUNICIPAL.map(({ name, code, place, level, score, veto, status, repair, appeal }, at) =>
    [
      at + 1,
      name,
      code,
      place.join(''),
      '2025年度',
      '市级',
      '重庆市生态环境局',
      level,
      score,
      veto,
      status ?? '',
      '2026年8月3日至8月12日',
      '2026-08-13至2027-08-12',
      repair ?? '',
      appeal ?? '',
      LABEL,
    ].join(','),
  )
  // The list was joined of two, and one row stands in both.
  return `${[header, ...lines, lines[1]].join('\r\n')}\r\n`
}

/** The districts' workbook: year and level stand in the name of its sheet alone. */
export const DISTRICT_SHEET = '2025年度（区县级）示例'

/** Its rows. */
export function districtRows(): (string | number)[][] {
  return [
    ['企业名称', '统一社会信用代码', '所在区县', '评价机关', '信用等级', '评价得分', '文号', '备注'],
    ...CHONGQING_DISTRICTS.map(({ name, code, place, level, score, authority = '' }) => [
      name,
      code,
      place.join(''),
      authority,
      level,
      score === '' ? '' : Number(score),
      '示例公告〔2026〕2号',
      LABEL,
    ]),
  ]
}

function sichuanJson(): string {
  const data = SICHUAN_PROVINCE.map(({ name, code, place: [city, county], level, score, veto }) => ({
    企业名称: name,
    统一社会信用代码: code,
    市州: city,
    区县: county,
    评价年度: 2025,
    级别: '省级',
    评价等级: level,
    评价得分: score === '' ? null : Number(score),
    一票否决: veto,
    文号: '示例公告〔2026〕3号',
    有效期起: '2026-07-01',
    有效期: '一年',
    备注: LABEL,
  }))
  return `${JSON.stringify({ code: 200, data })}\n`
}

/** The cities' list as an office exports it: a page of HTML that calls itself .xls, its cities merged downwards. */
function sichuanPage(): string {
  const heads = [
    '市（州）',
    '县（市、区）',
    '企业名称',
    '统一社会信用代码',
    '评价机关',
    '等级',
    '得分（分）',
    '公示期',
    '备注',
  ]
  const spans = new Map<string, number>()
  for (const { place } of SICHUAN_CITIES) spans.set(place[0] ?? '', (spans.get(place[0] ?? '') ?? 0) + 1)
  const begun = new Set<string>()
  const cell = (text: string) => `<td>${text}</td>`
  const rows = SICHUAN_CITIES.map(({ name, code, place: [city = '', county = ''], level, score, authority = '' }) => {
    const first = begun.has(city) ? '' : `<td rowspan="${spans.get(city)}">${city}</td>`
    begun.add(city)
    const rest = [county, name, code.toLowerCase(), authority, level, score || '——', '2026年7月6日—7月15日', LABEL]
    return `<tr>${first}${rest.map(cell).join('')}</tr>`
  })
  const head = `<tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>`
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><caption>2025年度企业环境信用评价结果（市级，示例）</caption>${head}\n${rows.join('\n')}\n</table></body></html>\n`
}

/** The sample files that are text, by path below this folder. */
export function creditTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/credit-2025.csv': iconv.encode(chongqingCsv(), 'gb18030'),
    'sichuan/credit-2025.json': Buffer.from(sichuanJson()),
    'sichuan/credit-cities-2025.xls': Buffer.from(sichuanPage()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(creditTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(districtRows(), { sheet: DISTRICT_SHEET }).toBuffer()
  writeFileSync(join(here, 'chongqing', 'credit-districts-2025.xlsx'), workbook)
}
