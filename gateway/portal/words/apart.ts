/** Words of periods that both sides did not agree on, where their terms let anybody see what each says of its own. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Headings and labels. */
export const APART = {
  title: { zh: '没有联合发布', en: 'No joint release' },
  answer: {
    zh: '双方没有在约定的期限前共同签署，这一时段没有联合发布。',
    en: 'The two sides did not both sign by the deadline they had agreed on: there is no joint release for this period.',
  },
  stands: {
    zh: '下面是双方各自对所辖范围的值，由各方自己负责，并列而不合并，不是联合值。',
    en: 'Below is what each side says of what is its own. Each answers for its own; they stand side by side, not merged, and none of it is a joint value.',
  },
  deadline: { zh: '期限', en: 'Deadline' },
  terms: { zh: '依据', en: 'By' },
  termsText: {
    zh: '双方签订的会商规约：未达成一致时，各方自己的值可以公开',
    en: 'the terms of consultation both signed: without agreement each side’s own values may be public',
  },
  edition: { zh: '版', en: 'edition' },
  basis: { zh: '所依据的记录', en: 'Records it is from' },
  own: { zh: '各自的值', en: 'Each side’s own' },
  none: { zh: '没有自己的值。', en: 'Nothing of its own.' },
  credit: {
    zh: '名单不在此列出；各方评定的等级，凡依规可以公开的，可逐家查询。',
    en: 'The list is not given here; what may be shown of each side’s ratings can be looked up one by one.',
  },
  creditLink: { zh: '查询企业环境信用', en: 'Look up environmental credit' },
  list: { zh: '没有联合发布的时段', en: 'Periods without a joint release' },
  listLead: {
    zh: '到期限双方没有共同签署的时段；双方各自的值并列可看。',
    en: 'Periods both sides had not signed by the deadline; what each says of its own can be seen side by side.',
  },
} as const satisfies Record<string, Bilingual>

/** Which records: those in the ledger up to a place. */
export function basisText(size: number): Bilingual {
  return {
    zh: `账本前 ${size} 条时双方已提交的记录`,
    en: `what either side had submitted within the first ${size} entries of the ledger`,
  }
}
