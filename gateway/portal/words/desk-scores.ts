/** Words of the page of scores. What each figure means are the words of the answer itself (gateway/scores/definitions.ts). */
import { type Standing, USUAL_RANGE } from '../../../adapters/standards/forecast-score.ts'
import type { Season } from '../../../adapters/standards/season.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { Unscored, Voice } from '../../scores/basis.ts'
import type { Counts } from '../../scores/groups.ts'

/** All of them but those every page of the desk uses. */
export const DESK_SCORES = {
  title: { zh: '预报评分', en: 'How forecasts turned out' },
  lead: {
    zh: '双方的预报和联合预报，按发布时的样子存着，与后来审核过的监测相比。只供双方使用，不公开。',
    en: 'Both sides’ forecasts and the joint one, kept as they were issued, against what was later observed and reviewed. For the two sides alone.',
  },
  nav: { zh: '评分', en: 'Scores' },
  from: { zh: '预报日，自', en: 'Valid days, from' },
  to: { zh: '至', en: 'to' },
  party: { zh: '谁的预报', en: 'Whose forecasts' },
  bothSides: { zh: '双方', en: 'Both sides' },
  area: { zh: '区域', en: 'Area' },
  allAreas: { zh: '全部', en: 'All' },
  otherArea: { zh: '其他', en: 'Other' },
  horizon: { zh: '时效', en: 'Horizon' },
  allHorizons: { zh: '全部', en: 'All' },
  group: { zh: '再按什么分开', en: 'Told apart by' },
  show: { zh: '查看', en: 'Show' },
  fault: { zh: '条件有误，没有计算', en: 'The question is not sound; nothing was worked out' },
  cut: { zh: '没有读完', en: 'Not all was read' },
  cutForecasts: {
    zh: '预报记录超过上限，只计了先入账本的一部分；请缩短日期或选一个区域。',
    en: 'There are more forecasts than the limit: only the first in the ledger count. Ask for fewer days or one area.',
  },
  cutAreas: {
    zh: '监测记录超过上限，下列区域全部未计：',
    en: 'There are more observations than the limit. These areas are left out whole: ',
  },
  none: { zh: '这些日子还没有可评的预报', en: 'No forecast of these days can be scored yet' },
  noneText: {
    zh: '要有预报日开始前入账的预报，以及该区域六项污染物齐全的日均监测。下面写明每个预报为何未评。',
    en: 'It takes a forecast that was in the ledger before its day began, and a day of that area with all six pollutants. Below it says why each was not scored.',
  },
  joining: { zh: '联合有没有用', en: 'Did joining help?' },
  joiningLead: {
    zh: '联合值与各方当时的值，只在同一次会商、同一区域日上比。误差是预报范围中值与实测 AQI（无量纲）之差。',
    en: 'The joint value against what each said then, on the same city-days of the same consultation alone. An error is the range’s middle less the observed AQI (no unit).',
  },
  against: { zh: '与谁比', en: 'Against' },
  standing: { zh: '监测', en: 'Observed' },
  n: { zh: '个数 n', en: 'n' },
  nearer: { zh: '联合值较近 / 相同 / 较远', en: 'Joint nearer / equal / farther' },
  maeBoth: { zh: '平均绝对误差：联合 / 该方', en: 'Mean absolute error: joint / theirs' },
  difference: { zh: '差', en: 'difference' },
  points: { zh: '百分点', en: 'points' },
  classBoth: { zh: '级别命中率：联合 / 该方', en: 'Class hits: joint / theirs' },
  rangeBoth: { zh: '范围命中率：联合 / 该方', en: 'Range hits: joint / theirs' },
  noPairs: {
    zh: '这些日子还没有可比的联合值。',
    en: 'There is no joint value of these days to compare yet.',
  },
  each: { zh: '各自的成绩', en: 'Each on its own' },
  eachLead: {
    zh: '命中率以百分数计，括号内为命中数与个数；偏差、误差、宽度为 AQI（无量纲）。',
    en: 'Hit rates in percent, hits and n in brackets; bias, error and width in AQI (no unit).',
  },
  who: { zh: '谁', en: 'Who' },
  class: { zh: '级别', en: 'Class' },
  range: { zh: '范围', en: 'Range' },
  middle: { zh: `中值 ±${USUAL_RANGE.halfWidth}`, en: `Middle ±${USUAL_RANGE.halfWidth}` },
  primary: { zh: '首要污染物', en: 'Primary pollutant' },
  bias: { zh: '偏差', en: 'Bias' },
  mae: { zh: '平均绝对误差', en: 'Mean abs. error' },
  width: { zh: '范围宽度', en: 'Range width' },
  season: { zh: '季节', en: 'Season' },
  few: { zh: '个数少', en: 'few' },
  diverged: { zh: '双方不一致的区域日', en: 'Where the two sides differed' },
  divergedLead: {
    zh: '议定时双方的值不同：各自说了什么、议定了什么、后来怎样、谁最接近。结果未知的也列着。',
    en: 'What each said when both agreed, what was agreed, what came, and who was nearest. Those not known yet are listed too.',
  },
  noneDiverged: {
    zh: '这些日子没有双方不一致而议定的值。',
    en: 'There are no agreed values of these days on which the sides differed.',
  },
  when: { zh: '区域与预报日', en: 'Area and day' },
  joint: { zh: '联合值', en: 'Joint value' },
  came: { zh: '实测', en: 'Observed' },
  nearest: { zh: '最接近', en: 'Nearest' },
  error: { zh: '误差', en: 'error' },
  classAlone: { zh: '只报了级别', en: 'class alone' },
  counts: { zh: '预报都去了哪里', en: 'What became of every forecast' },
  meaning: { zh: '各项含义', en: 'What the figures mean' },
  data: { zh: '数据', en: 'Data' },
  asOf: { zh: '账本大小', en: 'ledger size' },
} as const satisfies Record<string, Bilingual>

