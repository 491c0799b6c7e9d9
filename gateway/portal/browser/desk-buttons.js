/** The buttons of a consultation: each asks for what its act needs, signs it with the key of this browser, and sends it. */
import { actingKey } from './desk-acts.js'
import { attachAct, clearFile, startAttach } from './desk-attach.js'
import { busily, desk, dialog, element, failureText, fault, form, openDialog, say, tell } from './desk-context.js'
import { sendStep } from './step.js'

/** What an act asks for. */
const PARTS = Object.freeze({
  text: ['comment', 'object', 'hand-over', 'resolve'],
  reason: ['withdraw', 'unsign', 'extend'],
  deadlines: ['extend'],
  file: ['attach'],
})

let asked = ''
/** The objection that is being settled. */
let objection = 0

/**
 * @param {string} act
 * @param {string} title
 * @param {string} effect
 */
function ask(act, title, effect) {
  asked = act
  element('act-title').textContent = title
  element('act-effect').textContent = effect
  const dialogForm = form('act-form')
  dialogForm?.reset()
  fault(element('act-fault'), null)
  const [text, reason] = [PARTS.text.includes(act), PARTS.reason.includes(act)]
  show('[data-part="text"]', text || reason)
  show('[data-label="text"]', text)
  show('[data-label="reason"]', reason)
  show('[data-part="deadlines"]', PARTS.deadlines.includes(act))
  show('[data-part="file"]', PARTS.file.includes(act))
  clearFile()
  if (act === 'extend') fillDeadlines()
  openDialog(dialog('act'))
}

/**
 * @param {string} selector
 * @param {boolean} shown
 */
function show(selector, shown) {
  const part = dialog('act').querySelector(selector)
  if (part instanceof HTMLElement) part.hidden = !shown
}

/**
 * @param {string} name
 * @returns {HTMLInputElement | null}
 */
function input(name) {
  const found = form('act-form')?.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : null
}

/** The other side's new deadlines where it has asked for some, else an hour more. Beijing time, as the page's instants are. */
function fillDeadlines() {
  const { agreeBy = '', signBy = '', asked: theirs } = element('acts').dataset
  const later = (/** @type {string} */ instant) => {
    const ms = Date.parse(instant) + (theirs === 'true' ? 0 : 3_600_000) + 8 * 3_600_000
    return new Date(ms).toISOString().slice(0, 16)
  }
  const [agree, sign] = [input('agreeBy'), input('signBy')]
  if (agree) agree.value = later(agreeBy)
  if (sign) sign.value = later(signBy)
}

/**
 * The act as signed, or what is missing.
 * @returns {Readonly<Record<string, unknown>> | string}
 */
function act() {
  const data = new FormData(form('act-form') ?? undefined)
  const text = String(data.get('text') ?? '').trim()
  if ((PARTS.text.includes(asked) || PARTS.reason.includes(asked)) && text === '') return say('faultText')
  const [agreeBy, signBy] = ['agreeBy', 'signBy'].map((name) => `${data.get(name)}:00+08:00`)
  switch (asked) {
    case 'attach':
      return attachAct() ?? say('faultFile')
    case 'comment':
    case 'object':
      return { cell: null, revision: 0, text, type: asked }
    case 'hand-over':
      return { text, to: null, type: asked }
    case 'resolve':
      return { objection, text, type: asked }
    case 'extend':
      if (!(Date.parse(agreeBy ?? '') <= Date.parse(signBy ?? ''))) return say('faultDeadline')
      return { agreeBy, reason: text, signBy, type: asked }
    case 'rebase':
      return { basis: Number(element('acts').dataset.size), type: asked }
    case 'open':
      return { type: asked }
    default:
      return { reason: text, type: asked }
  }
}

/**
 * Begins. `refresh` reads the page anew.
 * @param {() => Promise<void>} refresh
 */
export function startButtons(refresh) {
  startAttach()
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-act], [data-resolve]') : null
    if (!(button instanceof HTMLButtonElement)) return
    const { act: name = 'resolve', effect = '', resolve } = button.dataset
    objection = Number(resolve ?? 0)
    ask(name, button.textContent ?? '', effect)
  })
  form('act-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    const made = act()
    fault(element('act-fault'), typeof made === 'string' ? made : null)
    if (typeof made === 'string') return
    void busily(dialog('act'), async () => {
      try {
        await sendStep(desk.id, made, { seen: desk.data?.steps ?? 0, key: await actingKey() })
        dialog('act').close()
        tell(say('done'))
        await refresh()
      } catch (error) {
        fault(element('act-fault'), failureText(error))
      }
    })
  })
}
