/** The page that starts a consultation: signs the draft it shows and sends it. */
import { actingKey, element, pageUrl, press } from './desk-acts.js'
import { sendStep } from './step.js'

press('send', async () => {
  const { act } = JSON.parse(element('payload').textContent ?? '')
  const { id } = await sendStep(null, act, { key: await actingKey() })
  location.assign(pageUrl(`/desk/${encodeURIComponent(id)}`))
})
