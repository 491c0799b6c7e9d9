/** The class of an AQI, its words and colour, and classes as people write them: 优, 轻度污染, 轻度, 三级, Ⅲ (HJ 633, table of classes). */
import type { AirClass, AirClassRow, AirIndexStandard, HealthRow } from '../../contracts/standards/air-types.ts'

/** The class of an AQI, a whole number from 0 to the end of the scale (500); RangeError for any other. */
export function airClass(index: number, edition: AirIndexStandard): AirClass {
  const end = edition.indices.at(-1) ?? 0
  const row = edition.classes.find(({ max }) => max === null || index <= max)
  if (!row || !Number.isInteger(index) || index < 0 || index > end)
    throw new RangeError(`expected an AQI from 0 to ${end}, got ${index}`)
  return row.class
}

/** A class's range, words and colour. */
export function airClassRow(airClass: AirClass, edition: AirIndexStandard): AirClassRow {
  const row = edition.classes.find((entry) => entry.class === airClass)
  if (!row) throw new RangeError(`expected a class from 1 to 6, got ${airClass}`)
  return row
}

/** What the edition says of a class's effect on health, and of what people should do. */
export function healthRow(airClass: AirClass, { health }: AirIndexStandard): HealthRow {
  const row = health.rows.find((entry) => entry.class === airClass)
  if (!row) throw new RangeError(`expected a class from 1 to 6, got ${airClass}`)
  return row
}

/** The class a text names; null for an empty mark (blank, `/`, `-`, `--`, `—`, `——`), undefined for what cannot be read, spans (`良至轻度污染`) included. */
export function parseAirClass(text: string): AirClass | null | undefined {
  if (text.length > 16) return undefined
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
  return EMPTY.has(plain) ? null : WRITTEN.get(plain)
}

const EMPTY = new Set(['', '/', '-', '--', '—', '——'])

/** In compatibility form and upper case: Ⅲ and ⅲ have become III by then. */
const WRITTEN: ReadonlyMap<string, AirClass> = new Map<string, AirClass>([
  ...spellings(1, 'I', '一', '优', '优秀'),
  ...spellings(2, 'II', '二', '良', '良好'),
  ...spellings(3, 'III', '三', '轻度', '轻度污染'),
  ...spellings(4, 'IV', '四', '中度', '中度污染'),
  ...spellings(5, 'V', '五', '重度', '重度污染'),
  ...spellings(6, 'VI', '六', '严重', '严重污染'),
])

function spellings(airClass: AirClass, roman: string, numeral: string, ...words: string[]): [string, AirClass][] {
  return [roman, `${roman}级`, `${numeral}级`, String(airClass), `${airClass}级`, ...words].map((word) => [
    word,
    airClass,
  ])
}
