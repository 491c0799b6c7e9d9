/** Words of the home page and of the list of releases. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words of the home page. */
export const HOME = {
  latest: { zh: '最新一期', en: 'Latest release' },
  open: { zh: '查看河流图、断面表与证明', en: 'See rivers, sections and proof' },
  empty: { zh: '还没有发布', en: 'Nothing has been released yet' },
  emptyText: {
    zh: '四川、重庆双方都签署后，第一期会出现在这里。在此之前不展示任何数值。',
    en: 'The first release appears here once Sichuan and Chongqing have both signed it. No figure is shown before that.',
  },
  none: { zh: '现在没有可作答案的发布', en: 'No release answers for now' },
  noneText: {
    zh: '已有的发布列在下面，各注明状态。',
    en: 'The releases there are stand below, each with its state.',
  },
  verifyMore: { zh: '核验的每一步', en: 'Every step of verifying' },
  airToday: { zh: '今日空气质量预报', en: 'Air quality forecast for today' },
  airTomorrow: { zh: '明日空气质量预报', en: 'Air quality forecast for tomorrow' },
  airDays: { zh: '逐日级别', en: 'Day by day' },
  airOpen: { zh: '查看逐市逐日预报与证明', en: 'See every city and day, and proof' },
  issued: { zh: '预报作出于', en: 'Forecast made' },
  cities: { zh: '城市空气', en: 'Cities' },
  citiesText: {
    zh: '每个市（州）未来几天的预报与一年的级别',
    en: 'the coming days of each city, and a year of grades',
  },
  rivers: { zh: '河流水质', en: 'Rivers' },
  riversText: {
    zh: '沿流向看目标与实测，逐周变化',
    en: 'target against actual in flow order, week by week',
  },
  about: { zh: '关于数据', en: 'About the data' },
  aboutText: { zh: '来源、审核状态、公开范围与更新频次', en: 'sources, review, what is public and how often it comes' },
  contractData: { zh: '契约数据接口', en: 'Contracts as data' },
  contractDataText: { zh: 'JSON 与带双方签名的原件', en: 'JSON, and the originals with both signatures' },
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
  credit: { zh: '企业环境信用查询', en: 'Enterprise environmental credit' },
  creditText: {
    zh: '按代码或名称查询双方已公开的评价，并列展示',
    en: 'ratings both sides have made public, by code or name, side by side',
  },
  comparison: { zh: '标准差异', en: 'Standards compared' },
  comparisonText: {
    zh: '两边的标准与预警、信用办法，逐项注明异同和来源',
    en: 'standards, warnings and credit schemes of both sides, alike or not, with sources',
  },
  contracts: { zh: '数据契约', en: 'Contracts' },
  contractsText: { zh: '双方签署的字段、单位与规则', en: 'fields, units and rules both sides signed' },
  register: { zh: '断面登记册', en: 'Section register' },
  registerText: {
    zh: '双方签署的断面与河流，逐项注明来源',
    en: 'sections and rivers both sides signed, with the source of each fact',
  },
  checkpoint: { zh: '账本检查点', en: 'Ledger checkpoint' },
  checkpointText: { zh: '只增不改的账本的最新签名', en: 'the latest signature on the append-only ledger' },
} as const satisfies Record<string, Bilingual>
