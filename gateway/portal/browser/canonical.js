/** The canonical form of JSON that is signed in the browser (RFC 8785), the same text as the gateway's own. */

const DEPTH = 256

/**
 * The canonical text of a value. TypeError for what JSON cannot hold, for lone surrogates, and for nesting deeper than 256.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  return write(value, 0)
}

/**
 * Whether a text is JSON and its own canonical form: only such a text is signed.
 * @param {string} text
 * @returns {boolean}
 */
export function isCanonical(text) {
  try {
    return canonical(JSON.parse(text)) === text
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false
    throw error
  }
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {string}
 */
function write(value, depth) {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`expected a finite number, got ${value}`)
    // ECMAScript writes numbers as RFC 8785 §3.2.2.3 wants them.
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`expected a JSON value, got ${typeof value}`)
  if (depth >= DEPTH) throw new TypeError(`expected at most ${DEPTH} levels of nesting`)
  if (Array.isArray(value)) return `[${Array.from(value, (element) => write(element, depth + 1)).join(',')}]`
  const prototype = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) {
    throw new TypeError('expected a plain object or array')
  }
  // Without a comparer, `sort` goes by UTF-16 code units, as §3.2.3 has it.
  const members = new Map(Object.entries(value))
  return `{${[...members.keys()]
    .sort()
    .map((name) => `${quoted(name)}:${write(members.get(name), depth + 1)}`)
    .join(',')}}`
}

/**
 * @param {string} text
 * @returns {string}
 */
function quoted(text) {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('expected well-formed Unicode, got a lone surrogate')
  return JSON.stringify(text)
}
