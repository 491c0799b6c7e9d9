/** What a warning says, made a record or a rejection: authority, area, scheme, levels and times held against one another. Standards §3 and §12. */
import type { AirWarningRecord, WarningAction } from '../../contracts/air-warning/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { areaNames, areaReader, NO_AREA_WORDS } from '../air/area.ts'
import { dayAt } from '../air/day.ts'
import type { AirSide } from '../air/side.ts'
import { halfWidth } from '../tables/marks.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject, shown } from '../tables/reject.ts'
import { formatInstant } from '../tables/time.ts'
import { REVIEWS } from '../tables/words.ts'
import { type FoundAuthority, findAuthority } from './authority.ts'
import type { WarningField } from './columns.ts'
import { digestOf, documentOf, replacesOf } from './document.ts'
import type { Refuse, WarningDraft, WarningWords } from './draft.ts'
import { levelsOf } from './levels.ts'
import { findScheme } from './scheme.ts'
import { issuedOf, timesOf } from './times.ts'
import { PUBLICATIONS, parseAction } from './words.ts'

/** Turns drafts of one file into records. */
export type WarningBuilder = (
  draft: WarningDraft,
  row: number,
  heading: (part: WarningField) => string,
) => ReadRow<AirWarningRecord> | Rejection

function actionOf({ action: sent }: WarningWords, refuse: Refuse): WarningAction | Rejection {
  return (
    parseAction(sent) ??
    refuse('warning-action-unreadable', 'action', sent, {
      zh: `动作「${shown(sent)}」无法识别，应为：发布、调整、解除`,
      en: `The action ${shown(sent)} cannot be read; expected 发布 (issue), 调整 (adjust) or 解除 (lift)`,
    })
  )
}

