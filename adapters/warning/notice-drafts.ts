/** A notice → drafts of warnings, one for each act and area; what is decided counts before what is only told. Standards §3. */
import { NO_AREA_WORDS } from '../air/area.ts'
import { tight } from '../air/cells.ts'
import { parseAreas } from './areas.ts'
import type { WarningField } from './columns.ts'
import type { WarningDraft } from './draft.ts'
import type { Line, Notice } from './notice.ts'
import { noticeWords, passingWords } from './notice-words.ts'
import { parseStatement, type Statement } from './statement.ts'

/** Why a notice is no warning: a code of the error table, where, and the words at fault. */
export interface NoticeFault {
  readonly fault: 'warning-statement-unreadable' | 'warning-action-conflict' | 'division-unknown'
  readonly row: number
  readonly value: string
}

/** A draft and the line it was read from. */
export interface NoticeDraft {
  readonly row: number
  readonly draft: WarningDraft
}

interface Found extends Line {
  readonly statement: Statement
}

/** Documents about warnings that are no act of warning. */
const NO_ACT = /演练|演习|模拟|推演|征求意见|草案|转发/

const sameAct = (one: Statement, other: Statement): boolean =>
  one.action === other.action && (one.action === 'lift' || one.level === other.level)

/** Areas of a label, or of a cell; null where it says none, `count` where its count is wrong. */
export function areasOf(text: string, isArea: (name: string) => boolean): readonly string[] | 'count' | null {
  const written = tight(text)
  if (written === '') return null
  // What is no list of areas is one name, to be refused by that name.
  return parseAreas(written, isArea) ?? [written]
}

/** The drafts of a notice; null when it does nothing to a warning and does not say it would. */
export function noticeDrafts(
  notice: Notice,
  isArea: (name: string) => boolean,
): readonly NoticeDraft[] | NoticeFault | null {
  const { labels, sentences } = notice
  const title = labels.get('title') ?? notice.title
  const unreadable = (line: Line): NoticeFault => ({
    fault: 'warning-statement-unreadable',
    row: line.row,
    value: line.text,
  })
  if (NO_ACT.test(title)) return unreadable({ text: title, row: notice.row })
  const told = actsTold(sentences, isArea)
  if ('fault' in told) return told
  const found = [...told]
  const labelled = labels.has('action') || labels.has('level')
  const head = title === '' ? null : parseStatement(title, isArea)
  const titled: Line = { text: title, row: notice.row }
  if (head !== null && 'fault' in head) return { fault: head.fault, row: notice.row, value: title }
  if (found.length === 0 && !labelled) {
    const telling = sentences.find(({ text }) => text.includes('预警'))
    if (head === null) return title === '' ? null : unreadable(telling ?? titled)
    if (telling) return unreadable(telling)
    found.push({ ...titled, statement: { ...head, before: '' } })
  }
  if (head !== null && found.length > 0 && !found.some(({ statement }) => sameAct(statement, head)))
    return { fault: 'warning-action-conflict', row: found[0]?.row ?? notice.row, value: title }
  if (found.length > 1 && !apart(found))
    return { fault: 'warning-action-conflict', row: found[1]?.row ?? notice.row, value: found[1]?.text ?? '' }
  const acts: readonly (Found | (Line & { readonly statement: null }))[] =
    found.length > 0 ? found : [{ ...titled, statement: null }]
  const drafts: NoticeDraft[] = []
  for (const { row, text, statement } of acts) {
    const said = noticeWords(notice, { text, statement: named(statement, head) }, title, isArea)
    if (said === 'conflict') return { fault: 'warning-action-conflict', row, value: text }
    const areas = areasOf(labels.get('area') ?? '', isArea) ?? statement?.areas ?? head?.areas ?? []
    if (areas === 'count') return { fault: 'division-unknown', row, value: labels.get('area') ?? text }
    const passing = passingWords(notice, title, said.words)
    for (const name of areas.length > 0 ? areas : ['']) {
      const area = name === '' ? areaLabels(labels) : { ...NO_AREA_WORDS, area: name }
      drafts.push({ row, draft: { ...said, area, passing, text: statement === null ? null : text } })
    }
  }
  return drafts
}

/** The acts that sentences tell of, each once; beside what is decided, the others tell of what has been. */
function actsTold(sentences: readonly Line[], isArea: (name: string) => boolean): readonly Found[] | NoticeFault {
  const found: Found[] = []
  for (const line of sentences) {
    const statement = parseStatement(line.text, isArea)
    if (statement === null) continue
    const { text: value, row } = line
    if (NO_ACT.test(value)) return { fault: 'warning-statement-unreadable', row, value }
    if ('fault' in statement) return { fault: statement.fault, row, value }
    const same = found.findIndex((one) => isSame(one.statement, statement))
    const before = found[same]
    if (before) found[same] = merged(before, { ...line, statement })
    else found.push({ ...line, statement })
  }
  const decided = found.filter(({ statement }) => statement.decides)
  return decided.length > 0 ? decided : found
}

const namesOf = ({ areas }: Statement): readonly string[] => areas ?? []

/** Whether two sentences tell of one act: of the same areas, or one of them of no particular ones. */
function isSame(one: Statement, other: Statement): boolean {
  const [first, second] = [namesOf(one), namesOf(other)]
  return sameAct(one, other) && (first.length === 0 || second.length === 0 || first.join() === second.join())
}

/** An act said twice: by the sentence that says when, else by that which decides it, of the areas that either names. */
function merged(one: Found, other: Found): Found {
  const weight = ({ statement }: Found): number => (statement.effective === '' ? 0 : 2) + (statement.decides ? 1 : 0)
  const [kept, left] = weight(other) > weight(one) ? [other, one] : [one, other]
  const areas =
    namesOf(kept.statement).length > 0 ? kept.statement.areas : (left.statement.areas ?? kept.statement.areas)
  const decides = kept.statement.decides || left.statement.decides
  return { ...kept, statement: { ...kept.statement, areas, decides } }
}

/** Whether each act has areas of its own and none of another's. */
function apart(found: readonly Found[]): boolean {
  const all = found.flatMap(({ statement }) => namesOf(statement))
  return found.every(({ statement }) => namesOf(statement).length > 0) && new Set(all).size === all.length
}

function areaLabels(labels: Notice['labels']): WarningDraft['area'] {
  const of = (field: WarningField) => labels.get(field) ?? ''
  return { ...NO_AREA_WORDS, city: of('city'), county: of('county'), zone: of('zone'), areaCode: of('areaCode') }
}

/** An act with the level that only the title says is lifted or adjusted: 解除本轮预警. */
function named(statement: Statement | null, head: Statement | null): Statement | null {
  if (statement === null || head === null || statement.previous !== '' || !sameAct(statement, head)) return statement
  return { ...statement, previous: head.previous }
}
