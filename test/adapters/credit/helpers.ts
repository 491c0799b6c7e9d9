/** What the tests of both sides' credit files share: fictional enterprises (示例), small files made inline, and the outcome of reading one. */
import { chongqingCredit } from '../../../adapters/chongqing/credit.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { sichuanCredit } from '../../../adapters/sichuan/credit.ts'
import { creditCodeOf, organisationCodeCheck } from '../../../adapters/standards/credit-code.ts'
import type { Adapter, NormalisedRecord, NormaliseResult } from '../../../adapters/types.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { DIVISIONS_2026_11, type DivisionRegistry } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'

/** When the tests say a file is read: 20 November 2026, noon. */
export const AT = Date.parse('2026-11-20T12:00:00+08:00')

export const ADAPTERS: Readonly<Record<PartyId, Adapter<CreditRecord>>> = { cq: chongqingCredit, sc: sichuanCredit }

export interface Outcome extends NormaliseResult {
  readonly records: readonly NormalisedRecord<CreditRecord>[]
}

export interface Reading {
  readonly at?: number
  readonly registry?: DivisionRegistry
  readonly mediaType?: string
}

/** A code of no division (000000), number `n` of those made here. */
export function sampleCode(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  return creditCodeOf(`91000000${body}${organisationCodeCheck(body)}`)
}

/** Reads a file for one side; the counts must add up whatever it holds. */
export function read(party: PartyId, source: string | Uint8Array, reading: Reading = {}): Outcome {
  const { at = AT, registry = DIVISIONS_2026_11, mediaType } = reading
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const records: NormalisedRecord<CreditRecord>[] = []
  const input = { bytes, at, registry, limits: FORMAT_LIMITS }
  const result = ADAPTERS[party].normalise(mediaType === undefined ? input : { ...input, mediaType }, (record) => {
    records.push(record)
  })
  const { rowsIn, rejections, duplicates } = result
  if (rowsIn !== records.length + rejections.length + duplicates.length) {
    throw new Error(`${rowsIn} rows in, ${records.length} + ${rejections.length} + ${duplicates.length} out`)
  }
  return { ...result, records }
}

/** A CSV file of a header and rows. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** A row that both sides would send: the municipality's or a prefecture's 市级 rating of 2025. */
export const ROW: Readonly<Record<string, string | number | null>> = {
  企业名称: '甲化工有限公司（示例）',
  统一社会信用代码: sampleCode(1),
  评价年度: '2025',
  级别: '市级',
  评价等级: '环保良好企业',
}

/** One row with some columns of its own; the record and rejection, if any. */
export function readRow(
  columns: Readonly<Record<string, string | number | null>>,
  party: PartyId = 'cq',
  reading: Reading = {},
) {
  const { records, rejections, notes } = read(party, JSON.stringify([{ ...ROW, ...columns }]), reading)
  return { record: records[0]?.record, key: records[0]?.key, rejection: rejections[0], fileNotes: notes }
}

/** The rules of a record's notes. */
export function rules(record: CreditRecord | undefined): string[] {
  return (record?.notes ?? []).map(({ rule }) => rule)
}
