/** How wide a text will be, near enough to lay out a drawing without a browser. */

/** Width in px at a font size: CJK and other wide characters one em, capitals 0.68, the rest 0.56. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character.codePointAt(0) ?? 0)
  return ems * size
}

/** The text in at most `lines` lines of `width` px; what does not fit ends in `…`. */
export function wrapText(text: string, size: number, width: number, lines: number): readonly string[] {
  const found: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    const wide = textWidth(character, size)
    if (used + wide > width && line !== '') {
      if (found.length === lines - 1) return [...found, `${line.slice(0, -1)}…`]
      found.push(line)
      line = ''
      used = 0
    }
    line += character
    used += wide
  }
  return line === '' ? found : [...found, line]
}

function emsOf(code: number): number {
  if (code >= 0x2e80 || (code >= 0x2160 && code <= 0x217f) || code === 0x2192) return 1
  return code >= 0x41 && code <= 0x5a ? 0.68 : 0.56
}
