/** Rows of risk sources and discharging units that did not pass; each is told with its row, column and value (HJ 941-2018; standards §5, §7). */
import type { ErrorRow } from './types.ts'

/** The codes only rows of these two datasets have. */
export type RiskRowCode =
  | 'crs-missing'
  | 'crs-unknown'
  | 'coordinates-unreadable'
  | 'coordinates-outside'
  | 'risk-level-unreadable'
  | 'grade-of-other-scheme'
  | 'substance-unreadable'
  | 'permit-unreadable'

/** One row a code. */
export const RISK_ROW_ERRORS: Readonly<Record<RiskRowCode, ErrorRow>> = {
  'crs-missing': {
    status: 422,
    title: { zh: '未写明坐标系', en: 'Reference system missing' },
    what: {
      zh: '有经纬度而没有坐标系；GCJ-02 与 CGCS2000 相差约 360 至 490 米，不能猜测。',
      en: 'There is a position without its reference system; GCJ-02 and CGCS2000 lie some 360 to 490 m apart, and nothing is guessed.',
    },
    fix: {
      zh: '加“坐标系”一列，写 CGCS2000、WGS84、GCJ-02 或 BD-09；也可写在表头：经度(CGCS2000)。',
      en: 'Add a column for it with CGCS2000, WGS84, GCJ-02 or BD-09, or name it in the heading of the longitude.',
    },
    example: '经度 = 105.848667 ← 坐标系 = ——',
  },
  'crs-unknown': {
    status: 422,
    title: { zh: '坐标系无法换算', en: 'Reference system unknown' },
    what: {
      zh: '坐标系一格不是 CGCS2000、WGS84、GCJ-02、BD-09 的写法；北京54、西安80 需要七参数，网关不换算。',
      en: 'The system is not a spelling of CGCS2000, WGS84, GCJ-02 or BD-09; those of 1954 and 1980 need parameters that the gateway has not.',
    },
    fix: {
      zh: '由测绘部门换算为 CGCS2000 后报送。',
      en: 'Have the surveying authority convert the position to CGCS2000 and send that.',
    },
    example: '坐标系 = 北京54',
  },
  'coordinates-unreadable': {
    status: 422,
    title: { zh: '经纬度无法识别', en: 'Position unreadable' },
    what: {
      zh: '经度或纬度不是十进制度，也不是度分秒，或分、秒达到 60。',
      en: 'The longitude or latitude is neither decimal degrees nor degrees, minutes and seconds, or its minutes or seconds reach 60.',
    },
    fix: {
      zh: '写成 105.848667 或 105°50′55.2″；两格都要填写。',
      en: 'Write 105.848667 or 105°50′55.2″, and fill in both cells.',
    },
    example: '经度 = 105°60′',
  },
  'coordinates-outside': {
    status: 422,
    title: { zh: '坐标不在两省市范围内', en: 'Position outside the two provinces' },
    what: {
      zh: '换算后的坐标不在四川省、重庆市的外包范围之内，常见原因是经纬度写反、漏小数点或误用投影坐标。',
      en: 'The position lies outside the bounds of Sichuan and Chongqing; usual causes are swapped axes, a lost decimal point or projected coordinates.',
    },
    fix: {
      zh: '核对经度（97–111）与纬度（26–35）后重新报送；投影坐标先换算为经纬度。',
      en: 'Check the longitude (97 to 111) and the latitude (26 to 35); convert projected coordinates to degrees first.',
    },
    example: '经度 = 29.016400',
  },
  'risk-level-unreadable': {
    status: 422,
    title: { zh: '环境风险等级无法识别', en: 'Risk level unreadable' },
    what: {
      zh: '等级不是“一般”“较大”“重大”，也不是 HJ 941-2018 的表征形式。',
      en: 'The level is neither one of the three words nor the text form of HJ 941-2018.',
    },
    fix: {
      zh: '写“较大”，或 重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]；没有等级时留空。',
      en: 'Write the word or the whole text form with Q, M and E; leave the cell empty when there is no level.',
    },
    example: '风险等级 = 中等',
  },
  'grade-of-other-scheme': {
    status: 422,
    title: { zh: '另一制度的风险等级', en: 'Risk grade of another scheme' },
    what: {
      zh: '所写的是安全风险四级（红橙黄蓝）、重大危险源（一至四级）、尾矿库、化工园区（A–D）或隐患分级，与突发环境事件风险等级不同，不能互相代替。',
      en: 'The grade is of work safety (red to blue), major hazard installations (one to four), tailings ponds, chemical parks (A to D) or hidden dangers; none of them stands for a level of environmental risk.',
    },
    fix: {
      zh: '改报按 HJ 941-2018 评估的等级；确需采用其他制度的，须由双方在契约中签署对照表。',
      en: 'Send the level assessed by HJ 941-2018; to take another scheme both sides must sign a crosswalk in the contract.',
    },
    example: '风险等级 = 橙色',
  },
  'substance-unreadable': {
    status: 422,
    title: { zh: '风险物质无法识别', en: 'Substance unreadable' },
    what: {
      zh: '风险物质没有写成“物质:存量/临界量”，存量或临界量不是数值，临界量为零，或 CAS 号未通过校验。',
      en: 'A substance is not written name:amount/threshold, a figure is no number, the threshold is 0, or its CAS number does not hold.',
    },
    fix: {
      zh: '写成 液氨[7664-41-7]:12.5/5(气态,涉气)，多种物质以分号隔开；或分列为 风险物质1、存量1(t)、临界量1(t)。',
      en: 'Write name[CAS]:amount/threshold(phase,media), several parted by semicolons, or give each its own numbered columns.',
    },
    example: '风险物质 = 液氨12.5吨',
  },
  'permit-unreadable': {
    status: 422,
    title: { zh: '排污许可证编号无效', en: 'Permit number unreadable' },
    what: {
      zh: '排污许可证编号应为 8 至 32 位字母和数字。',
      en: 'The number of a discharge permit should be 8 to 32 letters and digits.',
    },
    fix: {
      zh: '只写许可证正本上的编号，不带前缀、说明或括号；没有许可证时留空。',
      en: 'Write the number as on the permit, without prefix, remark or brackets; leave the cell empty when there is none.',
    },
    example: '排污许可证编号 = 办理中(2026)',
  },
}
