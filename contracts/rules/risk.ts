/** Rules of risk sources and discharging units: HJ 941 levels from what was sent, positions, substances, contacts by post. */
import type { Rules } from './types.ts'

const Q_AND_MATRIX = { clause: 'HJ 941-2018', confidence: 'M-high' } as const
const SENSITIVITY = { clause: 'HJ 941-2018 环境风险受体敏感程度', confidence: 'M-mid' } as const

/** Rules by id. */
export const RISK_RULES: Rules = {
  'risk-level-differs': {
    zh: '所报风险等级与由所报各项计算的不同；两者并存，计算值只是建议',
    en: 'The risk level sent is not the one computed from what was sent; both are kept, the computed one as a suggestion',
    basis: Q_AND_MATRIX,
  },
  'medium-level-differs': {
    zh: '所报大气或水风险等级与由 Q、M、E 得出的不同；两者并存',
    en: 'The level sent for air or water is not the one that Q, M and E give; both are kept',
    basis: Q_AND_MATRIX,
  },
  'q-differs': {
    zh: '所报 Q 与由风险物质存量和临界量算出的不同；取算出的',
    en: 'The Q sent is not the one that amounts and thresholds of the substances give; the computed one was taken',
    basis: Q_AND_MATRIX,
  },
  'm-by-score': {
    zh: '没有写 M 类型，由工艺与控制水平得分得出',
    en: 'No type M was sent; it is that of the score of processes and control',
    basis: Q_AND_MATRIX,
  },
  'm-differs': {
    zh: '所报 M 类型与其得分不符；取所报的类型',
    en: 'The type M sent is not that of its score; the type sent was taken',
    basis: Q_AND_MATRIX,
  },
  'm-score-unreadable': {
    zh: '工艺与控制水平得分无法识别；未用',
    en: 'The score of processes and control cannot be read; it was not used',
    basis: Q_AND_MATRIX,
  },
  'e-by-people': {
    zh: '没有写大气 E 类型，由 5 公里与 500 米范围人口得出',
    en: 'No type E was sent for air; it is that of the people within 5 km and 500 m',
    basis: SENSITIVITY,
  },
  'water-e2-near-boundary-suggested': {
    zh: '排放口距省界 10 公里以内而水 E 类型为 E3；按标准至少为 E2，仅作建议',
    en: 'The outlet lies within 10 km of the province boundary, yet E is 3 for water; the standard suggests E2 at least',
    basis: SENSITIVITY,
  },
  'grade-by-crosswalk': {
    zh: '所报是另一方案的等级，按契约条款的对照表读取',
    en: "The grade is of another scheme and was read by the crosswalk of the contract's terms",
    basis: { clause: '契约条款 crosswalks' },
  },
  'grade-scheme-refused': {
    zh: '该列是另一方案的等级（安全、尾矿库、园区等），与环境风险等级不可混用；未读取',
    en: 'The column holds grades of another scheme (safety, tailings, parks), not to be mixed with environmental risk; it was not read',
  },
  'penalised-unreadable': {
    zh: '三年内处罚情况既不是「是」也不是「否」；记为不明',
    en: 'Whether it was penalised within three years is neither yes nor no; it is left unknown',
    basis: Q_AND_MATRIX,
  },
  'as-of-submission': {
    zh: '没有数据日期，取报送之日',
    en: 'The row has no day; that of the submission was taken',
  },
  'approximate-read': {
    zh: '数值前的「约」字略去',
    en: 'The word 约 (about) before a figure was left out',
  },
  'substance-threshold-missing': {
    zh: '风险物质没有临界量；所涉介质的 Q 不能由物质算出',
    en: 'A substance has no threshold; Q cannot be computed for the media it may reach',
    basis: Q_AND_MATRIX,
  },
  'substance-media-by-phase': {
    zh: '气态物质未注明涉及环境，按涉气读取',
    en: 'A gas says no medium; it was taken to concern air',
    basis: Q_AND_MATRIX,
  },
  'permit-normalised': {
    zh: '排污许可证编号去空白、改半角、改大写',
    en: 'Blanks, width and case of the permit number were put right',
  },
  'permit-code-differs': {
    zh: '排污许可证编号不以该企业的统一社会信用代码开头；照录',
    en: "The permit number does not begin with the enterprise's credit code; it is kept as sent",
  },
  'degrees-converted': {
    zh: '度分秒换算为十进制度',
    en: 'Degrees, minutes and seconds were converted to decimal degrees',
  },
  'crs-taken-as-equal': {
    zh: 'WGS84 与 CGCS2000 相差在分米之内，坐标视为相同',
    en: 'WGS84 and CGCS2000 agree within decimetres; the position was taken as it is',
  },
  'crs-converted': {
    zh: '坐标由 GCJ-02 或 BD-09 换算为 CGCS2000',
    en: 'The position was brought from GCJ-02 or BD-09 to CGCS2000',
  },
  'person-dropped': {
    zh: '该列是人名；不读取、不留存，联系人以岗位表示',
    en: 'The column names persons; it was neither read nor kept, contacts are told by post',
  },
  'contact-post-dropped': {
    zh: '联系岗位一栏不像岗位，或可能是人名；不留存，原文不录',
    en: 'The contact does not read as a post, or may name a person; it was dropped, and its text is kept nowhere',
  },
  'contact-phone-first': {
    zh: '有几个电话，取第一个',
    en: 'There are several telephone numbers; the first was taken',
  },
  'contact-phone-unreadable': {
    zh: '电话一栏没有号码；留空，原文不录',
    en: "There is no number in the telephone's cell; it is left empty, and its text is dropped",
  },
  'contact-phone-text-dropped': {
    zh: '电话旁的文字（可能是人名）略去',
    en: 'Words beside the telephone number, perhaps a name, were dropped',
  },
}
