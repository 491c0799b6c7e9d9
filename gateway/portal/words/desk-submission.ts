/** Words of the page on a submission of one's own side. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const DESK_SUBMISSION = {
  title: { zh: '本方报送', en: 'A submission of your side' },
  agency: { zh: '报送单位', en: 'Sent by' },
  key: { zh: '密钥', en: 'Key' },
  contract: { zh: '数据契约', en: 'Contract' },
  time: { zh: '入账时间', en: 'In the ledger' },
  leaf: { zh: '账本序号', en: 'Ledger index' },
  digest: { zh: '原件 SHA-256', en: 'SHA-256 of the original' },
  rows: { zh: '行数', en: 'Rows' },
  rejected: { zh: '拒收的行', en: 'Rows not accepted' },
  row: { zh: '行', en: 'Row' },
  why: { zh: '原因', en: 'Why' },
  value: { zh: '值', en: 'Value' },
  none: { zh: '没有。', en: 'None.' },
  records: { zh: '按契约查看本方记录（JSON）', en: 'Records of your side under this contract (JSON)' },
} as const satisfies Record<string, Bilingual>

/** Rows in = accepted + rejected + duplicates. */
export function countsText(counts: Readonly<Record<'in' | 'accepted' | 'rejected' | 'duplicates', number>>): Bilingual {
  const { in: rows, accepted, rejected, duplicates } = counts
  return {
    zh: `${rows} 行 = 接收 ${accepted} + 拒收 ${rejected} + 重复 ${duplicates}`,
    en: `${rows} rows = ${accepted} accepted + ${rejected} rejected + ${duplicates} duplicates`,
  }
}

/** How many of them are shown. */
export function shownText(shown: number, all: number): Bilingual {
  return { zh: `共 ${all} 行，列出前 ${shown} 行。`, en: `The first ${shown} of ${all}.` }
}
