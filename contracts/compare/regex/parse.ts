/** Patterns as trees (ECMA-262 §22.2.1, the `u` flag): what has a regular language; lookaround, back references and `\b` have none here. */
import { CLASSES, inverse, normal, type Ranges } from './ranges.ts'

/** A pattern's tree. `edge` is `^` or `$`. */
export type Tree =
  | { readonly node: 'set'; readonly ranges: Ranges }
  | { readonly node: 'edge'; readonly side: 'start' | 'end' }
  | { readonly node: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly node: 'choice'; readonly parts: readonly Tree[] }
  | { readonly node: 'repeat'; readonly part: Tree; readonly min: number; readonly max: number }

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 }
const SYNTAX = '^$\\.*+?()[]{}|/'
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/

class Unsupported extends Error {}

/** The tree of a pattern; undefined when it has what this does not read. */
export function parsePattern(pattern: string): Tree | undefined {
  const points = [...pattern]
  let next = 0
  const peek = (): string | undefined => points[next]
  const take = (): string => {
    const point = points[next++]
    if (point === undefined) throw new Unsupported()
    return point
  }

  function hex(digits: number): number {
    const text = points.slice(next, next + digits).join('')
    if (!/^[0-9a-fA-F]+$/.test(text) || text.length !== digits) throw new Unsupported()
    next += digits
    return Number.parseInt(text, 16)
  }

  function unicode(): number {
    if (peek() !== '{') return hex(4)
    const end = points.indexOf('}', next)
    const text = points.slice(next + 1, end).join('')
    if (end < 0 || !/^[0-9a-fA-F]{1,6}$/.test(text)) throw new Unsupported()
    next = end + 1
    return Number.parseInt(text, 16)
  }

  /** After a backslash: a class, or one point. */
  function escaped(inClass: boolean): Ranges {
    const letter = take()
    const known = letter === '.' ? undefined : CLASSES[letter]
    if (known) return known
    const control = CONTROLS[letter]
    if (letter === '0' && /\d/.test(peek() ?? '')) throw new Unsupported()
    if (control !== undefined) return [control, control]
    if (letter === 'x') return one(hex(2))
    if (letter === 'u') return one(unicode())
    if (inClass && letter === 'b') return one(8)
    if (SYNTAX.includes(letter) || (inClass && letter === '-')) return one(letter.codePointAt(0) ?? 0)
    throw new Unsupported()
  }

  function classAtom(): Ranges {
    const point = take()
    return point === '\\' ? escaped(true) : one(point.codePointAt(0) ?? 0)
  }

  function set(): Tree {
    const negated = peek() === '^'
    if (negated) next++
    const ranges: number[] = []
    while (peek() !== ']') {
      const from = classAtom()
      if (peek() === '-' && points[next + 1] !== ']') {
        next++
        const to = classAtom()
        const [low, end] = [from[0] ?? 0, to[1] ?? 0]
        if (from.length !== 2 || from[0] !== from[1] || to[0] !== to[1] || low > end) throw new Unsupported()
        ranges.push(low, end)
      } else ranges.push(...from)
    }
    next++
    return { node: 'set', ranges: negated ? inverse(normal(ranges)) : normal(ranges) }
  }

  function group(): Tree {
    if (peek() === '?') {
      next++
      const kind = take()
      if (kind === '<' && /[A-Za-z_$]/.test(peek() ?? '')) {
        while (take() !== '>');
      } else if (kind !== ':') throw new Unsupported()
    }
    const inner = choice()
    if (take() !== ')') throw new Unsupported()
    return inner
  }

  function atom(): Tree {
    const point = take()
    if (point === '^' || point === '$') return { node: 'edge', side: point === '^' ? 'start' : 'end' }
    if (point === '(') return group()
    if (point === '[') return set()
    if (point === '.') return { node: 'set', ranges: CLASSES['.'] ?? [] }
    if (point === '\\') return { node: 'set', ranges: escaped(false) }
    if ('*+?{}]'.includes(point)) throw new Unsupported()
    return { node: 'set', ranges: one(point.codePointAt(0) ?? 0) }
  }

  function sequence(): Tree {
    const parts: Tree[] = []
    for (let point = peek(); point !== undefined && point !== '|' && point !== ')'; point = peek()) {
      const part = atom()
      const found = QUANTIFIER.exec(points.slice(next, next + 24).join(''))
      if (!found) {
        parts.push(part)
        continue
      }
      if (part.node === 'edge') throw new Unsupported()
      next += found[0].length
      const [text, low, comma, high] = found
      const [min, max] = text.startsWith('{')
        ? [Number(low), comma === undefined ? Number(low) : high ? Number(high) : Number.POSITIVE_INFINITY]
        : [text.startsWith('+') ? 1 : 0, text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY]
      if (min > max) throw new Unsupported()
      parts.push({ node: 'repeat', part, min, max })
    }
    return { node: 'sequence', parts }
  }

  function choice(): Tree {
    const parts = [sequence()]
    while (peek() === '|') {
      next++
      parts.push(sequence())
    }
    const [only] = parts
    return only && parts.length === 1 ? only : { node: 'choice', parts }
  }

  try {
    const tree = choice()
    return next === points.length ? tree : undefined
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

const one = (point: number): Ranges => [point, point]
