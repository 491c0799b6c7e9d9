/** The page on which a person checks what they agree to or sign: computes the digest again over the very bytes it shows, and signs those alone. */
import { actingKey, busily, element, pageUrl, press } from './desk-acts.js'
import { watch } from './desk-live.js'
import { readData } from './desk-net.js'
import { KeyError } from './keys.js'
import { sha256Hex } from './sha256.js'
import { sendStep, signRelease } from './step.js'

const { consultation = '', digest: named = '', seen = '0', status: stage } = element('check').dataset
const payload = element('payload').textContent ?? ''

/** The digest of what is shown. KeyError `digest-other` where the gateway names another. */
async function computed() {
  const digest = await sha256Hex(payload)
  element('computed').textContent = digest
  const same = digest === named
  element('computed-same').hidden = !same
  element('computed-other').hidden = same
  if (!same) throw new KeyError('digest-other')
  return digest
}

/** @param {string} done */
function show(done) {
  location.assign(pageUrl(`/desk/${encodeURIComponent(consultation)}/check`, { done }))
}

press('agree', async () => {
  const digest = await computed()
  await sendStep(consultation, { type: 'agree', digest }, { seen: Number(seen), key: await actingKey() })
  show('agree')
})

press('sign', async () => {
  await computed()
  await signRelease(consultation, payload, { key: await actingKey() })
  show('sign')
})

press('object', async () => {
  const box = element('objection')
  const text = box instanceof HTMLTextAreaElement ? box.value.trim() : ''
  element('objection-empty').hidden = text !== ''
  box.setAttribute('aria-invalid', String(text === ''))
  if (text === '') return
  const act = { type: 'object', cell: null, revision: 0, text }
  await sendStep(consultation, act, { seen: Number(seen), key: await actingKey() })
  show('object')
})

/** A remark moves no digest and refuses nobody; who is about to sign is told of it all the same. */
async function look() {
  const { steps, status } = await readData(`/desk/${encodeURIComponent(consultation)}/table`)
  element('news').hidden = String(steps) === seen && status === stage
}

for (const one of document.querySelectorAll('#check [data-acts]')) one.toggleAttribute('hidden', false)
await busily(async () => {
  await computed()
})
watch({ look, told: () => undefined, concerns: (id) => id === consultation || id === null })
