/** Rules of air forecasts: whose area, which day, when it was issued, by which edition of the index. */
import type { Rules } from './types.ts'

/** Rules by id. */
export const FORECAST_RULES: Rules = {
  'second-opinion': {
    zh: '预报的是对方的区域；作为第二意见，与对方的预报并存',
    en: "The forecast is of the other side's area; it is a second opinion beside the owner's",
  },
  'sentence-ignored': {
    zh: '该句没有预报日期和 AQI，是概述；未成记录',
    en: 'The sentence has neither a day nor an AQI, it is a summary; no record was made of it',
  },
  'sentences-ignored': {
    zh: '概述性语句逐句注明前六十四句，其余只记句数；均未成记录',
    en: 'Of the summaries the first sixty-four are noted one by one, of the rest how many; no record was made of any',
  },
  'date-relative': {
    zh: '「明天」「后天」等由发布日推算',
    en: 'Words such as 明天 were counted from the day of issue',
  },
  'date-year-inferred': {
    zh: '预报日期没有年份，取发布日之后最近的一个',
    en: 'The valid date has no year; the nearest from the day of issue on was taken',
  },
  'date-month-inferred': {
    zh: '预报日期只有日，月份取发布日之后最近的一个',
    en: 'The valid date is a day of the month alone; the nearest from the day of issue on was taken',
  },
  'days-expanded': {
    zh: '一句预报写了几天（如「16日至18日」），每一天各成一条记录，内容相同',
    en: 'The sentence forecasts several days, such as 16日至18日; each of them is a record with the same content',
  },
  'class-of-some': {
    zh: '句中另写个别（局部、部分）城市或时段可达的等级；等级范围延至该级，原文照录',
    en: 'The sentence says what class some places or hours may come to; the span of classes was widened to it, and the text kept',
  },
  'issued-from-text': {
    zh: '表格没有写发布时间，取表格上方文字中写明的',
    en: 'The table states no time of issue; the one in the text above it was taken',
  },
  'issued-not-stated': {
    zh: '没有写明发布时间，取报送时刻',
    en: 'No time of issue is stated; that of the submission was taken',
  },
  'issued-hour-not-stated': {
    zh: '发布时间只有日期，取该日零点',
    en: 'The time of issue is a day alone; its first instant was taken',
  },
  'horizon-unreadable': {
    zh: '预报时效的写法无法识别；由发布日与预报日得出',
    en: 'The horizon cannot be read; it follows from the day of issue and the valid date',
  },
  'confidence-unreadable': {
    zh: '可信度的写法无法识别；记录中留空',
    en: 'The confidence is none of the known words; the record leaves it empty',
  },
  'primary-below-threshold': {
    zh: 'AQI 不超过 50（等级为优）时没有首要污染物；所报的只记于此',
    en: 'There is no primary pollutant up to an AQI of 50; the one sent stands in this note only',
    basis: { clause: 'HJ 633 首要污染物', confidence: 'V2' },
  },
  'standard-as-stated': {
    zh: '写明的指数标准不是预报日现行的版本；等级按写明的版本',
    en: 'The edition of the index stated is not the one in force on the valid date; the class is by the one stated',
    basis: { clause: 'HJ 633-2012；HJ 633-2026（2026-03-01 起施行）', confidence: 'V2' },
  },
  'standard-unreadable': {
    zh: '所写标准无法识别；按预报日现行的版本',
    en: 'The standard named cannot be read; the edition in force on the valid date was taken',
    basis: { clause: 'HJ 633-2012；HJ 633-2026（2026-03-01 起施行）', confidence: 'V2' },
  },
}
