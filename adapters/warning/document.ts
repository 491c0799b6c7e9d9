/** The authority's document: its number or why it has none, its title, and the digest of its sealed form. */
import type { WarningDocument } from '../../contracts/air-warning/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import { shown } from '../tables/reject.ts'
import type { WarningField } from './columns.ts'
import { parseDocumentNumber } from './document-number.ts'
import type { Refuse, WarningWords } from './draft.ts'
import { UNNUMBERED } from './words.ts'

const DIGEST = /^(?:sha-?256[:=]?)?([0-9a-f]{64})$/i

const plain = (text: string): string => halfWidth(text).replace(/\s+/g, '').replace(/[()]/g, '')

/** A number as the contract has it, null when none is given. Adds to `notes`. */
function readNumber(
  sent: string,
  part: Extract<WarningField, 'number' | 'replaces'>,
  notes: Note[],
  refuse: Refuse,
): string | null | Rejection {
  if (sent === '' || isEmptyMark(sent)) return null
  const found = parseDocumentNumber(sent)
  if (!found) {
    return refuse('document-number-unreadable', part, sent, {
      zh: `文号「${shown(sent)}」无法识别，例：川办发〔2024〕46号`,
      en: `The document number ${shown(sent)} cannot be read; for example: 川办发〔2024〕46号`,
    })
  }
  if (found.changed)
    notes.push({
      field: part === 'number' ? '/document/number' : '/replaces',
      rule: 'document-number-normalised',
      sent: shown(sent),
    })
  return found.number
}

/** The document itself. Adds to `notes`. */
export function documentOf(words: WarningWords, notes: Note[], refuse: Refuse): WarningDocument | Rejection {
  const title = words.title === '' ? null : words.title
  const none = UNNUMBERED.get(plain(words.number))
  const number = none === undefined ? readNumber(words.number, 'number', notes, refuse) : null
  if (number !== null && typeof number === 'object') return number
  if (number !== null) return { number, title, unnumbered: null }
  const why = plain(words.unnumbered)
  const stated = UNNUMBERED.get(why)
  if (why !== '' && !isEmptyMark(why) && stated === undefined)
    notes.push({ field: '/document/unnumbered', rule: 'unnumbered-unreadable', sent: shown(words.unnumbered) })
  return { number, title, unnumbered: stated ?? none ?? 'not-stated' }
}

/** The number of the document whose warning is adjusted or lifted. Adds to `notes`. */
export function replacesOf({ replaces }: WarningWords, notes: Note[], refuse: Refuse): string | null | Rejection {
  return UNNUMBERED.has(plain(replaces)) ? null : readNumber(replaces, 'replaces', notes, refuse)
}

/** The digest of the sealed document, null when none is attached. Adds to `notes`. */
export function digestOf({ digest }: WarningWords, notes: Note[], refuse: Refuse): string | null | Rejection {
  if (digest === '' || isEmptyMark(digest)) return null
  const found = DIGEST.exec(plain(digest))?.[1]
  if (found === undefined) {
    return refuse('digest-unreadable', 'digest', digest, {
      zh: `「${shown(digest)}」不是64位十六进制的SHA-256`,
      en: `${shown(digest)} is no SHA-256 of 64 hexadecimal digits`,
    })
  }
  const hex = found.toLowerCase()
  if (hex !== digest) notes.push({ field: '/sealedDigest', rule: 'digest-normalised', sent: shown(digest) })
  return hex
}
