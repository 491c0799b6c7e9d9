/** The sandbox's page: takes the sample key of a post into the browser, signs in with it and goes to the desk. */
import { busily, pageUrl, tell } from './desk-acts.js'
import { browserStorage, importKey, KeyError } from './keys.js'
import { pageAfter, personName, signIn } from './session.js'

/** @param {string} name */
async function actAs(name) {
  if (globalThis.crypto?.subtle === undefined) throw new KeyError('crypto-missing')
  const answer = await fetch(`/sandbox/keys/${encodeURIComponent(name)}`, { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) throw new KeyError('unreachable')
  const { jwk, ...person } = await answer.json()
  const key = await importKey(jwk)
  await browserStorage().save({ ...key, label: personName(person) })
  await signIn({ key })
  location.assign(pageUrl(pageAfter(location.search)))
}

for (const button of document.querySelectorAll('button[data-act-as]')) {
  button.addEventListener('click', () => busily(() => actAs(button.getAttribute('data-act-as') ?? '')))
}
if (globalThis.crypto?.subtle === undefined) tell(new KeyError('crypto-missing'))
