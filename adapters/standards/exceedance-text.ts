/** Exceedances as the two sides' bulletins write them: `总磷(V,超标 0.7 倍)`, `化学需氧量(IV)`, `氨氮/1.3、总磷/0.6`. */
import type { WaterClass, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { itemByName } from './items.ts'
import { parseClass } from './water-class.ts'

/** One item of such a text; what it does not say is null. */
export interface Exceedance {
  readonly item: WaterItem
  readonly class: WaterClass | null
  readonly multiple: string | null
}

const LONGEST = 1000
const EMPTY = new Set(['', '/', '-', '--', '—', '——', '无'])
const MULTIPLE = /^(?:超标)?(\d{1,6}(?:\.\d{1,6})?)倍?$/

/** The items of a text, in its order; null for an empty mark, undefined when any part cannot be read. */
export function parseExceedance(text: string): readonly Exceedance[] | null | undefined {
  if (text.length > LONGEST) return undefined
  const plain = text.normalize('NFKC').trim()
  if (EMPTY.has(plain)) return null
  const found: Exceedance[] = []
  for (const part of partsOf(plain.replace(/\s*([(/])\s*/g, '$1'))) {
    const exceedance = parsePart(part)
    if (!exceedance) return undefined
    found.push(exceedance)
  }
  return found
}

/** Cut at 、 , ; and blanks outside brackets. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (depth <= 0 && /[、,;\s]/.test(char)) {
      parts.push(part)
      part = ''
    } else {
      part += char
    }
  }
  parts.push(part)
  return parts.filter((entry) => entry !== '')
}

function parsePart(part: string): Exceedance | undefined {
  const slash = /^([^/]+)\/([^/]+)$/.exec(part)
  if (slash) {
    const [, name = '', multiple = ''] = slash
    return build(name, [multiple])
  }
  const whole = itemByName(part)
  if (whole) return { item: whole, class: null, multiple: null }
  const bracket = /^(.+)\(([^()]*)\)$/.exec(part)
  if (!bracket) return undefined
  const [, name = '', inner = ''] = bracket
  return build(name, inner.split(','))
}

function build(name: string, words: readonly string[]): Exceedance | undefined {
  const item = itemByName(name)
  if (!item) return undefined
  let waterClass: WaterClass | null = null
  let multiple: string | null = null
  for (const word of words) {
    const plain = word.replace(/\s+/g, '')
    const times = MULTIPLE.exec(plain)?.[1]
    if (times !== undefined && multiple === null) {
      multiple = times
      continue
    }
    const found = parseClass(plain)
    if (!found || waterClass !== null) return undefined
    waterClass = found
  }
  return { item, class: waterClass, multiple }
}
