/** What one file comes to: rows in = records taken + rejections + duplicates, duplicates told from second readings of a key. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Cell, Duplicate, NormaliseResult, RowFault, Tables, TakeRecord } from '../types.ts'
import { shown } from './reject.ts'

/** A record with the notes still open, so that the file may add one. */
export interface ReadRow<R> {
  readonly key: string
  readonly subject: string
  /** ms */
  readonly end: number
  readonly record: R
  readonly notes: Note[]
}

/** Where a row came from: its number and sheet, and the cells under their header that tell it from another. */
export interface RowSource {
  readonly row: number
  readonly sheet: string
  readonly header: readonly string[]
  readonly cells: readonly Cell[]
}

/** Gathers the outcome of every row of one file. */
export interface FileOutcome<R> {
  add(outcome: ReadRow<R> | Rejection, source: RowSource): void
  /** A row the reader could not read as cells. */
  fault(fault: RowFault, sheet: string): void
  /** A note for the whole file, once an id. */
  note(id: string, note: Note): void
  result(format: Pick<Tables, 'format' | 'encoding' | 'notes'>): NormaliseResult
}

/** A row already taken; `before` is the one of its key ahead of it. */
interface Taken {
  readonly source: RowSource
  readonly before: Taken | undefined
}

/** Headings that mean nothing to a contract, and those that would give one field twice. */
export function noteColumns(
  { ignored, repeated }: { readonly ignored: readonly string[]; readonly repeated: readonly string[] },
  outcome: Pick<FileOutcome<never>, 'note'>,
): void {
  for (const heading of ignored) outcome.note(`ignored ${heading}`, { rule: 'column-ignored', sent: shown(heading) })
  for (const heading of repeated) outcome.note(`repeated ${heading}`, { rule: 'column-repeated', sent: shown(heading) })
}

function sameCells<T extends Cell>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((cell, at) => cell === b[at]))
}

/** An empty outcome; records go to `take` as they are made. */
export function fileOutcome<R>(take: TakeRecord<R>): FileOutcome<R> {
  const rejections: Rejection[] = []
  const duplicates: Duplicate[] = []
  const notes = new Map<string, Note>()
  const taken = new Map<string, Taken>()
  let rowsIn = 0
  const placed = (sheet: string) => (sheet === '' ? {} : { sheet })
  return {
    add(outcome, source) {
      rowsIn += 1
      const { row, sheet, header, cells } = source
      if ('type' in outcome) {
        rejections.push({ ...outcome, ...placed(sheet) })
        return
      }
      const { key, subject, end, record } = outcome
      const before = taken.get(key)
      let same = before
      while (same && !(sameCells(same.source.cells, cells) && sameCells(same.source.header, header))) same = same.before
      if (same) {
        duplicates.push({ row, of: same.source.row, ...placed(sheet) })
        return
      }
      if (before) outcome.notes.push({ rule: 'key-repeated' })
      taken.set(key, { source, before })
      take({ key, subject, end, row, ...placed(sheet), record })
    },
    fault({ row, code, pointer, value, detail }, sheet) {
      rowsIn += 1
      rejections.push({
        row,
        type: code,
        detail,
        ...(pointer ? { pointer: shown(pointer) } : {}),
        ...(value ? { value: shown(value) } : {}),
        ...placed(sheet),
      })
    },
    note(id, note) {
      notes.set(id, note)
    },
    result({ format, encoding, notes: read = [] }) {
      rejections.sort((a, b) => a.row - b.row)
      return { format, encoding, rowsIn, rejections, duplicates, notes: [...read, ...notes.values()] }
    },
  }
}
