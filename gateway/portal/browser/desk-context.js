/** What the modules of a consultation's page share: its data as last read, the draft, the words, and how parts of the page are found and shown. */
import { EMPTY } from './desk-draft.js'
import { valueText } from './desk-forecast.js'
import { KeyError } from './keys.js'

/** @typedef {import('./desk-draft.js').Draft} Draft */
/** @typedef {import('./desk-forecast.js').Edition} Edition */
/** @typedef {import('./desk-forecast.js').Value} Value */

/**
 * One cell that can be edited.
 * @typedef {object} Cell
 * @property {number} base its revision
 * @property {string} column
 * @property {{ party: 'cq' | 'sc', who: string, time: string, reason: string | null } | null} edit
 * @property {any} joint
 * @property {string} name
 * @property {'cq' | 'sc' | null} owner
 * @property {string} row
 * @property {Readonly<Record<'cq' | 'sc', Value | null>>} sides
 * @property {string | null} take
 * @property {true} [words] that it is the statement
 */

/**
 * `/desk/{id}/table`.
 * @typedef {object} TableData
 * @property {number} steps
 * @property {string} status
 * @property {{ why: string | null } | null} revise
 * @property {readonly string[]} may
 * @property {Readonly<Record<string, Cell>>} cells
 * @property {Readonly<Record<string, Edition>>} editions
 * @property {Readonly<Record<string, string>>} columns
 * @property {Readonly<Record<string, { id: string, title: string } | undefined>>} zones
 * @property {readonly string[]} days of an outlook's period; else none
 * @property {readonly { act: string, cells: number, index: number, kid: string, party: string, who: string }[]} happened
 * @property {{ release: string, cells: Readonly<Record<string, Value | undefined>> } | null} previous
 */

/** The language of the page. @type {'zh' | 'en'} */
export const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'

const page = element('desk-page')
/** @type {Readonly<Record<string, string>>} */
const words = JSON.parse(page.dataset.words ?? '{}')

/** The consultation, who reads it, and what is known of it now. */
export const desk = {
  id: page.dataset.id ?? '',
  kind: page.dataset.kind ?? '',
  /** The ledger's place of the last thing the page told of when it was made. */
  last: Number(page.dataset.last ?? -1),
  kid: element('desk').dataset.kid ?? '',
  /** @type {TableData | null} */
  data: null,
  /** The ETag it came with: what edits are sent as of. @type {string | null} */
  tag: null,
  /** @type {Draft} */
  draft: EMPTY,
}

/** @type {((draft: Draft) => void)[]} */
const followers = []

/**
 * Calls back whenever the draft is another.
 * @param {(draft: Draft) => void} follow
 */
export function onDraft(follow) {
  followers.push(follow)
}

/**
 * Makes another draft the present one, and tells all who follow it.
 * @param {Draft} draft
 */
export function setDraft(draft) {
  if (draft === desk.draft) return
  desk.draft = draft
  for (const follow of followers) follow(draft)
}

/**
 * A part of the page. TypeError where it has none of that id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new TypeError(`the page has no #${id}`)
  return found
}

/**
 * A dialog of the page.
 * @param {string} id
 * @returns {HTMLDialogElement}
 */
export function dialog(id) {
  const found = element(id)
  if (!(found instanceof HTMLDialogElement)) throw new TypeError(`#${id} is no dialog`)
  return found
}

/**
 * A form of the page; null where this person has none.
 * @param {string} id
 * @returns {HTMLFormElement | null}
 */
export function form(id) {
  const found = document.getElementById(id)
  return found instanceof HTMLFormElement ? found : null
}

/**
 * The parts of an id as they stand in an address.
 * @param {string} id
 * @returns {string}
 */
export function segments(id) {
  return id.split('/').map(encodeURIComponent).join('/')
}

/**
 * Where a cell stands on the page: the link to it is its name there.
 * @param {string} id
 * @returns {Element | null}
 */
export function placeOf(id) {
  const href = CSS.escape(`${encodeURIComponent(desk.id)}/cells/${segments(id)}${lang === 'en' ? '?lang=en' : ''}`)
  return (
    document.getElementById(`c-${id}`) ??
    document.querySelector(`#matrix td > a[href="${href}"]`)?.closest('td') ??
    null
  )
}

/**
 * Words by key, with what is to be filled in.
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ''))
}

/**
 * Tells something politely; who hears the page hears it, too.
 * @param {string} text
 */
export function tell(text) {
  element('news').textContent = text
}

/**
 * Why something failed, in words for the person.
 * @param {unknown} error
 * @returns {string}
 */
export function failureText(error) {
  const known = error instanceof KeyError ? error : new KeyError('unforeseen', { cause: error })
  if (known !== error) console.error(error)
  return known.words[lang]
}

/**
 * Shows what is wrong beside a form, or takes it away.
 * @param {Element | null} place
 * @param {string | null} text
 */
export function fault(place, text) {
  if (!(place instanceof HTMLElement)) return
  place.hidden = text === null
  place.textContent = text ?? ''
}

/**
 * The edition a cell's values are told by.
 * @param {Pick<Cell, 'column'>} cell
 * @returns {Edition | undefined}
 */
export function editionOf({ column }) {
  const { data } = desk
  return data?.editions[data.columns[column] ?? '']
}

/**
 * A cell's value in words, a statement's as it is.
 * @param {any} value
 * @param {Cell | undefined} cell
 * @returns {string}
 */
export function describe(value, cell) {
  if (value === null || value === undefined) return say('none')
  if (typeof value === 'string') return value
  const edition = cell && editionOf(cell)
  return edition ? valueText(value, edition, lang, { onlyClass: say('onlyClass') }) : ''
}

/**
 * Opens a dialog with its heading in focus; closing gives the focus back.
 * @param {HTMLDialogElement} one
 */
export function openDialog(one) {
  if (!one.open) one.showModal()
  const heading = one.querySelector('h2')
  if (heading instanceof HTMLElement) heading.focus()
}

/**
 * Does one thing with a form at a time; meanwhile nothing in it can be pressed.
 * @param {HTMLElement} part
 * @param {() => Promise<void>} work
 */
export async function busily(part, work) {
  const buttons = [...part.querySelectorAll('button')].filter((one) => !one.disabled)
  for (const one of buttons) one.disabled = true
  try {
    await work()
  } finally {
    for (const one of buttons) one.disabled = false
  }
}
