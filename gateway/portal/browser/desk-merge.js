/** Where edits met others': each cell with what was there, what is there now and what one wanted, to choose from. Nothing is overwritten unseen. */
import { describe, desk, dialog, element, form, openDialog, say, setDraft } from './desk-context.js'
import { drop, movedEdits, put, rebased } from './desk-draft.js'
import { wantedValue } from './desk-forecast.js'

/** @typedef {import('./desk-draft.js').DraftEdit} DraftEdit */

/** What is done once all is chosen. @typedef {{ send: () => Promise<void>, edit: (cell: string) => void }} Merging */

/** Opens the dialog over the cells that have moved; false when none has. */
export function openMerge() {
  const moved = movedEdits(desk.draft, desk.data?.cells)
  if (moved.length === 0) return false
  element('merge-rows').replaceChildren(...moved.map(rowOf))
  openDialog(dialog('merge'))
  return true
}

/**
 * @param {DraftEdit} edit
 * @returns {Node}
 */
function rowOf(edit) {
  const template = element('merge-row')
  if (!(template instanceof HTMLTemplateElement)) throw new TypeError('the page has no row for merging')
  const row = document.importNode(template.content, true)
  const cell = desk.data?.cells[edit.cell]
  const [name, began, now, mine] = row.querySelectorAll('th, td')
  if (name) name.textContent = cell?.name ?? edit.cell
  write(began, describe(edit.was.joint, cell), null)
  const by = cell?.edit
    ? say('at', { side: say(`side-${cell.edit.party}`), time: cell.edit.time, who: cell.edit.who })
    : say('records')
  write(now, describe(cell?.joint, cell), [by, cell?.edit?.reason ?? ''].filter((part) => part !== '').join('：'))
  const wanted = cell ? wantedValue(edit, cell.sides) : null
  write(mine, describe(wanted ?? edit.value, cell), edit.reason)
  for (const radio of row.querySelectorAll('input')) {
    radio.name = edit.cell
    radio.required = true
    // Of a cell that is gone, or a side that says nothing any more, there is nothing to keep.
    radio.disabled = radio.value === 'mine' ? wanted === null : radio.value === 'edit' && cell === undefined
  }
  return row
}

/**
 * @param {Element | undefined} place
 * @param {string} value
 * @param {string | null} beneath
 */
function write(place, value, beneath) {
  const line = document.createElement('span')
  line.textContent = value
  const small = document.createElement('span')
  small.className = 'sub'
  small.textContent = beneath ?? ''
  const both = document.createElement('span')
  both.append(line, ...(beneath ? [small] : []))
  place?.replaceChildren(both)
}

/**
 * Begins.
 * @param {Merging} merging
 */
export function startMerge({ send, edit: open }) {
  form('merge-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = new FormData(/** @type {HTMLFormElement} */ (event.target))
    const moved = movedEdits(desk.draft, desk.data?.cells)
    const choice = (/** @type {DraftEdit} */ edit) => chosen.get(edit.cell)
    const mine = moved.filter((edit) => choice(edit) === 'mine' || choice(edit) === 'edit')
    let draft = drop(
      desk.draft,
      moved.filter((edit) => choice(edit) === 'theirs').map(({ cell }) => cell),
    )
    draft = put(
      draft,
      mine.flatMap((edit) => {
        const now = desk.data?.cells[edit.cell]
        return now ? [rebased({ ...edit, value: wantedValue(edit, now.sides) ?? edit.value }, now)] : []
      }),
    )
    setDraft(draft)
    dialog('merge').close()
    const again = mine.find((edit) => choice(edit) === 'edit')
    if (again) open(again.cell)
    else if (desk.draft.edits.length > 0) void send()
  })
}
