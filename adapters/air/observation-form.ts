/** A side's table of observations as a form: a row a station or area and hour or day. */
import type { Pollutant } from '../../contracts/standards/air-types.ts'
import { divisionNames, type FormPart, firstWords, tableForm } from '../tables/form.ts'
import { ORIGINATORS, REVIEWS } from '../tables/words.ts'
import type { TableForm } from '../types.ts'
import {
  CLASS_WORDS,
  cityPart,
  isPollutant,
  PRIMARY_WORDS,
  pollutantHeading,
  pollutantOf,
  pollutantParts,
} from './form-parts.ts'
import { AVERAGINGS } from './moment.ts'
import { type ObservationField, observationField, observationHeading } from './observation-columns.ts'
import type { AirSide } from './side.ts'

/** The form of one side. */
export function observationForm(side: AirSide): TableForm {
  const { party } = side
  const producers = firstWords(new Map([...ORIGINATORS].filter(([, by]) => by === 'cnemc' || by === party)))
  const parts: readonly FormPart<ObservationField | Pollutant>[] = [
    cityPart(side, '/site/area/name'),
    ...(party === 'sc'
      ? ([
          {
            field: 'county',
            pointer: '/site/area/name',
            need: 'either',
            choices: divisionNames(party, ['county', 'management']),
          },
        ] as const)
      : []),
    {
      field: 'siteCode',
      pointer: '/site/code',
      need: 'either',
      kind: 'code',
      hint: { zh: '站点数据填编码或名称；城市均值留空', en: 'a station by code or name; empty for a mean of the city' },
    },
    { field: 'siteName', pointer: '/site/name', need: 'either' },
    {
      field: 'time',
      pointer: '/interval/end',
      need: 'must',
      kind: 'time',
      example: '2026-11-15 08:00',
      hint: {
        zh: '北京时间，时段止；日均值只填日期',
        en: 'Beijing time, the end of the interval; the day alone of a mean of 24 hours',
      },
    },
    { field: 'averaging', pointer: '/averaging', choices: firstWords(AVERAGINGS), example: '小时' },
    ...pollutantParts('/results', 'either', { pm25: '61', pm10: '96', so2: '7', no2: '38', co: '0.8', o3: '62' }),
    { field: 'aqi', pointer: '/aqi/reported', kind: 'figure' },
    { field: 'class', pointer: '/aqi/class/reported', choices: CLASS_WORDS },
    {
      field: 'primary',
      pointer: '/aqi/primary/reported',
      choices: PRIMARY_WORDS,
      hint: { zh: '多个以顿号分隔', en: 'several parted by 、' },
    },
    { field: 'state', pointer: '/referenceState/temperature', choices: ['参比状态', '标准状态'] },
    { field: 'longitude', pointer: '/site/coordinates/longitude', kind: 'figure' },
    { field: 'latitude', pointer: '/site/coordinates/latitude', kind: 'figure' },
    { field: 'crs', pointer: '/site/coordinates/crs', choices: ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] },
    { field: 'originator', pointer: '/originator', choices: producers },
    { field: 'review', pointer: '/review', choices: firstWords(REVIEWS), example: { first: true } },
  ]
  return tableForm(
    parts,
    (field) => (isPollutant(field) ? pollutantHeading(field) : observationHeading(field)),
    (heading) => observationField(heading) ?? pollutantOf(heading),
  )
}
