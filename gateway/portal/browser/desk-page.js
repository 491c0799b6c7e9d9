/** The page of a consultation: reads its data, keeps it and the draft up to date, and joins the parts that act. */
import { actingKey } from './desk-acts.js'
import { startButtons } from './desk-buttons.js'
import { onLapse, setClock } from './desk-clock.js'
import { busily, desk, element, failureText, fault, form, lang, onDraft, say, setDraft, tell } from './desk-context.js'
import { afterSending, arrivedEdits, drop, movedEdits, put, reviseAct, undo } from './desk-draft.js'
import { draftKeeper } from './desk-drafts.js'
import { editOf } from './desk-edit.js'
import { watch } from './desk-live.js'
import { afterPatch, markDraft, startMatrix } from './desk-matrix.js'
import { openMerge, startMerge } from './desk-merge.js'
import { readPage, readTagged } from './desk-net.js'
import { openCell, openRow, refreshPanel, showActing, startPanel } from './desk-panel.js'
import { patcher } from './desk-patch.js'
import { problemCode, sendStep } from './step.js'

const TABLE = `/desk/${encodeURIComponent(desk.id)}/table?lang=${lang}`
const STATEMENT = 'statement'
/** How often edits are sent again when others act in between. */
const AGAIN = 3

const patch = patcher(document)
const keeper = draftKeeper(`${desk.id} ${desk.kid}`)
const hasTable = document.getElementById('matrix') !== null
let { last } = desk

/** @type {Promise<void>} */
let turn = Promise.resolve()

/** Asks what there is now, one look after another: an earlier answer never comes over a later one. */
function look() {
  turn = turn.then(lookOnce, lookOnce)
  return turn
}

/** The page is read again only when something has happened. */
async function lookOnce() {
  const before = desk.data
  const { data, tag } = await readTagged(TABLE)
  const moved = before === null || JSON.stringify(before) !== JSON.stringify(data)
  const newest = Math.max(last, ...data.happened.map((/** @type {{ index: number }} */ one) => one.index))
  // A page just made needs no other, unless something happened since.
  if (moved && (before !== null || newest > last)) {
    const page = await readPage(location.pathname + location.search)
    patch(page)
    setClock(page)
  }
  desk.data = data
  desk.tag = tag
  announce(data)
  settle(data)
  last = newest
  if (!moved) return
  if (hasTable) afterPatch()
  showActing()
  showDraft()
  fillStatement()
  refreshPanel()
}

/**
 * What stands on the table already is no draft any more, as where the answer to sending it was lost.
 * @param {import('./desk-context.js').TableData} data
 */
function settle({ cells }) {
  const arrived = arrivedEdits(desk.draft, cells)
  if (arrived.length === 0) return
  setDraft(afterSending(desk.draft, arrived))
  fault(element('lost'), null)
  tell(say('there', { count: arrived.length }))
}

/** @param {import('./desk-context.js').TableData} data */
function announce({ happened }) {
  const others = happened.filter(({ index, kid }) => index > last && kid !== desk.kid)
  if (others.length === 0) return
  const said = others.map(({ act, cells, party, who }) =>
    say('did', {
      act: say(`act-${act}`),
      cells: cells > 0 ? say('cells', { count: cells }) : '',
      side: say(`side-${party}`),
      who,
    }),
  )
  tell(said.join(lang === 'zh' ? '；' : '; '))
}

/** The bar, the marks in the cells, and what can be begun with. */
function showDraft() {
  if (!hasTable) return
  const { edits } = desk.draft
  element('draft').hidden = edits.length === 0
  element('draft-count').textContent = say('drafts', { count: edits.length })
  element('send').textContent = say('send', { count: edits.length })
  const why = desk.data?.revise?.why ?? null
  element('send').toggleAttribute('disabled', desk.data?.revise == null || why !== null)
  markDraft()
  const count = startable().length
  const button = element('from-yesterday')
  button.hidden = count === 0
  button.textContent = say('yesterday', { count, release: desk.data?.previous?.release ?? '' })
}

/** Cells without a joint value, and not drafted, that the last release has one of. */
function startable() {
  const { data, draft } = desk
  if (!data?.previous || data.revise?.why !== null) return []
  const drafted = new Set(draft.edits.map(({ cell }) => cell))
  const { cells } = data.previous
  return Object.entries(data.cells).flatMap(([id, cell]) => {
    const value = cells[id]
    return cell.joint === null && value !== undefined && !drafted.has(id) ? [{ id, cell, value }] : []
  })
}

/** Sends the draft as one step. */
async function send() {
  const { edits } = desk.draft
  if (edits.length === 0) return
  fault(element('lost'), null)
  await busily(element('draft'), async () => {
    try {
      const sent = await sendAsRead(edits, 0)
      if (sent === null) return
      setDraft(afterSending(desk.draft, edits))
      tell(say(sent === 0 ? 'sent' : 'sentBeside', { count: edits.length }))
      await look()
    } catch (error) {
      fault(element('lost'), failureText(error))
    }
  })
}

