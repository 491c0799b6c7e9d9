/** The page for signing in: shows the key of this browser, makes or takes one, and signs in with it. All words are on the page already. */
import { createKey, forgetKey, importKey, KeyError, loadKey } from './keys.js'
import { pageAfter, signIn, signOut, whoAmI } from './session.js'

/** @typedef {import('./keys.js').KeptKey} KeptKey */
/** @typedef {import('./session.js').Person} Person */

const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new TypeError(`the page has no #${id}`)
  return found
}

/**
 * @param {string} id
 * @param {boolean} shown
 */
function show(id, shown) {
  element(id).hidden = !shown
}

/**
 * @param {string} id
 * @param {string} text
 */
function write(id, text) {
  element(id).textContent = text
}

/** @param {unknown} error */
function tell(error) {
  const known = error instanceof KeyError ? error : new KeyError('unforeseen', { cause: error })
  write('failure-text', known.words[lang])
  show('failure', true)
  element('failure').focus()
  if (known !== error) console.error(error)
}

/**
 * Does one thing at a time: while it lasts nothing else can be pressed, and what goes wrong is told.
 * @param {() => Promise<void>} work
 */
async function busily(work) {
  const controls = [...document.querySelectorAll('#desk-sign-in button, #desk-sign-in input')].filter(
    (one) => one instanceof HTMLButtonElement || one instanceof HTMLInputElement,
  )
  for (const one of controls) one.disabled = true
  show('failure', false)
  try {
    await work()
  } catch (error) {
    tell(error)
  } finally {
    for (const one of controls) one.disabled = false
  }
}

/** @param {KeptKey | null} key */
function showKey(key) {
  show('no-key', key === null)
  show('has-key', key !== null)
  if (key === null) return
  write('kid', key.kid)
  write('algorithm', key.alg)
  write('public-key', JSON.stringify(key.jwk, null, 2))
}

/** @param {Person | null} person */
function showPerson(person) {
  show('signed-in', person !== null)
  if (person === null) return
  write('person', `${person.operator} · ${person.agency}`)
  element('onward').setAttribute('href', pageAfter(location.search))
}

/**
 * @param {string} id
 * @param {() => Promise<void>} work
 */
function press(id, work) {
  element(id).addEventListener('click', () => busily(work))
}

press('create', async () => showKey(await createKey()))
press('forget', async () => {
  await forgetKey()
  showKey(null)
})
press('copy', async () => {
  await navigator.clipboard.writeText(`${element('kid').textContent}\n${element('public-key').textContent}\n`)
  show('copied', true)
})
press('enter', async () => {
  await signIn()
  location.assign(pageAfter(location.search))
})
press('leave', async () => {
  await signOut()
  showPerson(null)
})

const file = document.getElementById('key-file')
if (file instanceof HTMLInputElement) {
  file.addEventListener('change', () =>
    busily(async () => {
      const text = await file.files?.[0]?.text()
      file.value = ''
      if (text !== undefined) showKey(await importKey(parsed(text)))
    }),
  )
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new KeyError('key-malformed', { cause: error })
  }
}

const desk = element('desk-sign-in')
show('elsewhere', desk.dataset.origin !== location.origin)
show('controls', true)
await busily(async () => {
  if (globalThis.crypto?.subtle === undefined) throw new KeyError('crypto-missing')
  showKey(await loadKey())
  showPerson(await whoAmI())
})
