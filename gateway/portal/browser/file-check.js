/** Checks a file a person holds against the attachments a page lists, by its digest; the file stays where it is. */

import { fileFacts } from './file-facts.js'
import { KeyError } from './key-error.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
let turn = 0

/**
 * Shows one outcome and none of the others.
 * @param {Element} part
 * @param {string} outcome
 * @returns {HTMLElement | null}
 */
function show(part, outcome) {
  for (const one of part.querySelectorAll('[data-outcome]')) {
    if (one instanceof HTMLElement) one.hidden = one.dataset.outcome !== outcome
  }
  const found = part.querySelector(`[data-outcome="${outcome}"]`)
  return found instanceof HTMLElement ? found : null
}

/**
 * @param {Element} part
 * @param {File} file
 */
async function check(part, file) {
  turn += 1
  const mine = turn
  show(part, 'working')
  try {
    const { digest, name } = await fileFacts(file)
    if (mine !== turn) return
    const same = document.querySelector(`[data-attached="${digest}"]`)
    const told = show(part, same === null ? 'unknown' : 'found')
    const place = told?.querySelector('[data-name]')
    if (place) place.textContent = name
    const computed = part.querySelector('[data-outcome="computed"]')
    if (!(computed instanceof HTMLElement)) return
    computed.hidden = false
    const code = computed.querySelector('[data-digest]')
    if (code !== null) code.textContent = digest
  } catch (error) {
    if (mine !== turn) return
    const known = error instanceof KeyError ? error : new KeyError('unforeseen', { cause: error })
    const told = show(part, 'failed')
    if (told !== null) told.textContent = known.words[lang]
  }
}

document.getElementById('check-file')?.addEventListener('change', ({ target }) => {
  const part = document.getElementById('file-check')
  if (!(target instanceof HTMLInputElement) || part === null) return
  const [file] = target.files ?? []
  if (file === undefined) show(part, '')
  else void check(part, file)
})
for (const one of document.querySelectorAll('#file-check [data-acts]')) one.toggleAttribute('hidden', false)