/** A builder for one side; `at` (ms) is what nothing may have been issued after. */
export function warningBuilder(side: AirSide, registry: DivisionRegistry, at: number): WarningBuilder {
  const readArea = areaReader(side, registry)
  const isArea = areaNames(side, registry)
  const index = divisionIndex(registry)

  function authorityOf({ authority: sent }: WarningWords, refuse: Refuse): FoundAuthority | Rejection {
    const found = findAuthority(side, sent, isArea)
    if (!found) {
      return refuse('warning-issuer-unfit', 'authority', sent, {
        zh: `${sent === '' ? '没有写明发布机关' : `「${shown(sent)}」不能发布预警`}；应为人民政府或其指挥部、领导小组、办公室`,
        en: `${sent === '' ? 'No authority is named' : `${shown(sent)} may not issue warnings`}; expected a government or its command, leading group or office`,
      })
    }
    if (found.party === null || found.party === side.party) return found
    return refuse('row-of-other-side', 'authority', sent, {
      zh: `发布机关「${shown(sent)}」属对方，不得由本方报送`,
      en: `The authority ${shown(sent)} is the other side's; this side may not send its warnings`,
    })
  }

  /** The area warned, within that of the authority. Adds to `notes`. */
  function areaOf(
    { area: words }: WarningDraft,
    { area: own, authority }: FoundAuthority,
    day: string,
    notes: Note[],
    refuse: Refuse,
  ): AirWarningRecord['area'] | Rejection {
    const named = Object.values(words).some((word) => word !== '')
    const found = readArea(named ? words : { ...NO_AREA_WORDS, area: own }, day)
    if ('fault' in found) return refuse(found.fault, found.field, found.value, found.detail)
    const { area } = found
    if (named) for (const note of found.notes) notes.push({ ...note, field: `/area${note.field ?? ''}` })
    else notes.push({ field: '/area', rule: 'warning-area-of-issuer', sent: shown(authority) })
    if (area.party !== side.party) {
      return refuse('row-of-other-side', found.area.kind === 'county' ? 'county' : 'area', area.name, {
        zh: `「${area.name}」属对方，不得由本方报送`,
        en: `${area.name} is the other side's; this side may not send it`,
      })
    }
    const governs = own === '' ? null : readArea({ ...NO_AREA_WORDS, area: own }, day)
    const within = governs && 'area' in governs ? index.byId(governs.area.id) : undefined
    const division = index.byId(area.id)
    if (
      !within ||
      !division ||
      within.kind === 'province' ||
      within.id === area.id ||
      index.childOf(division, within.id)
    )
      return area
    return refuse('warning-area-outside', 'area', area.name, {
      zh: `「${area.name}」不在「${within.name}」辖区之内，「${shown(authority)}」不能对它预警`,
      en: `${area.name} does not lie within ${within.name}; ${shown(authority)} cannot warn it`,
    })
  }

  function publicationOf({ publication: sent }: WarningWords, notes: Note[]): AirWarningRecord['publication'] {
    const found = PUBLICATIONS.get(halfWidth(sent).replace(/[()\s]/g, ''))
    if (sent !== '' && found === undefined)
      notes.push({ field: '/publication', rule: 'publication-unreadable', sent: shown(sent) })
    return found ?? 'joint'
  }

  return (draft, row, heading) => {
    const { words } = draft
    const refuse: Refuse = (type, part, value, detail) => reject(row, type, heading(part), value, detail)
    const notes: Note[] = [...draft.notes]
    const action = actionOf(words, refuse)
    if (typeof action === 'object') return action
    const authority = authorityOf(words, refuse)
    if ('type' in authority) return authority
    if (authority.changed)
      notes.push({ field: '/issuer/authority', rule: 'authority-blanks-removed', sent: shown(words.authority) })
    const issued = issuedOf(words, at, notes, refuse)
    if ('type' in issued) return issued
    const day = dayAt(issued.ms)
    const area = areaOf(draft, authority, day, notes, refuse)
    if ('type' in area) return area
    const found = findScheme(side.party, { stated: words.scheme, passing: draft.passing }, day)
    if ('fault' in found) return refuse(found.fault, 'scheme', found.value, found.detail)
    for (const note of found.rules) notes.push({ field: '/scheme', ...note })
    const levels = levelsOf(words, action, found.scheme, notes, refuse)
    if ('type' in levels) return levels
    const times = timesOf(words, action, issued.ms, notes, refuse)
    if ('type' in times) return times
    const document = documentOf(words, notes, refuse)
    if ('type' in document) return document
    const replaces = replacesOf(words, notes, refuse)
    if (replaces !== null && typeof replaces === 'object') return replaces
    if (action === 'issue' && replaces !== null) {
      return refuse('warning-action-conflict', 'replaces', replaces, {
        zh: `动作为发布，却写有原文号 ${replaces}；改变或结束原预警的应为调整或解除`,
        en: `The action is to issue, yet the document ${replaces} is named as the one before; to change or end its warning is to adjust or lift`,
      })
    }
    const sealedDigest = digestOf(words, notes, refuse)
    if (sealedDigest !== null && typeof sealedDigest === 'object') return sealedDigest
    if (words.review !== '' && !REVIEWS.has(words.review))
      notes.push({ field: '/review', rule: 'review-unreadable', sent: shown(words.review) })

    const record: AirWarningRecord = {
      action,
      area,
      basis: words.basis === '' ? null : words.basis,
      document,
      effective: times.effective,
      issued: formatInstant(issued.ms),
      issuer: { authority: authority.authority, party: side.party },
      level: levels.level,
      notes,
      originator: side.party,
      previousLevel: levels.previousLevel,
      publication: publicationOf(words, notes),
      replaces,
      response: levels.response,
      review: REVIEWS.get(words.review) ?? 'raw',
      scheme: found.ref,
      sealedDigest,
      text: draft.text,
      until: times.until,
    }
    const named = document.number === null ? [authority.authority, record.issued] : [document.number]
    const key = [area.id, side.party, ...named, action].join('/')
    return { key, subject: area.id, end: times.ms, record, notes }
  }
}
