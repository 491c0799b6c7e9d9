/** Words of forecasts: cities and days, zones and weeks, what is missing, and where a value is from. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Take } from '../../release/consultation/acts.ts'
import type { ForecastGapReason } from '../../release/release-types.ts'
import { integer, plural } from '../lang.ts'
import { PARTY } from './common.ts'

/** Headings and labels. */
export const AIR = {
  table: { zh: '逐市逐日预报', en: 'By city and day' },
  outlookTable: { zh: '逐片区展望', en: 'By zone' },
  counties: { zh: '区县', en: 'Districts and counties' },
  gaps: { zh: '没有预报的区域', en: 'Areas without a forecast' },
  reasons: { zh: '说明了理由的取值', en: 'Values given with a reason' },
  health: { zh: '级别与健康提示', en: 'Grades and health advice' },
  area: { zh: '区域', en: 'Area' },
  city: { zh: '市（州）', en: 'City' },
  zone: { zh: '片区', en: 'Zone' },
  day: { zh: '日期', en: 'Day' },
  grade: { zh: '级别', en: 'Grade' },
  aqi: { zh: 'AQI 范围', en: 'AQI range' },
  primary: { zh: '首要污染物', en: 'Primary pollutant' },
  noPrimary: { zh: '无首要污染物', en: 'no primary pollutant' },
  value: { zh: '值', en: 'Value' },
  reason: { zh: '理由', en: 'Reason' },
  source: { zh: '取自', en: 'Taken from' },
  counts: { zh: '按级别计数', en: 'Counted by grade' },
  countsNote: {
    zh: '跨级的预报按范围计一次；重庆全市计为一个。',
    en: 'A forecast across grades is counted once, as a range; Chongqing as a whole counts as one.',
  },
  zonesNote: {
    zh: '跨级的预报按范围计一次；重庆、四川的片区各自计数。',
    en: 'A forecast across grades is counted once, as a range; each zone of either side counts as one.',
  },
  none: { zh: '无预报', en: 'no forecast' },
  noneAll: { zh: '每个区域、每一天都有预报。', en: 'Every area has a forecast on every day.' },
  gapsLead: {
    zh: '没有预报的区域照实列出，不插补，也不以邻近区域代替。',
    en: 'Areas without a forecast are named, never filled in and never replaced by a neighbour.',
  },
  noReasons: {
    zh: '没有：各值都取归属方的预报，或未另附理由。',
    en: 'None: each value is its own side’s forecast, or was taken without a reason given.',
  },
  forecast: { zh: '预报', en: 'Forecast by' },
  kind: { zh: '性质', en: 'Kind of figure' },
  kindText: {
    zh: '预报值，不是监测值；双方审核岗同意后由签发岗签署',
    en: 'Forecast, not measured; agreed by a reviewer of each side, then signed',
  },
  register: { zh: '区划与片区登记册', en: 'Register of divisions and zones' },
  tableLead: {
    zh: '级别与 AQI 为当日均值的预报范围，AQI 无量纲。取自另一方或双方并集的值另行注明。',
    en: 'Grades and AQI are the range forecast for the day; the AQI has no unit. Values that are the other side’s, or both together, say so.',
  },
  outlookLead: {
    zh: '片区一周的级别与 AQI 范围，AQI 无量纲；每一片区注明依据哪几天的预报。',
    en: 'The range of grades and AQI of each zone over the week; the AQI has no unit. Each names the days it is read from.',
  },
  sourceWhole: { zh: '全期', en: 'Whole release' },
  cell: { zh: '预报', en: 'Forecast' },
  csv: {
    zh: '逐区域逐日表，UTF-8（含 BOM），可用 Excel 或 WPS 打开',
    en: 'A row an area and day, UTF-8 with BOM, opens in a spreadsheet',
  },
  geojson: {
    zh: '区域要素，不含边界线；按区域编号与地图关联',
    en: 'Areas as features without outlines; join them to a map by their ids',
  },
  xlsx: {
    zh: '逐区域逐日表与说明页，Excel、WPS 直接打开',
    en: 'A row an area and day, and a sheet about the release, for any spreadsheet',
  },
} as const satisfies Record<string, Bilingual>

/** Why an area has no forecast. */
export const GAP: Readonly<Record<ForecastGapReason, Bilingual>> = {
  'no-forecast': { zh: '双方均未预报', en: 'Neither side forecast it' },
  'not-taken': {
    zh: '归属方未预报，另一方的预报未采用',
    en: 'Its own side did not forecast it, and the other’s was not taken',
  },
}

/** Whose value a cell has; null where it is the owning side's own, which goes without saying. */
export function takenFrom(take: Take, owner: PartyId): Bilingual | null {
  if (take === owner) return null
  if (take === 'own') return { zh: '双方另定', en: 'set by both sides' }
  if (take === 'union') return { zh: '双方并集', en: 'both together' }
  return { zh: `取自${PARTY[take].zh}`, en: `from ${PARTY[take].en}` }
}

/** `22 个市（州）`, `22 cities`; `zones` for an outlook. */
export function areaCount(count: number, zones: boolean): Bilingual {
  if (zones) return { zh: `${integer(count)} 个片区`, en: plural(count, 'zone') }
  return { zh: `${integer(count)} 个市（州）`, en: plural(count, 'city', 'cities') }
}

/** How many areas there are beyond those listed. */
export function moreAreas(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 个区县，见下载的表格。`,
    en: `${plural(count, 'more district or county', 'more districts and counties')} in the files below.`,
  }
}

/** How many values with a reason there are beyond those listed. */
export function moreReasons(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 个值，理由见下载的表格。`,
    en: `${plural(count, 'more value')} with a reason in the files below.`,
  }
}

/** How many cells a side's forecast stands in. */
export function cellsOf(side: Bilingual, count: number): Bilingual {
  return { zh: `${side.zh}区域：${integer(count)} 个值`, en: `${side.en}’s areas: ${plural(count, 'value')}` }
}

/** The days an outlook is read from. */
export function readFrom(days: string, derived: boolean): Bilingual {
  return {
    zh: `依据${days}的预报${derived ? '（由片区内各地预报推得）' : ''}`,
    en: `read from the forecasts for ${days}${derived ? ' of the areas in the zone' : ''}`,
  }
}
