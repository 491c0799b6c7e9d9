/** The form for a cell's joint value: whose it is, or one's own, with class and suggested warnings as it is typed; into the draft, for one cell or its zone's. */
import { describe, desk, editionOf, element, fault, form, lang, say, setDraft, tell } from './desk-context.js'
import { drop, put } from './desk-draft.js'
import { classText, ownValue, takenValue } from './desk-forecast.js'
import { forget, suggestionsFor } from './desk-suggest.js'

/** @typedef {import('./desk-context.js').Cell} Cell */
/** @typedef {import('./desk-draft.js').DraftEdit} DraftEdit */
/** @typedef {import('./desk-forecast.js').Value} Value */

const TAKES = /** @type {const} */ (['cq', 'sc', 'union'])

let cellId = ''
/** What the cell was when its form was filled: whoever types goes by that, whatever comes meanwhile. @type {Pick<Cell, 'base' | 'joint' | 'take'> | null} */
let began = null

/** @returns {HTMLFormElement} */
function edit() {
  const found = form('edit')
  if (found === null) throw new TypeError('the page has no form for a value')
  return found
}

/**
 * @param {string} name
 * @returns {HTMLInputElement}
 */
function input(name) {
  const found = edit().elements.namedItem(name)
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`the form has no ${name}`)
  return found
}

function reason() {
  const found = edit().elements.namedItem('reason')
  if (!(found instanceof HTMLTextAreaElement)) throw new TypeError('the form has no reason')
  return found
}

const taken = () => String(new FormData(edit()).get('take') ?? '')
const primaries = () =>
  [...edit().querySelectorAll('input[name="primary"]')].filter((one) => one instanceof HTMLInputElement)

/** @returns {Cell | undefined} */
const current = () => desk.data?.cells[cellId]

/**
 * Fills the form for a cell; hidden where the cell, or this person, is not for editing.
 * @param {string} id
 */
export function fillEdit(id) {
  if (form('edit') === null) return
  cellId = id
  const [cell, may] = [current(), desk.data?.revise]
  began = cell ? { base: cell.base, joint: cell.joint, take: cell.take } : null
  edit().hidden = cell === undefined || cell.words === true || !may
  fault(element('edit-why'), may?.why ?? null)
  if (!cell || !may) return
  for (const part of edit().querySelectorAll('fieldset, .actions, #own, #zone-choice')) {
    if (part instanceof HTMLElement) part.toggleAttribute('inert', may.why !== null)
  }
  const drafted = desk.draft.edits.find((one) => one.cell === id)
  for (const take of TAKES) {
    const value = takenValue(take, cell.sides)
    const radio = edit().querySelector(`input[value="${take}"]`)
    if (radio instanceof HTMLInputElement) radio.disabled = value === null
    write(`[data-value="${take}"]`, value === null ? `（${say('none')}）` : describe(value, cell))
  }
  for (const radio of edit().querySelectorAll('input[name="take"]')) {
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === (drafted?.take ?? cell.take)
  }
  fillOwn(drafted?.take === 'own' ? drafted.value : cell.joint)
  reason().value = drafted?.reason ?? (drafted ? '' : (cell.edit?.reason ?? ''))
  element('drop').hidden = drafted === undefined
  input('zone').checked = false
  const previous = desk.data?.previous?.cells[id]
  element('yesterday').hidden = !previous?.aqi
  write('[data-value="yesterday"]', previous ? describe(previous, cell) : '')
  changed()
}

/** @param {Value | null} value */
function fillOwn(value) {
  input('min').value = String(value?.aqi?.min ?? '')
  input('max').value = String(value?.aqi?.max ?? '')
  for (const one of primaries()) one.checked = value?.primary.includes(one.value) ?? false
}

/**
 * @param {string} selector
 * @param {string} text
 */
function write(selector, text) {
  const place = edit().querySelector(selector)
  if (place !== null) place.textContent = text
}

/**
 * What the form says now: a value, or what is wrong.
 * @param {Cell} cell
 * @returns {{ take: string, value: Value } | { fault: string | null }}
 */
function typed(cell) {
  const take = taken()
  if (take === 'cq' || take === 'sc' || take === 'union') {
    const value = takenValue(take, cell.sides)
    return value === null ? { fault: say('faultTake') } : { take, value }
  }
  if (take !== 'own') return { fault: say('faultTake') }
  const edition = editionOf(cell)
  if (!edition) return { fault: null }
  const primary = primaries().flatMap((one) => (one.checked ? [one.value] : []))
  const own = ownValue({ max: input('max').value, min: input('min').value, primary }, edition)
  if (own.value !== null) return { take, value: own.value }
  if (own.fault === 'range') return { fault: say('faultRange', { end: edition.end }) }
  return { fault: say('faultPrimary', { clean: edition.clean }) }
}

