/** Large files in each side's own form: accepted rows of the sandbox's samples (示例), repeated with other times or other enterprises. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { readTables } from '../../adapters/formats/read.ts'
import { rowNumber } from '../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import { creditCodeOf, organisationCodeCheck } from '../../adapters/standards/credit-code.ts'
import type { Adapter, Cell, NormaliseInput, Table, Tables } from '../../adapters/types.ts'
import { ROW_REGISTRIES } from '../../contracts/registry/index.ts'
import { SEEDS } from '../../seeds/all.ts'

const SEED_FOLDER = resolve(import.meta.dirname, '../../seeds')

/** When the files are read: after all they tell of. */
export const AT = Date.parse('2026-11-24T00:00:00+08:00')

/** A file, and its rows as plain JSON in UTF-8: its own bytes where it is JSON. */
export interface NativeFile {
  readonly form: string
  readonly bytes: Uint8Array
  readonly json: Uint8Array
}

/** What an adapter reads a file with. */
export function inputOf({ register }: Adapter<object>, bytes: Uint8Array): NormaliseInput {
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === register)
  if (!registry) throw new TypeError(`no register ${register}`)
  return { bytes, at: AT, registry, limits: FORMAT_LIMITS }
}

const DAY = 86_400_000
const pad = (value: number): string => String(value).padStart(2, '0')

/** A day moved back, in the way it is written. */
function daysBefore(text: string, days: number): string {
  return text.replace(/^(?:(\d{4})([-/]))?(\d{2})([-/])(\d{2})/, (_, year = '', mark = '', month, between, day) => {
    const moved = new Date(Date.UTC(Number(year || 2026), Number(month) - 1, Number(day)) - days * DAY)
    const date = `${pad(moved.getUTCMonth() + 1)}${between}${pad(moved.getUTCDate())}`
    return year === '' ? date : `${moved.getUTCFullYear()}${mark}${date}`
  })
}

/** A made-up enterprise's code: of no division (000000), its check digits hold. */
function codeOf(serial: number): string {
  const organisation = `MA${String(100_000 + serial)}`
  return creditCodeOf(`91000000${organisation}${organisationCodeCheck(organisation)}`)
}

const TIMES = new Set(['监测时间', '监测日期', 'timepoint', '预报日期', '发布时间', '启动时间', '生效时间', '解除时间'])
const CODE = '统一社会信用代码'
const PERMITS = new Set(['排污许可证编号', '许可证编号'])
const NUMBERS = new Set(['文号', '发文字号'])

/** The row of a sample as another one: `days` before, or of another enterprise. */
function varied(header: readonly string[], cells: readonly Cell[], days: number, serial: number): Cell[] {
  return cells.map((cell, at) => {
    const heading = header[at] ?? ''
    if (heading === CODE) return codeOf(serial)
    if (PERMITS.has(heading) && cell !== null) return `${codeOf(serial)}001X`
    if (NUMBERS.has(heading) && typeof cell === 'string') return cell.replace(/\d+(?=号$)/, String(serial))
    return typeof cell === 'string' && TIMES.has(heading) ? daysBefore(cell, days) : cell
  })
}

