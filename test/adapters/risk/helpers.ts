/** What the tests of risk sources and discharging units share: codes that hold and belong to no region, small files, and the outcome of reading one. */
import { chongqingDischargeUnit } from '../../../adapters/chongqing/discharge-unit.ts'
import { chongqingRiskSource } from '../../../adapters/chongqing/risk-source.ts'
import { sichuanDischargeUnit } from '../../../adapters/sichuan/discharge-unit.ts'
import { sichuanRiskSource } from '../../../adapters/sichuan/risk-source.ts'
import { creditCodeOf, organisationCodeCheck } from '../../../adapters/standards/credit-code.ts'
import type { Adapter } from '../../../adapters/types.ts'
import type { DischargeUnitRecord } from '../../../contracts/discharge-unit/record.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { RiskSourceRecord } from '../../../contracts/risk-source/record.ts'
import type { Note, PartyId, Rejection } from '../../../contracts/types.ts'
import { type Outcome, type Reading, readBy, rules } from '../reading.ts'

export { type Outcome, rules }

/** When the tests say a file is read: 20 November 2026, noon. */
export const AT = Date.parse('2026-11-20T12:00:00+08:00')

export const RISK: Readonly<Record<PartyId, Adapter<RiskSourceRecord>>> = {
  cq: chongqingRiskSource,
  sc: sichuanRiskSource,
}
export const UNITS: Readonly<Record<PartyId, Adapter<DischargeUnitRecord>>> = {
  cq: chongqingDischargeUnit,
  sc: sichuanDischargeUnit,
}

/** A fictional enterprise's code: of region 000000, both check characters right. */
export function codeOf(number: number): string {
  const organisation = `MAT${String(number).padStart(5, '0')}`
  return creditCodeOf(`91000000${organisation}${organisationCodeCheck(organisation)}`)
}

/** Reads a file. */
export function read<R>(adapter: Adapter<R>, source: string | Uint8Array, reading: Reading = {}): Outcome<R> {
  return readBy(adapter, source, { at: AT, registry: DIVISIONS_2026_11, ...reading })
}

/** A CSV file of a header and rows, each cell quoted. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`).join('')
}

type Cells = Readonly<Record<string, string | number | null>>

interface One<R> {
  readonly record: R | undefined
  readonly key: string | undefined
  readonly end: number | undefined
  readonly rejection: Rejection | undefined
  readonly fileNotes: readonly Note[]
}

function readOne<R>(adapter: Adapter<R>, row: Cells, reading: Reading): One<R> {
  const { records, rejections, notes } = read(adapter, JSON.stringify([row]), reading)
  const [first] = records
  return { record: first?.record, key: first?.key, end: first?.end, rejection: rejections[0], fileNotes: notes }
}

const SITE = { 企业名称: '示例化工有限公司', 统一社会信用代码: codeOf(1), 填报日期: '2026-11-16' } as const

/** One risk source of 永川区 (cq) or 合江县 (sc) with some columns of its own. */
export function riskRow(columns: Cells, party: PartyId = 'cq', reading: Reading = {}): One<RiskSourceRecord> {
  return readOne(RISK[party], { ...SITE, 所在区县: party === 'cq' ? '永川区' : '合江县', ...columns }, reading)
}

/** One discharging unit there. */
export function unitRow(columns: Cells, party: PartyId = 'cq', reading: Reading = {}): One<DischargeUnitRecord> {
  return readOne(UNITS[party], { ...SITE, 所在区县: party === 'cq' ? '永川区' : '合江县', ...columns }, reading)
}
