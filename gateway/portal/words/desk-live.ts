/** What the page's modules say as things happen; `{name}` is filled in by them. The page carries them in its own language. */
import type { Bilingual } from '../../../contracts/types.ts'
import { ACT, TAKE } from './desk.ts'

/** Words by key. */
export const LIVE = {
  live: { zh: '实时更新', en: 'Live' },
  polling: { zh: '实时连接不可用，每 5 秒检查一次', en: 'No live connection; looking every 5 seconds' },
  lost: {
    zh: '连接中断，正在重试。草稿保存在本浏览器里，恢复后可以继续发送。',
    en: 'The connection is lost; trying again. Your draft is kept in this browser and can be sent afterwards.',
  },
  ended: {
    zh: '会话已结束，草稿已保存。请重新登录：',
    en: 'Your session has ended; the draft is kept. Please sign in again: ',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  back: { zh: '连接已恢复。', en: 'The connection is back.' },
  did: { zh: '{side} {who}：{act}{cells}', en: '{side} {who} {act}{cells}' },
  cells: { zh: '（{count} 格）', en: ' ({count} cells)' },
  drafts: { zh: '草稿 {count} 处', en: '{count} edits in the draft' },
  send: { zh: '发送 {count} 处修改', en: 'Send {count} edits' },
  sent: { zh: '已发送 {count} 处修改。', en: '{count} edits sent.' },
  sentBeside: {
    zh: '已发送 {count} 处修改。其间会商另有进展，未涉及这些格，请查看。',
    en: '{count} edits sent. Something else happened meanwhile that does not touch these cells; please look.',
  },
  there: {
    zh: '草稿中有 {count} 处已是会商现值，已移出草稿。',
    en: 'Edits of the draft that stand in the consultation already, and have left the draft: {count}.',
  },
  done: { zh: '已签名并提交。', en: 'Signed and sent.' },
  draft: { zh: '草稿：{value}', en: 'Draft: {value}' },
  moved: { zh: '该格已有变动', en: 'the cell has changed meanwhile' },
  undone: { zh: '已撤消。', en: 'Undone.' },
  nothing: { zh: '没有可撤消的改动。', en: 'There is nothing to undo.' },
  kept: { zh: '已放入草稿。', en: 'Added to the draft.' },
  filled: { zh: '已放入草稿 {count} 格。', en: '{count} cells added to the draft.' },
  yesterday: {
    zh: '用 {release} 的值填 {count} 个没有值的格',
    en: 'Fill {count} cells without a value from {release}',
  },
  yesterdayReason: { zh: '沿用昨日（{release}）', en: 'as yesterday ({release})' },
  zone: { zh: '同样用于{zone}当日其他 {count} 行', en: 'Do the same for {count} other rows of {zone} that day' },
  evidence: { zh: '{row} · 依据', en: '{row} · evidence' },
  none: { zh: '没有值', en: 'no value' },
  noPrimary: { zh: '无首要污染物', en: 'no primary pollutant' },
  onlyClass: { zh: '仅等级', en: 'class only' },
  faultRange: {
    zh: 'AQI 应为 0 到 {end} 的整数，下限不大于上限。',
    en: 'The AQI goes from 0 to {end} in whole numbers, the lower end first.',
  },
  faultPrimary: {
    zh: 'AQI 不超过 {clean} 时没有首要污染物。',
    en: 'Up to an AQI of {clean} there is no primary pollutant.',
  },
  faultReason: { zh: '自定值须说明理由。', en: 'Give a reason with an own value.' },
  faultText: { zh: '请填写内容。', en: 'Please write something.' },
  faultTake: { zh: '请选择取哪个值。', en: 'Choose which value to take.' },
  faultFile: { zh: '请选择文件，等摘要算好。', en: 'Choose a file and wait for its digest.' },
  faultDeadline: { zh: '新期限应晚于现在的期限。', en: 'The new deadlines must be later than the present ones.' },
  offline: { zh: '读不到（连接中断）。', en: 'Cannot be read while the connection is lost.' },
  working: { zh: '正在计算…', en: 'Working it out…' },
  noSuggestion: { zh: '连接恢复后计算。', en: 'Worked out once the connection is back.' },
  at: { zh: '{side} {who}，{time}', en: '{side} {who}, {time}' },
  records: { zh: '记录的原值', en: 'the records’ value' },
} as const satisfies Record<string, Bilingual>

/** All of it with the words of acts, takes and sides, in one language, as modules read it. */
export function liveWords(lang: 'zh' | 'en'): Readonly<Record<string, string>> {
  const groups: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
    '': LIVE,
    'act-': ACT,
    'take-': TAKE,
    'side-': { cq: { zh: '重庆', en: 'Chongqing' }, sc: { zh: '四川', en: 'Sichuan' } },
  }
  return Object.fromEntries(
    Object.entries(groups).flatMap(([prefix, words]) =>
      Object.entries(words).map(([key, word]) => [prefix + key, word[lang]]),
    ),
  )
}
