/** A release as a workbook: a sheet a table, and a last one that says which release it is, by what digest, and who signed it. */
import { workbook } from '../../http/xlsx.ts'
import { aboutLines } from './about.ts'
import type { Download } from './download.ts'
import { bothWords, columnHeading, plainCell } from './table.ts'
import { releaseTables } from './tables.ts'

/** The bytes, the same for everybody who takes the release away. */
export async function releaseXlsx(download: Download): Promise<Uint8Array> {
  const { lead, main, others } = releaseTables(download)
  const about = aboutLines(download).map(({ label, value }) => [label.zh, label.en, value])
  return workbook([
    ...[main, ...others].map(({ title, columns, rows }) => ({
      name: bothWords(title),
      headings: columns.map(columnHeading),
      rows: rows.map((row) => row.map(plainCell)),
    })),
    {
      name: '说明 About',
      headings: ['项目', 'Item', '内容 Value'],
      rows: lead === null ? about : [...about, ['概要', 'Summary', bothWords(lead)]],
    },
  ])
}
