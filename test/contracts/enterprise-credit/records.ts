/** A rating to change a member of, for the tests of pure functions over records. */
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'

export const RATING: CreditRecord = {
  appeal: null,
  authority: { level: 'municipality', name: '重庆市生态环境局' },
  enterprise: { code: '91000000000000000K', division: null, name: '甲厂（示例）' },
  level: 'warning',
  levelSent: '环保警示企业',
  notes: [],
  publication: 'public',
  publicationBasis: { document: '示例公告〔2026〕1号', notice: null },
  ratingYear: 2025,
  repair: null,
  scheme: '渝环规〔2021〕7号',
  score: null,
  status: 'rated',
  validity: { from: '2026-08-13', to: '2027-08-12' },
  veto: { applied: null, case: null },
}

export function rating(change: Partial<CreditRecord> = {}): CreditRecord {
  return { ...RATING, ...change }
}
