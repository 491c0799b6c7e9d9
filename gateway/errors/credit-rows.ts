/** Rows of enterprise credit that did not pass; each is told with its row, column and value (GB 32100-2015; contract enterprise-credit). */
import type { ErrorRow } from './types.ts'

/** The codes only rows of enterprise credit have. */
export type CreditRowCode =
  | 'enterprise-name-missing'
  | 'credit-code-invalid'
  | 'rating-year-unreadable'
  | 'rating-year-outside'
  | 'authority-unclear'
  | 'credit-level-missing'
  | 'credit-level-unknown'
  | 'credit-scheme-other'
  | 'credit-status-unreadable'
  | 'credit-status-conflict'
  | 'validity-unreadable'
  | 'repair-unreadable'

/** One row a code. */
export const CREDIT_ROW_ERRORS: Readonly<Record<CreditRowCode, ErrorRow>> = {
  'enterprise-name-missing': {
    status: 422,
    title: { zh: '缺少企业名称', en: 'Enterprise name missing' },
    what: { zh: '企业名称一格为空或为占位符。', en: 'The name of the enterprise is empty or a placeholder.' },
    fix: {
      zh: '填写营业执照上的名称；合并单元格请拆开，或保证名称在首行。',
      en: 'Write the name on the business licence; split merged cells, or keep the name in their first row.',
    },
    example: '企业名称 = ——',
  },
  'credit-code-invalid': {
    status: 422,
    title: { zh: '统一社会信用代码无效', en: 'Credit code does not hold' },
    what: {
      zh: '统一社会信用代码不是 18 位，含有代码字符集（无 I、O、S、V、Z）以外的字符，校验码不符，或被表格软件按数值保存。',
      en: 'The code has not 18 characters, has one outside its alphabet (no I, O, S, V or Z), fails its check character, or was saved as a number by a spreadsheet.',
    },
    fix: {
      zh: '对照营业执照逐位核对；说明中的“是否为”只是提示，网关不代改。表格中把该列设为文本后重新填写。',
      en: 'Compare it with the business licence; what the detail suggests is only a hint, nothing is put right for you. In a spreadsheet format the column as text and enter it again.',
    },
    example: '统一社会信用代码 = 91350100MOOO1OOY43',
  },
  'rating-year-unreadable': {
    status: 422,
    title: { zh: '评价年度无法识别', en: 'Rating year unreadable' },
    what: {
      zh: '评价年度为空，或不是四位年份，工作表名称中也没有年份。',
      en: 'The rating year is empty or no year of four digits, and the name of the sheet has none either.',
    },
    fix: { zh: '写被评价的自然年，例如 2025 或 2025年度。', en: 'Write the calendar year rated, such as 2025.' },
    example: '评价年度 = 上年',
  },
  'rating-year-outside': {
    status: 422,
    title: { zh: '评价年度不在范围内', en: 'Rating year outside the range' },
    what: {
      zh: '评价年度尚未结束，或早于网关所载的评价办法，无法确定按哪一办法评价。',
      en: 'The rating year is not over yet, or lies before any scheme the gateway holds, so that it is uncertain by which one it was rated.',
    },
    fix: {
      zh: '评价年度是被评价的自然年，不是公布结果的年份；更早年度不在契约范围内。',
      en: 'The rating year is the calendar year rated, not the year the result was published in; earlier years lie outside the contract.',
    },
    example: '评价年度 = 2099',
  },
  'authority-unclear': {
    status: 422,
    title: { zh: '评价机关级别不明', en: 'Level of the authority unclear' },
    what: {
      zh: '级别与评价机关都没有写、写法不在约定之内，或两者不一致；“市级”在四川指市（州），在重庆指直辖市。',
      en: 'Neither the level nor the authority is stated, their form is none of those agreed, or they disagree. The same word means a prefecture in Sichuan and the municipality in Chongqing.',
    },
    fix: {
      zh: '四川填省级或市级，重庆填市级或区县级；评价机关写全称，例如 铜梁区生态环境局。',
      en: "State whether it is the province's or a prefecture's, the municipality's or a district's, and write the authority's name in full.",
    },
    example: '级别 = 国家级',
  },
  'credit-level-missing': {
    status: 422,
    title: { zh: '缺少信用等级', en: 'Credit level missing' },
    what: {
      zh: '没有等级，也没有写明未参评或停产。等级由评价机关作出，网关不按得分推定。',
      en: 'There is neither a level nor a word that the enterprise was not rated. The level is the act of the authority; the gateway computes none from a score.',
    },
    fix: {
      zh: '填写评价机关公布的等级；未参评的在参评状态或备注中写“未参评”“停产”“不予评级”。',
      en: 'Write the level the authority published; where there was no rating, say so in the status or the remarks.',
    },
    example: '评价等级 = ——',
  },
  'credit-level-unknown': {
    status: 422,
    title: { zh: '信用等级不在对照表中', en: 'Credit level not in the crosswalk' },
    what: {
      zh: '等级的写法不在双方签署的等级对照表中，无法对应到共同等级。',
      en: 'The level is not in the crosswalk that both sides signed, so it stands for no common level.',
    },
    fix: {
      zh: '写成 环保诚信企业、环保良好企业、环保警示企业、环保不良企业，或其简称与绿、蓝、黄、红牌；等级有变动的，须先由双方签署新版契约。',
      en: 'Write one of the four levels, its short form, or its green, blue, yellow or red plate; a new level needs a new version of the contract, signed by both.',
    },
    example: '评价等级 = 守信',
  },
  'credit-scheme-other': {
    status: 422,
    title: { zh: '属于绩效分级', en: 'Grade of another scheme' },
    what: {
      zh: '所写的是重污染天气绩效分级（A、B、B-、C、D、绩效引领性），与企业环境信用评价是两项制度。',
      en: 'It is a performance grade of heavy-pollution weather (A, B, B-, C, D), which is another scheme than environmental credit.',
    },
    fix: {
      zh: '报送企业环境信用评价的等级；绩效分级不在本契约范围内。',
      en: 'Send the level of environmental credit; performance grades lie outside this contract.',
    },
    example: '评价等级 = B-',
  },
  'credit-status-unreadable': {
    status: 422,
    title: { zh: '参评状态无法识别', en: 'Rating status unreadable' },
    what: { zh: '参评状态一格的写法不在约定的取值之内。', en: 'The status is none of the agreed values.' },
    fix: {
      zh: '写 已参评、未参评、停产 或 不予评级；没有说明时留空。',
      en: 'Write one of the values listed in the detail, or leave the cell empty.',
    },
    example: '参评状态 = 待定',
  },
  'credit-status-conflict': {
    status: 422,
    title: { zh: '参评状态与等级矛盾', en: 'Status and level contradict each other' },
    what: {
      zh: '写明未参评、停产或不予评级，却又报送了等级或得分。',
      en: 'The row says it was not rated, yet has a level or a score.',
    },
    fix: {
      zh: '向评价机关核实：有等级的不写未参评，未参评的把等级与得分留空。',
      en: 'Ask the authority: leave out the status where there is a level, and level and score where there was no rating.',
    },
    example: '参评状态 = 未参评 ← 评价等级 = 环保良好企业',
  },
  'validity-unreadable': {
    status: 422,
    title: { zh: '有效期无法识别', en: 'Validity unreadable' },
    what: {
      zh: '有效期不是可识别的写法、没有这一天，或止日早于起日。有效期决定公开展示到何时，因此不猜测。',
      en: 'The validity is not in a form that is read, names no such day, or ends before it begins. It decides how long a rating is shown, so nothing is guessed.',
    },
    fix: {
      zh: '写成 2026-08-01至2027-07-31，或分起、止两列；“一年”须同时有起日。',
      en: 'Write both days, in one column with a stroke between them or in two; a length of one year needs its first day as well.',
    },
    example: '有效期 = 2026-08-01至2026-02-30',
  },
  'repair-unreadable': {
    status: 422,
    title: { zh: '修复情况无法识别', en: 'Credit repair unreadable' },
    what: {
      zh: '修复情况或修复日期无法识别，或日期在未来。已修复的评价不再公开展示，因此不猜测。',
      en: 'The repair or its day cannot be read, or the day lies in the future. A repaired rating is no longer shown, so nothing is guessed.',
    },
    fix: {
      zh: '写 未修复、修复中、已修复 或 不予修复，日期写在括号内或修复日期一列。',
      en: 'Write one of the values listed in the detail, with the day in brackets or in a column of its own.',
    },
    example: '修复情况 = 详见附件',
  },
}
