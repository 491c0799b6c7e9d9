/** Words of the page about the data. */
import type { Bilingual } from '../../../contracts/types.ts'
import { PARTY } from './common.ts'
import { ORIGINATOR } from './release.ts'

/** Headings and labels. */
export const ABOUT = {
  title: { zh: '关于数据', en: 'About the data' },
  answer: {
    zh: '四川、重庆两地生态环境部门按双方签署的契约共享数据，双方都签署的结果才在这里公开。',
    en: 'The environment authorities of Sichuan and Chongqing share data under contracts both have signed; what is public here is what both have signed.',
  },
  datasets: { zh: '数据集', en: 'Datasets' },
  datasetsLead: {
    zh: '以下内容取自现行契约；点开可看全部字段与条款。列为可公开的内容，也只随双方签署的联合发布公开。',
    en: 'Taken from the contracts in force; each opens with all its fields and terms. What a contract lists as public is still published only in releases that both sides have signed.',
  },
  noContracts: { zh: '还没有生效的契约。', en: 'No contract is in force yet.' },
  dataset: { zh: '数据集', en: 'Dataset' },
  sources: { zh: '生产者', en: 'Produced by' },
  review: { zh: '审核状态', en: 'Review states' },
  cadence: { zh: '更新频次', en: 'How often' },
  open: { zh: '契约列为可公开', en: 'Public under the contract' },
  closed: { zh: '仅双方可见', en: 'Seen by the two sides only' },
  nothing: { zh: '无', en: 'nothing' },
  unsaid: { zh: '契约未列', en: 'not named by the contract' },
  products: { zh: '联合发布', en: 'Joint releases' },
  productsLead: {
    zh: '依会商规约：各类发布何时应当双方同意、何时应当签署。逾期没有达成一致就不联合发布，各方自己的发布不受影响。',
    en: 'By when both sides must have agreed on each kind, and signed it, under the terms of consultation. Without agreement nothing is released jointly, and each side’s own publication stands.',
  },
  noTerms: { zh: '会商规约尚未生效。', en: 'The terms of consultation are not in force yet.' },
  product: { zh: '类别', en: 'Kind' },
  agreeBy: { zh: '同意时限', en: 'Agreed by' },
  signBy: { zh: '签署时限', en: 'Signed by' },
  audience: { zh: '谁可看', en: 'Who may see it' },
  never: { zh: '从不公开', en: 'Never public' },
  never1: {
    zh: '报送原件，以及企业风险源、饮用水取水口、物质存量与联系方式。',
    en: 'Originals as sent; enterprises’ risk sources, drinking-water intakes, stocks and contacts.',
  },
  never2: {
    zh: '预警建议只供双方会商使用；预警由政府发布。',
    en: 'Suggestions of warnings are for the two sides’ consultations; warnings are issued by governments.',
  },
  never3: {
    zh: '人员姓名：签署与操作都按岗位记载。',
    en: 'Names of people: who signs and acts is told by post.',
  },
  never4: {
    zh: '会商中的草稿、意见与各方未采用的值。',
    en: 'Drafts, comments and values not taken in consultations.',
  },
  answers: { zh: '谁负责', en: 'Who answers' },
  agencies: { zh: '签署与报送单位', en: 'Agencies that sign and send' },
  noAgency: { zh: '尚无登记', en: 'none registered' },
  contact: { zh: '联系', en: 'Contact' },
  gateway: { zh: '网关地址', en: 'This gateway' },
  licence: { zh: '许可与再利用', en: 'Licence and reuse' },
  licenceText: {
    zh: '双方没有声明许可条件。引用时请注明发布编号、时间与“以最新更正为准”。',
    en: 'Neither side has stated a licence. When quoting, name the release, its time, and that the newest correction counts.',
  },
  unknown: { zh: '未知与缺失', en: 'What is not known' },
  unknownText: {
    zh: '未知的保持为空并照实标明，缺测不插补、不计作零。标准与登记册逐项注明来源与可信度。',
    en: 'What is not known stays empty and says so; gaps are never filled in nor counted as zero. Standards and registers name the source and confidence of each fact.',
  },
  more: { zh: '进一步了解', en: 'More' },
} as const satisfies Record<string, Bilingual>

/** Who produces records, as contracts name them. */
export const PRODUCER: Readonly<Record<string, Bilingual>> = { ...PARTY, cnemc: ORIGINATOR.cnemc }

/** How far records may be reviewed. */
export const REVIEWED: Readonly<Record<string, Bilingual>> = {
  raw: { zh: '未审核', en: 'not reviewed' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  final: { zh: '终审', en: 'final' },
}

/** A deadline in words: so many days after what it is counted from. */
export function deadlineText(
  { days, count, time }: { readonly days: number; readonly count: 'calendar' | 'working'; readonly time: string },
  anchor: Bilingual,
): Bilingual {
  if (days === 0) return { zh: `${anchor.zh} ${time}`, en: `${time} on ${anchor.en}` }
  const unit = count === 'working' ? { zh: '个工作日', en: 'working day' } : { zh: '天', en: 'day' }
  return {
    zh: `${anchor.zh}后第 ${days} ${unit.zh} ${time}`,
    en: `${time}, ${days} ${unit.en}${days === 1 ? '' : 's'} after ${anchor.en}`,
  }
}
