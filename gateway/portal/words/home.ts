/** Words of the home page and of the list of releases. */
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Words of the home page. */
export const HOME = {
  latest: { zh: '最新一期', en: 'Latest release' },
  open: { zh: '查看河流图、断面表与证明', en: 'See rivers, sections and proof' },
  empty: { zh: '还没有发布', en: 'Nothing has been released yet' },
  emptyText: {
    zh: '四川、重庆双方都签署后，第一期会出现在这里。在此之前不展示任何数值。',
    en: 'The first release appears here once Sichuan and Chongqing have both signed it. No figure is shown before that.',
  },
  stale: { zh: '数据可能已过时', en: 'This may be out of date' },
  releases: { zh: '历次发布', en: 'All releases' },
  allReleases: { zh: '查看全部发布', en: 'See all releases' },
  current: { zh: '现行', en: 'current' },
  superseded: { zh: '已被更正', en: 'corrected' },
  correction: { zh: '更正', en: 'correction' },
  by: { zh: '见', en: 'see' },
  of: { zh: '取代', en: 'replaces' },
  published: { zh: '发布时间', en: 'Published' },
  verify: { zh: '如何核验', en: 'How to verify' },
  verifyText: {
    zh: '下载证明包，配合另行取得的双方根公钥，离线运行一行命令：',
    en: 'Download the proof bundle and, with the root keys of both sides obtained elsewhere, run one line offline:',
  },
  open_data: { zh: '开放的内容', en: 'What is open' },
  comparison: { zh: '标准差异', en: 'Standards compared' },
  comparisonText: {
    zh: '两边的标准与预警、信用办法，逐项注明异同和来源',
    en: 'standards, warnings and credit schemes of both sides, alike or not, with sources',
  },
  contracts: { zh: '数据契约', en: 'Contracts' },
  contractsText: { zh: '双方签署的字段、单位与规则', en: 'fields, units and rules both sides signed' },
  register: { zh: '断面名录', en: 'Section register' },
  registerText: {
    zh: '双方签署的断面与河流，逐项注明来源',
    en: 'sections and rivers both sides signed, with the source of each fact',
  },
  checkpoint: { zh: '账本检查点', en: 'Ledger checkpoint' },
  checkpointText: { zh: '只增不改的账本的最新签名', en: 'the latest signature on the append-only ledger' },
} as const satisfies Record<string, Bilingual>

/** Why the newest release is called stale: how long ago its period ended, in whole days. */
export function staleText(days: number): Bilingual {
  return {
    zh: `最新一期的数据时段结束于 ${integer(days)} 天前，此后没有新的发布。`,
    en: `The period of the latest release ended ${plural(days, 'day')} ago, and nothing has been released since.`,
  }
}
