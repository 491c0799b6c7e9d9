/** Sichuan's files of enterprise credit → canonical records. The province and its prefectures rate; here 市级 is a prefecture. */
import { creditAdapter } from '../credit/adapter.ts'

/** The adapter of `sc` for `enterprise-credit`. */
export const sichuanCredit = creditAdapter({
  party: 'sc',
  levels: new Map([
    ['省级', 'province'],
    ['省', 'province'],
    ['市级', 'prefecture'],
    ['州级', 'prefecture'],
    ['市州级', 'prefecture'],
    ['市(州)级', 'prefecture'],
    ['市(州)', 'prefecture'],
  ]),
  kinds: { province: 'province', city: 'prefecture' },
  highest: { level: 'province', name: '四川省生态环境厅' },
})
