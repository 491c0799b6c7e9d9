/** One day's figures as each side's programs write them, and reading back what became of them. */
import iconv from 'iconv-lite'
import { expect } from 'vitest'
import { sheetData, workbook } from '../../adapters/formats/helpers.ts'
import { type Calls, CONTRACT } from '../http/calls.ts'
import type { WorldKey } from '../world.ts'

export const HEADINGS = [
  '断面名称',
  '监测时间',
  'pH(无量纲)',
  '溶解氧(mg/L)',
  '高锰酸盐指数(mg/L)',
  '氨氮(mg/L)',
  '总磷(mg/L)',
]
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Rows = readonly (readonly string[])[]

/** Rows as one file, in every form that is taken, with the media type it comes with. */
export const FORMS: Readonly<Record<string, (rows: Rows) => readonly [mediaType: string, bytes: Uint8Array]>> = {
  'CSV in UTF-8': (rows) => ['text/csv', Buffer.from(csvOf(rows))],
  'CSV in UTF-8 with its mark': (rows) => ['text/csv; charset=utf-8', Buffer.from(`\ufeff${csvOf(rows)}`)],
  'CSV in GB 18030': (rows) => ['text/csv; charset=gb18030', iconv.encode(csvOf(rows), 'gb18030')],
  'CSV said to be Excel': (rows) => ['application/vnd.ms-excel', Buffer.from(csvOf(rows))],
  'JSON, an array of objects': (rows) => [
    'application/json',
    Buffer.from(JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [HEADINGS[at], cell]))))),
  ],
  'JSON, head and body': (rows) => ['application/json', Buffer.from(JSON.stringify({ thead: HEADINGS, tbody: rows }))],
  XLSX: (rows) => [XLSX, workbook({ sheets: { 周报: sheetData([HEADINGS, ...rows]) } })],
  'HTML saved as .xls': (rows) => [
    'application/vnd.ms-excel',
    Buffer.from(
      `<html><head><meta charset="utf-8"></head><body><table>${[HEADINGS, ...rows]
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table></body></html>`,
    ),
  ],
  'said to be nothing in particular': (rows) => ['application/octet-stream', Buffer.from(csvOf(rows))],
}

export function csvOf(rows: Rows, headings: readonly string[] = HEADINGS): string {
  return `${[headings, ...rows].map((row) => row.join(',')).join('\n')}\n`
}

/** One row with ordinary figures. */
export function row(section: string, time: string, codMn: string): readonly string[] {
  return [section, time, '7.8', '8.6', codMn, '0.12', '0.05']
}

/** A record as the gateway shows it. */
export interface Shown {
  readonly meta: {
    readonly key: string
    readonly party: string
    readonly revision: number
    readonly submission: string
    readonly row: number
    readonly ledgerIndex: number
    readonly supersededAt: number | null
  }
  readonly record: {
    readonly class: { readonly computed: number | null }
    readonly interval: { readonly end: string }
    readonly notes: readonly { readonly rule: string }[]
    readonly results: Readonly<Record<string, { readonly value: number | null; readonly reported: string | null }>>
    readonly section: { readonly id: string }
    readonly station: string
  }
}

/** What a body says when the call went as it should. */
export async function jsonOf(answer: Response, status = 200) {
  const text = await answer.text()
  expect({ status: answer.status, text }).toMatchObject({ status })
  return JSON.parse(text)
}

/** The records of a query, one page. */
export async function recordsOf(calls: Calls, key: WorldKey, query = ''): Promise<readonly Shown[]> {
  const { records } = await jsonOf(await calls.read(key, `/v1/records/${CONTRACT}?limit=5000${query}`))
  return records
}

/** Where a submission landed, from its answer. */
export function idOf(answer: Response): string {
  return answer.headers.get('location')?.slice('/v1/submissions/'.length) ?? ''
}
