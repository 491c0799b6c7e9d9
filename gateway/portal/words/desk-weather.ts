/** Words of the weather beside forecasts: an input of the consultation, never a part of a release. */
import type { WeatherFigure, WeatherOriginator } from '../../../contracts/air-weather/record.ts'
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const WEATHER = {
  short: { zh: '气象', en: 'Weather' },
  input: { zh: '气象输入', en: 'Weather input' },
  title: { zh: '气象条件', en: 'Weather' },
  notGiven: { zh: '未提供', en: 'not given' },
  notInForce: {
    zh: '未提供：承载它的数据契约 air-weather 尚未生效',
    en: 'not given: the contract that carries it, air-weather, is not in force',
  },
  legend: {
    zh: '气象：天气、风速、降水、扩散等级（一级最好、六级最差），只供会商参考，不进入发布',
    en: 'Weather: conditions, wind speed, precipitation and grade of dispersion (1 best, 6 worst); for the consultation alone, never in the release',
  },
  only: {
    zh: '由气象部门或一方的模式制作，双方转送，只供会商参考：不公开，不进入发布。省界两侧气象不同不算预报不一致。',
    en: 'Made by a weather service or a side’s own model and passed on by the sides, for the consultation alone: never public, never in the release. Weather that differs across the boundary is no difference of the forecasts.',
  },
  none: {
    zh: '没有收到本区域这些日子的气象条件。',
    en: 'No weather of this area and these days was received.',
  },
  element: { zh: '要素', en: 'Condition' },
  phenomenon: { zh: '天气现象', en: 'Weather' },
  windDirection: { zh: '风向', en: 'Wind direction' },
  windForce: { zh: '风力', en: 'Wind force' },
  wind: { zh: '风', en: 'wind' },
  rain: { zh: '降水', en: 'rain' },
  disperses: { zh: '扩散', en: 'dispersion grade' },
  dispersion: { zh: '空气污染气象条件', en: 'Conditions for air pollution' },
  scaleUnknown: { zh: '（未写明是哪一种分级）', en: ' (of a scale that is not named)' },
  officeUnknown: { zh: '制作单位未写明', en: 'office not stated' },
} as const satisfies Record<string, Bilingual>

/** What is told in figures, with its unit. */
export const FIGURE: Readonly<Record<WeatherFigure, Bilingual & { readonly unit: string }>> = {
  boundaryLayer: { zh: '混合层高度', en: 'Mixing height', unit: 'm' },
  humidity: { zh: '相对湿度', en: 'Relative humidity', unit: '%' },
  precipitation: { zh: '降水量', en: 'Precipitation', unit: 'mm' },
  temperature: { zh: '气温', en: 'Temperature', unit: '℃' },
  windSpeed: { zh: '风速', en: 'Wind speed', unit: 'm/s' },
}

/** Who made it. */
export const ORIGINATOR: Readonly<Record<WeatherOriginator, Bilingual>> = {
  meteorological: { zh: '气象部门', en: 'weather service' },
  environmental: { zh: '生态环境部门', en: 'environment side' },
}
