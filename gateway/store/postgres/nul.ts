/**
 * Texts as PostgreSQL can hold them: it knows no U+0000. U+0000 is kept as U+0001 with a 0 behind it, and U+0001 as U+0001 with a 1,
 * so that no two texts become one and they sort by their bytes as before.
 */

const MARK = '\u0001'
const ZERO = '\u0000'

/** A text as it goes in. */
export function keptText(text: string): string {
  if (!text.includes(ZERO) && !text.includes(MARK)) return text
  return text.replaceAll(MARK, `${MARK}1`).replaceAll(ZERO, `${MARK}0`)
}

/** The text that was kept so. */
export function givenText(kept: string): string {
  if (!kept.includes(MARK)) return kept
  return kept.replaceAll(`${MARK}0`, ZERO).replaceAll(`${MARK}1`, MARK)
}
