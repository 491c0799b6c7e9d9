/** Forecasts in words, both languages: classes, AQI ranges, pollutants, how far apart. */
import { airClassRow } from '../../../../adapters/standards/air.ts'
import type { ValueRange } from '../../../../contracts/air-forecast/record.ts'
import type { AirClass, AirIndexStandard, Pollutant } from '../../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../../contracts/types.ts'

/** Pollutants as forecasts name them. */
const SYMBOLS: Readonly<Record<Pollutant, string>> = {
  co: 'CO',
  no2: 'NO₂',
  o3: 'O₃',
  pm10: 'PM10',
  pm25: 'PM2.5',
  so2: 'SO₂',
}

/** A class, or from one to another: 良～轻度污染. */
export function classPhrase({ max, min }: ValueRange<AirClass>, edition: AirIndexStandard): Bilingual {
  const [low, high] = [airClassRow(min, edition).title, airClassRow(max, edition).title]
  return min === max ? low : { zh: `${low.zh}～${high.zh}`, en: `${low.en} to ${high.en}` }
}

/** A range of whole numbers: 74–104. */
export function rangePhrase({ max, min }: ValueRange<number>): string {
  return min === max ? String(min) : `${min}–${max}`
}

/** Pollutants, or that there is none. */
export function primaryPhrase(primary: readonly Pollutant[]): Bilingual {
  if (primary.length === 0) return { zh: '无', en: 'none' }
  const symbols = primary.map((one) => SYMBOLS[one])
  return { zh: symbols.join('、'), en: symbols.join(', ') }
}

/** So many classes apart. */
export function gradesPhrase(grades: number): Bilingual {
  return { zh: `相差 ${grades} 级`, en: grades === 1 ? '1 grade apart' : `${grades} grades apart` }
}
