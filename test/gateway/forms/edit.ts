/** Filling in and mending workbooks as a person would: cells set by address, rows deleted, the file saved again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readGrids } from '../../../adapters/formats/xlsx.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Cell } from '../../../adapters/types.ts'

/** The parts of a package as texts. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

/** The name of the part a sheet is in, by what it is called. */
export function partOf(parts: Readonly<Record<string, string>>, sheet: string): string {
  const tag = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*>/g)].find(([text]) =>
    text.includes(`name="${sheet}"`),
  )
  const id = /r:id="([^"]+)"/.exec(tag?.[0] ?? '')?.[1]
  const relation = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/<Relationship [^>]*>/g)].find(([text]) =>
    text.includes(`Id="${id}"`),
  )
  const target = /Target="([^"]+)"/.exec(relation?.[0] ?? '')?.[1]
  if (target === undefined) throw new TypeError(`there is no sheet ${sheet}`)
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const columnOf = (address: string): number =>
  [...address.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** `A`, `B`, …, by 0-based column. */
export function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter
}

function cellXml(address: string, value: string | number): string {
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return value === '' ? '' : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function withCells(xml: string, cells: ReadonlyMap<string, string | number>): string {
  const byRow = Map.groupBy(cells, ([address]) => Number(/\d+$/.exec(address)?.[0]))
  const rows = new Map(
    [...xml.matchAll(/<row ([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)].map(([, attributes = '', inner = '']) => [
      Number(/\br="(\d+)"/.exec(attributes)?.[1]),
      { attributes, inner },
    ]),
  )
  for (const [row, changes] of byRow) {
    const before = rows.get(row) ?? { attributes: `r="${row}"`, inner: '' }
    const old = [...before.inner.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(
      ([text, address = '']) => [address, text] as const,
    )
    const next = new Map([...old, ...changes.map(([address, value]) => [address, cellXml(address, value)] as const)])
    const inner = [...next].sort(([a], [b]) => columnOf(a) - columnOf(b)).map(([, text]) => text)
    rows.set(row, { attributes: before.attributes, inner: inner.join('') })
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, { attributes, inner }]) => `<row ${attributes}>${inner}</row>`)
  return xml.replace(/<sheetData(?:\/>|>.*<\/sheetData>)/s, `<sheetData>${data.join('')}</sheetData>`)
}

/** The workbook with cells of one sheet set, by address; an empty text clears one. */
export function edited(bytes: Uint8Array, sheet: string, cells: Readonly<Record<string, string | number>>): Uint8Array {
  const parts = unzipSync(bytes)
  const name = partOf(partsOf(bytes), sheet)
  const xml = withCells(strFromU8(parts[name] ?? new Uint8Array()), new Map(Object.entries(cells)))
  return zipSync({ ...parts, [name]: strToU8(xml) })
}

/** The workbook without a row's cells, as if the row had been cleared. */
export function withoutRow(bytes: Uint8Array, sheet: string, row: number): Uint8Array {
  const parts = unzipSync(bytes)
  const name = partOf(partsOf(bytes), sheet)
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  const next = xml.replace(new RegExp(`<row [^>]*?\\br="${row}"[^>]*>.*?</row>`, 's'), '')
  return zipSync({ ...parts, [name]: strToU8(next) })
}

/** The cells of a sheet that shows, by row (1-based) and column (0-based). */
export function cellsOf(bytes: Uint8Array, sheet: string): (row: number, column: number) => Cell {
  const grid = readGrids(bytes, FORMAT_LIMITS).find(({ name }) => name === sheet)
  if (!grid) throw new TypeError(`there is no sheet ${sheet}`)
  const byRow = new Map(grid.rows.map((line) => [line.row, line.cells]))
  return (row, column) => byRow.get(row)?.find((cell) => cell.column === column)?.value ?? null
}

/** The fill of a cell (RGB), as its style has it; null for none. */
export function fillOf(bytes: Uint8Array, sheet: string, address: string): string | null {
  const parts = partsOf(bytes)
  const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(parts[partOf(parts, sheet)] ?? '')?.[1]
  const styles = parts['xl/styles.xml'] ?? ''
  const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>)/g)]
  const fill = /fillId="(\d+)"/.exec(formats[Number(style)]?.[0] ?? '')?.[1]
  const fills = [...(/<fills.*?<\/fills>/s.exec(styles)?.[0] ?? '').matchAll(/<fill>.*?<\/fill>/gs)]
  return /fgColor rgb="(?:FF)?([0-9A-Fa-f]{6})"/.exec(fills[Number(fill)]?.[0] ?? '')?.[1]?.toUpperCase() ?? null
}
