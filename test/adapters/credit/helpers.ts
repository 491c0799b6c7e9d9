/** What the tests of both sides' credit files share: fictional enterprises (示例), small files made inline, and the outcome of reading one. */
import { chongqingCredit } from '../../../adapters/chongqing/credit.ts'
import { sichuanCredit } from '../../../adapters/sichuan/credit.ts'
import { creditCodeOf, organisationCodeCheck } from '../../../adapters/standards/credit-code.ts'
import type { Adapter } from '../../../adapters/types.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { csv, type Reading, type Outcome as ReadOutcome, readBy, rules } from '../reading.ts'

export { csv, rules }

/** When the tests say a file is read: 20 November 2026, noon. */
export const AT = Date.parse('2026-11-20T12:00:00+08:00')

export const ADAPTERS: Readonly<Record<PartyId, Adapter<CreditRecord>>> = { cq: chongqingCredit, sc: sichuanCredit }

export type Outcome = ReadOutcome<CreditRecord>

/** A code of no division (000000), number `n` of those made here. */
export function sampleCode(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  return creditCodeOf(`91000000${body}${organisationCodeCheck(body)}`)
}

/** Reads a file for one side. */
export function read(party: PartyId, source: string | Uint8Array, reading: Reading = {}): Outcome {
  return readBy(ADAPTERS[party], source, { at: AT, registry: DIVISIONS_2026_11, ...reading })
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
