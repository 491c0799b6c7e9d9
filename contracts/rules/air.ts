/** Rules of air observations: averaging, the index by its edition, the state of gases, stations and their places. */
import type { Rules } from './types.ts'

const STATE = { clause: 'GB 3095-2012 修改单（2018-09-01 起气体为 298.15 K）', confidence: 'M-high' } as const
const INDEX = { clause: 'HJ 633-2012；HJ 633-2026', confidence: 'V2' } as const

/** Rules by id. */
export const AIR_RULES: Rules = {
  'midnight-read-as-day': {
    zh: '日均值的时间写作零点，按所写的那一天读取，而不是在该零点结束的前一天',
    en: 'The mean of a day bears a midnight; it is the day written, not the day that ends then',
  },
  'ozone-taken-as-8h': {
    zh: '日数据的臭氧列未注明平均时段，按日最大 8 小时滑动平均读取',
    en: "The ozone of a day says no averaging; it was read as the day's maximum 8-hour mean",
    basis: INDEX,
  },
  'column-derived': {
    zh: '该列是同一时段的另一种均值（滑动或最大），可由小时值得出，不另存',
    en: 'The column is another mean of the same time (sliding or maximum), which follows from the hours; it is not kept twice',
  },
  'aqi-differs': {
    zh: '所报 AQI 与网关按时段内现行版本计算的不同；两者并存，计算值只是建议',
    en: 'The AQI sent is not the one computed by the edition in force; both are kept, the computed one as a suggestion',
    basis: INDEX,
  },
  'aqi-not-available': {
    zh: '污染物不齐且 AQI 不超过 100，按标准不给出 AQI（NA）',
    en: 'Pollutants are missing and the AQI is not above 100: the standard gives none (NA)',
    basis: { clause: 'HJ 633-2026 §5.3', confidence: 'V1' },
  },
  'primary-differs': {
    zh: '所报首要污染物与计算的不同；两者并存',
    en: 'The primary pollutants sent are not the computed ones; both are kept',
    basis: INDEX,
  },
  'primary-unreadable': {
    zh: '首要污染物的写法无法识别；所报一栏留空',
    en: 'The primary pollutants cannot be read; what was reported is left empty',
  },
  'standard-not-in-force': {
    zh: '该时段没有现行的空气质量指数标准；不计算 AQI，浓度照收',
    en: 'No edition of the index was in force at the time; no AQI is computed, the concentrations are kept',
    basis: { clause: 'HJ 633-2012（2016-01-01 起施行）', confidence: 'V2' },
  },
  'reference-state-differs': {
    zh: '所报气体状态与该日规定的不同；记录取所报状态，浓度不作换算',
    en: 'The state of gases stated is not the one prescribed on that day; the record has the stated one, and figures are not converted',
    basis: STATE,
  },
  'reference-state-unreadable': {
    zh: '气体状态的写法无法识别；记录中留空',
    en: 'The state of gases cannot be read; the record leaves it empty',
    basis: STATE,
  },
  'gas-state-converted': {
    zh: '气体浓度由另一参比状态按温度之比换算，四舍六入五成双一次',
    en: 'A gas was brought from another reference state by the ratio of temperatures, rounded once, half to even',
    basis: STATE,
  },
  'area-alias': {
    zh: '所报是城市、区县或片区的另一名称；记录取登记的名称',
    en: 'Another name of the city, county or zone was sent; the record has the registered one',
  },
  'area-not-stated': {
    zh: '只有站点编码而未写所在城市；站点所在地留空',
    en: 'The station is told by its code alone; where it lies is left empty',
  },
  'coordinates-without-crs': {
    zh: '有经纬度而未写明坐标系；不猜测，坐标留空',
    en: 'The position has no reference system; none is guessed, and the position is left empty',
  },
  'coordinates-converted': {
    zh: '坐标由 GCJ-02 或 BD-09 换算为 CGCS2000',
    en: 'The position was brought from GCJ-02 or BD-09 to CGCS2000',
  },
  'coordinates-unreadable': {
    zh: '经纬度不是角度；坐标留空',
    en: 'Longitude or latitude is no angle; the position is left empty',
  },
}
