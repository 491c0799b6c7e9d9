/** HTML inside a single cell, as publishers' JSON has it: `<span title='原始值：16.48'>16.5</span>`. */
import { Parser } from 'htmlparser2'

/** The text a person sees in a cell and the first `title` attribute in it, entities decoded. */
export interface Markup {
  readonly text: string
  readonly title: string | null
}

/**
 * Reads the markup of one cell. A cell without a tag is returned as it is: `<0.025` stays a figure below a limit, and its
 * entities, if any, stay as written. `<br>` becomes a line break, scripts and styles nothing.
 */
export function readMarkup(cell: string): Markup {
  if (!cell.includes('<')) return { text: cell, title: null }
  return readSpan(cell) ?? readAny(cell)
}

/** A cell that is one span around plain text, read without a parser: there are a dozen of these in every row. */
function readSpan(cell: string): Markup | null {
  if (!cell.startsWith('<span ') || !cell.endsWith('</span>') || cell.includes('&')) return null
  const open = cell.indexOf(" title='")
  if (open < 0) return null
  const close = cell.indexOf("'", open + 8)
  const gt = cell.indexOf('>')
  // A `>` or a second attribute value that holds "title=" is for the parser.
  if (close < 0 || gt < close || cell.charAt(close + 1) !== '>' || gt !== close + 1) return null
  if (!isAttributes(cell, 5, open) || cell.indexOf('<', gt) !== cell.length - 7) return null
  return { text: cell.slice(gt + 1, -7), title: cell.slice(open + 8, close) }
}

/** Whether quotes are balanced between two places, so that what follows is an attribute and not inside one. */
function isAttributes(cell: string, start: number, end: number): boolean {
  let quotes = 0
  for (let i = start; i < end; i += 1) {
    const code = cell.charCodeAt(i)
    if (code === 34) return false
    if (code === 39) quotes += 1
  }
  return quotes % 2 === 0
}

const TAG = /<\/?[a-z][^<>]*>/i

function readAny(cell: string): Markup {
  if (!TAG.test(cell)) return { text: cell, title: null }
  let text = ''
  let title: string | null = null
  let hidden = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' || name === 'style') hidden += 1
      if (name === 'br') text += '\n'
      title ??= attributes.title ?? null
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') hidden -= 1
    },
    ontext(data) {
      if (hidden === 0) text += data
    },
  })
  parser.end(cell)
  return { text: text.trim(), title }
}
