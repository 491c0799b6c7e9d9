/** What JSON.parse does not tell: depth and members before it runs, the place of an error, and repeated names (RFC 8259 §4). */

/** What one pass over the text counts. */
export interface JsonScan {
  /** Whether it nests deeper than was allowed; the pass stops there. */
  readonly tooDeep: boolean
  /** Members (`name:`) of all objects: more of them than the parsed value has means a name was repeated. */
  readonly members: number
  /** Whether the text ends inside a string, object or array. */
  readonly unclosed: boolean
}

/** One pass over the text, without building anything. */
export function scanJson(text: string, depthLimit: number): JsonScan {
  let depth = 0
  let members = 0
  const length = text.length
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) {
      i = stringEnd(text, i)
      if (i < 0) return { tooDeep: false, members, unclosed: true }
    } else if (code === 0x3a) {
      members += 1
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > depthLimit) return { tooDeep: true, members, unclosed: true }
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
    }
  }
  return { tooDeep: false, members, unclosed: depth > 0 }
}

/** The index of the quote that closes the string opened at `start`, or −1. The engine's own search is the quick part. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1
  return slashes % 2 === 1
}

/** A member whose name its object already had. `path` leads to the object. */
export interface RepeatedName {
  readonly path: readonly (string | number)[]
  readonly name: string
}

/** Where JSON text stops being JSON, and the repeated names met on the way there. */
export interface JsonInspection {
  /** Index of the first character that cannot stand where it is; the text's length when it ends too early. */
  readonly errorAt: number | null
  readonly repeated: readonly RepeatedName[]
}

interface Frame {
  readonly names: Set<string> | null
  key: string
  index: number
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const NUMBER_BEGUN = /^-?\d*(?:\.\d*)?(?:[eE][+-]?\d*)?$/
const LITERALS = ['true', 'false', 'null']

/** A slow and exact walk, for texts JSON.parse has refused or whose members do not add up. */
export function inspectJson(text: string): JsonInspection {
  const stack: Frame[] = []
  const repeated: RepeatedName[] = []
  const failed = (errorAt: number): JsonInspection => ({ errorAt, repeated })
  let i = 0
  const skipSpace = (): void => {
    while (i < text.length && ' \t\n\r'.includes(text.charAt(i))) i += 1
  }
  let expectValue = true
  for (;;) {
    skipSpace()
    const top = stack.at(-1)
    const char = text.charAt(i)
    if (!expectValue) {
      if (top === undefined) return i === text.length ? { errorAt: null, repeated } : failed(i)
      const close = top.names === null ? ']' : '}'
      if (char === close) {
        stack.pop()
        i += 1
        continue
      }
      if (char !== ',') return failed(i)
      i += 1
      top.index += 1
      expectValue = true
      if (top.names === null) continue
      skipSpace()
    }
    if (top?.names && expectValue) {
      const end = checkedStringEnd(text, i)
      if (end < 0) return failed(-end - 1)
      top.key = text.slice(i + 1, end)
      if (top.key.includes('\\')) top.key = String(JSON.parse(text.slice(i, end + 1)))
      if (top.names.has(top.key)) repeated.push({ path: stack.slice(0, -1).map(step), name: top.key })
      top.names.add(top.key)
      i = end + 1
      skipSpace()
      if (text.charAt(i) !== ':') return failed(i)
      i += 1
      skipSpace()
    }
    expectValue = false
    const first = text.charAt(i)
    if (first === '{' || first === '[') {
      i += 1
      skipSpace()
      stack.push({ names: first === '{' ? new Set() : null, key: '', index: 0 })
      expectValue = text.charAt(i) !== (first === '{' ? '}' : ']')
      continue
    }
    const end = scalarEnd(text, i)
    if (end < 0) return failed(-end - 1)
    i = end
  }
}

function step(frame: Frame): string | number {
  return frame.names === null ? frame.index : frame.key
}

/** One past the scalar at `start`, or −1 − the index where it goes wrong. */
function scalarEnd(text: string, start: number): number {
  if (text.charAt(start) === '"') {
    const end = checkedStringEnd(text, start)
    return end < 0 ? end : end + 1
  }
  for (const literal of LITERALS) if (text.startsWith(literal, start)) return start + literal.length
  const rest = text.slice(start, start + 32)
  const begun = LITERALS.some((literal) => literal.startsWith(rest)) || NUMBER_BEGUN.test(rest)
  NUMBER.lastIndex = start
  const end = NUMBER.test(text) ? NUMBER.lastIndex : start
  if (end > start && (end === text.length || !'.eE'.includes(text.charAt(end)))) return end
  return start + rest.length === text.length && begun ? -1 - text.length : end > start ? end : -1 - start
}

/** The closing quote of a valid string at `start`, or −1 − the index where it goes wrong. */
function checkedStringEnd(text: string, start: number): number {
  if (text.charAt(start) !== '"') return -1 - start
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) return i
    if (code < 0x20) return -1 - i
    if (code !== 0x5c) continue
    const escaped = text.charAt(i + 1)
    if (escaped === '') break
    if (!'"\\/bfnrtu'.includes(escaped)) return -1 - i
    if (escaped === 'u') {
      const digits = text.slice(i + 2, i + 6)
      if (!/^[0-9a-fA-F]*$/.test(digits)) return -1 - i
      if (digits.length < 4) break
      i += 4
    }
    i += 1
  }
  return -1 - text.length
}
