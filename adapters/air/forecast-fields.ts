/** What a heading of a forecast table means: the words both sides use. Standards §2.5 and §9 rows 10 and 11. */
import type { AreaField } from './area-fault.ts'
import { plainHeading } from './cells.ts'

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

/** 城市/日期 in the corner of a table heads its areas. */
const CORNER = /^日期[/\\|、]|[/\\|、]日期$/

const BY_HEADING: ReadonlyMap<string, ForecastField> = new Map(
  Object.entries<readonly string[]>(HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading): [string, ForecastField] => [heading, asField(field)]),
  ),
)

function asField(name: string): ForecastField {
  if (isName(name)) return name
  throw new TypeError(`expected a field, got ${name}`)
}

function isName(name: string): name is ForecastField {
  return Object.hasOwn(HEADINGS, name)
}

/** The field a heading means; undefined when it means none. */
export function forecastField(heading: string): ForecastField | undefined {
  const plain = plainHeading(heading)
  return BY_HEADING.get(plain) ?? BY_HEADING.get(plain.replace(CORNER, ''))
}

/** How a field is usually headed; `AQI` is written as people write it. */
export function forecastHeading(field: ForecastField): string {
  const [first = field] = HEADINGS[field].filter((heading) => heading !== 'aqi')
  return first.replace('aqi', 'AQI')
}
