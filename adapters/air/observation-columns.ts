/** Which column of an observation file is what: the headings both sides and the national publication use. Standards §9 rows 18 and 20. */
import type { Averaging, Pollutant } from '../../contracts/standards/air-types.ts'
import { POINT_HEADINGS } from '../formats/geojson.ts'
import type { AreaField } from './area-fault.ts'
import { plainHeading } from './cells.ts'
import { codeHeading } from './frame.ts'
import { type PollutantHeading, parsePollutantHeading } from './pollutants.ts'

/** What a column says of an observation, beside its concentrations. */
export type ObservationField =
  | AreaField
  | 'siteCode'
  | 'siteName'
  | 'time'
  | 'date'
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'averaging'
  | 'command'
  | 'system'
  | 'aqi'
  | 'class'
  | 'primary'
  | 'state'
  | 'originator'
  | 'review'
  | 'longitude'
  | 'latitude'
  | 'crs'
  | 'pointLongitude'
  | 'pointLatitude'
  | 'type'
  | 'value'

const HEADINGS: readonly (readonly [ObservationField, ...string[]])[] = [
  ['province', '省份', '省市', '省', 'province'],
  ['city', '城市', '城市名称', '市州', '地市', '市', 'city', 'cityname', 'area'],
  ['county', '区县', '县区', '县市区', '区(县)', 'county', 'district'],
  ['area', '区域', '地区', '所在区域'],
  ['areaCode', '区划代码', '行政区划代码', '城市编码', '城市代码'],
  ['siteCode', '站点编码', '站点编号', '点位编码', '点位编号', '监测点编码', 'stationcode', 'sitecode', 'site', 'mn'],
  ['siteName', '站点名称', '点位名称', '监测点位', '监测点名称', '站点', '点位', 'positionname', 'stationname'],
  ['time', '监测时间', '数据时间', '时间', 'timepoint', 'time', 'datetime', 'monitortime'],
  ['date', '监测日期', '日期', 'date'],
  ['year', '年', 'year'],
  ['month', '月', 'month'],
  ['day', '日', 'day'],
  ['hour', '小时', '时次', '时', 'hour'],
  ['averaging', '平均时段', '数据类型', '统计类型', '时间类型', 'averaging'],
  ['command', '数据类型(cn)'],
  ['system', '系统(st)'],
  ['aqi', 'aqi', '空气质量指数', 'aqi指数', '空气质量指数(aqi)'],
  ['class', '空气质量等级', '空气质量类别', '空气质量级别', '等级', '类别', '级别', 'quality', 'class', 'level'],
  ['primary', '首要污染物', 'primarypollutant', 'primary'],
  ['state', '参比状态', '监测状态', '状态'],
  ['originator', '数据来源', '数据生产单位', 'originator'],
  ['review', '审核状态', '数据状态', 'review'],
  ['longitude', '经度', 'longitude', 'lon', 'lng'],
  ['latitude', '纬度', 'latitude', 'lat'],
  ['crs', '坐标系', '坐标系统', 'crs'],
  ['pointLongitude', POINT_HEADINGS.longitude],
  ['pointLatitude', POINT_HEADINGS.latitude],
  ['type', '监测项目', '污染物', '指标', '要素', 'type', 'pollutant'],
  ['value', '监测值', '浓度', '数值', 'value', 'concentration'],
]

const BY_HEADING: ReadonlyMap<string, ObservationField> = new Map(
  HEADINGS.flatMap(([field, ...headings]) => headings.map((heading): [string, ObservationField] => [heading, field])),
)

/** The field a heading means; undefined when it means none. */
export function observationField(heading: string): ObservationField | undefined {
  return BY_HEADING.get(plainHeading(heading))
}

/** How a field is usually headed; `AQI` is written as people write it. */
export function observationHeading(field: ObservationField): string {
  const first = HEADINGS.find(([one]) => one === field)?.[1] ?? field
  return first.replace('aqi', 'AQI')
}