/** Whose forecasts; a side's name comes before. */
export const VOICE: Readonly<Record<Voice, Bilingual>> = {
  own: { zh: '本方预报', en: 'own areas' },
  second: { zh: '第二意见', en: 'second opinion' },
  guidance: { zh: '西南区域中心指导预报', en: 'Guidance of the Southwest regional centre' },
  joint: { zh: '联合预报', en: 'Joint forecast' },
}

/** Against which days. */
export const STANDING: Readonly<Record<Standing, Bilingual>> = {
  reviewed: { zh: '已审核', en: 'reviewed' },
  provisional: { zh: '暂计（未审核）', en: 'provisional (raw)' },
}

/** Seasons. */
export const SEASON: Readonly<Record<Season, Bilingual>> = {
  spring: { zh: '春', en: 'spring' },
  summer: { zh: '夏', en: 'summer' },
  autumn: { zh: '秋', en: 'autumn' },
  winter: { zh: '冬', en: 'winter' },
}

/** What became of forecasts, in short. */
export const COUNTED: Readonly<Record<keyof Counts, Bilingual>> = {
  forecasts: { zh: '预报', en: 'Forecasts' },
  reviewed: { zh: '已评', en: 'Scored' },
  provisional: { zh: '暂计', en: 'Provisional' },
  late: { zh: '来迟', en: 'Came late' },
  otherEdition: { zh: '标准版本不同', en: 'Other edition' },
  zone: { zh: '片区', en: 'Zones' },
  notRead: { zh: '未读完', en: 'Not read' },
  noObservation: { zh: '没有监测', en: 'No observation' },
  incomplete: { zh: '监测不全', en: 'Incomplete day' },
  revisedLate: { zh: '其中事后修订', en: 'Of these revised late' },
}

/** Why it is not known how a day turned out. */
export const WHY: Readonly<Record<Unscored, Bilingual>> = {
  late: COUNTED.late,
  otherEdition: COUNTED.otherEdition,
  zone: COUNTED.zone,
  notRead: COUNTED.notRead,
  noObservation: { zh: '还没有监测', en: 'no observation yet' },
  incomplete: { zh: '监测不全', en: 'incomplete day' },
}

/** What scores can be told apart by, by the value of the field. */
export const GROUP: Readonly<Record<string, Bilingual>> = {
  horizon: { zh: '时效', en: 'horizon' },
  season: { zh: '季节', en: 'season' },
  area: { zh: '区域', en: 'area' },
  'horizon,season': { zh: '时效与季节', en: 'horizon and season' },
  'season,area': { zh: '季节与区域', en: 'season and area' },
  none: { zh: '不再分', en: 'nothing more' },
}

/** `24 小时`. */
export function hoursText(hours: number): Bilingual {
  return { zh: `${hours} 小时`, en: `${hours} h` }
}

/** What joining came to, in a sentence: over `n` city-days of which the days were reviewed. */
export function joinedText(
  counts: Readonly<Record<'n' | 'better' | 'equal' | 'worse', number>>,
  few: boolean,
): Bilingual {
  const { n, better, equal, worse } = counts
  return {
    zh: `与各方对本方区域的预报相比，已审核的 ${n} 个区域日中，联合值较近 ${better} 个、相同 ${equal} 个、较远 ${worse} 个${few ? '；个数太少，说明不了什么' : ''}。`,
    en: `Against each side’s forecast of its own areas, on ${n} reviewed city-days the joint value was nearer on ${better}, equal on ${equal}, farther on ${worse}${few ? '; they are too few to say much' : ''}.`,
  }
}

/** How many of the divergences are on the page. */
export function shownOf(shown: number, found: number): Bilingual {
  return { zh: `共 ${found} 个，列出最近 ${shown} 个`, en: `${found} in all, the newest ${shown} are listed` }
}
