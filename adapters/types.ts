/** What an adapter is: one side's way of writing a dataset → canonical records, notes and rejections. Pure: bytes and reference data in, result out. */

import type { Registry } from '../contracts/registry/types.ts'
import type { Bilingual, Note, PartyId, Rejection } from '../contracts/types.ts'

/** A cell as the file has it: text as written, a number from a typed cell, or nothing. */
export type Cell = string | number | null

/** Why one row could not be read although the file could. */
export type RowFaultCode =
  | 'row-truncated'
  | 'row-shape'
  | 'cell-count'
  | 'cell-type'
  | 'cell-error'
  | 'formula-uncached'
  | 'name-repeated'
  | 'example-row'
  | 'hj212-frame'
  | 'hj212-length'
  | 'hj212-crc'
  | 'hj212-version'
  | 'hj212-field'
  | 'hj212-packet'
  | 'hj212-encrypted'
  | 'hj212-command'

/** One source row that could not be read as cells. `row` counts as in `Table`; `pointer` is the column name. */
export interface RowFault {
  readonly row: number
  readonly code: RowFaultCode
  readonly pointer?: string
  readonly value?: string
  readonly detail: Bilingual
}

/** What a reader did to one cell, named by its rule; the adapter carries it onto the record. `pointer` is the column name. */
export interface CellNote {
  readonly pointer: string
  readonly rule: string
  readonly sent: string
}

/** One sheet or array of rows: rows of the source = `rows` + `faults`, blank rows not counted. Every row has as many cells as the header. */
export interface Table {
  /** The sheet's name or the table's caption; empty for a file that is one table. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** The 1-based source row (line, sheet row or array index + 1) of `rows[0]`. */
  readonly firstRow: number
  /** The source row of each of `rows`; absent when they follow `firstRow` without a gap. */
  readonly rowNumbers?: readonly number[]
  /** Rows that could not be read, each to be rejected by its number. */
  readonly faults?: readonly RowFault[]
  /** The last row has all its cells but no line break after it: a cut inside its last cell cannot be ruled out. */
  readonly openEnd?: true
  /** A null cell was not sent at all, rather than sent empty: each row names its own columns. */
  readonly sparse?: true
  /** What the reader did to cells, by the index of their row in `rows`. */
  readonly cellNotes?: ReadonlyMap<number, readonly CellNote[]>
}

/** What a file is, by content. */
export type FormatName = 'csv' | 'json' | 'xlsx' | 'html' | 'docx' | 'text' | 'hj212'
/** How its text is encoded; GB18030 covers GBK and GB 2312. */
export type EncodingName = 'utf-8' | 'gb18030'

/** The tables of a file and what it was found to be, by content. */
export interface Tables {
  readonly format: FormatName
  readonly encoding: EncodingName
  readonly tables: readonly Table[]
  /** What the reader noticed of the whole file, named by rules. */
  readonly notes?: readonly Note[]
}

/** Limits a reader enforces while it reads. */
export interface FormatLimits {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  readonly cell: number
  readonly depth: number
  readonly sheets: number
  readonly unzipped: number
  readonly unzipRatio: number
}

/** A file as sent, with the reference data and time it is read under. */
export interface NormaliseInput {
  readonly bytes: Uint8Array
  /** The declared media type; when given it must agree with what is found. */
  readonly mediaType?: string
  /** Milliseconds since the epoch: undated times resolve to the latest past before it, and nothing may lie after it. */
  readonly at: number
  /** The edition in force of the register the adapter names. */
  readonly registry: Registry
  readonly limits: FormatLimits
}

/** A canonical record, its key, what it is found by, the end of its interval in ms, and where it came from. */
export interface NormalisedRecord<R> {
  readonly key: string
  readonly subject: string
  readonly end: number
  readonly row: number
  readonly sheet?: string
  readonly record: R
}

/** A row equal to an earlier one in the same file. */
export interface Duplicate {
  readonly row: number
  readonly of: number
  readonly sheet?: string
}

/** Takes each record as it is made; records are not kept, so that a large file needs little memory. */
export type TakeRecord<R> = (record: NormalisedRecord<R>) => void

/** Rows in = records taken + rejections + duplicates, always. `notes` hold for the whole file. */
export interface NormaliseResult {
  readonly format: FormatName
  readonly encoding: EncodingName
  readonly rowsIn: number
  readonly rejections: readonly Rejection[]
  readonly duplicates: readonly Duplicate[]
  readonly notes: readonly Note[]
}

/** How a column of a form is filled in: words, a code whose zeros count, figures, a civil day, an instant of Asia/Shanghai. */
export type FormKind = 'text' | 'code' | 'figure' | 'day' | 'time'

/** One column of the table that a side may fill in, under a heading of its own adapter's words. */
export interface FormColumn {
  /** With its unit in brackets, where it has one. */
  readonly heading: string
  /** The member of a record it becomes (RFC 6901). */
  readonly pointer: string
  /** Needed in every row, needed where another of `either` is empty, or not at all. */
  readonly need: 'must' | 'either' | 'may'
  readonly kind: FormKind
  readonly unit: string | null
  /** Words that the adapter knows, by the register in force where they are its names; empty for free cells. */
  choices(registry: Registry): readonly string[]
  /** A cell that a row of data could have; empty where it is left out. */
  example(registry: Registry): string
  readonly hint?: Bilingual
}

/** A side's table of one dataset as a form. The first column names what a row is of. */
export interface TableForm {
  readonly columns: readonly FormColumn[]
  /** The column that a heading means, in whatever spelling the adapter reads. */
  columnOf(heading: string): FormColumn | undefined
}

/** One side's reader of one contract's files. `normalise` throws FormatError when the file as a whole cannot be read. */
export interface Adapter<R> {
  readonly id: string
  readonly version: string
  readonly party: PartyId
  readonly contract: string
  /** The register its rows are read under. */
  readonly register: Registry['id']
  /** Its table as a form; absent where it is not filled in by hand. */
  readonly form?: TableForm
  /** A table as its rows are counted, where that is not as it is written: days or sites side by side. */
  reshape?(table: Table, registry: Registry, limits: FormatLimits): Table
  normalise(input: NormaliseInput, take: TakeRecord<R>): NormaliseResult
}
