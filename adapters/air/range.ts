/** Ranges as forecasts write them: of the AQI (`74~104`, `89±15`) and of classes (`良至轻度污染`, `优或良`, `轻至中度污染`). Standards §9 row 11. */
import type { ValueRange } from '../../contracts/air-forecast/record.ts'
import type { AirClass } from '../../contracts/standards/air-types.ts'
import { parseAirClass } from '../standards/air.ts'
import { tight } from './cells.ts'

/** The marks and words between two ends, as a pattern without groups. */
export const TO = `(?:[~～∼〜]|[-—–－−‐─]{1,2}|至|到)`

const NUMBER = String.raw`\d{1,6}(?:\.\d+)?`
/** A range of numbers, as a pattern without groups. */
export const NUMBERS = `(?:${NUMBER}${TO}${NUMBER}|${NUMBER}±${NUMBER}|${NUMBER})`

const SPAN = new RegExp(`^(${NUMBER})${TO}(${NUMBER})$`)
const AROUND = new RegExp(`^(${NUMBER})±(${NUMBER})$`)
const ALONE = new RegExp(`^${NUMBER}$`)

/** The two ends of a range of numbers as digits; one figure is both of its ends. Null when it is none; order is not looked at. */
export function parseNumbers(text: string): { readonly from: string; readonly to: string } | null {
  const written = tight(text)
  const [, from, to] = SPAN.exec(written) ?? []
  if (from !== undefined && to !== undefined) return { from, to }
  return ALONE.test(written) ? { from: written, to: written } : null
}

/** A range of the AQI, whole numbers. Null when it is none; the ends are as written, whatever their order and size. */
export function parseAqiRange(text: string): { readonly from: number; readonly to: number } | null {
  const written = tight(text)
  const [, middle, half] = AROUND.exec(written) ?? []
  if (middle !== undefined && half !== undefined) {
    const [from, to] = [Number(middle) - Number(half), Number(middle) + Number(half)]
    return Number.isInteger(from) && Number.isInteger(to) ? { from, to } : null
  }
  const ends = parseNumbers(written)
  if (!ends) return null
  const [from, to] = [Number(ends.from), Number(ends.to)]
  return Number.isInteger(from) && Number.isInteger(to) ? { from, to } : null
}

const CLASS = `(?:优|良|[轻中重]度?(?:污染)?|严重(?:污染)?|[一二三四五六1-6]级|[ⅠⅡⅢⅣⅤⅥ]级?|(?:VI|V|IV|I{1,3})级)`
/** What stands between two classes: they are a span, or one of them, or the first goes over into the second. */
const OR = `(?:${TO}|或|[、/／]|转)`
/** One class or a span of classes, as a pattern without groups. */
export const CLASSES = `(?:优良|${CLASS}(?:${OR}${CLASS})?)`

const CLASS_SPAN = new RegExp(`^(${CLASS})${OR}(${CLASS})$`)

/** 轻至中度污染 leaves out what both have in common. */
function classOf(word: string): AirClass | undefined {
  return parseAirClass(/^[轻中重]$/.test(word) ? `${word}度` : word) ?? undefined
}

/** The classes a text spans, the better one first whichever was written first. Undefined when it cannot be read. */
export function parseClasses(text: string): ValueRange<AirClass> | undefined {
  const written = tight(text)
  if (written === '优良') return { max: 2, min: 1 }
  const one = classOf(written)
  if (one !== undefined) return { max: one, min: one }
  const [, first = '', second = ''] = CLASS_SPAN.exec(written) ?? []
  const [from, to] = [classOf(first), classOf(second)]
  if (from === undefined || to === undefined) return undefined
  return from <= to ? { max: to, min: from } : { max: from, min: to }
}
