/** An angle as tables write it, in decimal degrees or degrees, minutes and seconds (度分秒), as decimal degrees. Standards §7.4. */
import { divideHalfEven, formatDecimal, parseDecimal, powerOfTen } from './decimal.ts'

/** Decimal degrees as text: digits as written, or worked out of minutes and seconds to six places (a decimetre). */
export interface Degrees {
  readonly degrees: string
  readonly form: 'decimal' | 'dms'
}

const PLACES = 6
const DECIMAL = /^(\d{1,3})(\.\d{1,15})?°?$/
const NUMBER = String.raw`\d{1,2}(?:\.\d{1,9})?`
const DMS = new RegExp(`^(\\d{1,3})°(?:(${NUMBER})'(?:(${NUMBER})"?)?)?$`)
const APART = new RegExp(`^(\\d{1,3})[: ](\\d{1,2})[: ](${NUMBER})$`)
/** 东经, E and the like; the other half of the world is no place of ours and stays unread. */
const HEMISPHERE = { longitude: /^(?:东经|E)\s*|\s*E$/i, latitude: /^(?:北纬|N)\s*|\s*N$/i } as const

/**
 * Reads one angle; undefined when it is none, or minutes or seconds reach 60.
 *
 * @example parseDegrees('105°50′55.2″', 'longitude') // { degrees: '105.848667', form: 'dms' }
 */
export function parseDegrees(text: string, axis: 'longitude' | 'latitude'): Degrees | undefined {
  if (text.length > 40) return undefined
  const plain = plainAngle(text).replace(HEMISPHERE[axis], '').trim()
  const whole = DECIMAL.exec(plain)
  if (whole) return { degrees: `${Number(whole[1])}${whole[2] ?? ''}`, form: 'decimal' }
  const [, degrees = '', minutes = '0', seconds = '0'] = DMS.exec(plain.replace(/ /g, '')) ?? APART.exec(plain) ?? []
  const [d, m, s] = [parseDecimal(degrees), parseDecimal(minutes), parseDecimal(seconds)]
  if (!d || !m || !s || Number(minutes) >= 60 || Number(seconds) >= 60) return undefined
  // A fraction of a minute beside seconds says two things.
  if (minutes.includes('.') && seconds !== '0') return undefined
  const scale = Math.max(m.scale, s.scale)
  const total =
    d.units * 3600n * powerOfTen(scale) +
    m.units * 60n * powerOfTen(scale - m.scale) +
    s.units * powerOfTen(scale - s.scale)
  return { degrees: formatDecimal(divideHalfEven(total, 3600n * powerOfTen(scale), PLACES)), form: 'dms' }
}

function plainAngle(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/[º˚度]/g, '°')
    .replace(/[″”“ʺ秒]/g, '"')
    .replace(/[′’‘´ʹ分]/g, "'")
    .replace(/''/g, '"')
    .trim()
}
