/** What each figure of scores means, in both languages; the answer brings them along. */
import { USUAL_RANGE } from '../../adapters/standards/forecast-score.ts'
import { FEW } from '../../adapters/standards/forecast-tally.ts'
import type { Bilingual } from '../../contracts/types.ts'

/** By the names the answer uses. */
export const SCORE_DEFINITIONS = {
  forecasts: {
    zh: '预报数：一个区域、一个预报日、一次发布算一个；联合预报每个已发布版本的每个区域日算一个',
    en: 'forecasts: one area, one valid day, one issue; of the joint forecast one area and day of each published edition',
  },
  reviewed: { zh: '以已审核或终审的日均监测评定', en: 'scored against a day that was reviewed or is final' },
  provisional: { zh: '当日只有未审核监测，另行暂计', en: 'of the day there are raw figures alone: counted apart' },
  late: {
    zh: '预报日开始后才进入账本（当日预报为预报日结束后），不评定',
    en: 'came into the ledger after its day had begun (a forecast of the day of issue: had ended); not scored',
  },
  otherEdition: {
    zh: '所用 HJ 633 版本与预报日施行的不同，不可比',
    en: 'by another edition of HJ 633 than the day’s; the two do not compare',
  },
  zone: { zh: '预报片区，没有片区监测，不评定', en: 'of a zone, of which there are no observations' },
  notRead: { zh: '超出读取上限，该区域监测未读完', en: 'the area’s observations were not all read: past the limit' },
  noObservation: { zh: '没有当日监测', en: 'no observation of the day' },
  incomplete: {
    zh: '当日六项污染物不全，或小时数不足，AQI 只是下限，不评定',
    en: 'of the day a pollutant is missing or has too few hours: its AQI is only the least it may have been; not scored',
  },
  revisedLate: {
    zh: '预报日开始后又被修订：按开始前的版本评定',
    en: 'revised after their day had begun: scored as they stood before',
  },
  horizon: {
    zh: '预报时效：预报日减发布日；联合预报为预报日减发布（双方签发）之日',
    en: 'horizon: valid day less day of issue; of the joint forecast less the day both had signed',
  },
  season: {
    zh: '春 3–5、夏 6–8、秋 9–11、冬 12–2 月',
    en: 'spring March–May, summer June–August, autumn September–November, winter December–February',
  },
  class: {
    zh: '级别命中率：实测级别在预报级别范围内',
    en: 'class hit rate: the observed class lay within the classes forecast',
  },
  range: {
    zh: '范围命中率：实测 AQI 在预报范围内；只报级别的不计',
    en: 'range hit rate: the observed AQI lay within the range forecast; forecasts of a class alone do not count',
  },
  middle: {
    zh: `中值命中率：实测 AQI 与预报范围中值之差不超过 ${USUAL_RANGE.halfWidth}，与范围宽窄无关；${USUAL_RANGE.rule.zh}（可信度 ${USUAL_RANGE.confidence}）`,
    en: `middle hit rate: the observed AQI lay within ${USUAL_RANGE.halfWidth} of the range’s middle, however wide the range. ${USUAL_RANGE.rule.en} (confidence ${USUAL_RANGE.confidence})`,
  },
  primary: {
    zh: '首要污染物命中率：实测首要污染物至少一项在预报之列；实测为优的日子没有首要污染物，不计；没有写明的算未命中',
    en: 'primary pollutant hit rate: at least one observed was forecast; days of the first class have none and do not count; a forecast that names none misses',
  },
  bias: {
    zh: '偏差：预报范围中值减实测 AQI 的平均；正为偏高',
    en: 'bias: mean of the range’s middle less the observed AQI; above 0 the forecasts were too high',
  },
  mae: {
    zh: '平均绝对误差：上述差的绝对值的平均',
    en: 'mean absolute error: mean of that difference’s absolute value',
  },
  width: { zh: '预报范围平均宽度：上限减下限', en: 'mean width of the ranges: upper less lower end' },
  pairs: {
    zh: '联合值与各方的比较：只取同一次会商中两者都有的区域日；各方的值是双方议定时账本里的最新一次预报',
    en: 'joint value against each voice: only city-days of one consultation that both spoke of; each voice by its newest issue in the ledger when both agreed',
  },
  better: { zh: '联合值绝对误差较小', en: 'the joint value had the smaller absolute error' },
  equal: {
    zh: '两者绝对误差相等（多为取了该方的值）',
    en: 'both had the same (mostly where that side’s value was taken)',
  },
  worse: { zh: '联合值绝对误差较大', en: 'the joint value had the larger' },
  difference: {
    zh: '联合值减该方：误差为负、命中率（百分点）为正即联合值较好',
    en: 'the joint value’s less the other’s: joining helped where an error is below 0, a hit rate (percentage points) above',
  },
  few: { zh: `已审核的不足 ${FEW} 个，说明不了什么`, en: `fewer than ${FEW} reviewed: they say little` },
  nearest: {
    zh: '绝对误差最小者，可并列；三者误差不全时不判',
    en: 'those with the smallest absolute error; none where not all three errors are known',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What holds for all of it. */
export const SCORE_NOTES: readonly Bilingual[] = [
  { zh: '只供双方使用，不公开', en: 'For the two sides alone, never public' },
  {
    zh: '预报按发布时的样子计，以账本时间为准；只与区域（市州、区县）的日均监测比较，不由站点推算',
    en: 'Forecasts count as they were issued, by the ledger’s clock; against days of areas as they were sent or follow from the area’s hours, never worked out from stations',
  },
]
