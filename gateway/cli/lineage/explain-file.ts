/** `normalise --explain`: one file row by row, from the cells it has to the records they became, and why. */
import type { Duplicate, NormalisedRecord, NormaliseResult } from '../../../adapters/types.ts'
import type { Rejection } from '../../../contracts/types.ts'
import { type NormaliseOptions, normaliseTo } from '../../intake/normalise.ts'
import { countRejections, EXPLAINED, explainRejection } from '../explain.ts'
import { printable, printableLines } from '../printable.ts'
import { type Originals, readOriginals } from './origin.ts'
import { becameText, noteText, originalText, placeText } from './sections.ts'

/** A file and what is asked of it: one row, or the first of all. */
export interface ExplainOptions extends NormaliseOptions {
  readonly file: string
  readonly row?: number
}

/** An explanation, and whether what was asked for has a record. */
export interface Explanation {
  readonly text: string
  readonly accepted: boolean
}

interface Outcome {
  readonly result: NormaliseResult
  /** How many records the file gives, and those to be told. */
  readonly records: number
  readonly shown: readonly NormalisedRecord<object>[]
}

function outcomeOf(options: ExplainOptions): Outcome {
  const { row } = options
  const shown: NormalisedRecord<object>[] = []
  let records = 0
  const result = normaliseTo(options, (record) => {
    records++
    if (row === undefined ? shown.length < EXPLAINED : record.row === row) shown.push(record)
  })
  return { result, records, shown }
}

function headText(options: ExplainOptions, { result, records }: Outcome, originals: Originals): string {
  const { file, contract, adapter, registry, at } = options
  const { format, encoding, rowsIn, rejections, duplicates, notes } = result
  const sum = `${rowsIn} = 记录 records ${records} + 拒收 rejected ${rejections.length} + 重复 duplicates ${duplicates.length}`
  // A record may be of several rows (a row a pollutant), and a line of a bulletin may hold several.
  const lines =
    originals.rows === rowsIn
      ? ''
      : `（文件表格共 ${originals.rows} 行 · the file's tables have ${originals.rows} rows）`
  return [
    `${printable(file)}\n`,
    `契约 contract    ${contract.id}@${contract.version} ${contract.title.zh} · ${contract.title.en}\n`,
    `适配器 adapter   ${adapter.id}@${adapter.version}\n`,
    `登记册 register  ${registry.id}@${registry.edition} ${registry.title.zh} · ${registry.title.en}\n`,
    `时刻 at          ${new Date(at).toISOString()}\n`,
    `格式 format      ${format} ${encoding}\n`,
    `行数 rows in     ${sum}${lines}\n`,
    ...(notes.length === 0 ? [] : ['  整个文件 of the whole file\n', ...notes.map(noteText)]),
  ].join('')
}

function recordsText({ contract, row }: ExplainOptions, { records, shown }: Outcome, originals: Originals): string {
  const told = shown.map((record, at) => {
    const number = row === undefined ? `  ${at + 1}/${records}` : ''
    const cells = originals.cells(record.row, record.sheet)
    const head = `\n✓ ${placeText(record.row, record.sheet)}${number}\n`
    return head + originalText(cells) + becameText(record, contract)
  })
  const more = records - shown.length
  if (row === undefined && more > 0)
    told.push(`\n  另有 ${more} 条记录未列，用 --row 行号 查看 · ${more} more records; ask for one with --row\n`)
  return told.join('')
}

function rejectionsText(rejections: readonly Rejection[], file: string, originals: Originals): string {
  const told = rejections.slice(0, EXPLAINED).map((rejection) => {
    const cells = originals.cells(rejection.row, rejection.sheet)
    return `\n${printableLines(explainRejection(rejection, file))}${originalText(cells)}`
  })
  const rest = countRejections(rejections.slice(EXPLAINED))
  return told.join('') + (rest === '' ? '' : `\n${rest}`)
}

function duplicatesText(duplicates: readonly Duplicate[]): string {
  if (duplicates.length === 0) return ''
  const told = duplicates
    .slice(0, EXPLAINED)
    .map(
      ({ row, of, sheet }) =>
        `＝ ${placeText(row, sheet)}：与第 ${of} 行完全相同，不重复入账 · equal to row ${of}, not recorded twice\n`,
    )
  const more = duplicates.length - told.length
  if (more > 0) told.push(`  另有 ${more} 行重复 · ${more} more duplicates\n`)
  return `\n${told.join('')}`
}

/** Explains a file. Throws FormatError when it cannot be read at all. */
export function explainFile(options: ExplainOptions): Explanation {
  const { bytes, mediaType, limits, file, row } = options
  const outcome = outcomeOf(options)
  const originals = readOriginals(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
  const asked = <T extends { readonly row: number }>(list: readonly T[]): readonly T[] =>
    row === undefined ? list : list.filter((one) => one.row === row)
  const rejections = asked(outcome.result.rejections)
  const duplicates = asked(outcome.result.duplicates)
  const nothing =
    row !== undefined && outcome.shown.length + rejections.length + duplicates.length === 0
      ? `\n✗ 第 ${row} 行不是数据行（表头、空行、说明，或不在文件中）· row ${row} is no row of data (a heading, a blank, a remark, or not in the file)\n`
      : ''
  const text = [
    headText(options, outcome, originals),
    recordsText(options, outcome, originals),
    rejectionsText(rejections, file, originals),
    duplicatesText(duplicates),
    nothing,
  ].join('')
  return { text, accepted: outcome.shown.length > 0 }
}
