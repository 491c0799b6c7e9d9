/** CSV out (RFC 4180), safe to open in a spreadsheet. */

/** What begins a formula, also full-width, as Chinese and Japanese editions of Excel take it, and behind a break that is trimmed. */
const RUN = /^[=+\-@＝＋－＠\t\r\n]/

/** A cell; one that a spreadsheet would run as a formula is led by an apostrophe. Numbers, signed ones too, stay as they are. */
function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = typeof value === 'string' && RUN.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line, ended by CRLF. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