/** Rows of the first table that the adapter takes. */
function acceptedRows(adapter: Adapter<object>, bytes: Uint8Array, table: Table): (readonly Cell[])[] {
  const taken = new Set<number>()
  adapter.normalise(inputOf(adapter, bytes), ({ row, sheet = '' }) => {
    if (sheet === table.name) taken.add(row)
  })
  return table.rows.filter((_, at) => taken.has(rowNumber(table, at)))
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function asJson(header: readonly string[], rows: readonly (readonly Cell[])[]): Record<string, Cell>[] {
  return rows.map((cells) => Object.fromEntries(header.map((heading, at) => [heading, cells[at] ?? null])))
}

/** The sample's own JSON with other rows in it. */
function jsonLike(sample: Uint8Array, header: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const value: unknown = JSON.parse(Buffer.from(sample).toString('utf8'))
  if (typeof value !== 'object' || value === null) throw new TypeError('expected an object')
  return Buffer.from(
    JSON.stringify('tbody' in value ? { ...value, tbody: rows } : { ...value, data: asJson(header, rows) }),
  )
}

function page({ name, header }: Table, rows: readonly (readonly Cell[])[]): Uint8Array {
  const escaped = (cell: Cell): string => String(cell ?? '').replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
  const line = (tag: string, cells: readonly Cell[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>\n`
  const body = rows.map((cells) => line('td', cells)).join('')
  return Buffer.from(
    `<html><head><meta charset="utf-8"></head><body><table border="1"><caption>${name}</caption>${line('th', header)}${body}</table></body></html>\n`,
  )
}

async function written(
  { format, encoding }: Tables,
  sample: Uint8Array,
  table: Table,
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> {
  const { name, header } = table
  if (format === 'csv') {
    const text = [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
    return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text)
  }
  if (format === 'json') return jsonLike(sample, header, rows)
  if (format === 'html') return page(table, rows)
  if (format === 'xlsx')
    return writeXlsxFile([[...header], ...rows.map((cells) => [...cells])], { sheet: name }).toBuffer()
  throw new TypeError(`no file of this form is made: ${format}`)
}

/** A bulletin in words an hour, each with the sentences of the sample. */
function bulletins(sample: string, rows: number): string {
  const lines: string[] = []
  const [issued = '', paragraphs = []] = [
    sample.split('\r\n').find((line) => line.includes('发布时间')),
    sample.split('\r\n').filter((line) => /AQI/.test(line)),
  ]
  let left = rows
  for (let hour = 0; left > 0; hour++) {
    const at = new Date(Date.UTC(2026, 10, 15, 16) - hour * 3_600_000)
    const time = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日${at.getUTCHours()}时`
    lines.push(issued.replace(/\d{4}年\d+月\d+日\d+时/, time))
    const day = Math.floor((at.getTime() - Date.UTC(2026, 10, 15)) / DAY)
    for (const paragraph of paragraphs) {
      const [area = '', ...sentences] = paragraph.split(/(?<=：)|(?<=。)/)
      const kept = sentences.slice(0, left)
      left -= kept.length
      const moved = kept.map((text) => text.replace(/^(\d+)月(\d+)日/, (_, month, date) => dayText(month, date, day)))
      if (moved.length > 0) lines.push(`${area}${moved.join('')}`)
    }
  }
  return `${lines.join('\r\n')}\r\n`
}

function dayText(month: string, date: string, days: number): string {
  const moved = new Date(Date.UTC(2026, Number(month) - 1, Number(date)) + days * DAY)
  return `${moved.getUTCMonth() + 1}月${moved.getUTCDate()}日`
}

/** How far apart in days two rounds of a sample lie: as long as the sample itself is. */
const SPANS: Readonly<Record<string, number>> = { 'water-section-quality': 7 }

/** A file of so many rows, in the form of the first sample that the adapter's side sends under its contract. Throws TypeError without a sample. */
export async function nativeFile(adapter: Adapter<object>, rows: number): Promise<NativeFile> {
  const { contract, party } = adapter
  const seed = SEEDS.find((set) => set.contract === contract)?.files.find((one) => one.party === party)
  if (!seed) throw new TypeError(`no sample of ${contract} by ${party}`)
  const sample = readFileSync(join(SEED_FOLDER, seed.file))
  const tables = readTables(sample, { limits: FORMAT_LIMITS })
  const form = `${tables.format} ${tables.encoding}`
  if (tables.format === 'text') {
    const text = bulletins(sample.toString('utf8'), rows)
    const sentences = text.split(/\r\n|(?<=。)/).filter((line) => line !== '')
    return { form, bytes: Buffer.from(text), json: Buffer.from(JSON.stringify(sentences.map((正文) => ({ 正文 })))) }
  }
  const [table] = tables.tables
  const accepted = table ? acceptedRows(adapter, sample, table) : []
  if (!table || accepted.length === 0) throw new TypeError(`no row of ${seed.file} is taken`)
  const made = Array.from({ length: rows }, (_, at) => {
    const days = Math.floor(at / accepted.length) * (SPANS[contract] ?? 1)
    return varied(table.header, accepted[at % accepted.length] ?? [], days, at)
  })
  const bytes = await written(tables, sample, table, made)
  return {
    form,
    bytes,
    json: tables.format === 'json' ? bytes : Buffer.from(JSON.stringify(asJson(table.header, made))),
  }
}
