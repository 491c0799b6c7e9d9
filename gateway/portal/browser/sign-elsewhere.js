/** Signing with a key that is not in this browser: takes the signature that is pasted, or waits until it came to the gateway by another way. */
import { busily, element, pageUrl, reader } from './desk-acts.js'
import { readJws } from './jws-text.js'
import { post } from './session.js'

const EVERY = 3000

/**
 * What there is of a consultation or step that came in another way. Only what is looked at is named.
 * @typedef {{ act: { type: string }, by: { kid: string, party: string } }} Step
 * @typedef {{ id: string, product: string, period: { start: string }, openedBy: { kid: string } }} Listed
 */

/** @param {HTMLElement} root */
function start(root) {
  const { payload: from = '', post: to = '' } = root.dataset
  const pasted = root.querySelector('textarea')
  const send = root.querySelector('button')
  const parts = root.querySelector('[data-paste]')
  if (pasted === null || send === null || parts === null) throw new TypeError('expected a box to paste into')
  parts.toggleAttribute('hidden', false)
  send.addEventListener('click', () =>
    busily(async () => {
      const { id } = await post(fetch, to, readJws(pasted.value, element(from).textContent ?? ''))
      arrived(root, id)
    }),
  )
  root.addEventListener('toggle', () => watch(root), { once: true })
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 */
function arrived({ dataset: { after = '/desk', done } }, id) {
  location.assign(pageUrl(after.replace('{id}', encodeURIComponent(id)), done === undefined ? {} : { done }))
}

/**
 * The ids of drafts like this one, or of a consultation once for each step like this: more of them than before means that it came.
 * @param {HTMLElement} root
 * @returns {Promise<readonly string[] | null>} null when nobody answered
 */
async function likeIt({ dataset }) {
  const { kid, party } = reader()
  const { consultation, act } = dataset
  const path = consultation === undefined ? '' : `/${encodeURIComponent(consultation)}/steps`
  const answer = await fetch(`/v1/consultations${path}`, { credentials: 'same-origin', cache: 'no-store' }).catch(
    () => null,
  )
  const body = await answer?.json().catch(() => null)
  if (!answer?.ok) return null
  if (consultation === undefined) {
    /** @type {readonly Listed[]} */
    const listed = body.consultations
    return listed
      .filter(
        ({ openedBy, product, period }) =>
          openedBy.kid === kid &&
          product === dataset.product &&
          Date.parse(period.start) === Date.parse(dataset.start ?? ''),
      )
      .map(({ id }) => id)
  }
  /** @type {readonly Step[]} */
  const steps = body.steps
  // A release may be signed with another key of the same side than that of who looks on.
  return steps
    .filter((step) => step.act.type === act && (act === 'sign' ? step.by.party === party : step.by.kid === kid))
    .map(() => consultation)
}

/** @param {HTMLElement} root */
async function watch(root) {
  /** @type {readonly string[] | null} */
  let known = null
  const look = async () => {
    const found = document.visibilityState === 'visible' ? await likeIt(root) : null
    if (known !== null && found !== null && found.length > known.length) {
      const before = new Set(root.dataset.consultation === undefined ? known : [])
      const newest = found.find((id) => !before.has(id))
      if (newest !== undefined) return arrived(root, newest)
    }
    known ??= found
    setTimeout(look, EVERY)
  }
  await look()
}

for (const root of document.querySelectorAll('[data-elsewhere]')) if (root instanceof HTMLElement) start(root)
