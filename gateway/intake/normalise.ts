/** Native bytes → records that hold by the contract, split by audience. Pure; the server, the dry run and the command share it. */

import type { Adapter, FormatLimits, NormalisedRecord, NormaliseResult } from '../../adapters/types.ts'
import { splitAudience } from '../../contracts/audience.ts'
import type { Contract, ValidationError } from '../../contracts/contract.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { Bilingual, Rejection } from '../../contracts/types.ts'
import { backfillNote, tooRecent } from './backfill.ts'

/** A record as canonical text: whole, and by audience group. */
export interface CanonicalRecord {
  readonly key: string
  readonly subject: string
  /** End of the interval, ms. */
  readonly end: number
  readonly row: number
  readonly body: string
  readonly publicPart: string
  readonly jointPart: string
}

/** What became of a file. Rows in = records + rejections + duplicates. */
export interface Normalised extends NormaliseResult {
  readonly records: readonly CanonicalRecord[]
}

/** A file, the side whose it is, and the terms it is held to. */
export interface NormaliseOptions {
  readonly adapter: Adapter<object>
  readonly contract: Contract
  readonly registry: Registry
  readonly bytes: Uint8Array
  readonly mediaType?: string
  /** Undated times resolve to the latest past before it (ms). */
  readonly at: number
  readonly limits: FormatLimits
  /** Only records whose interval ended before it (ms): the file is history. */
  readonly backfillBefore?: number
}

function valueAt(record: unknown, pointer: string): string {
  let value: unknown = record
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return ''
    value = Object.entries(value).find(([name]) => name === part)?.[1]
  }
  return value === undefined ? '' : JSON.stringify(value).slice(0, 120).toWellFormed()
}

function bound(error: ValidationError): string {
  return `${String(error.params.comparison ?? '')} ${String(error.params.limit ?? '')}`.trim()
}

/** A contract's finding as a rejection: a figure out of its range is named as such, all else is a violation of the schema. */
function contractRejection(row: number, sheet: string | undefined, record: object, error: ValidationError): Rejection {
  const pointer = error.instancePath === '' ? '/' : error.instancePath
  const value = valueAt(record, error.instancePath)
  const ranged = error.keyword === 'minimum' || error.keyword === 'maximum'
  const detail: Bilingual = ranged
    ? {
        zh: `${pointer} 的值 ${value} 超出契约允许的范围（${bound(error)}）`,
        en: `${pointer} is ${value}; the contract allows ${bound(error)}`,
      }
    : {
        zh: `${pointer} 不符合契约：${error.keyword}`,
        en: `${pointer} does not fit the contract: ${error.message ?? error.keyword}`,
      }
  return {
    row,
    ...(sheet === undefined ? {} : { sheet }),
    pointer,
    type: ranged ? 'value-out-of-range' : 'contract-violation',
    value,
    detail,
  }
}

/** Takes each record that holds by the contract. */
export type TakeValid = (record: NormalisedRecord<object>) => void

/** Normalises a file and hands on every record that holds by the contract. Throws FormatError when the file cannot be read at all. */
export function normaliseTo(options: NormaliseOptions, take: TakeValid): NormaliseResult {
  const { adapter, contract, registry, bytes, mediaType, at, limits, backfillBefore } = options
  const { validate } = contract
  const refused: Rejection[] = []
  const input = { bytes, at, registry, limits, ...(mediaType === undefined ? {} : { mediaType }) }
  const read = adapter.normalise(input, (normalised) => {
    const { row, sheet, record } = normalised
    if (validate(record)) {
      const recent = backfillBefore === undefined ? undefined : tooRecent(normalised, backfillBefore)
      if (recent) refused.push(recent)
      else take(normalised)
      return
    }
    const [error] = validate.errors ?? []
    refused.push(contractRejection(row, sheet, record, error ?? { instancePath: '', keyword: 'schema', params: {} }))
  })
  const result = backfillBefore === undefined ? read : { ...read, notes: [...read.notes, backfillNote(backfillBefore)] }
  if (refused.length === 0) return result
  return { ...result, rejections: [...result.rejections, ...refused].sort((a, b) => a.row - b.row) }
}

/** The same with the records kept as texts. */
export function normalise(options: NormaliseOptions): Normalised {
  const { audience } = options.contract.terms
  const records: CanonicalRecord[] = []
  const result = normaliseTo(options, ({ key, subject, end, row, record }) => {
    records.push({ key, subject, end, row, ...splitAudience(record, audience) })
  })
  return { ...result, records }
}