/** A column of concentrations. */
export interface PollutantColumn extends PollutantHeading {
  readonly at: number
  readonly heading: string
}

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface ObservationColumns {
  readonly fields: Readonly<Partial<Record<ObservationField, number>>>
  readonly pollutants: readonly PollutantColumn[]
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

/** Headings that carry nothing a record keeps: running numbers, codes that are always 0, advice, and the weather beside the air. */
const IDLE = new Set([
  '序号',
  '编号',
  '备注',
  'no',
  'id',
  'orderid',
  'ispublish',
  'measure',
  'unheathful',
  'unhealthful',
  'citycode',
  'provinceid',
])

/** Whether a heading carries nothing and need not be noted. */
export function isIdle(heading: string): boolean {
  return heading.trim() === '' || IDLE.has(plainHeading(heading))
}

/** Reads a header row. */
export function observationColumns(header: readonly string[]): ObservationColumns {
  const fields: Partial<Record<ObservationField, number>> = {}
  const pollutants: PollutantColumn[] = []
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [at, heading] of header.entries()) {
    const field = observationField(heading)
    const found = field === undefined ? (codeHeading(heading) ?? parsePollutantHeading(heading)) : null
    if (field !== undefined) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(heading)
    } else if (found) {
      if (pollutants.some((one) => sameMeasure(one, found))) repeated.push(heading)
      else pollutants.push({ ...found, at, heading })
    } else if (!isIdle(heading)) ignored.push(heading)
  }
  return { fields, pollutants, ignored, repeated }
}

function sameMeasure(a: PollutantHeading, b: PollutantHeading): boolean {
  return a.pollutant === b.pollutant && a.averaging === b.averaging && a.maximum === b.maximum
}

/** Headings that would have to be there for a row to be an observation, and are not. A message says itself what it lacks. */
export function missingObservationColumns({ fields, pollutants }: ObservationColumns): readonly string[] {
  const has = (...any: readonly ObservationField[]) => any.some((field) => fields[field] !== undefined)
  const timed = has('time', 'date') || (has('year') && has('month') && has('day'))
  return [
    ...(has('city', 'county', 'area', 'areaCode', 'siteCode', 'siteName') ? [] : ['城市或站点']),
    ...(timed ? [] : ['监测时间']),
    ...(pollutants.length > 0 || has('command') ? [] : ['监测项目']),
  ]
}

/** The columns whose figures make a record of an averaging, and those that are other means of the same hours or days. */
export interface MeasuredColumns {
  readonly taken: readonly (PollutantColumn & { readonly rule: string | null })[]
  readonly derived: readonly string[]
}

/** Which columns an averaging takes, in the order of the record's keys: those of its own or of none, and for a day the ozone of eight hours. */
export function measuredColumns(pollutants: readonly PollutantColumn[], averaging: Averaging): MeasuredColumns {
  const best = new Map<Pollutant, PollutantColumn & { readonly rule: string | null }>()
  const eight = pollutants.find((one) => one.pollutant === 'o3' && one.averaging === '8h')
  for (const column of pollutants) {
    const ozoneOfDay = averaging === '24h' && column.pollutant === 'o3'
    // A day has its ozone from eight hours; a column that says no averaging stands for it where there is no other.
    const fits = ozoneOfDay
      ? column === eight || (eight === undefined && column.averaging === null)
      : !column.maximum && (column.averaging === null || column.averaging === averaging)
    const before = best.get(column.pollutant)
    if (!fits || (before && before.averaging !== null)) continue
    const rule = ozoneOfDay && column.averaging === null ? 'ozone-taken-as-8h' : null
    best.set(column.pollutant, { ...column, rule })
  }
  const taken = [...best.values()].sort((a, b) => (a.pollutant < b.pollutant ? -1 : 1))
  const used = new Set(taken.map(({ at }) => at))
  return { taken, derived: pollutants.filter(({ at }) => !used.has(at)).map(({ heading }) => heading) }
}
