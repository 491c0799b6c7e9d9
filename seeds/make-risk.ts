/** Writes the sandbox's sample tables (示例) of risk sources and discharging units in each side's own way of writing, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { CHONGQING_RISKS, CHONGQING_UNITS, LABEL, type SampleRow, SICHUAN_RISKS, SICHUAN_UNITS } from './risk.ts'

/** Every heading of the rows, in the order it is first met, between what stands in front and behind. */
function headings(rows: readonly SampleRow[], front: readonly string[], behind: readonly string[]): string[] {
  return [...new Set([...front, ...rows.flatMap((row) => Object.keys(row)), ...behind])]
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function chongqingCsv(): string {
  const header = headings(CHONGQING_RISKS, ['序号'], ['应急联系人', '安全风险等级', '填报日期', '备注'])
  const lines = CHONGQING_RISKS.map((row, at) => {
    const all: SampleRow = {
      ...row,
      序号: String(at + 1),
      // The platform has a column of names; nobody's stands in it, and it is not read.
      应急联系人: '某某',
      安全风险等级: '低',
      填报日期: '2026-11-09',
      备注: LABEL,
    }
    return header.map((name) => quoted(all[name] ?? '')).join(',')
  })
  // The list was joined of two, and its first row stands in both.
  return `${[header.map(quoted).join(','), ...lines, lines[0]].join('\r\n')}\r\n`
}

/** The sheet of Sichuan's workbook. */
export const RISK_SHEET = '风险源清单（示例）'

/** Its rows; figures are typed numbers. */
export function sichuanRiskRows(): (string | number)[][] {
  const header = headings(SICHUAN_RISKS, [], ['更新日期', '备注'])
  const rows = SICHUAN_RISKS.map((row) => {
    const all: SampleRow = { ...row, 更新日期: '2026/11/10', 备注: LABEL }
    return header.map((name) => {
      const cell = all[name] ?? ''
      return /^(?:存量|临界量|距川渝界)/.test(name) && cell !== '' ? Number(cell) : cell
    })
  })
  return [header, ...rows]
}

function chongqingJson(): string {
  const data = CHONGQING_UNITS.map((row) => ({ ...row, 数据日期: '2026-11-09', 审核状态: '已审核', 备注: LABEL }))
  const names = headings(data, [], [])
  // Every object has every name, as platforms write them.
  const whole = data.map((row: SampleRow) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])))
  return `${JSON.stringify({ code: 200, data: whole })}\n`
}

/** The units of a city in a table cell that reaches over all of them, as an office exports a page that calls itself .xls. */
function sichuanPage(): string {
  const [city, ...names] = headings(SICHUAN_UNITS, [], ['填报日期', '备注'])
  const spans = new Map<string, number>()
  for (const row of SICHUAN_UNITS) spans.set(row[city ?? ''] ?? '', (spans.get(row[city ?? ''] ?? '') ?? 0) + 1)
  const begun = new Set<string>()
  const rows = SICHUAN_UNITS.map((row) => {
    const all: SampleRow = { ...row, 填报日期: '2026年11月10日', 备注: LABEL }
    const name = all[city ?? ''] ?? ''
    const first = begun.has(name) ? '' : `<td rowspan="${spans.get(name)}">${name}</td>`
    begun.add(name)
    return `<tr>${first}${names.map((heading) => `<td>${all[heading] || '——'}</td>`).join('')}</tr>`
  })
  const head = `<tr>${[city, ...names].map((heading) => `<th>${heading}</th>`).join('')}</tr>`
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><caption>跨界流域排污单位（示例）</caption>${head}\n${rows.join('\n')}\n</table></body></html>\n`
}

/** The sample files that are text, by path below this folder. */
export function riskTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/risk-source-2026.csv': iconv.encode(chongqingCsv(), 'gb18030'),
    'chongqing/discharge-unit-2026.json': Buffer.from(chongqingJson()),
    'sichuan/discharge-unit-2026.xls': Buffer.from(sichuanPage()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(riskTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(sichuanRiskRows(), { sheet: RISK_SHEET }).toBuffer()
  writeFileSync(join(here, 'sichuan', 'risk-source-2026.xlsx'), workbook)
}
