/** Operations of the three administrators (三员分立). */
import { answers, count, parameter, ref, words } from '../shapes.ts'
import type { OperationGroup } from '../types.ts'

/** How it runs, and what the security log has. */
export const ADMIN_OPERATIONS: OperationGroup = {
  tag: 'administration',
  title: words('管理', 'Administration'),
  operations: [
    {
      method: 'GET',
      path: '/v1/admin/status',
      id: 'adminStatus',
      summary: words('运行状态与不含密钥的配置', 'how it runs, and its configuration without secrets'),
      answers: { 200: answers('状态', 'the status', ref('AdminStatus')) },
      problems: ['query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/admin/security-log',
      id: 'securityLog',
      summary: words('安全日志，一页', 'a page of the security log'),
      description: words(
        '每条为写入时的原样文字，旧的在前；以 next 作为下一页的 after。',
        'Each line is the text as it was written, oldest first; next is the after of the next page.',
      ),
      query: {
        after: parameter('只要序号更大的', 'only lines of a higher number', count, 0),
        day: parameter('自该日起', 'from this day on', ref('Day'), '2026-11-26'),
        limit: parameter('条数，默认 100，最多 1000', 'lines, 100 unless said, 1000 at most', count, 100),
      },
      answers: { 200: answers('一页', 'a page', ref('SecurityLogPage')) },
      problems: ['query-invalid'],
    },
  ],
}
