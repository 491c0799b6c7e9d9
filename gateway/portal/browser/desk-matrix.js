/** The table as a grid: one stop of the tab key, arrows and letters within it, filters at once, drafts marked in their cells. */
import { describe, desk, dialog, element, openDialog, placeOf, say } from './desk-context.js'
import { movedEdits } from './desk-draft.js'

/** What the letters do beyond moving. @typedef {{ undo: () => void }} GridKeys */

const table = () => element('matrix')

/** @returns {readonly HTMLTableRowElement[]} */
function rowsShown() {
  return [...table().querySelectorAll('tr')].filter((row) => row.dataset.has !== undefined && !row.hidden)
}

/**
 * What a row has to stop at: its heading's link, and one in each cell.
 * @param {HTMLTableRowElement} row
 * @returns {readonly HTMLAnchorElement[]}
 */
function stopsOf(row) {
  return [...row.querySelectorAll('a')]
}

/** @returns {readonly HTMLAnchorElement[]} */
function differing() {
  return rowsShown().flatMap((row) => {
    const cells = [...row.querySelectorAll('td.loud')]
    // In a table of sections what is loud is not what opens: the row's own link is.
    return cells.flatMap((cell) => cell.querySelector('a') ?? row.querySelector('td a') ?? [])
  })
}

/** @param {HTMLAnchorElement} stop */
function goTo(stop) {
  for (const one of table().querySelectorAll('a')) one.tabIndex = one === stop ? 0 : -1
  stop.focus()
  stop.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Leaves one stop of the tab key in the table: where the focus was, or the first. */
function rove() {
  const stops = rowsShown().flatMap(stopsOf)
  const { activeElement } = document
  const here =
    stops.find((one) => one === activeElement) ??
    stops.find((one) => one.tabIndex === 0 && one.hasAttribute('tabindex'))
  for (const one of table().querySelectorAll('a')) one.tabIndex = one === (here ?? stops[0]) ? 0 : -1
}

/**
 * @param {HTMLAnchorElement} from
 * @param {number} down
 * @param {number} right
 */
function move(from, down, right) {
  const rows = rowsShown()
  const row = rows.findIndex((one) => one.contains(from))
  const stops = rows[row] ? stopsOf(rows[row]) : []
  const column = stops.indexOf(from)
  const target = rows[row + down]
  if (target === undefined) return
  const there = stopsOf(target)
  const next = there[Math.min(Math.max(column + right, 0), there.length - 1)]
  if (next) goTo(next)
}

/**
 * Goes to the next cell that differs, or back to the one before; round at the ends.
 * @param {1 | -1} step
 */
export function goToDifference(step) {
  const stops = differing()
  if (stops.length === 0) return
  const { activeElement } = document
  const at = activeElement instanceof HTMLAnchorElement ? stops.indexOf(activeElement) : -1
  const after = stops.findIndex((one) => activeElement !== null && isBehind(one, activeElement))
  // From a cell between two, on to the nearer one in that direction.
  const next = at >= 0 ? at + step : step > 0 ? after : (after < 0 ? stops.length : after) - 1
  const stop = stops.at((next + stops.length) % stops.length)
  if (stop) goTo(stop)
}

/**
 * @param {Node} one
 * @param {Node} other
 */
function isBehind(one, other) {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/**
 * @param {KeyboardEvent} event
 * @param {GridKeys} keys
 */
function pressed(event, { undo }) {
  const { target, key } = event
  if (!(target instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.altKey) return
  const row = target.closest('tr')
  const stops = row ? stopsOf(row) : []
  /** @type {Readonly<Record<string, () => void>>} */
  const does = {
    ArrowDown: () => move(target, 1, 0),
    ArrowLeft: () => move(target, 0, -1),
    ArrowRight: () => move(target, 0, 1),
    ArrowUp: () => move(target, -1, 0),
    End: () => stops.at(-1) && goTo(/** @type {HTMLAnchorElement} */ (stops.at(-1))),
    Home: () => stops[0] && goTo(stops[0]),
    '?': () => openDialog(dialog('help')),
    j: () => goToDifference(1),
    k: () => goToDifference(-1),
    u: undo,
  }
  const doIt = does[key]
  if (doIt === undefined) return
  event.preventDefault()
  doIt()
}

/** @param {string} show */
function filter(show) {
  for (const row of table().querySelectorAll('tr')) {
    if (row.dataset.has === undefined) continue
    row.hidden = show !== 'all' && !row.dataset.has.split(' ').includes(show)
  }
  for (const group of table().querySelectorAll('tbody')) {
    group.hidden = [...group.querySelectorAll('tr')].every((row) => row.hidden || row.dataset.has === undefined)
  }
  element('none-shown').hidden = rowsShown().length > 0
  for (const link of element('filters').querySelectorAll('a')) {
    if (link.dataset.show === show) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  rove()
}

/** The filter as it is now. */
function shown() {
  return element('filters').querySelector('[aria-current]')?.getAttribute('data-show') ?? 'all'
}

/** Marks the draft's edits in their cells, and takes away marks of what is no draft any more. */
export function markDraft() {
  for (const mark of document.querySelectorAll('.drafted > .draft')) mark.remove()
  for (const cell of document.querySelectorAll('.drafted')) cell.classList.remove('drafted')
  const moved = new Set(movedEdits(desk.draft, desk.data?.cells))
  for (const edit of desk.draft.edits) {
    const place = placeOf(edit.cell)
    if (place === null) continue
    const mark = document.createElement('span')
    mark.className = 'draft'
    const value = describe(edit.value, desk.data?.cells[edit.cell])
    mark.textContent = `✎ ${say('draft', { value })}${moved.has(edit) ? ` ⚠ ${say('moved')}` : ''}`
    place.classList.add('drafted')
    place.append(mark)
  }
}

/** Once the table was brought up to date. */
export function afterPatch() {
  if (document.getElementById('matrix') === null) return
  table().setAttribute('role', 'grid')
  filter(shown())
}

/**
 * Begins.
 * @param {GridKeys} keys
 */
export function startMatrix(keys) {
  element('filters').addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    filter(link.dataset.show ?? 'all')
    history.replaceState(null, '', link.href)
  })
  // On the region, which stays when the table is put in place anew.
  const region = table().closest('.region')
  region?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) pressed(event, keys)
  })
  region?.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement) || target.tabIndex === 0) return
    for (const one of table().querySelectorAll('a')) one.tabIndex = one === target ? 0 : -1
  })
  element('next-difference').addEventListener('click', () => goToDifference(1))
  element('previous-difference').addEventListener('click', () => goToDifference(-1))
  element('show-help').addEventListener('click', () => openDialog(dialog('help')))
  afterPatch()
}
