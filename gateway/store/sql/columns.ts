/** Reads a column as what it must be; a column of another type means a damaged store, and throws. */

import type { PartyId } from '../../../contracts/types.ts'
import { LEAF_TYPES, type LeafParty, type LeafType } from '../../ports.ts'
import type { SqlRow } from './rows.ts'

function damaged(column: string, expected: string): TypeError {
  return new TypeError(`the store's column ${column} is no ${expected}`)
}

/** A column of text. Throws TypeError. */
export function text(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw damaged(column, 'text')
  return value
}

/** A column of numbers. Throws TypeError. */
export function number(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw damaged(column, 'number')
  return value
}

/** A column of bytes. Throws TypeError. */
export function bytes(row: SqlRow, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw damaged(column, 'blob')
  return value
}

/** A column of text or nothing. Throws TypeError. */
export function nullableText(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : text(row, column)
}

/** A column of numbers or nothing. Throws TypeError. */
export function nullableNumber(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : number(row, column)
}

/** A column of parties. Throws TypeError. */
export function party(row: SqlRow, column: string): PartyId {
  const value = text(row, column)
  if (value !== 'sc' && value !== 'cq') throw damaged(column, 'party')
  return value
}

/** A column of parties or the gateway. Throws TypeError. */
export function leafParty(row: SqlRow, column: string): LeafParty {
  return row[column] === 'gateway' ? 'gateway' : party(row, column)
}

/** A column of leaf types. Throws TypeError. */
export function leafType(row: SqlRow, column: string): LeafType {
  const value = text(row, column)
  const found = LEAF_TYPES.find((type) => type === value)
  if (!found) throw damaged(column, 'leaf type')
  return found
}
