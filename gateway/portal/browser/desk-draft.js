/** A draft: edits of cells that are not sent yet, each from the revision its drafter saw, and what it was before, to undo. Plain data, kept as it is. */
import { canonical } from './canonical.js'

/**
 * What stood in a cell when its edit began.
 * @typedef {object} Began
 * @property {unknown} joint
 * @property {string | null} take
 */

/**
 * One edit. `base` is the revision it began from.
 * @typedef {object} DraftEdit
 * @property {number} base
 * @property {string} cell
 * @property {string | null} reason
 * @property {string} take
 * @property {unknown} value
 * @property {Began} was
 */

/**
 * A draft and its earlier states, the last one last.
 * @typedef {object} Draft
 * @property {readonly DraftEdit[]} edits
 * @property {readonly (readonly DraftEdit[])[]} past
 */

/** States one can go back through. */
const PAST = 50

/** @type {Draft} */
export const EMPTY = Object.freeze({ edits: [], past: [] })

/**
 * @param {Draft} draft
 * @param {readonly DraftEdit[]} edits
 * @returns {Draft}
 */
function then({ edits: before, past }, edits) {
  return { edits, past: [...past, before].slice(-PAST) }
}

/**
 * With these edits, each in place of one of the same cell.
 * @param {Draft} draft
 * @param {readonly DraftEdit[]} edits
 * @returns {Draft}
 */
export function put(draft, edits) {
  if (edits.length === 0) return draft
  const cells = new Set(edits.map(({ cell }) => cell))
  return then(draft, [...draft.edits.filter(({ cell }) => !cells.has(cell)), ...edits])
}

/**
 * Without the edits of these cells; of all without any named.
 * @param {Draft} draft
 * @param {readonly string[]} [cells]
 * @returns {Draft}
 */
export function drop(draft, cells) {
  const left = cells === undefined ? [] : draft.edits.filter(({ cell }) => !cells.includes(cell))
  return left.length === draft.edits.length ? draft : then(draft, left)
}

/**
 * As it was before its last change; the same when there is none.
 * @param {Draft} draft
 * @returns {Draft}
 */
export function undo(draft) {
  const before = draft.past.at(-1)
  return before === undefined ? draft : { edits: before, past: draft.past.slice(0, -1) }
}

/**
 * Once these edits were sent: none of them can be undone any more. What was drafted meanwhile stays.
 * @param {Draft} draft
 * @param {readonly DraftEdit[]} sent
 * @returns {Draft}
 */
export function afterSending(draft, sent) {
  return { edits: draft.edits.filter((edit) => !sent.includes(edit)), past: [] }
}

/**
 * The edits whose cells are other than when they were begun: revised, of another value since newer records were taken in, or gone.
 * @param {Draft} draft
 * @param {Readonly<Record<string, { base: number, joint: unknown } | undefined>> | undefined} cells undefined while nothing was read
 * @returns {readonly DraftEdit[]}
 */
export function movedEdits({ edits }, cells) {
  if (cells === undefined) return []
  return edits.filter(({ base, cell, was }) => {
    const now = cells[cell]
    return now?.base !== base || JSON.stringify(now.joint) !== JSON.stringify(was.joint)
  })
}

/**
 * The edits that stand in their cells already, as when the answer to sending them was lost.
 * @param {Draft} draft
 * @param {Readonly<Record<string, { base: number, joint: unknown, take: string | null, edit: { reason: string | null } | null } | undefined>>} cells
 * @returns {readonly DraftEdit[]}
 */
export function arrivedEdits({ edits }, cells) {
  return edits.filter(({ base, cell, reason, take, value }) => {
    const now = cells[cell]
    if (now?.edit?.reason !== reason || now.base !== base + 1 || now.take !== take) return false
    return canonical(now.joint) === canonical(value)
  })
}

/**
 * The same edit begun from what is there now.
 * @param {DraftEdit} edit
 * @param {{ base: number, joint: unknown, take: string | null }} now
 * @returns {DraftEdit}
 */
export function rebased(edit, { base, joint, take }) {
  return { ...edit, base, was: { joint, take } }
}

/**
 * The step that sends edits.
 * @param {readonly DraftEdit[]} edits
 */
export function reviseAct(edits) {
  return {
    edits: edits.map(({ base, cell, reason, take, value }) => ({ base, cell, reason, take, value })),
    type: 'revise',
  }
}
