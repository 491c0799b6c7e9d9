/** The dialog's part for a file to attach: hashed where it is, its name, size, type and digest shown before anything is signed. */
import { dialog, element, failureText, fault } from './desk-context.js'
import { fileFacts, sizeText } from './file-facts.js'

/** @typedef {import('./file-facts.js').FileFacts} FileFacts */

/** The file chosen last; null while none is, or while it is being hashed. @type {FileFacts | null} */
let chosen = null
/** Which choice the dialog is at: an earlier file's digest never comes over a later one's. */
let turn = 0

/** The act that attaches the file as shown; null where there is none. */
export function attachAct() {
  return chosen && { ...chosen, type: 'attach' }
}

/** Nothing is chosen any more. */
export function clearFile() {
  turn += 1
  chosen = null
  show(null)
  element('act-file-working').hidden = true
}

/** @param {FileFacts | null} facts */
function show(facts) {
  element('act-file-facts').hidden = facts === null
  const told = facts && { name: facts.name, size: sizeText(facts.bytes), type: facts.mediaType, digest: facts.digest }
  for (const [name, text] of Object.entries(told ?? {})) {
    const place = dialog('act').querySelector(`[data-fact="${name}"]`)
    if (place !== null) place.textContent = text
  }
}

/** @param {HTMLInputElement} input */
async function choose(input) {
  clearFile()
  fault(element('act-fault'), null)
  const [file] = input.files ?? []
  if (file === undefined) return
  const mine = turn
  element('act-file-working').hidden = false
  const most = Number(input.closest('[data-most]')?.getAttribute('data-most') ?? 0)
  try {
    const facts = await fileFacts(file, { most })
    if (mine !== turn) return
    chosen = facts
    show(facts)
  } catch (error) {
    if (mine === turn) fault(element('act-fault'), failureText(error))
  } finally {
    if (mine === turn) element('act-file-working').hidden = true
  }
}

/** Begins. */
export function startAttach() {
  document.getElementById('act-file')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) void choose(target)
  })
}
