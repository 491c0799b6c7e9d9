/** Where a row was measured: its side, its section in the register, and what the sender said differently. Standards §9 rows 1, 5 and 15. */
import { type Resolution, type Section, type SectionRegistry, sectionIndex } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'
import { sectionRejection } from './section-rejection.ts'
import type { WaterSide } from './side.ts'

/** A section with the record's view of it. Rows of one section that say the same share one frozen `view`. */
export interface Place {
  readonly section: Section
  readonly view: WaterSectionRecord['section']
}

/** Whose rows, which columns, and the register they are held against. */
export interface PlaceOptions {
  readonly side: WaterSide
  readonly fields: FieldReader
  readonly registry: SectionRegistry
}

const PLACE_FIELDS = ['province', 'section', 'mn', 'river', 'level', 'border'] as const

/** Reads the place of each row of a table; adds to `notes`. */
export function placeReader({
  side,
  fields,
  registry,
}: PlaceOptions): (cells: readonly Cell[], row: number, notes: Note[]) => Place | Rejection {
  const index = sectionIndex(registry)
  const resolutions = new Map<string, Resolution>()
  const views = new Map<string, WaterSectionRecord['section']>()

  function resolve(name: string, mn: string, river: string): Resolution {
    const id = `${name}\u001f${mn}\u001f${river}`
    const known = resolutions.get(id)
    if (known) return known
    const made = index.resolve({
      party: side.party,
      ...(name ? { name } : {}),
      ...(mn ? { mn } : {}),
      ...(river ? { river } : {}),
    })
    resolutions.set(id, made)
    return made
  }

  function outside(cells: readonly Cell[], row: number, name: string): Rejection | null {
    const province = fields.word(cells, 'province')
    if (province === '' || side.own.includes(province)) return null
    const heading = fields.heading('province')
    return side.other.includes(province)
      ? reject(row, 'row-of-other-side', heading, province, {
          zh: `断面「${name}」属对方（${province}），不得由本方报送`,
          en: `Section ${name} is the other side's (${province}); this side may not send it`,
        })
      : reject(row, 'territory-outside', heading, province, {
          zh: `「${province}」不在契约的地域范围内`,
          en: `${province} lies outside the contract's territory`,
        })
  }

  function noteRiver(section: Section, sent: string, river: string | null, notes: Note[]): void {
    if (sent === '' || sent === river) return
    const rule =
      river === null ? 'river-not-registered' : index.sameRiver(sent, section) ? 'river-alias' : 'river-differs'
    notes.push({ field: '/section/river', rule, sent })
  }

  function noteNumber({ mn }: Section, sent: string, notes: Note[]): void {
    if (sent === '' || sent === mn) return
    const rest = mn !== null && sent.toUpperCase().startsWith(mn) ? sent.slice(mn.length) : null
    const alias = rest !== null && /^0*$/.test(rest)
    const rule = mn === null ? 'mn-not-registered' : alias ? 'mn-alias' : 'mn-differs'
    notes.push({ field: '/section/mn', rule, sent })
  }

  function levelOf(section: Section, sent: string, notes: Note[]): WaterSectionRecord['section']['level'] {
    if (sent === '') return section.level
    const level = side.levels.get(sent) ?? null
    const differs = section.level !== null && level !== section.level
    notes.push({
      field: '/section/level',
      rule: level === null ? 'level-unreadable' : differs ? 'level-differs' : 'level-by-side',
      sent,
    })
    return level ?? section.level
  }

  function borderOf(section: Section, sent: string, notes: Note[]): WaterSectionRecord['section']['border'] {
    const registered = section.transboundary?.direction ?? null
    const border = side.borders.get(sent.normalize('NFKC')) ?? null
    if (border === null) return registered
    // Whoever comes in may come from a third province: only the register tells.
    const known = section.transboundary !== null
    const rule = !known
      ? 'border-not-registered'
      : registered !== null && border !== registered
        ? 'border-differs'
        : 'border-by-side'
    notes.push({ field: '/section/border', rule, sent })
    return known ? (registered ?? border) : null
  }

  function read(cells: readonly Cell[], row: number, notes: Note[]): Place | Rejection {
    const name = fields.word(cells, 'section')
    const refused = outside(cells, row, name)
    if (refused) return refused
    const riverSent = fields.word(cells, 'river')
    const mnSent = fields.word(cells, 'mn')
    const found = resolve(name, mnSent, riverSent)
    if (!('section' in found) || (found.section.party !== side.party && found.section.transboundary === null)) {
      return name === '' && mnSent !== ''
        ? sectionRejection(row, fields.heading('mn'), mnSent, found)
        : sectionRejection(row, fields.heading('section'), fields.text(cells, 'section'), found)
    }
    const { section } = found
    if (section.party !== side.party) notes.push({ field: '/section/id', rule: 'copy-of-other-side' })
    if (name !== '' && name !== section.name) notes.push({ field: '/section/name', rule: 'section-alias', sent: name })
    noteNumber(section, mnSent, notes)
    const river = index.riverName(section)
    noteRiver(section, riverSent, river, notes)
    const level = levelOf(section, fields.word(cells, 'level'), notes)
    const border = borderOf(section, fields.word(cells, 'border'), notes)
    const id = `${section.id} ${level} ${border}`
    const known = views.get(id)
    if (known) return { section, view: known }
    const { mn, waterBody } = section
    const view = Object.freeze({ border, id: section.id, level, mn, name: section.name, river, waterBody })
    views.set(id, view)
    return { section, view }
  }

  const places = new Map<
    string,
    { readonly cells: readonly Cell[]; readonly place: Place; readonly notes: readonly Note[] }
  >()

  // A section says the same of itself row after row.
  return (cells, row, notes) => {
    const name = fields.text(cells, 'section')
    const before = places.get(name)
    if (before && fields.alike(cells, before.cells, PLACE_FIELDS)) {
      for (const note of before.notes) notes.push(note)
      return before.place
    }
    const found: Note[] = []
    const place = read(cells, row, found)
    notes.push(...found)
    if (!('type' in place)) places.set(name, { cells, place, notes: found })
    return place
  }
}
