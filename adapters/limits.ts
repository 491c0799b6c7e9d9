/** The limits a file must keep; the gateway's docs print this table. */
import type { FormatLimits } from './types.ts'

/** Bytes, rows, columns, characters a cell, levels, sheets, bytes unzipped, and their ratio to the bytes zipped. */
export const FORMAT_LIMITS: FormatLimits = {
  bytes: 16 * 1024 * 1024,
  rows: 50_000,
  columns: 256,
  cell: 4096,
  depth: 32,
  sheets: 32,
  unzipped: 128 * 1024 * 1024,
  unzipRatio: 200,
}
