/** What the tests of both sides' water files share: small files made inline, and the outcome of reading one. */
import { chongqingWater } from '../../../adapters/chongqing/water.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { sichuanWater } from '../../../adapters/sichuan/water.ts'
import type { Adapter, NormalisedRecord, NormaliseResult } from '../../../adapters/types.ts'
import { SECTIONS_2026_11, type SectionRegistry } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { WaterSectionRecord } from '../../../contracts/water-section-quality/record.ts'

/** When the tests say a file is read: 20 November 2026, noon. */
export const AT = Date.parse('2026-11-20T12:00:00+08:00')

export const ADAPTERS: Readonly<Record<PartyId, Adapter<WaterSectionRecord>>> = { cq: chongqingWater, sc: sichuanWater }

export interface Outcome extends NormaliseResult {
  readonly records: readonly NormalisedRecord<WaterSectionRecord>[]
}

export interface Reading {
  readonly at?: number
  readonly registry?: SectionRegistry
  readonly mediaType?: string
}

/** Reads a file for one side; the counts must add up whatever it holds. */
export function read(party: PartyId, source: string | Uint8Array, reading: Reading = {}): Outcome {
  const { at = AT, registry = SECTIONS_2026_11, mediaType } = reading
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const records: NormalisedRecord<WaterSectionRecord>[] = []
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

/** One Chongqing row of 寸滩 with some columns of its own; the record and rejection, if any. */
export function readRow(columns: Readonly<Record<string, string>>, party: PartyId = 'cq', reading: Reading = {}) {
  const row = {
    断面名称: party === 'cq' ? '寸滩' : '渭门桥',
    监测时间: '2026-11-16 08:00',
    '氨氮(mg/L)': '0.05',
    ...columns,
  }
  const { records, rejections, notes } = read(party, JSON.stringify([row]), reading)
  return { record: records[0]?.record, key: records[0]?.key, rejection: rejections[0], fileNotes: notes }
}

/** The rules of a record's notes. */
export function rules(record: WaterSectionRecord | undefined): string[] {
  return (record?.notes ?? []).map(({ rule }) => rule)
}
