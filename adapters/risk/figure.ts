/** Amounts (t) and distances (km) as figures: digits kept, units of the same kind converted exactly. */
import type { Figure } from '../../contracts/risk-source/record.ts'
import { formatDecimal, parseDecimal, powerOfTen } from '../standards/decimal.ts'

/** What is measured, by the contract's unit. */
export type Measure = 't' | 'km' | 't/a'

/** Powers of ten to the contract's unit, by the units written. */
const POWERS: Readonly<Record<Measure, Readonly<Record<string, number>>>> = {
  t: { t: 0, 吨: 0, kg: -3, 千克: -3, 公斤: -3, g: -6, 万吨: 4 },
  km: { km: 0, 公里: 0, 千米: 0, m: -3, 米: -3 },
  't/a': { 't/a': 0, '吨/年': 0, t: 0, 吨: 0, 'kg/a': -3, '千克/年': -3 },
}

/** Figures longer than this are no weighing. */
const NUMBER = /^(约|≈)?(\d{1,12}(?:\.\d{1,9})?|\.\d{1,9})\s*(\D*)$/

/** A figure and the rules that touched it, or why the text is none. */
export type ReadFigure =
  | { readonly figure: Figure; readonly rules: readonly string[] }
  | { readonly fault: 'value-not-a-number' | 'unit-unknown'; readonly unit: string }

/** Reads a narrow text; `unit` is the one its heading gives, and one beside the digits goes before it. */
export function readFigure(text: string, measure: Measure, unit: string | null): ReadFigure {
  const [, about, digits = '', beside = ''] = NUMBER.exec(text.replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')) ?? []
  const value = digits === '' ? undefined : parseDecimal(digits)
  if (!value) return { fault: 'value-not-a-number', unit: '' }
  const written = (beside.trim() || unit || measure).toLowerCase()
  const powers = POWERS[measure]
  const power = Object.hasOwn(powers, written) ? powers[written] : undefined
  if (power === undefined) return { fault: 'unit-unknown', unit: written }
  const scale = value.scale - power
  const reported =
    power === 0
      ? digits
      : formatDecimal(
          scale >= 0 ? { units: value.units, scale } : { units: value.units * powerOfTen(-scale), scale: 0 },
        )
  return {
    figure: { qualifier: null, reported, unit: measure, value: Number(reported) },
    rules: [...(power === 0 ? [] : ['unit-converted']), ...(about === undefined ? [] : ['approximate-read'])],
  }
}

/** A figure of digits already in its unit. */
export function figureOf(reported: string, unit: string): Figure {
  return { qualifier: null, reported, unit, value: Number(reported) }
}
