/** Words of the evidence for a row: what was observed, and how the last issues of both sides turned out. */
import type { AirObservationRecord } from '../../../contracts/air-observation/record.ts'
import type { Bilingual } from '../../../contracts/types.ts'

/** Review states of an observation. */
export const REVIEW: Readonly<Record<AirObservationRecord['review'], Bilingual>> = {
  raw: { zh: '未审核', en: 'raw' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  final: { zh: '终审', en: 'final' },
}

/** Words of the page. */
export const EVIDENCE = {
  title: { zh: '依据', en: 'Evidence' },
  observed: { zh: '72 小时实况', en: 'Observed, 72 hours' },
  until: { zh: '截至', en: 'until' },
  noHours: {
    zh: '这 72 小时没有收到本区域的小时实况。',
    en: 'No hourly observation of this area was received for these 72 hours.',
  },
  partial: {
    zh: '记录较多，只读了一部分，可能不全。',
    en: 'There are many records; only some were read, so that some may be missing.',
  },
  unit: { zh: 'AQI（无量纲），小时值', en: 'AQI (no unit), by the hour' },
  latest: { zh: '最新', en: 'latest' },
  lowest: { zh: '最低', en: 'lowest' },
  highest: { zh: '最高', en: 'highest' },
  table: { zh: '逐时数值', en: 'Hour by hour' },
  time: { zh: '时间（北京时间）', en: 'Time (Beijing time)' },
  primary: { zh: '首要污染物', en: 'Primary pollutants' },
  review: { zh: '审核状态', en: 'Review' },
  lastIssues: { zh: '近 7 天的预报与实况', en: 'Forecast and observed, last 7 days' },
  lastIssuesText: {
    zh: '预报日开始前已入账的各方最后一次预报，与当日实况日值（没有日值的由小时值算出）相比；落在预报范围内为命中。',
    en: 'The last forecast of each side that was in the ledger before the day began, against the day as observed (worked out from its hours where it was not sent); within the range it is a hit.',
  },
  day: { zh: '日期', en: 'Day' },
  value: { zh: '实况', en: 'Observed' },
  noDays: {
    zh: '这 7 天既没有收到预报，也没有收到日值。',
    en: 'Neither forecasts nor daily values were received for these 7 days.',
  },
  noDay: { zh: '未收到日值', en: 'no daily value' },
  incomplete: { zh: '数据不全，不作比较', en: 'incomplete, not compared' },
  noForecast: { zh: '未提供', en: 'not given' },
  hit: { zh: '命中', en: 'hit' },
  classHit: { zh: '等级命中', en: 'class hit' },
  classMiss: { zh: '等级未中', en: 'class missed' },
  otherEdition: { zh: '两者所按标准版本不同，不比较', en: 'told by different editions, not compared' },
} as const satisfies Record<string, Bilingual>

/** A forecast that lay too low or too high, and by how much. */
export function missText(by: number): Bilingual {
  return by > 0 ? { zh: `偏低 ${by}`, en: `${by} too low` } : { zh: `偏高 ${-by}`, en: `${-by} too high` }
}
