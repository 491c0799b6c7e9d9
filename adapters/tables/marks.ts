/** Marks that stand for nothing, and full-width forms. Standards §9 row 6. */

/** Whether a text stands for nothing. */
export function isEmptyMark(text: string): boolean {
  return text === '' || text === '*' || text === '/' || text === '／' || text === '-;' || /^[-—－–─]+$/.test(text)
}

/** Full-width forms as the half-width ones they stand for, and nothing else: other compatibility forms change meaning, as 10⁴ becomes 104. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
}