/** Class and warnings follow what is typed. */
function changed() {
  const cell = current()
  if (!cell) return
  const own = taken() === 'own'
  element('own').hidden = !own
  const now = typed(cell)
  const edition = editionOf(cell)
  const known = 'value' in now && edition ? classText(now.value.class, edition, lang) : '–'
  element('grade').textContent = known
  const empty = input('min').value === '' || input('max').value === ''
  fault(element('edit-fault'), own && !empty && 'fault' in now ? now.fault : null)
  const rows = zoneRows(cell, taken())
  element('zone-choice').hidden = rows.length === 0
  write('#zone-choice span', say('zone', { count: rows.length, zone: zoneOf(cell)?.title ?? '' }))
  suggest(cell, 'value' in now ? now.value : null)
}

/** @param {Cell} cell */
const zoneOf = ({ row }) => desk.data?.zones[row]

/**
 * The other cells of a cell's zone and column that the same take is possible in.
 * @param {Cell} cell
 * @param {string} take
 * @returns {readonly (readonly [string, Cell])[]}
 */
function zoneRows(cell, take) {
  const zone = zoneOf(cell)?.id
  if (zone === undefined || take === '') return []
  return Object.entries(desk.data?.cells ?? {}).filter(([id, one]) => {
    if (id === cellId || one.column !== cell.column || zoneOf(one)?.id !== zone) return false
    return take === 'cq' || take === 'sc' || take === 'union' ? takenValue(take, one.sides) !== null : true
  })
}

/** Tables whose cells hold forecasts, which warnings are suggested for. */
const FORECASTS = ['forecast', 'outlook']

/**
 * Asks for what both schemes suggest with this value and the draft's on the row's other days.
 * @param {Cell} cell
 * @param {Value | null} value
 */
function suggest(cell, value) {
  const place = element('suggestion')
  place.hidden = value?.aqi == null || !FORECASTS.includes(desk.kind)
  if (place.hidden) {
    forget(element('suggestion-text'))
    return
  }
  const drafted = desk.draft.edits.filter(({ cell: id }) => id !== cellId && desk.data?.cells[id]?.row === cell.row)
  /** @type {Map<string, any>} */
  const columns = new Map(drafted.map((one) => [desk.data?.cells[one.cell]?.column ?? '', one.value]))
  columns.set(cell.column, value)
  const values = [...columns].flatMap(printed).join(';')
  void suggestionsFor(element('suggestion-text'), { id: desk.id, row: cell.row, values }, lang, say)
}

/**
 * A value by its days: of an outlook those it is read from, all of them where it is the drafters' own.
 * @param {readonly [string, any]} column
 * @returns {readonly string[]}
 */
function printed([column, value]) {
  if (!value?.aqi) return []
  const days = desk.kind === 'outlook' ? (value.basis?.days ?? desk.data?.days ?? []) : [column]
  return days.map((/** @type {string} */ day) => `${day}:${value.aqi.min}-${value.aqi.max}:${value.primary.join('+')}`)
}

/**
 * @param {string} id
 * @param {Cell} cell
 * @param {{ take: string, value: unknown, reason: string | null }} said
 * @returns {DraftEdit}
 */
export function editOf(id, cell, { take, value, reason: why }) {
  const before = desk.draft.edits.find((one) => one.cell === id)
  // What was begun from an earlier revision stays so: what came meanwhile is not passed over.
  const { base, was } = before ?? { base: cell.base, was: { joint: cell.joint, take: cell.take } }
  return { base, cell: id, reason: why, take, value, was }
}

/** Puts what the form says into the draft; false when something is wrong with it. */
function keep() {
  const cell = current()
  const now = cell ? typed(cell) : { fault: null }
  const why = reason().value.trim()
  const wrong = 'fault' in now ? now.fault : now.take === 'own' && why === '' ? say('faultReason') : null
  fault(element('edit-fault'), wrong)
  if (!cell || !('value' in now) || wrong !== null) return false
  const said = { take: now.take, reason: why === '' ? null : why }
  const others = input('zone').checked ? zoneRows(cell, now.take) : []
  const edits = [
    editOf(cellId, { ...cell, ...began }, { ...said, value: now.value }),
    ...others.map(([id, one]) => editOf(id, one, { ...said, value: valueFor(now, one) })),
  ]
  setDraft(put(desk.draft, edits))
  tell(edits.length === 1 ? say('kept') : say('filled', { count: edits.length }))
  return true
}

/**
 * @param {{ take: string, value: Value }} said
 * @param {Cell} cell
 */
function valueFor({ take, value }, cell) {
  return take === 'cq' || take === 'sc' || take === 'union' ? takenValue(take, cell.sides) : value
}

/**
 * Begins. `done` once the form's cell is dealt with.
 * @param {() => void} done
 */
export function startEdit(done) {
  if (form('edit') === null) return
  edit().addEventListener('input', changed)
  edit().addEventListener('submit', (event) => {
    event.preventDefault()
    if (keep()) done()
  })
  element('drop').addEventListener('click', () => {
    setDraft(drop(desk.draft, [cellId]))
    done()
  })
  element('yesterday').addEventListener('click', () => {
    const { previous } = desk.data ?? {}
    fillOwn(previous?.cells[cellId] ?? null)
    if (reason().value === '') reason().value = say('yesterdayReason', { release: previous?.release ?? '' })
    changed()
  })
}
