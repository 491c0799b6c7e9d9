/** The page for signing in: shows the key of this browser, makes or takes one, and signs in with it. All words are on the page already. */

import { readJws } from './jws-text.js'
import { browserStorage, createKey, forgetKey, importKey, KeyError, keptKeys, loadKey, useKey } from './keys.js'
import { challengeText, pageAfter, personName, signIn, signInWith, signOut, whoAmI } from './session.js'

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

/**
 * Shows the key in use, and beside it those of others who share the browser.
 * @param {KeptKey | null} key
 */
async function showKeys(key) {
  showKey(key)
  const others = (await keptKeys()).filter(({ kid }) => kid !== key?.kid)
  show('others', others.length > 0)
  element('other-keys').replaceChildren(...others.map(otherKey))
}

/**
 * @param {KeptKey} key
 * @returns {HTMLLIElement}
 */
function otherKey({ kid, label }) {
  const [item, name, button] = [
    document.createElement('li'),
    document.createElement('span'),
    document.createElement('button'),
  ]
  name.textContent = label === undefined ? kid : `${label} · ${kid.slice(0, 8)}…`
  button.type = 'button'
  button.className = 'button plain'
  button.textContent = element('use-word').textContent
  button.addEventListener('click', () => busily(async () => showKeys(await useKey(kid))))
  item.append(name, ' ', button)
  return item
}

/** @param {Person | null} person */
function showPerson(person) {
  show('signed-in', person !== null)
  if (person === null) return
  write('person', personName(person))
  element('onward').setAttribute('href', pageAfter(location.search))
}

/**
 * @param {string} id
 * @param {() => Promise<void>} work
 */
function press(id, work) {
  element(id).addEventListener('click', () => busily(work))
}

press('create', async () => showKeys(await createKey()))
press('forget', async () => {
  await forgetKey()
  await showKeys(null)
})
press('copy', async () => {
  await navigator.clipboard.writeText(`${element('kid').textContent}\n${element('public-key').textContent}\n`)
  show('copied', true)
})
press('enter', async () => {
  const person = await signIn()
  const key = await loadKey()
  if (key !== null) await browserStorage().save({ ...key, label: personName(person) })
  location.assign(pageAfter(location.search))
})
press('outside-ask', async () => {
  write('outside-text', await challengeText())
  show('outside-answer', true)
})
press('outside-enter', async () => {
  const box = element('outside-jws')
  const pasted = box instanceof HTMLTextAreaElement ? box.value : ''
  await signInWith(readJws(pasted, element('outside-text').textContent ?? ''))
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
      if (text !== undefined) await showKeys(await importKey(parsed(text)))
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
  await showKeys(await loadKey())
  showPerson(await whoAmI())
})
