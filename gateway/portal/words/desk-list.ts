/** Words of the desk's first page. */
import type { Bilingual } from '../../../contracts/types.ts'
import { LIVE } from './desk-live.ts'

/** All of them but those every page of the desk uses. */
export const DESK_LIST = {
  title: { zh: '会商台', en: 'The desk' },
  waiting: { zh: '待您办理', en: 'Waiting for you' },
  nothing: { zh: '眼下没有等您办理的事项。', en: 'Nothing is waiting for you now.' },
  auditor: {
    zh: '您的角色只读：可查看双方会商，不能修改、同意或签发。',
    en: 'Your role reads only: you see the consultations of both sides and change nothing.',
  },
  open: { zh: '打开', en: 'Open' },
  check: { zh: '核对并同意', en: 'Check and agree' },
  sign: { zh: '核对并签发', en: 'Check and sign' },
  lapsed: { zh: '期限已过', en: 'The deadline has passed' },
  turnTo: { zh: '请报：', en: 'Turn to: ' },
  notEstablished: {
    zh: '该年放假安排未定，期限暂按周一至周五计算',
    en: 'the holidays of that year are not arranged yet; the deadline counts Monday to Friday for now',
  },
  start: { zh: '发起会商', en: 'Start a consultation' },
  all: { zh: '双方会商', en: 'Consultations of both sides' },
  none: {
    zh: '还没有会商。拟稿岗可以发起第一次。',
    en: 'There are no consultations yet. A drafting officer can start the first.',
  },
  noneFound: { zh: '没有符合筛选条件的会商。', en: 'No consultation matches this filter.' },
  everything: { zh: '全部', en: 'All' },
  byProduct: { zh: '按产品', en: 'By product' },
  byStage: { zh: '按阶段', en: 'By stage' },
  what: { zh: '会商', en: 'Consultation' },
  soFar: { zh: '已办', en: 'So far' },
  agreedBy: { zh: '已同意', en: 'agreed' },
  signedBy: { zh: '已签发', en: 'signed' },
  nobodyYet: { zh: '双方均未同意', en: 'neither side has agreed' },
  corrects: { zh: '更正', en: 'corrects' },
  openedBy: { zh: '发起', en: 'opened by' },
  released: { zh: '发布', en: 'release' },
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  pages: { zh: '分页', en: 'Pages' },
  notes: { zh: '交接给您的话', en: 'Handed over to you' },
  toAll: { zh: '给接班人员', en: 'to whoever comes' },
  toYou: { zh: '给您', en: 'to you' },
  duty: { zh: '今日值班', en: 'On duty today' },
  noDuty: {
    zh: '双方今日均未排班：持有相应岗位密钥的人员都可以办理。',
    en: 'Neither side has a roster for today: whoever holds a post may act.',
  },
  side: { zh: '方', en: 'Side' },
  post: { zh: '岗位', en: 'Post' },
  allProducts: { zh: '全部产品', en: 'all products' },
  people: { zh: '值班人（按岗位）', en: 'On duty, by post' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<string, Bilingual>

/** What the list's module says as things happen; `{count}` is filled in by it. */
const LIVE_LIST = {
  live: LIVE.live,
  polling: LIVE.polling,
  lost: { zh: '连接中断，正在重试。', en: 'The connection is lost; trying again.' },
  ended: { zh: '会话已结束。请重新登录：', en: 'Your session has ended. Please sign in again: ' },
  signIn: LIVE.signIn,
  waiting: { zh: '现有 {count} 项待您办理。', en: 'Waiting for you now: {count}.' },
} as const satisfies Record<string, Bilingual>

/** All of it in one language, as the module reads it. */
export function liveListWords(lang: 'zh' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(LIVE_LIST).map(([key, word]) => [key, word[lang]]))
}

/** The stages that can be looked for. */
export const STAGE_NAME: Readonly<Record<'going-on' | 'published' | 'ended', Bilingual>> = {
  'going-on': { zh: '进行中', en: 'Going on' },
  published: { zh: '已签发', en: 'Signed by both' },
  ended: { zh: '未发布而结束', en: 'Ended without release' },
}

/** Which reminders are due, by the largest: minutes before the deadline. */
export function reminderText(minutes: number): Bilingual {
  const [days, hours] = [minutes / 1440, minutes / 60]
  if (Number.isInteger(days)) return { zh: `提醒：距同意期限不足 ${days} 天`, en: `Reminder: under ${days} d to agree` }
  if (Number.isInteger(hours))
    return { zh: `提醒：距同意期限不足 ${hours} 小时`, en: `Reminder: under ${hours} h to agree` }
  return { zh: `提醒：距同意期限不足 ${minutes} 分钟`, en: `Reminder: under ${minutes} min to agree` }
}

/** `第 2 页，共 5 页`. */
export function pageOf(page: number, pages: number): Bilingual {
  return { zh: `第 ${page} 页，共 ${pages} 页`, en: `Page ${page} of ${pages}` }
}
