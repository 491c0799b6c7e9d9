/** Rows of air forecasts and observations that were read and then refused (standards §2.5, §9 rows 11, 18 and 20). */
import type { ErrorRow } from './types.ts'

/** The codes of air rows. */
export type AirRowCode =
  | 'statement-unreadable'
  | 'forecast-empty'
  | 'forecast-cell-unreadable'
  | 'forecast-date-missing'
  | 'forecast-date-unreadable'
  | 'forecast-date-relative'
  | 'forecast-date-span'
  | 'forecast-date-outside'
  | 'horizon-differs'
  | 'issued-unreadable'
  | 'issued-in-future'
  | 'range-inverted'
  | 'aqi-unreadable'
  | 'aqi-over-scale'
  | 'air-class-unreadable'
  | 'pollutant-unknown'
  | 'averaging-unreadable'
  | 'site-unreadable'
  | 'co-unit-doubtful'
  | 'weather-empty'

/** One row a code. */
export const AIR_ROW_ERRORS: Readonly<Record<AirRowCode, ErrorRow>> = {
  'statement-unreadable': {
    status: 422,
    title: { zh: '预报语句无法识别', en: 'Forecast sentence unreadable' },
    what: {
      zh: '这一句写了空气质量，但其中所指的部分不是可识别的写法，或同时写了几个互不相同的区域。',
      en: 'The sentence tells of the air, but the part named is not written in a form that is read, or it names several areas at once.',
    },
    fix: {
      zh: '每个区域每一天写一句：区域、日期、等级、AQI范围、首要污染物，用逗号分开；说明性的话另起一句。',
      en: 'Write one sentence for an area and a day: area, date, class, AQI range and primary pollutants between commas; put remarks into a sentence of their own.',
    },
    example: '11月16日空气质量先良后差，AQI指数上升',
  },
  'forecast-empty': {
    status: 422,
    title: { zh: '没有预报内容', en: 'Nothing forecast' },
    what: {
      zh: '该行既没有AQI范围，也没有空气质量等级。',
      en: 'The row has neither an AQI range nor a class.',
    },
    fix: {
      zh: '至少填写AQI范围或等级；没有预报的日期不必列出。',
      en: 'Fill in the AQI range or the class; leave out days without a forecast.',
    },
    example: 'AQI范围 = —',
  },
  'forecast-cell-unreadable': {
    status: 422,
    title: { zh: '预报单元格无法识别', en: 'Cell of a forecast unreadable' },
    what: {
      zh: '日期为列名的一格应写等级、AQI范围和首要污染物中的一至三项；其中有一项无法识别，或写了两次。',
      en: 'A cell under a day holds a class, an AQI range and primary pollutants, or some of them; one cannot be read, or stands twice.',
    },
    fix: {
      zh: '写成“良 60~90 PM2.5”，各项之间用空格、逗号或换行分开；没有的项不写。',
      en: 'Write the class, 60~90 and PM2.5 apart by blanks, commas or line breaks; leave out what there is none of.',
    },
    example: '11月16日 = 良 60~90 较差',
  },
  'forecast-date-missing': {
    status: 422,
    title: { zh: '缺少预报日期', en: 'Valid date missing' },
    what: {
      zh: '没有写明预报的是哪一天，语句上方也没有写日期的小标题。',
      en: 'It is not said which day is forecast, neither in the row nor in a heading above the sentence.',
    },
    fix: { zh: '写明预报日期，例如 2026-11-16 或 11月16日。', en: 'Write the valid date, such as 2026-11-16.' },
    example: '成都市：AQI指数60~90',
  },
  'forecast-date-unreadable': {
    status: 422,
    title: { zh: '预报日期无法识别', en: 'Valid date unreadable' },
    what: {
      zh: '预报日期不是可识别的写法，或日历上没有这一天。',
      en: 'The valid date is not written in a form that is read, or there is no such day.',
    },
    fix: { zh: '写成 2026-11-16 或 2026年11月16日。', en: 'Write it as 2026-11-16.' },
    example: '预报日期 = 2026-02-30',
  },
  'forecast-date-relative': {
    status: 422,
    title: { zh: '相对日期没有依据', en: 'Relative day without an issue time' },
    what: {
      zh: '“今天”“明天”等须按发布时间推算，而文件没有写明发布时间。',
      en: 'Words for today or tomorrow count from the time of issue, and the file does not state one.',
    },
    fix: {
      zh: '写明发布时间，例如“发布时间：2026-11-15 16:00”，或直接写日期。',
      en: 'State the time of issue, such as 2026-11-15 16:00, or write the date itself.',
    },
    example: '明天空气质量等级为良，AQI指数60~90',
  },
  'forecast-date-span': {
    status: 422,
    title: { zh: '预报的几天无法确定', en: 'Days of a forecast not told' },
    what: {
      zh: '该句预报几天，但没有写明是哪几天、起讫颠倒、超过预报时效，或与所写的天数不符。',
      en: 'The sentence forecasts several days, but does not say which, ends before it begins, reaches too far, or has another number of days than it says.',
    },
    fix: {
      zh: '写明起讫日期，例如“16日至18日”或“未来三天（16日至18日）”。',
      en: 'Write the first and the last day with a word between them, behind the number of days too where one is stated.',
    },
    example: '未来三天空气质量等级为良，AQI指数60~90',
  },
  'forecast-date-outside': {
    status: 422,
    title: { zh: '预报日超出时效', en: 'Valid date outside the horizon' },
    what: {
      zh: '预报日早于发布日，或在发布日15天之后。',
      en: 'The valid date lies before the day of issue, or more than 15 days after it.',
    },
    fix: { zh: '核对年份、预报日期和发布时间。', en: 'Check the year, the valid date and the time of issue.' },
    example: '发布时间 = 2026-11-15 16:00，预报日期 = 2026-11-10',
  },
  'horizon-differs': {
    status: 422,
    title: { zh: '预报时效与日期不符', en: 'Horizon disagrees with the dates' },
    what: {
      zh: '所报预报时效与发布日至预报日的天数不一致，其中必有一个写错。',
      en: 'The horizon stated is not that from the day of issue to the valid date; one of them is wrong.',
    },
    fix: {
      zh: '时效按发布次日为24小时、第三日为48小时计；改正错的一项，或不报时效。',
      en: 'The day after the day of issue is 24 hours, the next 48; correct the one that is wrong or leave the horizon out.',
    },
    example: '发布时间 = 2026-11-15，预报日期 = 2026-11-16，预报时效 = 48',
  },
  'issued-unreadable': {
    status: 422,
    title: { zh: '发布时间无法识别', en: 'Time of issue unreadable' },
    what: {
      zh: '发布时间不是可识别的写法，或日历上没有这一天、这一时刻。',
      en: 'The time of issue is not written in a form that is read, or there is no such day or hour.',
    },
    fix: { zh: '写成北京时间 2026-11-15 16:00。', en: 'Write Beijing time as 2026-11-15 16:00.' },
    example: '发布时间 = 2026-11-31 16:00',
  },
  'issued-in-future': {
    status: 422,
    title: { zh: '发布时间在未来', en: 'Time of issue in the future' },
    what: { zh: '发布时间晚于报送时刻。', en: 'The time of issue lies after the time of submission.' },
    fix: {
      zh: '核对年月日和时区；预报在发布之后报送。',
      en: 'Check the date and the zone; send a forecast once it has been issued.',
    },
    example: '发布时间 = 2062-11-15 16:00',
  },
  'range-inverted': {
    status: 422,
    title: { zh: '范围上下限颠倒', en: 'Range turned round' },
    what: {
      zh: '范围的下限大于上限，无法判断是写反还是写错。',
      en: 'The lower end exceeds the upper; whether they were exchanged or mistyped cannot be told.',
    },
    fix: { zh: '核对后按“下限~上限”书写。', en: 'Check both and write the lower end first.' },
    example: 'AQI范围 = 104~74',
  },
  'aqi-unreadable': {
    status: 422,
    title: { zh: 'AQI无法识别', en: 'AQI unreadable' },
    what: {
      zh: 'AQI应为整数，预报中也可以是整数范围。',
      en: 'The AQI is a whole number, in a forecast also a range of whole numbers.',
    },
    fix: { zh: '写成 74 或 74~104；没有时留空或写 —。', en: 'Write 74 or 74~104; leave it empty when there is none.' },
    example: 'AQI范围 = 约80',
  },
  'aqi-over-scale': {
    status: 422,
    title: { zh: 'AQI超出量程', en: 'AQI off the scale' },
    what: {
      zh: 'AQI自0至500，超过500的一律按500报送（HJ 633）。',
      en: 'The AQI runs from 0 to 500 and stops there (HJ 633).',
    },
    fix: { zh: '改正笔误；确为爆表的写500。', en: 'Correct the figure; where the scale is exceeded write 500.' },
    example: 'AQI范围 = 480~620',
  },
  'air-class-unreadable': {
    status: 422,
    title: { zh: '空气质量等级无法识别', en: 'Air quality class unreadable' },
    what: {
      zh: '空气质量等级不是六个级别或其范围的可识别写法。',
      en: 'The class is not a form of the six classes, or of a span of them, that is read.',
    },
    fix: {
      zh: '写成 优、良、轻度污染、中度污染、重度污染、严重污染，或范围如“良至轻度污染”；监测数据只写一个级别。',
      en: 'Write one of the six classes as the standard names them, or in a forecast a span of two; 1 to 6 are read too, with the word for grade.',
    },
    example: '空气质量等级 = 较好',
  },
  'pollutant-unknown': {
    status: 422,
    title: { zh: '首要污染物不明', en: 'Primary pollutant unknown' },
    what: {
      zh: '首要污染物不在SO2、NO2、CO、O3、PM10、PM2.5六项之内。',
      en: 'The primary pollutant is none of SO2, NO2, CO, O3, PM10 and PM2.5.',
    },
    fix: {
      zh: '写成六项之一，几项之间用“、”分开；没有时写 — 或“无”。',
      en: 'Write one of the six, several apart by commas; leave it empty when there is none.',
    },
    example: '首要污染物 = PM1',
  },
  'averaging-unreadable': {
    status: 422,
    title: { zh: '平均时段无法识别', en: 'Averaging unreadable' },
    what: { zh: '平均时段应为小时、8小时或日。', en: 'The averaging is an hour, eight hours or a day.' },
    fix: { zh: '写成 小时、8小时 或 日，也可写 1h、8h、24h。', en: 'Write 1h, 8h or 24h.' },
    example: '平均时段 = 周均',
  },
  'site-unreadable': {
    status: 422,
    title: { zh: '站点名称或编码不可用', en: 'Station name or code unusable' },
    what: {
      zh: '站点名称或编码过长，或编码中有空白，不能作为标识。',
      en: 'The name or code of the station is too long, or the code holds blanks, so it cannot identify it.',
    },
    fix: {
      zh: '写站点本身的名称（64字以内）或编码（32字以内）。',
      en: "Write the station's own name (up to 64 characters) or code (up to 32).",
    },
    example: '站点编码 = 1428 A',
  },
  'co-unit-doubtful': {
    status: 422,
    title: { zh: 'CO单位存疑', en: 'CO in a doubtful unit' },
    what: {
      zh: 'CO按 mg/m³ 报送，所报数值大得不可能是环境空气，多半是 μg/m³；单位从不按大小推断。',
      en: 'CO is told in mg/m³, and the figure is larger than ambient air has; it is most likely in μg/m³. The unit is never guessed from the size.',
    },
    fix: {
      zh: '把列名写成 CO(μg/m³)，由网关换算并注明；或改报 mg/m³。',
      en: 'Head the column CO(μg/m³), which the gateway converts and notes, or send mg/m³.',
    },
    example: 'CO = 1300',
  },
  'weather-empty': {
    status: 422,
    title: { zh: '没有气象条件', en: 'No weather told' },
    what: {
      zh: '该行的天气、气温、风、降水、湿度、混合层高度、气象条件等级全都空着。',
      en: 'The row has neither weather nor temperature, wind, precipitation, humidity, mixing height or grade of the conditions.',
    },
    fix: {
      zh: '至少填写一项；没有的项留空，不要填 0；没有气象条件的日期不必列出。',
      en: 'Fill in one of them at least; leave empty what there is none of, and never write 0 for it; leave out days without any.',
    },
    example: '天气 = —，降水量 = ',
  },
}
