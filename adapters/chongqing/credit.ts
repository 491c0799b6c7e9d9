/** Chongqing's files of enterprise credit → canonical records. The municipality (市级) and its districts (区县级) rate apart. */
import { creditAdapter } from '../credit/adapter.ts'

/** The adapter of `cq` for `enterprise-credit`. */
export const chongqingCredit = creditAdapter({
  party: 'cq',
  levels: new Map([
    ['市级', 'municipality'],
    ['市', 'municipality'],
    ['区级', 'district'],
    ['县级', 'district'],
    ['区县级', 'district'],
    ['区(县)级', 'district'],
    ['区县', 'district'],
  ]),
  kinds: { province: 'municipality', county: 'district', management: 'district' },
  highest: { level: 'municipality', name: '重庆市生态环境局' },
})
