/** A side's table of the weather as a form: a row an area and day, with what there is of it. */
import type { WeatherFigure } from '../../contracts/air-weather/record.ts'
import { DISPERSION_2013 } from '../../contracts/standards/dispersion.ts'
import { divisionNames, type FormPart, tableForm } from '../tables/form.ts'
import type { TableForm } from '../types.ts'
import { forecastHeading } from './forecast-fields.ts'
import { cityPart } from './form-parts.ts'
import type { HeadField } from './head-row.ts'
import type { AirSide } from './side.ts'
import { type FigureColumn, type WeatherField, type WeatherWord, weatherColumns } from './weather-columns.ts'
import { WEATHER_UNITS } from './weather-figure.ts'

type FigureField = `${WeatherFigure} ${FigureColumn['end']}`

/** How columns are headed, by the words that the adapter reads. */
const HEADINGS: Readonly<Record<FigureField | WeatherWord, string>> = {
  'boundaryLayer both': '混合层高度',
  'boundaryLayer max': '最大混合层高度',
  'boundaryLayer min': '最小混合层高度',
  'humidity both': '相对湿度',
  'humidity max': '最大相对湿度',
  'humidity min': '最小相对湿度',
  'precipitation both': '降水量',
  'precipitation max': '最大降水量',
  'precipitation min': '最小降水量',
  'temperature both': '气温',
  'temperature max': '最高气温',
  'temperature min': '最低气温',
  'windSpeed both': '风速',
  'windSpeed max': '最大风速',
  'windSpeed min': '最小风速',
  dispersion: '空气污染气象条件等级',
  otherDispersion: '扩散条件',
  phenomenon: '天气现象',
  wind: '风向风力',
  windDirection: '风向',
  windForce: '风力',
}

type Field = HeadField | FigureField | WeatherWord

function isOfWeather(field: Field): field is FigureField | WeatherWord {
  return Object.hasOwn(HEADINGS, field)
}

/** The field a heading means; undefined when it means none. */
function fieldOf(heading: string): Field | undefined {
  const { fields, figures } = weatherColumns([heading])
  const [figure] = figures
  if (figure) return `${figure.figure} ${figure.end}`
  return Object.keys(fields).find((field): field is WeatherField => Object.hasOwn(fields, field))
}

function figure(name: WeatherFigure, end: FigureColumn['end'], example = ''): FormPart<FigureField> {
  return {
    field: `${name} ${end}`,
    pointer: `/conditions/${name}${end === 'both' ? '' : `/${end}`}`,
    need: 'either',
    // A range is text to a spreadsheet, and no date.
    kind: end === 'both' ? 'code' : 'figure',
    unit: WEATHER_UNITS[name].unit,
    example,
  }
}

const RANGE = {
  zh: '一个数或用 ~ 连接的范围；没有的留空，不填 0',
  en: 'a figure, or a range with ~; empty where not given',
}

/** The form of one side. */
export function weatherForm(side: AirSide): TableForm {
  const words = (field: WeatherWord, example = ''): FormPart<WeatherWord> => {
    return { field, pointer: `/conditions/${field}`, need: 'either', example }
  }
  const parts: readonly FormPart<Field>[] = [
    cityPart(side, '/area/name'),
    {
      field: 'zone',
      pointer: '/area/name',
      need: 'either',
      choices: divisionNames(side.party, ['zone']),
      hint: { zh: '片区填此列，城市留空', en: 'for a zone, with the city left empty' },
    },
    { field: 'date', pointer: '/validDate', need: 'must', kind: 'day', example: '2026-11-18' },
    { field: 'issued', pointer: '/issued', kind: 'time', example: '2026-11-15 08:00' },
    {
      field: 'office',
      pointer: '/issuer/office',
      hint: {
        zh: '谁制作的：气象台，或本方监测机构的模式',
        en: 'who made it: a weather office, or a model of your own',
      },
    },
    words('phenomenon', '多云'),
    figure('temperature', 'min', '9'),
    figure('temperature', 'max', '16'),
    words('windDirection', '北风'),
    words('windForce'),
    { ...figure('windSpeed', 'both', '0.8~1.6'), hint: RANGE },
    { ...figure('precipitation', 'both', '0.0'), hint: RANGE },
    { ...figure('humidity', 'both', '60~95'), hint: RANGE },
    { ...figure('boundaryLayer', 'both', '400~900'), hint: RANGE },
    {
      ...words('dispersion', '四级'),
      choices: DISPERSION_2013.grades.map(({ numeral }) => numeral),
    },
    { field: 'horizon', pointer: '/horizonHours', kind: 'figure', example: '72' },
  ]
  return tableForm(parts, (field) => (isOfWeather(field) ? HEADINGS[field] : forecastHeading(field)), fieldOf)
}
