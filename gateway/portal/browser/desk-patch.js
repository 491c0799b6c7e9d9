/** Brings a page up to date with the one the gateway gives now, part by part: only what has changed is put in its place. */

/** Parts that stand on their own. */
const PARTS = ['head', 'counts', 'discussion', 'acts', 'hand-overs', 'attached', 'withheld', 'c-statement']

/**
 * The page as the gateway gave it last, before anything was marked in it.
 * @param {Document} live
 */
export function patcher(live) {
  const last = live.cloneNode(true)
  if (!(last instanceof Document)) throw new TypeError('expected a document')
  /** @type {Document} */
  let before = last

  /**
   * Puts what has changed into the page; resolves to the number of cells that did.
   * @param {Document} next
   * @returns {number}
   */
  function patch(next) {
    for (const id of PARTS) replacePart(live.getElementById(id), before.getElementById(id), next.getElementById(id))
    const changed = sameRows(before, next) ? patchCells(before, next) : replaceTable(next)
    before = next
    return changed
  }

  /**
   * @param {Document} from
   * @param {Document} next
   */
  function patchCells(from, next) {
    let changed = 0
    const [shown, known] = [cellsOf(live), cellsOf(from)]
    for (const [at, cell] of cellsOf(next).entries()) {
      if (replacePart(shown[at] ?? null, known[at] ?? null, cell)) changed += 1
    }
    const rows = [...live.querySelectorAll('#matrix tr[data-has]')]
    for (const [at, row] of [...next.querySelectorAll('#matrix tr[data-has]')].entries()) {
      rows[at]?.setAttribute('data-has', row.getAttribute('data-has') ?? '')
    }
    return changed
  }

  /** @param {Document} next */
  function replaceTable(next) {
    const table = next.querySelector('#matrix')
    const old = live.querySelector('#matrix')
    if (table === null || old === null) return 0
    old.replaceWith(live.importNode(table, true))
    return table.querySelectorAll('td').length
  }

  return patch
}

/** @param {Document} page */
function cellsOf(page) {
  return [...page.querySelectorAll('#matrix tbody td')]
}

/**
 * Whether both tables have the same cells in the same places.
 * @param {Document} one
 * @param {Document} other
 */
function sameRows(one, other) {
  const names = (/** @type {Document} */ page) =>
    cellsOf(page)
      .map((cell) => cell.querySelector('a')?.getAttribute('href') ?? '')
      .join(' ')
  return names(one) === names(other)
}

/**
 * Puts a part's successor in its place, unless it is as it was; the focus stays in it.
 * @param {Element | null} shown
 * @param {Element | null} before
 * @param {Element | null} next
 * @returns {boolean} whether it was put in place
 */
export function replacePart(shown, before, next) {
  if (shown === null || next === null || (before?.isEqualNode(next) ?? false)) return false
  const place = focusIn(shown)
  const made = document.importNode(next, true)
  shown.replaceWith(made)
  if (place !== null) refocus(made, place)
  return true
}

/**
 * Where the focus is within a part, to find it again in the part's successor.
 * @param {Element} part
 * @returns {string | null}
 */
function focusIn(part) {
  const { activeElement } = document
  if (activeElement === null || !part.contains(activeElement)) return null
  for (const name of ['href', 'data-act', 'data-resolve']) {
    const value = activeElement.getAttribute(name)
    if (value !== null) return `[${name}="${CSS.escape(value)}"]`
  }
  return 'a, button'
}

/**
 * @param {Element} part
 * @param {string} place
 */
function refocus(part, place) {
  const found = part.querySelector(place)
  if (found instanceof HTMLElement) found.focus({ preventScroll: true })
}
