/** Water classes as people write them, and back: Ⅱ, II, Ⅲ类, 3, 劣Ⅴ, 劣五类 (GB 3838-2002 §3). */
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'

const GLYPHS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'] as const
/** A class as printed. */
export type ClassGlyph = (typeof GLYPHS)[number]

const EMPTY = new Set(['', '/', '-', '--', '—', '——', '*'])

/** Keys are in compatibility form, upper case, without 类: Ⅲ and ⅲ have become III by then. */
const WRITTEN: ReadonlyMap<string, WaterClass> = new Map<string, WaterClass>([
  ...spellings(1, 'I', '1', '一'),
  ...spellings(2, 'II', '2', '二'),
  ...spellings(3, 'III', '3', '三'),
  ...spellings(4, 'IV', '4', '四'),
  ...spellings(5, 'V', '5', '五'),
  ...spellings(6, '劣V', '6', '劣五', '劣5'),
])

/** The class a text names; null for an empty mark (blank, `/`, `--`, `——`, `*`), undefined for what cannot be read. */
export function parseClass(text: string): WaterClass | null | undefined {
  if (text.length > 16) return undefined
  const known = RAW.get(text)
  if (known !== undefined) return known
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '').replace(/类$/, '')
  return EMPTY.has(plain) ? (text.includes('类') ? undefined : null) : WRITTEN.get(plain)
}

/** The class as the publishers print it: Ⅰ to Ⅴ of the U+2160 block, and 劣Ⅴ. */
export function classGlyph(waterClass: WaterClass): ClassGlyph {
  const glyph = GLYPHS[waterClass - 1]
  if (!glyph) throw new TypeError(`expected a class from 1 to 6, got ${waterClass}`)
  return glyph
}

/** What the publishers nearly always write, so that most cells cost one look-up. */
const RAW: ReadonlyMap<string, WaterClass | null> = new Map<string, WaterClass | null>([
  ['', null],
  ...spellings(1, 'Ⅰ', 'Ⅰ类'),
  ...spellings(2, 'Ⅱ', 'Ⅱ类'),
  ...spellings(3, 'Ⅲ', 'Ⅲ类'),
  ...spellings(4, 'Ⅳ', 'Ⅳ类'),
  ...spellings(5, 'Ⅴ', 'Ⅴ类'),
  ...spellings(6, '劣Ⅴ', '劣Ⅴ类'),
])

function spellings(waterClass: WaterClass, ...texts: string[]): [string, WaterClass][] {
  return texts.map((text) => [text, waterClass])
}
