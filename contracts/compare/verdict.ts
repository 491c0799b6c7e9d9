/** The verdict over findings, and what it is called. */
import type { Bilingual } from '../types.ts'
import type { Finding, Verdict } from './types.ts'

/** What each verdict is called, and what it means. */
export const VERDICTS: Readonly<Record<Verdict, Bilingual>> = {
  full: {
    zh: '完全兼容：两版接受同样的数据',
    en: 'fully compatible: both versions accept the same data',
  },
  backward: {
    zh: '向后兼容：旧版有效的数据，新版都有效；反之不然',
    en: 'backward compatible: data valid under the old version is valid under the new, not the reverse',
  },
  forward: {
    zh: '向前兼容：新版有效的数据，旧版都有效；反之不然',
    en: 'forward compatible: data valid under the new version is valid under the old, not the reverse',
  },
  breaking: {
    zh: '不兼容：两个方向都有数据或约定不再成立',
    en: 'breaking: in both directions there is data, or an agreement, that no longer holds',
  },
}

/** What findings come to. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const broken = new Set(findings.flatMap(({ breaks }) => breaks))
  if (broken.size === 2) return 'breaking'
  if (broken.has('forward')) return 'backward'
  return broken.has('backward') ? 'forward' : 'full'
}
