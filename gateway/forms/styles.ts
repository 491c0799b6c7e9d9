/** How the cells of our workbooks look. A look is never the only carrier: what it means stands in words beside it. */
import type { CellObject } from 'write-excel-file/node'
import { textCell, widthOf } from '../http/xlsx.ts'

const LINE = { borderStyle: 'thin', borderColor: '#B8C2CC' } as const

/** A title over a table. */
export const TITLE = { fontWeight: 'bold', fontSize: 13, alignVertical: 'center' } as const
/** A line of small print. */
export const SMALL = { textColor: '#44515C', wrap: true, alignVertical: 'top' } as const

/** Headings: of a column that must be filled in, of one among several, of any other, and of a column of ours. */
export const HEADINGS = {
  must: heading('#FFE08A'),
  either: heading('#FFF4D6'),
  may: heading('#E4ECF3'),
  ours: heading('#F6CFCB'),
} as const

function heading(backgroundColor: string) {
  return {
    fontWeight: 'bold',
    backgroundColor,
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    ...LINE,
  } as const
}

/** The example row. */
export const EXAMPLE_CELL = {
  fontStyle: 'italic',
  textColor: '#5B6670',
  backgroundColor: '#F3F4F6',
  alignVertical: 'center',
  ...LINE,
} as const
/** A cell of a table. */
export const CELL = { alignVertical: 'top', wrap: true, ...LINE } as const
/** A cell that has to be mended. */
export const AMISS = { ...CELL, backgroundColor: '#FFD6D1', fontWeight: 'bold', textColor: '#8A1C12' } as const
/** Why, beside it. */
export const REASON = { ...CELL, backgroundColor: '#FFF6F5' } as const

/** A text in a look; it stays a text whatever it begins with, and keeps its zeros. */
export function styled(text: string, style: CellObject): CellObject {
  return { ...textCell(text), ...style, format: '@' }
}

/** Points that a line of text takes, and what a row has around its lines. */
const LINE_HEIGHT = 14
const ROW_PADDING = 4
/** Excel's own limit is 409. */
const TALLEST = 400

/** As high as the texts of a row ask at these widths; office programs do not all find that out by themselves. */
export function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => {
    const width = Math.max(4, (widths[at] ?? 10) - 1)
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line) / width)), 0)
  })
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING)
}

/** The whole width of a line, which `widthOf` tells of its beginning alone. */
function lineWidth(line: string): number {
  let width = 0
  for (let at = 0; at < line.length; at += 40) width += widthOf(line.slice(at, at + 40))
  return width
}
