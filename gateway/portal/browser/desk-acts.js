/** What every page of the desk that signs does alike: as the person it was made for, one thing at a time, and what goes wrong is told at its top. */
import { KeyError, keptKeys } from './keys.js'
import { whoAmI } from './session.js'
import { problemCode } from './step.js'

/** @typedef {import('./keys.js').KeptKey} KeptKey */

/** The language of the page. */
export const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'

/** Refusals that mean that something happened meanwhile: the page then offers to show what. */
const MOVED = new Set([
  'digest-moved',
  'payload-mismatch',
  'act-not-now',
  'cell-moved',
  'objection-standing',
  'already-done',
])

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new TypeError(`the page has no #${id}`)
  return found
}

/**
 * A page of ours in the reader's language.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} [query]
 * @returns {string}
 */
export function pageUrl(path, query = {}) {
  const asked = new URLSearchParams({ ...query, ...(lang === 'en' ? { lang } : {}) }).toString()
  return asked === '' ? path : `${path}?${asked}`
}

/** Who this page was made for. */
export function reader() {
  const { kid = '', party = '' } = element('desk').dataset
  return { kid, party }
}

/**
 * The key to sign with: that of the person the page was made for, who must still be the one signed in.
 * KeyError `crypto-missing`, `person-other`, `key-missing`, `key-other`.
 * @returns {Promise<KeptKey>}
 */
export async function actingKey() {
  if (globalThis.crypto?.subtle === undefined) throw new KeyError('crypto-missing')
  const { kid } = reader()
  if ((await whoAmI())?.kid !== kid) throw new KeyError('person-other')
  const kept = await keptKeys()
  const own = kept.find((key) => key.kid === kid)
  if (own === undefined) throw new KeyError(kept.length === 0 ? 'key-missing' : 'key-other')
  return own
}

/**
 * Says at the top of the page what went wrong, and takes the reader there.
 * @param {unknown} error
 */
export function tell(error) {
  const known = error instanceof KeyError ? error : new KeyError('unforeseen', { cause: error })
  const code = problemCode(known)
  element('failure-text').textContent = known.words[lang]
  const moved = document.getElementById('failure-moved')
  if (moved !== null) moved.hidden = code === null || !MOVED.has(code)
  element('failure').hidden = false
  element('failure').focus()
  if (known !== error) console.error(error)
}

let busy = false

/**
 * Does one thing at a time: while it lasts nothing else can be pressed. What goes wrong is told; what succeeds leaves the page.
 * @param {() => Promise<void>} work
 */
export async function busily(work) {
  if (busy) return
  busy = true
  const desk = element('desk')
  const controls = [...desk.querySelectorAll('button, textarea')].filter(
    (one) => (one instanceof HTMLButtonElement || one instanceof HTMLTextAreaElement) && !one.disabled,
  )
  for (const one of controls) one.toggleAttribute('disabled', true)
  desk.setAttribute('aria-busy', 'true')
  element('failure').hidden = true
  try {
    await work()
  } catch (error) {
    tell(error)
  } finally {
    busy = false
    desk.removeAttribute('aria-busy')
    for (const one of controls) one.toggleAttribute('disabled', false)
  }
}

/**
 * @param {string} id
 * @param {() => Promise<void>} work
 */
export function press(id, work) {
  document.getElementById(id)?.addEventListener('click', () => busily(work))
}
