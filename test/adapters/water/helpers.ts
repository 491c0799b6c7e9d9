/** What the tests of both sides' water files share: small files made inline, and the outcome of reading one. */
import { chongqingWater } from '../../../adapters/chongqing/water.ts'
import { sichuanWater } from '../../../adapters/sichuan/water.ts'
import type { Adapter } from '../../../adapters/types.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { WaterSectionRecord } from '../../../contracts/water-section-quality/record.ts'
import { csv, type Reading, type Outcome as ReadOutcome, readBy, rules } from '../reading.ts'

export { csv, rules }

/** When the tests say a file is read: 20 November 2026, noon. */
export const AT = Date.parse('2026-11-20T12:00:00+08:00')

export const ADAPTERS: Readonly<Record<PartyId, Adapter<WaterSectionRecord>>> = { cq: chongqingWater, sc: sichuanWater }

export type Outcome = ReadOutcome<WaterSectionRecord>

/** Reads a file for one side. */
export function read(party: PartyId, source: string | Uint8Array, reading: Reading = {}): Outcome {
  return readBy(ADAPTERS[party], source, { at: AT, registry: SECTIONS_2026_11, ...reading })
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
