/** Keeps the desk's list up to date: what has come to wait for its reader is there without reloading, and is told. */
import { onLapse, setClock } from './desk-clock.js'
import { watch } from './desk-live.js'
import { readPage } from './desk-net.js'
import { replacePart } from './desk-patch.js'

const PARTS = ['tasks', 'handed-over', 'consultations', 'roster']

const place = document.getElementById('live')
const [state, news] = place?.querySelectorAll('span') ?? []
/** @type {Readonly<Record<string, string>>} */
const words = JSON.parse(place?.dataset.words ?? '{}')

/** The page as the gateway gave it last. @type {Document} */
let before = document

/**
 * Where what waits is to be found.
 * @param {Document} page
 */
function waitingIn(page) {
  return [...page.querySelectorAll('#tasks h3 a')].map((one) => one.getAttribute('href') ?? '')
}

async function look() {
  const next = await readPage(location.pathname + location.search)
  const known = waitingIn(before)
  const [had, has] = [known.length, waitingIn(next).length]
  const anew = waitingIn(next).some((one) => !known.includes(one))
  for (const id of PARTS) {
    replacePart(document.getElementById(id), before.getElementById(id), next.getElementById(id))
  }
  before = next
  setClock(next)
  if (news && (anew || had !== has)) news.textContent = (words.waiting ?? '').replace('{count}', String(has))
}

/** @param {import('./desk-live.js').Connection} connection */
function told(connection) {
  if (!state) return
  state.textContent = words[connection] ?? ''
  if (connection !== 'ended') return
  const link = document.createElement('a')
  link.href = `/desk/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`
  link.textContent = words.signIn ?? ''
  state.append(link)
}

onLapse(() => void look().catch(() => undefined))
watch({ look, told, concerns: () => true })
