/** Text from somebody else, made fit for a terminal: what would move its cursor, turn its direction or not be seen is spelt out. */

/** Cut so that one cell cannot fill a screen; the file itself has the rest. */
const SHOWN = 200

/** Controls, characters without a shape of their own (marks of direction, blanks of no width), separators that break lines. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function spelt(char: string): string {
  return NAMES[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
}

/** One line of at most 200 characters. */
export function printable(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return cut.toWellFormed().replace(UNSAFE, spelt)
}

/** One line, whole: for what somebody else says and nobody should see cut. */
export function printableLine(text: string): string {
  return text.toWellFormed().replace(UNSAFE, spelt)
}

/** Whole lines, kept as lines. */
export function printableLines(text: string): string {
  return text.toWellFormed().replace(UNSAFE, (char) => (char === '\n' ? char : spelt(char)))
}
