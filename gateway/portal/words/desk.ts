/** Words every page of the desk uses: stages, posts, what is to be done and what was done, where a joint value comes from. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { Act, Post, Take } from '../../release/consultation/acts.ts'
import type { Duty, Status } from '../../release/consultation/next.ts'
import type { Lang } from '../lang.ts'

/** Words of the bar and of what more than one page says. */
export const DESK = {
  desk: { zh: '会商台', en: 'Forecast desk' },
  deskNav: { zh: '会商台', en: 'Desk' },
  list: { zh: '全部会商', en: 'All consultations' },
  who: { zh: '您以', en: 'You act as' },
  leave: { zh: '换人或退出', en: 'Change or sign out' },
  noScripts: {
    zh: '修改、发表意见和签署都要用浏览器里的密钥签名，须允许本站运行脚本。不允许时，本页可读不可写。',
    en: 'Edits, remarks and agreement are signed with the key in this browser, so scripts of this site must be allowed. Without them the page can be read only.',
  },
  product: { zh: '产品', en: 'Product' },
  period: { zh: '时段', en: 'Period' },
  status: { zh: '阶段', en: 'Stage' },
  next: { zh: '下一步', en: 'Next' },
  nobody: { zh: '无须再做什么', en: 'Nothing is left to do' },
  deadline: { zh: '期限', en: 'Deadline' },
  agreeBy: { zh: '同意期限', en: 'Agree by' },
  signBy: { zh: '签发期限', en: 'Sign by' },
  onDuty: { zh: '值班', en: 'on duty' },
  deputy: { zh: '代班', en: 'deputy' },
  yours: { zh: '待您处理', en: 'Yours to do' },
  reason: { zh: '理由', en: 'Reason' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  failure: { zh: '没有成功', en: 'That did not work' },
} as const satisfies Record<string, Bilingual>

/** How far a consultation has come. `closed`: another release for its period was published meanwhile. */
export const STATUS: Readonly<Record<Status | 'closed', Bilingual>> = {
  draft: { zh: '草稿，仅本方可见', en: 'Draft, seen by its own side alone' },
  open: { zh: '会商中', en: 'Under consultation' },
  agreed: { zh: '双方已同意，待签发', en: 'Agreed by both, to be signed' },
  'signed-by-one': { zh: '一方已签发', en: 'Signed by one side' },
  embargoed: { zh: '双方已签发，未到公开时间', en: 'Signed by both, not public yet' },
  published: { zh: '已发布', en: 'Published' },
  'no-agreement': { zh: '逾期未达成一致', en: 'No agreement in time' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  closed: { zh: '同一时段已另行发布', en: 'Overtaken by another release' },
}

/** The posts of a side, and whom it turns to when it is too late. */
export const POST: Readonly<Record<Post | 'escalation', Bilingual>> = {
  drafter: { zh: '拟稿', en: 'drafting' },
  reviewer: { zh: '审核', en: 'review' },
  signatory: { zh: '签发', en: 'issue' },
  escalation: { zh: '负责人', en: 'head' },
}

/** What is to be done next. */
export const DUTY: Readonly<Record<Duty['act'], Bilingual>> = {
  open: { zh: '提交会商', en: 'put it on the table' },
  'review-and-agree': { zh: '审核并同意', en: 'review and agree' },
  'resolve-objection': { zh: '确认异议已解决', en: 'say that the objection is settled' },
  sign: { zh: '签发', en: 'sign' },
  'extend-or-stand-apart': { zh: '共同延期，或各自发布', en: 'extend together, or stand apart' },
  withdraw: { zh: '撤回', en: 'withdraw it' },
}

/** What somebody has done. */
export const ACT: Readonly<Record<Act['type'], Bilingual>> = {
  draft: { zh: '起草', en: 'drafted' },
  open: { zh: '提交会商', en: 'put it on the table' },
  revise: { zh: '修改', en: 'revised' },
  rebase: { zh: '更新数据基准', en: 'moved it to newer records' },
  comment: { zh: '发表意见', en: 'commented' },
  object: { zh: '提出异议', en: 'objected' },
  resolve: { zh: '确认异议已解决', en: 'settled an objection' },
  attach: { zh: '附上文件', en: 'attached a document' },
  agree: { zh: '同意', en: 'agreed' },
  unsign: { zh: '撤销签发', en: 'took back the signature' },
  withdraw: { zh: '撤回', en: 'withdrew it' },
  extend: { zh: '提出延期', en: 'asked for more time' },
  'hand-over': { zh: '交班', en: 'handed over' },
  sign: { zh: '签发', en: 'signed' },
}

/** Where a joint value comes from. */
export const TAKE: Readonly<Record<Take, Bilingual>> = {
  cq: { zh: '取重庆', en: 'Chongqing’s' },
  sc: { zh: '取四川', en: 'Sichuan’s' },
  union: { zh: '取并集', en: 'both together' },
  own: { zh: '自定', en: 'own value' },
}

const MINUTE = 60_000

/** How long there is to a deadline, or since: `剩 2 小时 13 分`, `5 min ago`. */
export function timeLeft(ms: number, lang: Lang): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const parts =
    lang === 'zh'
      ? [days > 0 && `${days} 天`, hours > 0 && `${hours} 小时`, days === 0 && `${rest} 分`]
      : [days > 0 && `${days} d`, hours > 0 && `${hours} h`, days === 0 && `${rest} min`]
  const text = parts.filter((part) => part !== false).join(' ')
  if (ms < 0) return lang === 'zh' ? `已过 ${text}` : `${text} ago`
  return lang === 'zh' ? `剩 ${text}` : `${text} left`
}
