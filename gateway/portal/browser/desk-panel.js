/** The panel of a cell or row: the parts of its own page, brought in, with the forms to revise it and to say something about it. */
import { actingKey } from './desk-acts.js'
import {
  busily,
  desk,
  dialog,
  element,
  failureText,
  fault,
  form,
  lang,
  openDialog,
  say,
  segments,
} from './desk-context.js'
import { fillEdit, startEdit } from './desk-edit.js'
import { readPage } from './desk-net.js'
import { restoreWhatIf, startWhatIf } from './desk-what-if.js'
import { sendStep } from './step.js'

/** The cell that is open; null for a row's evidence. @type {string | null} */
let open = null
/** The element the panel was opened from. @type {string} */
let path = ''

const suffix = lang === 'en' ? '?lang=en' : ''

/**
 * Puts the parts of the open page into the panel. What was there stays while it is read, and where it cannot be.
 * @param {boolean} anew whether something else is shown than before
 */
async function bring(anew) {
  const [words, talk, asked] = [element('panel-words'), element('panel-talk'), path]
  if (anew) {
    words.replaceChildren()
    talk.replaceChildren()
  }
  try {
    const page = await readPage(asked)
    if (asked !== path) return
    words.replaceChildren(...partsOf(page, 'words'))
    talk.replaceChildren(...partsOf(page, 'talk'))
    showActing()
    restoreWhatIf()
  } catch {
    if (anew && asked === path) words.textContent = say('offline')
  }
}

/**
 * @param {Document} page
 * @param {string} id
 */
function partsOf(page, id) {
  const part = page.getElementById(id)
  return part === null ? [] : [...document.importNode(part, true).childNodes]
}

/** What only scripts can do is shown where it can be done. */
export function showActing() {
  for (const one of document.querySelectorAll('.acting')) {
    if (one instanceof HTMLElement) one.hidden = false
  }
}

/**
 * Opens the panel on a cell.
 * @param {string} id
 * @param {string} [name]
 */
export function openCell(id, name = desk.data?.cells[id]?.name ?? id) {
  open = id
  path = `/desk/${encodeURIComponent(desk.id)}/cells/${segments(id)}${suffix}`
  begin(name)
  fillEdit(id)
  const remark = form('panel-remark')
  const may = desk.data?.may ?? []
  if (remark === null) return
  remark.reset()
  remark.hidden = !may.includes('comment') && !may.includes('object')
  for (const button of remark.querySelectorAll('button')) button.hidden = !may.includes(button.value)
  fault(remark.querySelector('.fault'), null)
}

/**
 * Opens the panel on the evidence for a row.
 * @param {string} id
 * @param {string} name
 */
export function openRow(id, name) {
  open = null
  path = `/desk/${encodeURIComponent(desk.id)}/rows/${segments(id)}${suffix}`
  begin(name)
  for (const one of [form('edit'), form('panel-remark')]) {
    if (one !== null) one.hidden = true
  }
}

/** @param {string} name */
function begin(name) {
  const title = element('panel-title')
  title.textContent = name
  openDialog(dialog('panel'))
  dialog('panel').scrollTop = 0
  void bring(true)
}

/** Brings what is open up to date; what is being typed stays. */
export function refreshPanel() {
  if (dialog('panel').open) void bring(false)
}

/**
 * Begins. `refresh` reads the page anew.
 * @param {() => Promise<void>} refresh
 */
export function startPanel(refresh) {
  startEdit(() => dialog('panel').close())
  startWhatIf()
  const remark = form('panel-remark')
  remark?.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter
    const text = String(new FormData(remark).get('text') ?? '').trim()
    const place = remark.querySelector('.fault')
    fault(place, text === '' ? say('faultText') : null)
    if (open === null || text === '' || !(button instanceof HTMLButtonElement)) return
    const act = { cell: open, revision: desk.data?.cells[open]?.base ?? 0, text, type: button.value }
    void busily(remark, async () => {
      try {
        await sendStep(desk.id, act, { seen: desk.data?.steps ?? 0, key: await actingKey() })
        remark.reset()
        await refresh()
      } catch (error) {
        fault(place, failureText(error))
      }
    })
  })
  // A link to the evidence in a cell's words opens in its place.
  element('panel-words').addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-evidence]') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    openRow(link.dataset.evidence ?? '', say('evidence', { row: desk.data?.cells[open ?? '']?.name ?? '' }))
  })
}
