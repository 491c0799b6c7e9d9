/** Words that downloads print beside figures. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'

/** The two sides by name. */
export const SIDE: Readonly<Record<PartyId, Bilingual>> = {
  cq: { zh: '重庆', en: 'Chongqing' },
  sc: { zh: '四川', en: 'Sichuan' },
}

/** Which way the water crosses the boundary. */
export const CROSSING: Readonly<Record<'sc-cq' | 'cq-sc' | 'shared', Bilingual>> = {
  'sc-cq': { zh: '川→渝', en: 'SC→CQ' },
  'cq-sc': { zh: '渝→川', en: 'CQ→SC' },
  shared: { zh: '界河', en: 'border river' },
}

/** Whether a target is met. */
export const ATTAINS: Readonly<Record<'yes' | 'no', Bilingual>> = {
  yes: { zh: '达标', en: 'met' },
  no: { zh: '未达标', en: 'not met' },
}

/** Labels of what a download says of itself. */
export const ABOUT = {
  sandbox: { zh: '沙箱', en: 'Sandbox' },
  title: { zh: '标题', en: 'Title' },
  label: { zh: '性质', en: 'Kind' },
  statement: { zh: '综述', en: 'Statement' },
  id: { zh: '发布编号', en: 'Release id' },
  digest: { zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' },
  period: { zh: '时段', en: 'Period' },
  contract: { zh: '数据契约', en: 'Contract' },
  registry: { zh: '登记册', en: 'Register' },
  standards: { zh: '标准', en: 'Standards' },
  publishedUtc: { zh: '发布时间（UTC）', en: 'Published, UTC' },
  publishedLocal: { zh: '发布时间（北京时间）', en: 'Published, Beijing time (UTC+8)' },
  signed: { zh: '签署', en: 'Signed' },
  supersedes: { zh: '本期更正', en: 'Corrects' },
  reason: { zh: '更正原因', en: 'Reason' },
  supersededBy: { zh: '本期已被更正，请以此为准', en: 'Corrected by; use that one' },
  ledger: { zh: '账本', en: 'Ledger' },
  page: { zh: '网页', en: 'Page' },
  bundle: { zh: '证明包', en: 'Proof bundle' },
  verify: { zh: '离线核验', en: 'Verify offline' },
} as const satisfies Record<string, Bilingual>

/** What a sandbox's download warns of. */
export const SANDBOX: Bilingual = {
  zh: '样例数据与样例签名，仅供演示，不代表任何机关的结论。',
  en: 'Sample data and sample signatures, for demonstration only; no authority stands behind them.',
}

/** The heading over where a download comes from. */
export const SOURCE: Bilingual = { zh: '来源与核验', en: 'Source and verification' }
