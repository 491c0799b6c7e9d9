/** A cell of the weather → the range it tells: digits kept, absence never read as zero, units those of the contract and none converted. */
import type { ValueRange } from '../../contracts/air-forecast/record.ts'
import type { WeatherFigure } from '../../contracts/air-weather/record.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
import type { Cell } from '../types.ts'
import { cellText, isAbsent, tight } from './cells.ts'

/** The units of the contract, and how people write them. */
export const WEATHER_UNITS: Readonly<
  Record<WeatherFigure, { readonly unit: string; readonly written: readonly string[] }>
> = {
  boundaryLayer: { unit: 'm', written: ['m', '米'] },
  humidity: { unit: '%', written: ['%', '%rh'] },
  precipitation: { unit: 'mm', written: ['mm', '毫米'] },
  temperature: { unit: '℃', written: ['℃', '°c', '摄氏度', '度'] },
  windSpeed: { unit: 'm/s', written: ['m/s', '米/秒'] },
}

/** What a cell tells: its two ends; `null` for nothing; or why it is no figure. `rule` says what was done to it. */
export type WeatherReading =
  | { readonly range: ValueRange<Result>; readonly rule?: string }
  | { readonly fault: 'value-not-a-number' | 'unit-unknown' | 'range-inverted'; readonly text: string }
  | null

const NUMBER = String.raw`[-+−]?(?:\d+(?:\.\d*)?|\.\d+)`
const ALONE = new RegExp(`^(<)?(${NUMBER})(.*)$`)
/** Between two figures; of two hyphens the second is a sign, as in -5--3. */
const TO = '(?:[~～∼〜]|——|[-—–−‐─]|至|到)'
/** Two figures with a word or mark between; a slash gives the higher one first, as 18/11. */
const SPAN = new RegExp(`^(${NUMBER})([^\\d.+−-]*?)(${TO}|/)(${NUMBER})(.*)$`)
/** Said to be none, which is a figure; a bare 无 may mean that nothing was said. */
const DRY = new Set(['无降水', '无降雨', '无雨', '无雨雪'])

/** A figure as a result; `digits` are what the sender wrote. */
function result(digits: string, unit: string, below = false): Result {
  const value = Number(digits.replace('−', '-'))
  return { qualifier: below ? '<' : null, reported: below ? `<${digits}` : digits, unit, value }
}

/** An end that was not said. */
export function missingEnd(figure: WeatherFigure): Result {
  return { qualifier: 'missing', reported: null, unit: WEATHER_UNITS[figure].unit, value: null }
}

/** Reads a cell; `heading` is the unit its heading has, null when it has none. */
export function readWeatherFigure(
  cell: Cell | undefined,
  figure: WeatherFigure,
  heading: string | null,
): WeatherReading {
  const text = tight(cellText(cell))
  const { unit, written } = WEATHER_UNITS[figure]
  const known = (sent: string): boolean => sent === '' || written.includes(sent.toLowerCase())
  if (isAbsent(text)) return null
  if (heading !== null && !known(heading)) return { fault: 'unit-unknown', text }
  if (figure === 'precipitation' && DRY.has(text)) {
    const none: Result = { qualifier: null, reported: text, unit, value: 0 }
    return { range: { max: none, min: none }, rule: 'dry-read-as-zero' }
  }
  const [, from, between = '', mark, to, after = ''] = SPAN.exec(text) ?? []
  if (from !== undefined && to !== undefined) {
    if (!known(between) || !known(after)) return { fault: 'unit-unknown', text }
    const [one, other] = [result(from, unit), result(to, unit)]
    const turned = (one.value ?? 0) > (other.value ?? 0)
    if (turned && mark !== '/') return { fault: 'range-inverted', text }
    return turned ? { range: { max: one, min: other } } : { range: { max: other, min: one } }
  }
  const [, below, digits, rest = ''] = ALONE.exec(text) ?? []
  if (digits === undefined) return { fault: 'value-not-a-number', text }
  if (!known(rest)) return { fault: /\d/.test(rest) ? 'value-not-a-number' : 'unit-unknown', text }
  const one = result(digits, unit, below !== undefined)
  return { range: { max: one, min: one } }
}
