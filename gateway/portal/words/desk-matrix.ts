/** Words of a consultation's page: its head, the counts, the filters, the table and its cells. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Lang } from '../lang.ts'

/** Which rows a reader asks for. */
export const SHOWS = ['all', 'differing', 'mine', 'objected'] as const
/** One of `SHOWS`. */
export type Show = (typeof SHOWS)[number]

/** What each filter is called. */
export const SHOW: Readonly<Record<Show, Bilingual>> = {
  all: { zh: '全部', en: 'All' },
  differing: { zh: '只看有差异', en: 'Only what differs' },
  mine: { zh: '只看本方', en: 'Only ours' },
  objected: { zh: '只看有异议', en: 'Only with objections' },
}

/** What is looked for in a table of sections, where nothing differs but much may miss its target. */
export const WATER_SHOW: Bilingual = { zh: '只看未达标', en: 'Only targets missed' }

/** Words of the page. */
export const MATRIX = {
  legend: { zh: '牵头方', en: 'Owning side' },
  legendText: {
    zh: '每行由标出的一方牵头，以其预报为准，另一方的为第二意见。',
    en: 'The side marked on a row leads it: its forecast is the joint value until revised, the other side’s a second opinion.',
  },
  legendWater: {
    zh: '每行由标出的一方负责监测；数值取自双方报送的记录，不在此修改，可以提意见或异议。',
    en: 'The side marked on a row monitors it. Figures are those of the records and are not changed here; remark on them or object.',
  },
  legendCredit: {
    zh: '等级是各评价机关自己的，不在此修改；按双方契约的对照表换算到同一等级后比较。可以提意见或异议，改用最新记录。',
    en: 'A rating is its authority’s own and is not changed here; levels are compared on the common scale that the contract’s crosswalk leads to. Remark, object, or move to the newest records.',
  },
  guidanceMark: { zh: '导：西南区域中心指导预报', en: 'G: guidance of the Southwest regional centre' },
  loudMark: { zh: '底色与 ▲ 标出不一致之处', en: 'Shading and ▲ mark what differs' },
  counts: { zh: '计数', en: 'Counts' },
  filters: { zh: '筛选', en: 'Filter' },
  noneShown: { zh: '没有符合筛选条件的行。', en: 'No row matches the filter.' },
  nextDiffering: { zh: '下一处不一致', en: 'Next difference' },
  previousDiffering: { zh: '上一处不一致', en: 'Previous difference' },
  nextMissing: { zh: '下一个未达标', en: 'Next target missed' },
  previousMissing: { zh: '上一个未达标', en: 'Previous target missed' },
  help: { zh: '键盘操作', en: 'Keyboard' },
  tableForecast: { zh: '联合预报值：区域 × 日期', en: 'Joint forecast: area × day' },
  tableOutlook: { zh: '联合展望值：片区', en: 'Joint outlook by zone' },
  tableWarning: {
    zh: '预警建议：区域 × 方案，不是预警',
    en: 'Suggested warnings: area × scheme. They are no warnings',
  },
  tableCredit: { zh: '企业 × 双方评价', en: 'Enterprise × ratings of both sides' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  differs: { zh: '不一致之处', en: 'What differs' },
  noneListed: { zh: '没有列出', en: 'none listed' },
  mustGo: { zh: '不应再列出', en: 'must not be listed any more' },
  notListed: { zh: '未列入', en: 'not listed' },
  withheld: { zh: '本年度未列入名单的评价', en: 'Ratings of the year that are not on the list' },
  withheldText: {
    zh: '只在会商台上告知双方，名单、公开网页和下载文件都不提及。',
    en: 'Told to the two sides at the desk alone: no list, public page or file speaks of them.',
  },
  oneByOne: { zh: '逐项', en: 'One by one' },
  withheldMore: { zh: '其余未列出：', en: 'More, not shown here:' },
  why: { zh: '原因', en: 'Why' },
  withheldNone: { zh: '没有。', en: 'None.' },
  tableWater: { zh: '断面水质：类别与目标', en: 'Sections: class and target' },
  area: { zh: '区域', en: 'Area' },
  section: { zh: '断面', en: 'Section' },
  class: { zh: '水质类别', en: 'Class' },
  target: { zh: '目标', en: 'Target' },
  attains: { zh: '是否达标', en: 'Target met' },
  pollutants: { zh: '主要污染指标', en: 'Main pollutants' },
  remarks: { zh: '意见', en: 'Remarks' },
  remark: { zh: '看意见、提意见', en: 'Read and remark' },
  evidence: { zh: '依据', en: 'evidence' },
  noZone: { zh: '片区未确定', en: 'zone not established' },
  noValue: { zh: '无联合值', en: 'no joint value' },
  unsaid: { zh: '双方均无预报', en: 'no forecast by either side' },
  same: { zh: '同联合值', en: 'as joint' },
  notGiven: { zh: '未提供', en: 'none' },
  otherSuggestion: { zh: '双方预报得出的建议不同', en: 'the sides’ forecasts come to different suggestions' },
  guidance: { zh: '导', en: 'G' },
  noPrimary: { zh: '无首要', en: 'no primary' },
  onlyClass: { zh: '仅等级', en: 'class only' },
  notRead: {
    zh: '读取记录所用的数据契约或登记册未生效，无法列出内容。',
    en: 'The contract or register its records are read by is not in force, so there is nothing to show.',
  },
  statement: { zh: '综述', en: 'Statement' },
  noStatement: { zh: '还没有综述。', en: 'There is no statement yet.' },
  statementEdit: { zh: '写综述、改综述', en: 'Write or revise it' },
  statementText: { zh: '综述文字（最多 2000 字）', en: 'Statement (up to 2000 characters)' },
  statementReason: { zh: '修改理由', en: 'Reason' },
  statementDefault: { zh: '拟写综述', en: 'wrote the statement' },
  keep: { zh: '放入草稿', en: 'Add to draft' },
  discussion: { zh: '对整体的意见', en: 'Remarks on the whole' },
  allObjections: { zh: '未解决的异议', en: 'Objections that stand' },
  handOvers: { zh: '交班留言', en: 'Handed over' },
  nothingSaid: { zh: '还没有意见。', en: 'Nothing has been said yet.' },
  corrects: { zh: '更正', en: 'Corrects' },
  embargo: { zh: '公开时间', en: 'Public from' },
  withdrawn: { zh: '撤回理由：', en: 'Withdrawn: ' },
  extension: {
    zh: '一方已提出延期，待另一方签署',
    en: 'One side has asked for more time; the other has not signed yet',
  },
  agreed: { zh: '已同意', en: 'agreed' },
  signed: { zh: '已签发', en: 'signed' },
} as const satisfies Record<string, Bilingual>

/** Which side lists an enterprise. */
export const LISTED_BY: Readonly<Record<'both' | PartyId, Bilingual>> = {
  both: { zh: '双方均列出', en: 'Listed by both sides' },
  cq: { zh: '仅重庆列出', en: 'Listed by Chongqing alone' },
  sc: { zh: '仅四川列出', en: 'Listed by Sichuan alone' },
}

/** What is counted, behind the number: `3 cells`, `1 objection stands`. */
export const COUNTED: Readonly<
  Record<
    | 'cells'
    | 'sections'
    | 'enterprises'
    | 'differing'
    | 'differ'
    | 'missing'
    | 'without'
    | 'lapsed'
    | 'oneSided'
    | 'withheld'
    | 'objections',
    (count: number) => Bilingual
  >
> = {
  cells: (count) => ({ zh: '格', en: count === 1 ? 'cell' : 'cells' }),
  sections: (count) => ({ zh: '个断面', en: count === 1 ? 'section' : 'sections' }),
  differing: (count) => ({ zh: '格明显不一致', en: count === 1 ? 'differs' : 'differ' }),
  enterprises: (count) => ({ zh: '家企业', en: count === 1 ? 'enterprise' : 'enterprises' }),
  differ: (count) => ({ zh: '家明显不一致', en: count === 1 ? 'differs' : 'differ' }),
  lapsed: () => ({ zh: '项不应再列出', en: 'must be listed no more' }),
  oneSided: () => ({ zh: '家仅一方评级', en: 'rated by one side alone' }),
  withheld: () => ({ zh: '项未列入', en: 'not on the list' }),
  missing: (count) => ({ zh: '个未达标', en: count === 1 ? 'misses its target' : 'miss their targets' }),
  without: () => ({ zh: '格没有联合值', en: 'without a joint value' }),
  objections: (count) => ({ zh: '条异议未解决', en: count === 1 ? 'objection stands' : 'objections stand' }),
}

/** `第 3 次修订`, `revision 3`; the records' own value has none. */
export function revisionText(revision: number): Bilingual {
  return revision === 0
    ? { zh: '原值', en: 'the records’ value' }
    : { zh: `第 ${revision} 次修订`, en: `revision ${revision}` }
}

/** Which revision a remark is about, and where the cell is now. */
export function anchorText(revision: number, now: number): Bilingual {
  const about = revisionText(revision)
  if (revision === now) return { zh: `针对${about.zh}`, en: `on ${about.en}` }
  const current = revisionText(now)
  return { zh: `针对${about.zh}，现为${current.zh}`, en: `on ${about.en}, now ${current.en}` }
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A civil day as a heading: `11月16日 周一`, `Mon 16 Nov`; null when the text is none. */
export function dayHeading(day: string, lang: Lang): string | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms)) return null
  const at = new Date(ms)
  const [month, date, weekday] = [at.getUTCMonth(), at.getUTCDate(), at.getUTCDay()]
  return lang === 'zh'
    ? `${month + 1}月${date}日 周${WEEKDAYS[weekday]}`
    : `${WEEKDAYS_EN[weekday]} ${date} ${MONTHS[month]}`
}
