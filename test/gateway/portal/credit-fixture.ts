/** The look-up page's data over made-up ratings (示例), by the rules that make it in the gateway. */
import { type HeldCredit, publicCredit } from '../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { creditTermsOf } from '../../../contracts/enterprise-credit/terms.ts'
import type { Contract } from '../../../contracts/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { CreditAnswer } from '../../../gateway/credit/lookup.ts'
import type { CreditView } from '../../../gateway/portal/view.ts'
import { rating } from '../../contracts/enterprise-credit/records.ts'
import { CREDIT } from '../../contracts/enterprise-credit/versions.ts'

/** The day the page is opened. */
export const DAY = '2026-09-01'

/** A rating of Sichuan's province. */
export const SICHUAN: Partial<CreditRecord> = {
  authority: { level: 'province', name: '四川省生态环境厅' },
  level: 'good',
  levelSent: '环保良好',
  scheme: '四川省企业环境信用评价指标及计分方法（2019年版）',
}
/** A rating of one of Chongqing's districts. */
export const DISTRICT: Partial<CreditRecord> = {
  authority: { level: 'district', name: '铜梁区生态环境局' },
  level: 'poor',
}

/** An answer over these ratings of one enterprise. */
export function answer(
  held: readonly (readonly [PartyId, Partial<CreditRecord>])[],
  contract: Contract = CREDIT,
): CreditAnswer {
  const records = held.map(([party, change], at): HeldCredit => ({ key: `k${at}`, party, record: rating(change) }))
  const rows = publicCredit(records, DAY, contract)
  const sides = { cq: rows.filter(({ party }) => party === 'cq'), sc: rows.filter(({ party }) => party === 'sc') }
  const { code, name } = rating().enterprise
  const { id, version } = contract
  const enterprises = rows.length === 0 ? [] : [{ code, names: [name], sides }]
  return { day: DAY, contract: { id, version }, terms: creditTermsOf(contract), enterprises, more: false }
}

/** The page's view before anything is asked. */
export function view(parts: Partial<CreditView> = {}): CreditView {
  const found = parts.answer ?? answer([])
  return { asked: '', fault: null, answer: null, standing: found, sandbox: false, ...parts }
}

/** The page with ratings of both sides, one of them set aside. */
export function creditView(): CreditView {
  const found = answer([
    ['sc', SICHUAN],
    ['cq', {}],
    ['cq', DISTRICT],
  ])
  return view({ answer: found })
}
