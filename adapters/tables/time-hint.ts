/** What is wrong with a time that cannot be read, where its writing tells: the export it comes from, or why nobody could know. */
import type { Bilingual } from '../../contracts/types.ts'

const HINTS: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^\d{1,2}-(?:\d{1,2}月 ?|[A-Z]{3})-\d{2}$/i,
    {
      zh: "这是 Oracle 的默认日期格式，导出时已丢失时刻；导出前先执行 ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
      en: "this is Oracle's default for dates, which drops the time of day; before exporting, ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
    },
  ],
  [
    /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:\D|$)/,
    {
      zh: '年、月、日的先后无从确定，请把四位年份写在最前',
      en: 'which is year, month and day cannot be told; write the year first, with four digits',
    },
  ],
  [
    /^\d{5}(?:\.\d+)?$/,
    {
      zh: '这是电子表格的日期序号，离开工作簿就无从得知从哪一天数起；请报送 .xlsx，或先把该列设为日期格式再导出',
      en: 'this is a date as a spreadsheet counts it, and outside its workbook nobody knows from which day; send the .xlsx, or format the column as dates and export again',
    },
  ],
  [/[:：]\d{2}\.\d*[1-9]/, { zh: '时刻读到秒，不读小数', en: 'times are read to the second, without fractions' }],
]

/** What follows, in a refusal, the sentence that a time cannot be read: the hint, or an example. */
export function timeHint(text: string): Bilingual {
  const [, hint] = HINTS.find(([pattern]) => pattern.test(text.trim())) ?? []
  return hint ?? { zh: '例：2026-03-01 12:00', en: 'for example: 2026-03-01 12:00' }
}
