/** The page of a consultation: reads its data, keeps it and the draft up to date, and joins the parts that act. */
import { actingKey } from './desk-acts.js'
import { startButtons } from './desk-buttons.js'
import { busily, desk, element, failureText, fault, form, lang, onDraft, say, setDraft, tell } from './desk-context.js'
import { afterSending, drop, movedEdits, put, reviseAct, undo } from './desk-draft.js'
import { draftKeeper } from './desk-drafts.js'
import { editOf } from './desk-edit.js'
import { watch } from './desk-live.js'
import { afterPatch, markDraft, startMatrix } from './desk-matrix.js'
import { openMerge, startMerge } from './desk-merge.js'
import { readData, readPage } from './desk-net.js'
import { openCell, openRow, refreshPanel, showActing, startPanel } from './desk-panel.js'
import { patcher } from './desk-patch.js'
import { problemCode, sendStep } from './step.js'

const TABLE = `/desk/${encodeURIComponent(desk.id)}/table?lang=${lang}`
const STATEMENT = 'statement'

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
  const data = await readData(TABLE)
  const moved = before === null || JSON.stringify(before) !== JSON.stringify(data)
  const newest = Math.max(last, ...data.happened.map((/** @type {{ index: number }} */ one) => one.index))
  // A page just made needs no other, unless something happened since.
  if (moved && (before !== null || newest > last)) patch(await readPage(location.pathname + location.search))
  desk.data = data
  announce(data)
  last = newest
  if (!moved) return
  if (hasTable) afterPatch()
  showActing()
  showDraft()
  refreshPanel()
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

/** Sends the draft as one step. Where cells have moved meanwhile, both are shown side by side. */
async function send() {
  const { edits } = desk.draft
  if (edits.length === 0) return
  fault(element('lost'), null)
  await busily(element('draft'), async () => {
    try {
      await sendStep(desk.id, reviseAct(edits), { seen: desk.data?.steps ?? 0, key: await actingKey() })
      setDraft(afterSending(desk.draft, edits))
      tell(say('sent', { count: edits.length }))
      await look()
    } catch (error) {
      if (problemCode(error) === 'cell-moved') await look()
      if (problemCode(error) !== 'cell-moved' || !openMerge()) fault(element('lost'), failureText(error))
    }
  })
}

function undoLast() {
  const before = desk.draft
  setDraft(undo(before))
  tell(desk.draft === before ? say('nothing') : say('undone'))
}

/** The statement's form goes into the same draft. */
function startStatement() {
  const part = form('statement-form')
  if (part === null) return
  const text = part.elements.namedItem('text')
  const fill = () => {
    if (!(text instanceof HTMLTextAreaElement) || document.activeElement === text) return
    const drafted = desk.draft.edits.find(({ cell }) => cell === STATEMENT)
    text.value = String(drafted?.value ?? desk.data?.cells[STATEMENT]?.joint ?? '')
  }
  onDraft(fill)
  fill()
  part.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(part)
    const [value, reason] = ['text', 'reason'].map((name) => String(data.get(name) ?? '').trim())
    const cell = desk.data?.cells[STATEMENT]
    const wrong = value === '' || reason === '' ? say('faultText') : (desk.data?.revise?.why ?? null)
    fault(element('statement-fault'), wrong)
    if (!cell || wrong !== null) return
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

setDraft(await keeper.load())
onDraft((draft) => {
  void keeper.save(draft)
  showDraft()
})
keeper.watch(async () => setDraft(await keeper.load()))
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
  if (movedEdits(desk.draft, desk.data?.cells ?? {}).length > 0) showDraft()
}
showActing()
watch({ look, told: showConnection, concerns: (consultation) => consultation === desk.id || consultation === null })
