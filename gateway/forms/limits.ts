/** How much a workbook of ours holds; the docs print this table. */

/** Rows a returned workbook shows, and characters of a list that stands in its drop-down itself rather than on a hidden sheet. */
export const FORM_LIMITS = { returnedRows: 1000, inlineList: 255 } as const
