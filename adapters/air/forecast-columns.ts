/** Which column of a forecast table is what: the headings both sides use. Standards §2.5 and §9 rows 10 and 11. */
import type { Pollutant } from '../../contracts/standards/air-types.ts'
import type { AreaField } from './area-fault.ts'
import { plainHeading } from './cells.ts'
import { parsePollutantHeading } from './pollutants.ts'

/** What a column says of a forecast, beside its concentrations. */
export type ForecastField =
  | AreaField
  | 'date'
  | 'issued'
  | 'office'
  | 'horizon'
  | 'aqi'
  | 'aqiFrom'
  | 'aqiTo'
  | 'class'
  | 'primary'
  | 'confidence'
  | 'standard'

const HEADINGS: Readonly<Record<ForecastField, readonly string[]>> = {
  province: ['省份', '省市', '省', 'province'],
  city: ['城市', '城市名称', '市州', '地市', '市', 'city', 'cityname'],
  county: ['区县', '区县名称', '县区', '县市区', '区(县)', 'county', 'district'],
  zone: ['片区', '预报片区', '预报分区', '分区', 'zone'],
  area: ['区域', '地区', '预报区域', '名称', 'area', 'region', 'name'],
  areaCode: ['区划代码', '行政区划代码', '城市编码', '城市代码', '区域编码', 'citycode', 'areacode', 'code'],
  date: ['预报日期', '预报日', '预测日期', '日期', 'forecastdate', 'validdate', 'date'],
  issued: [
    '发布时间',
    '发布日期',
    '起报时间',
    '起报日期',
    '制作时间',
    'issued',
    'issuedat',
    'issuetime',
    'publishtime',
  ],
  office: ['发布单位', '发布机构', '预报单位', '制作单位', 'issuer', 'office'],
  horizon: ['预报时效', '预报时长', '时效', '预报时效(h)', '预报时效(小时)', 'horizon', 'horizonhours', 'leadtime'],
  aqi: ['aqi', 'aqi范围', 'aqi指数', 'aqi指数范围', 'aqi预报', 'aqi预报范围', '空气质量指数', '空气质量指数范围'],
  aqiFrom: ['airindexfrom', 'aqi下限', 'aqi最小值', 'aqifrom', 'aqimin', 'aqilow'],
  aqiTo: ['airindexto', 'aqi上限', 'aqi最大值', 'aqito', 'aqimax', 'aqihigh'],
  class: ['等级', '空气质量等级', '空气质量级别', '空气质量类别', '级别', '类别', 'level', 'quality', 'class'],
  primary: ['首要污染物', 'primarypollutant', 'primary'],
  confidence: ['预报信度', '信度', '置信度', '可信度', 'confidence'],
  standard: ['评价标准', '执行标准', 'aqi标准', '标准', 'standard'],
}

const BY_HEADING: ReadonlyMap<string, ForecastField> = new Map(
  Object.entries<readonly string[]>(HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading): [string, ForecastField] => [heading, asField(field)]),
  ),
)

function asField(name: string): ForecastField {
  if (isField(name)) return name
  throw new TypeError(`expected a field, got ${name}`)
}

function isField(name: string): name is ForecastField {
  return Object.hasOwn(HEADINGS, name)
}

/** A column of concentrations; `unit` as the standard prints it, as sent when unknown, null when none. */
export interface ConcentrationColumn {
  readonly at: number
  readonly heading: string
  readonly pollutant: Pollutant
  readonly unit: string | null
}

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface ForecastColumns {
  readonly fields: Readonly<Partial<Record<ForecastField, number>>>
  readonly concentrations: readonly ConcentrationColumn[]
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

/** Headings that carry nothing a record keeps. */
const IDLE = new Set([
  '序号',
  '编号',
  '备注',
  '健康提示',
  '健康建议',
  '星期',
  'id',
  'geometry.longitude',
  'geometry.latitude',
])

/** Reads a header row. */
export function forecastColumns(header: readonly string[]): ForecastColumns {
  const fields: Partial<Record<ForecastField, number>> = {}
  const concentrations: ConcentrationColumn[] = []
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [at, heading] of header.entries()) {
    const plain = plainHeading(heading)
    const field = BY_HEADING.get(plain)
    const found = field === undefined ? parsePollutantHeading(heading) : null
    if (field !== undefined) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(heading)
    } else if (found) {
      if (concentrations.some(({ pollutant }) => pollutant === found.pollutant)) repeated.push(heading)
      else concentrations.push({ at, heading, pollutant: found.pollutant, unit: found.unit })
    } else if (plain !== '' && !IDLE.has(plain)) ignored.push(heading)
  }
  return { fields, concentrations, ignored, repeated }
}

/** Headings that would have to be there for a row to be a forecast, and are not. */
export function missingForecastColumns({ fields }: ForecastColumns): readonly string[] {
  const has = (...any: readonly ForecastField[]) => any.some((field) => fields[field] !== undefined)
  const range = has('aqi') || (has('aqiFrom') && has('aqiTo'))
  return [
    ...(has('city', 'county', 'zone', 'area', 'areaCode') ? [] : ['城市']),
    ...(has('date') ? [] : ['预报日期']),
    ...(range || has('class') ? [] : ['AQI范围']),
  ]
}
