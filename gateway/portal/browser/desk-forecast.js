/** Forecast values in the browser: the class of an AQI range, two sides' together, the drafters' own. The gateway's own arithmetic, which judges them again. */

/**
 * @typedef {object} Range
 * @property {number} max
 * @property {number} min
 */

/**
 * A forecast value as it is kept in a cell; one of several days also says what it is read from.
 * @typedef {object} Value
 * @property {Range | null} aqi
 * @property {Range} class
 * @property {readonly string[]} primary
 * @property {{ days: readonly string[], derived: boolean } | null} [basis]
 */

/**
 * An edition of the index: the lowest AQI of each class, where the scale ends, and up to where no pollutant is primary.
 * @typedef {object} Edition
 * @property {readonly { class: number, min: number, title: string }[]} classes
 * @property {number} clean
 * @property {number} end
 */

/** Pollutants in the standard's order, with the names people read. */
export const POLLUTANTS = Object.freeze({ co: 'CO', no2: 'NO₂', o3: 'O₃', pm10: 'PM10', pm25: 'PM2.5', so2: 'SO₂' })

/**
 * The classes an AQI range reaches.
 * @param {Range} aqi
 * @param {Edition} edition
 * @returns {Range}
 */
export function gradeOf({ max, min }, { classes }) {
  const classAt = (/** @type {number} */ aqi) => classes.findLast((row) => aqi >= row.min)?.class ?? 0
  return { max: classAt(max), min: classAt(min) }
}

/**
 * @param {readonly string[]} pollutants
 * @returns {readonly string[]}
 */
function inOrder(pollutants) {
  return Object.keys(POLLUTANTS).filter((one) => pollutants.includes(one))
}

/**
 * @param {Range} a
 * @param {Range} b
 * @returns {Range}
 */
function joined(a, b) {
  return { max: Math.max(a.max, b.max), min: Math.min(a.min, b.min) }
}

/**
 * Both together: from the lower lower end to the upper upper end, with every pollutant either names.
 * @param {Value} a
 * @param {Value} b
 * @returns {Value}
 */
export function unionOf(a, b) {
  const value = {
    aqi: a.aqi && b.aqi && joined(a.aqi, b.aqi),
    class: joined(a.class, b.class),
    primary: inOrder([...a.primary, ...b.primary]),
  }
  if (a.basis === undefined && b.basis === undefined) return value
  const [one, other] = [a.basis, b.basis]
  const basis = one && other && joinedBasis(one, other)
  return { ...value, basis: basis ?? null }
}

/**
 * @param {{ days: readonly string[], derived: boolean }} a
 * @param {{ days: readonly string[], derived: boolean }} b
 */
function joinedBasis(a, b) {
  return { days: [...new Set([...a.days, ...b.days])].sort(), derived: a.derived || b.derived }
}

/**
 * The drafters' own value out of what was typed, or what is wrong with it.
 * @param {{ min: string, max: string, primary: readonly string[] }} typed
 * @param {Edition} edition
 * @returns {{ value: Value, fault: null } | { value: null, fault: 'range' | 'primary' }}
 */
export function ownValue({ min, max, primary }, edition) {
  const aqi = { max: wholeNumber(max), min: wholeNumber(min) }
  const sound = aqi.min <= aqi.max && aqi.max <= edition.end
  // What is no number compares as false.
  if (!sound) return { value: null, fault: 'range' }
  if (aqi.max <= edition.clean && primary.length > 0) return { value: null, fault: 'primary' }
  return { value: { aqi, class: gradeOf(aqi, edition), primary: inOrder(primary) }, fault: null }
}

/** @param {string} text */
function wholeNumber(text) {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
}

/**
 * The value an edit that takes makes of a cell; null where there is none to take.
 * @param {'cq' | 'sc' | 'union'} take
 * @param {Readonly<Record<'cq' | 'sc', Value | null>>} sides
 * @returns {Value | null}
 */
export function takenValue(take, { cq, sc }) {
  if (take === 'cq') return cq
  if (take === 'sc') return sc
  return cq && sc && unionOf(cq, sc)
}

/**
 * What an edit wants of a cell as it is now: a take what the sides say by now, anything else what it says itself.
 * @template V
 * @param {{ take: string, value: V }} edit
 * @param {Readonly<Record<'cq' | 'sc', Value | null>>} sides
 * @returns {Value | V | null} null where there is nothing to take any more
 */
export function wantedValue({ take, value }, sides) {
  return take === 'cq' || take === 'sc' || take === 'union' ? takenValue(take, sides) : value
}

/**
 * A range in words: `83–113`, `75`.
 * @param {Range} range
 * @returns {string}
 */
export function rangeText({ max, min }) {
  return min === max ? String(min) : `${min}–${max}`
}

/**
 * Classes in words: `良～轻度污染`.
 * @param {Range} range
 * @param {Edition} edition
 * @param {'zh' | 'en'} lang
 * @returns {string}
 */
export function classText({ max, min }, { classes }, lang) {
  const title = (/** @type {number} */ one) => classes.find((row) => row.class === one)?.title ?? String(one)
  return min === max ? title(min) : [title(min), title(max)].join(lang === 'zh' ? '～' : ' to ')
}

/**
 * A value in words: `良～轻度污染 83–113 PM2.5`.
 * @param {Value} value
 * @param {Edition} edition
 * @param {'zh' | 'en'} lang
 * @param {{ onlyClass: string }} words
 * @returns {string}
 */
export function valueText(value, edition, lang, { onlyClass }) {
  const names = Object.entries(POLLUTANTS).flatMap(([id, name]) => (value.primary.includes(id) ? [name] : []))
  const primary = names.join(lang === 'zh' ? '、' : ', ')
  const range = value.aqi ? rangeText(value.aqi) : onlyClass
  return [classText(value.class, edition, lang), range, primary].filter((part) => part !== '').join(' ')
}