/**
 * Sends edits by If-Match, as of what was read. Where their cells have moved meanwhile, both are shown side by side and nothing is sent;
 * what else happened is read first, and they are sent again.
 * @param {readonly import('./desk-draft.js').DraftEdit[]} edits
 * @param {number} again how often something had happened
 * @returns {Promise<number | null>} how often something had happened; null where both are shown
 */
async function sendAsRead(edits, again) {
  try {
    const read = { seen: desk.data?.steps ?? 0, ifMatch: desk.tag }
    await sendStep(desk.id, reviseAct(edits), { ...read, key: await actingKey() })
    return again
  } catch (error) {
    const code = problemCode(error)
    if (code !== 'etag-moved' && code !== 'cell-moved') throw error
    await look()
    if (openMerge()) return null
    if (code === 'cell-moved' || again === AGAIN) throw error
    return sendAsRead(edits, again + 1)
  }
}

function undoLast() {
  const before = desk.draft
  setDraft(undo(before))
  tell(desk.draft === before ? say('nothing') : say('undone'))
}

/** Fills the statement's form with what there is now, unless somebody is writing in it. */
let fillStatement = () => {}

/** The statement's form goes into the same draft. */
function startStatement() {
  const part = form('statement-form')
  const text = part?.elements.namedItem('text')
  if (part === null || !(text instanceof HTMLTextAreaElement)) return
  let filled = text.value
  /** What was there when it was filled: that is what is written from. */
  let began = desk.data?.cells[STATEMENT]
  fillStatement = () => {
    if (text.value !== filled) return
    const drafted = desk.draft.edits.find(({ cell }) => cell === STATEMENT)
    began = desk.data?.cells[STATEMENT]
    filled = String(drafted?.value ?? began?.joint ?? '')
    text.value = filled
    // As the box has it: it knows one kind of line end.
    filled = text.value
  }
  onDraft(() => fillStatement())
  fillStatement()
  part.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(part)
    const [value, reason] = ['text', 'reason'].map((name) => String(data.get(name) ?? '').trim())
    const cell = began
    const wrong = value === '' || reason === '' ? say('faultText') : (desk.data?.revise?.why ?? null)
    fault(element('statement-fault'), wrong)
    if (!cell || wrong !== null) return
    filled = text.value
    setDraft(put(desk.draft, [editOf(STATEMENT, cell, { take: 'own', value, reason: reason ?? null })]))
    tell(say('kept'))
  })
}

/** @param {import('./desk-live.js').Connection} connection */
function showConnection(connection) {
  element('live-state').textContent = connection === 'live' || connection === 'polling' ? say(connection) : ''
  const place = element('lost')
  if (connection === 'lost') fault(place, say('lost'))
  else if (connection === 'ended') {
    fault(place, say('ended'))
    const link = document.createElement('a')
    link.href = `/desk/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`
    link.textContent = say('signIn')
    place.append(link)
  } else if (place.dataset.was === 'lost') {
    fault(place, null)
    tell(say('back'))
  }
  place.dataset.was = connection
}

/** Opens what a link in the table or among the objections leads to, in the panel. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || !link.closest('#matrix, #discussion')) return
  const [, kind, path = ''] = /\/(cells|rows)\/([^?]+)/.exec(link.getAttribute('href') ?? '') ?? []
  if (kind === undefined) return
  event.preventDefault()
  const id = path.split('/').map(decodeURIComponent).join('/')
  const heading = link.closest('tr')?.querySelector('th')
  const row = (heading?.querySelector('a') ?? heading)?.textContent?.trim()
  if (kind === 'rows') openRow(id, say('evidence', { row: row ?? id }))
  else openCell(id, desk.data?.cells[id]?.name ?? row)
})
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-close]') : null
  const opened = button?.closest('dialog')
  if (opened instanceof HTMLDialogElement) opened.close()
})

/** What is kept already: saved again, two tabs would tell each other of it for ever. */
let kept = await keeper.load()
setDraft(kept)
onDraft((draft) => {
  if (draft !== kept) void keeper.save(draft)
  showDraft()
})
keeper.watch(async () => {
  kept = await keeper.load()
  setDraft(kept)
})
await look().catch(() => undefined)
startButtons(look)
startPanel(look)
if (hasTable) {
  startMatrix({ undo: undoLast })
  startMerge({ send, edit: openCell })
  startStatement()
  element('send').addEventListener('click', () => void send().then(() => undefined))
  element('undo').addEventListener('click', undoLast)
  element('discard').addEventListener('click', () => setDraft(drop(desk.draft)))
  element('from-yesterday').addEventListener('click', () => {
    const release = desk.data?.previous?.release ?? ''
    const reason = say('yesterdayReason', { release })
    const edits = startable().map(({ id, cell, value }) => editOf(id, cell, { take: 'own', value, reason }))
    setDraft(put(desk.draft, edits))
    tell(say('filled', { count: edits.length }))
  })
  // A draft begun before others revised its cells says so at once.
  if (movedEdits(desk.draft, desk.data?.cells).length > 0) showDraft()
}
showActing()
onLapse(() => void look().catch(() => undefined))
watch({ look, told: showConnection, concerns: (consultation) => consultation === desk.id || consultation === null })
