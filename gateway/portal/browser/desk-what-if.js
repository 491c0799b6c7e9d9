/** Trying other figures on a suggested warning: what both schemes suggest follows what is typed, and nothing of it is sent anywhere else. */
import { desk, element, fault, lang, say } from './desk-context.js'
import { suggestionsFor } from './desk-suggest.js'

/** What was typed in the open form, by field; null while it is as it came. @type {{ row: string, values: readonly string[] } | null} */
let typed = null

/** @returns {HTMLFormElement | null} */
function open() {
  const found = element('panel-words').querySelector('form[data-what-if]')
  return found instanceof HTMLFormElement ? found : null
}

/** @param {HTMLFormElement} form */
const fields = (form) =>
  [...form.elements].filter((one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement)

/** After the panel has brought its words anew: what was being typed stays. */
export function restoreWhatIf() {
  const form = open()
  if (form === null) return
  const { whatIf = '' } = form.dataset
  if (typed?.row === whatIf) {
    for (const [at, field] of fields(form).entries()) field.value = typed.values[at] ?? ''
  } else typed = null
  void workOut(form)
}

/**
 * The values of the days as the gateway reads them, or what is wrong with one.
 * @param {HTMLFormElement} form
 * @returns {{ values: string } | { fault: string }}
 */
function read(form) {
  const days = []
  for (const row of form.querySelectorAll('tr[data-day]')) {
    if (!(row instanceof HTMLElement)) continue
    const { clean = '', day = '', end = '' } = row.dataset
    const [low, high, primary] = ['min', 'max', 'primary'].map((name) => {
      const field = row.querySelector(`[name="${name}"]`)
      return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : ''
    })
    if (low === '' && high === '') continue
    const [min, max] = [low, high].map((text) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : Number.NaN))
    if (min === undefined || max === undefined || !(min <= max && max <= Number(end)))
      return { fault: `${row.querySelector('th')?.textContent ?? day}: ${say('faultRange', { end })}` }
    // Up to there no pollutant is primary, whatever is chosen.
    days.push(`${day}:${min}-${max}:${max <= Number(clean) ? '' : primary}`)
  }
  return { values: days.join(';') }
}

/** @param {HTMLFormElement} form */
async function workOut(form) {
  const now = read(form)
  fault(form.querySelector('[data-what-if-fault]'), 'fault' in now ? now.fault : null)
  const place = form.querySelector('[data-what-if-answer]')
  if (!(place instanceof HTMLElement)) return
  if ('fault' in now || now.values === '') place.textContent = say('none')
  else await suggestionsFor(place, { id: desk.id, row: form.dataset.whatIf ?? '', values: now.values }, lang, say)
}

/** Begins. */
export function startWhatIf() {
  const words = element('panel-words')
  const changed = () => {
    const form = open()
    if (form === null) return
    typed = { row: form.dataset.whatIf ?? '', values: fields(form).map(({ value }) => value) }
    void workOut(form)
  }
  words.addEventListener('input', changed)
  words.addEventListener('submit', (event) => event.preventDefault())
  // The fields have their first values only after the event.
  words.addEventListener('reset', () => setTimeout(changed))
}
