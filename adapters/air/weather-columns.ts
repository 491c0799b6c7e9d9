/** Which column of a table is which condition of the weather: the words both sides and the weather service use. */
import type { WeatherFigure } from '../../contracts/air-weather/record.ts'
import { plainHeading } from './cells.ts'
import { IDLE } from './forecast-columns.ts'
import { forecastField } from './forecast-fields.ts'
import type { HeadField } from './head-row.ts'

/** What is told in words. `dispersion` is a grade of the scale of 2013 by its heading, `otherDispersion` one of a scale that the heading does not tell. */
export type WeatherWord = 'phenomenon' | 'wind' | 'windDirection' | 'windForce' | 'dispersion' | 'otherDispersion'

/** What a column says beside its figures. */
export type WeatherField = HeadField | WeatherWord

/** A column of figures: both ends of a range, or one of them. `unit` as its heading has it, null when it has none. */
export interface FigureColumn {
  readonly at: number
  readonly heading: string
  readonly figure: WeatherFigure
  readonly end: 'both' | 'max' | 'min'
  readonly unit: string | null
}

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one thing twice. */
export interface WeatherColumns {
  readonly fields: Readonly<Partial<Record<WeatherField, number>>>
  readonly figures: readonly FigureColumn[]
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

const WORDS: readonly (readonly [WeatherWord, readonly string[]])[] = [
  ['phenomenon', ['天气', '天气现象', '天气状况', '天气预报', 'weather', 'phenomenon']],
  ['wind', ['风', '风向风力', '风力风向', '风向风速', 'wind']],
  ['windDirection', ['风向', '主导风向', 'winddirection', 'winddir']],
  ['windForce', ['风力', '风力等级', '风级', 'windforce', 'windscale']],
  ['dispersion', ['空气污染气象条件', '空气污染气象条件等级', '空气污染气象条件预报', '空气污染气象条件预报等级']],
  [
    'otherDispersion',
    [
      '扩散条件',
      '扩散条件等级',
      '大气扩散条件',
      '大气扩散条件等级',
      '空气污染扩散气象条件',
      '空气污染扩散气象条件等级',
      '污染气象条件',
      '污染气象条件等级',
      '气象条件等级',
      'dispersion',
    ],
  ],
]

/** Who made a forecast of the weather, beyond the words for offices of every forecast. */
const OFFICES = new Set(['气象台', '气象部门', '提供单位', '数据来源', '资料来源', '来源', 'source', 'originator'])

const NAMES: readonly (readonly [WeatherFigure, readonly string[]])[] = [
  ['boundaryLayer', ['混合层高度', '混合层厚度', '边界层高度', '大气边界层高度', 'pblh', 'mixingheight', 'blh']],
  ['humidity', ['相对湿度', '湿度', '平均相对湿度', 'humidity', 'rh']],
  ['precipitation', ['降水', '降水量', '日降水量', '降雨', '降雨量', '雨量', 'precipitation', 'rainfall', 'precip']],
  ['temperature', ['气温', '温度', '气温范围', '日气温', 'temperature', 'temp']],
  ['windSpeed', ['风速', '平均风速', 'windspeed']],
]

const MIN = /^(?:日?最[低小]|min)(.+)$/
const MAX = /^(?:日?最[高大]|max)(.+)$/
const [MIN_AFTER, MAX_AFTER] = [/^(.+)(?:下限|最[低小]值|min|low)$/, /^(.+)(?:上限|最[高大]值|max|high)$/]
const UNIT = /^(.+?)\(([^()]+)\)$/

const byWord = new Map(WORDS.flatMap(([field, names]) => names.map((name) => [name, field] as const)))
const byFigure = new Map(NAMES.flatMap(([figure, names]) => names.map((name) => [name, figure] as const)))

function figureOf(name: string): Pick<FigureColumn, 'figure' | 'end'> | null {
  const whole = byFigure.get(name)
  if (whole !== undefined) return { figure: whole, end: 'both' }
  for (const [end, patterns] of [['min', [MIN, MIN_AFTER]] as const, ['max', [MAX, MAX_AFTER]] as const]) {
    for (const pattern of patterns) {
      const figure = byFigure.get(pattern.exec(name)?.[1] ?? '')
      if (figure !== undefined) return { figure, end }
    }
  }
  return null
}

function headField(heading: string): HeadField | null {
  const field = forecastField(heading)
  switch (field) {
    case undefined:
      return OFFICES.has(plainHeading(heading)) ? 'office' : null
    case 'aqi':
    case 'aqiFrom':
    case 'aqiTo':
    case 'class':
    case 'primary':
    case 'confidence':
    case 'standard':
      return null
    default:
      return field
  }
}

/** Reads a header row. Where each is said alone, what says direction and force at once is not needed. */
export function weatherColumns(header: readonly string[]): WeatherColumns {
  const fields: Partial<Record<WeatherField, number>> = {}
  const figures: FigureColumn[] = []
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [at, heading] of header.entries()) {
    const plain = plainHeading(heading)
    const [, bare = plain, unit = null] = UNIT.exec(plain) ?? []
    const field = headField(heading) ?? byWord.get(plain) ?? (unit === '级' ? byWord.get(bare) : undefined)
    const figure = field === undefined ? figureOf(bare) : null
    if (field !== undefined) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(heading)
    } else if (figure) {
      const taken = figures.some(
        (one) => one.figure === figure.figure && (one.end === figure.end || isWhole(one, figure)),
      )
      if (taken) repeated.push(heading)
      else figures.push({ ...figure, at, heading, unit })
    } else if (plain !== '' && !IDLE.has(plain)) ignored.push(heading)
  }
  return { fields, figures, ignored, repeated }
}

/** A range as a whole and an end of it would say the same twice. */
function isWhole(one: Pick<FigureColumn, 'end'>, other: Pick<FigureColumn, 'end'>): boolean {
  return one.end === 'both' || other.end === 'both'
}

/** Headings that would have to be there for a row to tell of the weather, and are not. */
export function missingWeatherColumns({ fields, figures }: WeatherColumns): readonly string[] {
  const of = (...any: readonly WeatherField[]) => any.some((field) => fields[field] !== undefined)
  const told = figures.length > 0 || of(...WORDS.map(([field]) => field))
  return [
    ...(of('city', 'county', 'zone', 'area', 'areaCode') ? [] : ['城市']),
    ...(of('date') ? [] : ['预报日期']),
    ...(told ? [] : ['天气']),
  ]
}
