/** The words of a notice by part: what stands under a label counts before what a sentence says, and that before header, signature and title. */
import type { Note } from '../../contracts/types.ts'
import { shown } from '../tables/reject.ts'
import { beginsWithArea } from './authority.ts'
import type { WarningField } from './columns.ts'
import { DOCUMENT_NUMBER, plainDocument } from './document-number.ts'
import { NO_WORDS, type WarningWords } from './draft.ts'
import { authoritiesIn, type Notice } from './notice.ts'
import { parseAddition, type Statement } from './statement.ts'
import { parseAction, parseLevel } from './words.ts'

const BASIS = /根据|依据|按照|鉴于|由于|遵照|受.{1,40}影响|会商|研判|预测|预报/
/** The document of the warning before: 《关于发布重污染天气黄色预警的通知》（成重污办〔2026〕7号）. */
const BEFORE = new RegExp(`《(?![^《》]*解除)[^《》]*预警[^《》]{0,40}》[(](${DOCUMENT_NUMBER})[)]`, 'g')
/** A body that says what it decides: 成都市重污染天气应急指挥部办公室决定…. */
const DECIDING =
  /([^,，。；\s]{4,64}?(?:政府|指挥部|领导小组|委员会)(?:办公厅|办公室)?(?:[(（][^()（）]{1,8}[)）])?)(?:现)?决定/

/** The words of one act; `conflict` when a label and the sentence say two things. */
export function noticeWords(
  notice: Notice,
  { text: sentence, statement }: { readonly text: string; readonly statement: Statement | null },
  title: string,
  isArea: (name: string) => boolean,
): { readonly words: WarningWords; readonly notes: readonly Note[] } | 'conflict' {
  const { labels, sentences } = notice
  const label = (field: WarningField, otherwise = ''): string => labels.get(field) ?? otherwise
  if (statement) {
    const [action, level] = [label('action'), label('level')]
    if (action !== '' && parseAction(action) !== statement.action) return 'conflict'
    const graded = statement.action === 'lift' ? statement.previous : statement.level
    if (level !== '' && graded !== '' && parseLevel(level)?.level !== parseLevel(graded)?.level) return 'conflict'
  }
  const additions = sentences.map(({ text }) => parseAddition(text))
  const lifted = statement?.action === 'lift'
  const added = (part: 'effective' | 'until' | 'response'): string =>
    lifted && part !== 'effective' ? '' : (additions.map((one) => one[part]).find((text) => text !== '') ?? '')
  const before = replacedBy(notice, label('number', notice.number))
  const [only, ...more] = statement?.action === 'issue' ? [] : before
  const notes: Note[] =
    more.length > 0 ? [{ field: '/replaces', rule: 'replaces-unclear', sent: shown(before.join('、')) }] : []
  const deciding = DECIDING.exec(sentences.map(({ text }) => text).join('。'))?.[1] ?? ''
  const authorities = [...authoritiesIn(notice, title), ...(deciding === '' ? [] : [deciding])]
  // A name that says whose command it is tells more than 应急指挥部办公室.
  const placed = authorities.find((name) => beginsWithArea(name, isArea))
  const words: WarningWords = {
    ...NO_WORDS,
    action: label('action', statement?.action ?? ''),
    authority: label('authority', placed ?? authorities[0] ?? ''),
    basis: label('basis', statement === null ? '' : basisOf(notice, sentence, statement)),
    digest: label('digest'),
    effective: label('effective', statement?.effective || added('effective')),
    issued: label('issued', notice.issued),
    level: label('level', statement?.level ?? ''),
    number: label('number', notice.number),
    previous: label('previous', statement?.previous ?? ''),
    publication: label('publication', notice.publication),
    replaces: label('replaces', more.length > 0 ? '' : (only ?? '')),
    response: label('response', statement?.response || added('response')),
    review: label('review'),
    scheme: label('scheme'),
    title,
    unnumbered: label('unnumbered'),
    until: label('until', statement?.until || added('until')),
  }
  return { words, notes }
}

/** The numbers of the documents whose warning a notice says it adjusts or lifts; what it goes by is none of them. */
function replacedBy({ sentences }: Notice, own: string): readonly string[] {
  const text = plainDocument(sentences.map((line) => line.text).join('。'))
  const clauses = text.split(/[,。;]/).filter((clause) => !/^(?:现)?(?:根据|依据|按照|按|落实|为)/.test(clause))
  const numbers = clauses.flatMap((clause) => Array.from(clause.matchAll(BEFORE), ([, number = '']) => number))
  return [...new Set(numbers)].filter((number) => number !== plainDocument(own))
}

/** What the authority goes by: the sentences before that of the act that say so, and the sentence itself up to the act. */
function basisOf({ sentences }: Notice, sentence: string, { before }: Statement): string {
  const at = sentences.findIndex(({ text }) => text === sentence)
  const ahead = sentences.slice(0, Math.max(at, 0)).map(({ text }) => text)
  return [...ahead, before].filter((text) => BASIS.test(text)).join('。')
}

/** All the document says but its own number and that of the warning before, which are no plans. */
export function passingWords({ sentences }: Notice, title: string, { number, replaces, basis }: WarningWords): string {
  const numbers = [number, replaces].map(plainDocument).filter((one) => one !== '')
  const text = plainDocument([title, ...sentences.map((line) => line.text), basis].join('。'))
  return numbers.reduce((rest, one) => rest.replaceAll(one, ''), text)
}
