/** Rules of heavy-pollution warnings: which scheme, whose area, from when and until when, and what the document says otherwise. */
import type { Rules } from './types.ts'

const SCHEMES = { clause: '川办发〔2024〕46号（2024-10-18 起）；渝府办发〔2022〕115号', confidence: 'V1' } as const
const GRADES = { clause: '重污染天气预警分级：黄、橙、红依次为 Ⅲ、Ⅱ、Ⅰ 级' } as const

/** Rules by id. */
export const WARNING_RULES: Rules = {
  'warning-scheme-by-day': {
    zh: '文件没有写明方案，按所属方在发布日所用的方案；级别只在该方案内有意义',
    en: 'The document names no scheme; the one its side uses on the day of issue was taken, and the level means something within it only',
    basis: SCHEMES,
  },
  'warning-plan-not-held': {
    zh: '文件所引的预案不在网关所有的方案之中（多为市县自己的预案）；按所属方在发布日所用的方案',
    en: "The plan cited is none the gateway holds, most often a city's or county's own; the scheme is that of its side on the day",
    basis: SCHEMES,
  },
  'warning-area-of-issuer': {
    zh: '没有写明区域，或写作全市、全区等；取发布机关的辖区',
    en: 'No area is named, or 全市 and the like; it is that of the issuing authority',
  },
  'warning-level-by-number': {
    zh: '级别只写作几级，按黄、橙、红依次为 Ⅲ、Ⅱ、Ⅰ 级读取',
    en: 'The level was written by its number alone, and read as yellow, orange and red being Ⅲ, Ⅱ and Ⅰ',
    basis: GRADES,
  },
  'response-differs': {
    zh: '响应级别与预警级别不对应；两者照录',
    en: 'The response is not of the level that the warning has; both are kept as sent',
    basis: GRADES,
  },
  'ended-by-lift': {
    zh: '解除的预警没有响应级别和截止时间；所报的只记于此',
    en: 'A warning that is lifted has neither response nor end; what was sent stands in this note only',
  },
  'lift-time-taken': {
    zh: '解除的行没有生效时间；取其解除时间',
    en: 'The row lifts a warning and says no time it takes effect; that of the lifting was taken',
  },
  'effective-not-stated': {
    zh: '没有写明生效时间，取发布时间',
    en: 'From when it counts is not stated; the time of issue was taken',
  },
  'effective-hour-not-stated': {
    zh: '生效时间只有日期，取该日零点',
    en: 'The time it takes effect is a day alone; its first instant was taken',
  },
  'effective-before-issued': {
    zh: '生效时间早于发布时间；照录',
    en: 'It takes effect before it was issued; both are kept as sent',
  },
  'until-not-stated': {
    zh: '没有写明截止时间，也没有写另行通知；截止时间留空',
    en: 'Neither an end nor a further notice is stated; the end is left empty',
  },
  'until-by-further-notice': {
    zh: '解除时间另行通知；截止时间留空',
    en: 'The end is left to a further notice; it is empty until that comes',
  },
  'until-hour-not-stated': {
    zh: '截止时间只有日期，取该日二十四时',
    en: 'The end is a day alone; it is meant to the end of that day',
  },
  'warning-date-inferred': {
    zh: '起止时间没有年份或月份，取发布日起最近的一个',
    en: 'A time has no year or no month; the nearest from the day of issue on was taken',
  },
  'document-number-normalised': {
    zh: '文号去空白、改半角，年份用六角括号',
    en: 'The document number was written narrow, without blanks, its year in 〔〕',
  },
  'unnumbered-unreadable': {
    zh: '无文号原因的写法无法识别，按未写明记',
    en: 'Why there is no number is none of the known words; it counts as not stated',
  },
  'digest-normalised': {
    zh: '盖章文件摘要去掉算法名和空白，改为小写',
    en: 'The digest was written in lower case, without blanks and the name of its algorithm',
  },
  'authority-blanks-removed': {
    zh: '发布机关名称中的空白略去',
    en: "Blanks within the authority's name were left out",
  },
  'publication-unreadable': {
    zh: '公开方式的写法无法识别，按双方之间记，不公开展示',
    en: 'Whether it is public is none of the known words; it counts as between the two sides, and is not shown publicly',
  },
  'replaces-unclear': {
    zh: '文中提到几份原预警文件，不能确定调整或解除的是哪一份；原文号留空',
    en: 'Several documents of warnings before are named; which one is adjusted or lifted cannot be told, and is left empty',
  },
}
