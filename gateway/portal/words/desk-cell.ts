/** Words of one cell: what each says of it, the form for a joint value, remarks, and the merge of edits that met. */

import type { Pollutant } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'

/** Pollutants as a form names them, in the standard's order. */
export const POLLUTANT: Readonly<Record<Pollutant, string>> = {
  co: 'CO',
  no2: 'NO₂',
  o3: 'O₃',
  pm10: 'PM10',
  pm25: 'PM2.5',
  so2: 'SO₂',
}

/** Words of the panel and its page. */
export const CELL = {
  back: { zh: '回到会商', en: 'Back to the consultation' },
  said: { zh: '各方的值', en: 'What each says' },
  who: { zh: '来源', en: 'Source' },
  value: { zh: '值', en: 'Value' },
  class: { zh: '等级', en: 'Class' },
  aqi: { zh: 'AQI', en: 'AQI' },
  primary: { zh: '首要污染物', en: 'Primary pollutants' },
  basis: { zh: '依据的预报日', en: 'Days it is read from' },
  derived: { zh: '由片区内各区域归并', en: 'put together from the areas in the zone' },
  owner: { zh: '牵头', en: 'leads' },
  second: { zh: '第二意见', en: 'second opinion' },
  guidance: { zh: '西南区域中心指导预报', en: 'Guidance of the Southwest regional centre' },
  joint: { zh: '联合值', en: 'Joint value' },
  across: { zh: '省界对面', en: 'Across the boundary' },
  acrossNone: {
    zh: '登记册未标明本区域毗邻省界。',
    en: 'The register does not mark this area as adjoining the boundary.',
  },
  acrossUnsaid: { zh: '省界对面各区域当日都没有值。', en: 'No area across the boundary has a value for this day.' },
  differences: { zh: '不一致之处', en: 'What differs' },
  noDifference: { zh: '没有不一致。', en: 'Nothing differs.' },
  quiet: { zh: '轻微', en: 'slight' },
  loud: { zh: '明显', en: 'plain' },
  thread: { zh: '意见与异议', en: 'Remarks and objections' },
  noRemark: { zh: '还没有意见。', en: 'Nothing has been said yet.' },
  comment: { zh: '意见', en: 'Remark' },
  objection: { zh: '异议', en: 'Objection' },
  standing: { zh: '未解决', en: 'stands' },
  settled: { zh: '已解决：', en: 'settled: ' },
  resolve: { zh: '确认异议已解决', en: 'Say that it is settled' },
  resolveText: { zh: '如何解决', en: 'How it was settled' },
  sayText: { zh: '写意见', en: 'Your remark' },
  say: { zh: '发表意见', en: 'Send remark' },
  object: { zh: '提出异议', en: 'Object' },
  evidence: { zh: '看本行依据', en: 'Evidence for this row' },
  edit: { zh: '修改联合值', en: 'Revise the joint value' },
  fixed: { zh: '本格不能修改。', en: 'This cell is not for editing.' },
  none: { zh: '没有值', en: 'has no value' },
  from: { zh: 'AQI 下限', en: 'AQI from' },
  to: { zh: 'AQI 上限', en: 'AQI to' },
  grade: { zh: '等级', en: 'Class' },
  reason: { zh: '理由（自定值必填）', en: 'Reason (required with an own value)' },
  suggestion: { zh: '按此值的预警建议（不是预警）', en: 'Warnings suggested for it (they are no warnings)' },
  zone: { zh: '同样用于本片区当日其他各行', en: 'Do the same for the zone’s other rows of the day' },
  yesterday: { zh: '沿用上一期', en: 'Take the last release’s value' },
  keep: { zh: '放入草稿', en: 'Add to draft' },
  drop: { zh: '从草稿中去掉', en: 'Take out of the draft' },
  merge: { zh: '有的格已被修改', en: 'Some cells were revised meanwhile' },
  mergeText: {
    zh: '您开始修改之后，下列格已有变动。逐格选择，再次发送。',
    en: 'These cells have changed since you began. Choose for each, then send again.',
  },
  began: { zh: '您开始时', en: 'When you began' },
  theirs: { zh: '现在', en: 'Now' },
  yours: { zh: '您的', en: 'Yours' },
  choose: { zh: '取哪个', en: 'Choose' },
  takeTheirs: { zh: '保留现在的', en: 'Keep what is there' },
  takeMine: { zh: '改成我的', en: 'Put mine in its place' },
  takeNew: { zh: '另行修改', en: 'Edit it' },
  again: { zh: '再次发送', en: 'Send again' },
  later: { zh: '先不发送', en: 'Not now' },
  draft: { zh: '草稿', en: 'Draft' },
  draftText: {
    zh: '草稿只在本浏览器里，发送后双方可见。断网、关页都会保留。',
    en: 'A draft is in this browser alone until you send it. It outlasts a lost connection and a closed page.',
  },
  undo: { zh: '撤消', en: 'Undo' },
  discard: { zh: '全部去掉', en: 'Discard all' },
  send: { zh: '发送', en: 'Send' },
  fromYesterday: { zh: '从上一期开始', en: 'Start from the last release' },
} as const satisfies Record<string, Bilingual>

/** Keys and what they do. */
export const KEYS: readonly (readonly [key: string, does: Bilingual])[] = [
  ['← → ↑ ↓', { zh: '在格间移动', en: 'move between cells' }],
  ['Home / End', { zh: '到行首、行尾', en: 'to the start or end of the row' }],
  ['j / k', { zh: '到下一处、上一处不一致', en: 'to the next or previous difference' }],
  ['Enter', { zh: '打开一格', en: 'open the cell' }],
  ['Esc', { zh: '关闭', en: 'close' }],
  ['u', { zh: '撤消上一次草稿改动', en: 'undo the last change of the draft' }],
  ['?', { zh: '显示本说明', en: 'show this help' }],
]

/** Where the keys work. */
export const KEYS_NOTE: Bilingual = {
  zh: '字母键只在焦点位于表内时起作用。',
  en: 'Letters work only while the focus is in the table.',
}
