/** Rules of enterprise credit ratings: level, score and veto by the scheme of each side, authority, validity, appeal. */
import type { Rules } from './types.ts'

const BANDS = {
  clause: '四川省企业环境信用评价指标及计分方法（2019年版）；渝环规〔2021〕7号',
  confidence: 'V2',
} as const
const VETO = { clause: '四川省企业环境信用评价指标及计分方法（2019年版）一票否决情形', confidence: 'V2' } as const

/** Rules by id. */
export const CREDIT_RULES: Rules = {
  'level-by-crosswalk': {
    zh: '等级按两方签署的对照表读取；得分不参与定级',
    en: 'The level was read by the crosswalk that both sides signed; it is never computed from a score',
    basis: { clause: '契约条款 crosswalk' },
  },
  'level-by-plate': {
    zh: '等级写作颜色牌（绿、蓝、黄、红），按国家办法对应的等级读取',
    en: 'The level was written as a plate (green, blue, yellow, red) and read as the level of the national method',
    basis: { clause: '环发〔2013〕150号', confidence: 'V2' },
  },
  'level-score-differ': {
    zh: '得分所在分段与等级不同；等级是评价机关的决定，以等级为准',
    en: "The score lies in the band of another level; the level is the authority's act and stands",
    basis: BANDS,
  },
  'level-by-veto': {
    zh: '等级低于得分所在分段，因适用一票否决',
    en: 'The level is not that of the score because a veto was applied',
    basis: VETO,
  },
  'veto-level-differ': {
    zh: '适用一票否决而等级不是否决应得的等级；以等级为准',
    en: 'A veto was applied, yet the level is not the one it leads to; the level stands',
    basis: VETO,
  },
  'veto-case-differ': {
    zh: '写明未适用一票否决，却又写了情形；按未适用记，情形不录（可能涉及个人）',
    en: 'It says that no veto was applied, yet names a case; it was taken as not applied, and the text dropped since it may name a person',
    basis: VETO,
  },
  'veto-case-unlisted': {
    zh: '所写情形不在一票否决情形之列；只记已适用，原文不录（可能涉及个人）',
    en: "The case written is none of the scheme's; only that a veto was applied is kept, the text dropped since it may name a person",
    basis: VETO,
  },
  'veto-unreadable': {
    zh: '一票否决一栏既不是是、否，也不是所列情形；记为不明，原文不录',
    en: 'The veto is neither yes, no nor a case of the scheme; it is left unknown, and the text dropped',
    basis: VETO,
  },
  'score-digits-as-shown': {
    zh: '数值单元格存有二进制尾差，取显示的 12 位数字',
    en: 'The typed cell holds the remainder of a binary sum; the twelve digits it shows were taken',
  },
  'status-from-level': {
    zh: '等级一栏写的是参评状态（未参评、停产等）；记为状态而非等级',
    en: "The level's column holds a status (not rated, production stopped); it is a status, no level",
    basis: BANDS,
  },
  'status-from-remark': {
    zh: '参评状态取自备注',
    en: 'The status was read from the remark',
    basis: BANDS,
  },
  'rating-year-from-sheet': {
    zh: '该行没有评价年度，取工作表名或表题中的年度',
    en: "The row has no rating year; that in the sheet's name or the caption was taken",
  },
  'authority-level-by-side': {
    zh: '评价机关级别按报送方的用词读取：「市级」在四川为市（州），在重庆为全市',
    en: "The authority's level was read by the sender's own word: 市级 is a prefecture in Sichuan, the municipality in Chongqing",
    basis: BANDS,
  },
  'authority-level-by-name': {
    zh: '评价机关级别由机关名称中的区划在登记册中的级别得出',
    en: "The authority's level is that of the division in its name, by the register",
  },
  'authority-level-from-sheet': {
    zh: '评价机关级别取自工作表名或表题',
    en: "The authority's level was read from the sheet's name or the caption",
  },
  'authority-name-by-level': {
    zh: '没有写评价机关；该级只有一个机关，取其名称',
    en: 'No authority is named; there is one at that level, and its name was taken',
  },
  'authority-name-short': {
    zh: '评价机关名称去掉前面的省市，按登记的区划名称书写',
    en: "The authority's name was written with its division as registered, without the province before it",
  },
  'validity-by-length': {
    zh: '有效期只写长度（一年），止日由起日推算',
    en: 'The validity is a length of one year; its last day was counted from its first',
  },
  'validity-without-day': {
    zh: '有效期只写长度而没有起日；止日留空',
    en: 'The validity is a length without a first day; its last day is left empty',
  },
  'appeal-unreadable': {
    zh: '复核或申诉情况无法识别；记录中留空，原文不录',
    en: 'The appeal cannot be read; the record leaves it empty, and the text is dropped',
  },
  'notice-unreadable': {
    zh: '公示期无法识别；记录中留空',
    en: 'The days of public notice cannot be read; the record leaves them empty',
  },
}
