/** What records of both contracts say of a site, read from a row in one order; the first thing wrong rejects it. */
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Figure, SiteRecord } from '../../contracts/risk-source/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import { REVIEWS } from '../tables/words.ts'
import { readAsOf } from './as-of.ts'
import { listed, type RowCells } from './cells.ts'
import type { Columns } from './columns.ts'
import { readContact } from './contact.ts'
import { readEnterprise, readIndustry } from './enterprise.ts'
import { readFigure } from './figure.ts'
import { readLocation } from './location.ts'
import { placeReader } from './place.ts'
import type { RiskSide } from './side.ts'
import { receivingRiver } from './territory.ts'

/** The shared members, the notes still open, and the midnight (ms) that ends the day. */
export interface Site {
  readonly members: Omit<SiteRecord, 'notes'>
  /** Whether the division is established to lie on the boundary. */
  readonly adjoins: boolean
  readonly end: number
  readonly notes: Note[]
}

/** What the rows of one table are read by. */
export interface SiteOptions {
  readonly side: RiskSide
  readonly columns: Columns
  readonly registry: DivisionRegistry
  /** ms; nothing may lie after it. */
  readonly at: number
}

/** Builds the reader of the sites of one table. */
export function siteReader({
  side,
  columns,
  registry,
  at,
}: SiteOptions): (cells: RowCells, row: number) => Site | Rejection {
  const readPlace = placeReader(side, registry)
  return (cells, row) => {
    const notes: Note[] = []
    const enterprise = readEnterprise(cells, row, notes)
    if ('type' in enterprise) return enterprise
    const asOf = readAsOf(cells, at, row, notes)
    if ('type' in asOf) return asOf
    const division = readPlace(cells, asOf.day, row, notes)
    if ('type' in division) return division
    const location = readLocation(cells, columns.crs, row, notes)
    if (location && 'type' in location) return location
    const distance = readDistance(cells, row, notes)
    if (distance && 'type' in distance) return distance
    const adjoins = division.adjoins === true
    const { code, id, name } = division
    const members: Site['members'] = {
      asOf: asOf.day,
      contact: readContact(cells, notes),
      distanceToBoundary: distance,
      division: { code, id, name },
      downstreamSections: listed(cells.word('sections'), /[;；、，,\n|]/),
      enterprise,
      industry: readIndustry(cells, notes),
      location,
      originator: side.party,
      publication: 'none',
      receivingRiver: readRiver(cells, adjoins, notes),
      review: readReview(cells, notes),
      site: cells.word('site') || null,
    }
    return { members, adjoins, end: asOf.end, notes }
  }
}

function readRiver(cells: RowCells, adjoins: boolean, notes: Note[]): SiteRecord['receivingRiver'] {
  const sent = cells.word('river')
  if (sent === '') return null
  const river = receivingRiver(sent, adjoins)
  if (river.name !== sent) notes.push({ field: '/receivingRiver/name', rule: 'river-alias', sent })
  return river
}

function readReview(cells: RowCells, notes: Note[]): SiteRecord['review'] {
  const sent = cells.word('review')
  const review = REVIEWS.get(sent)
  if (review === undefined && sent !== '') notes.push({ field: '/review', rule: 'review-unreadable', sent })
  return review ?? 'raw'
}

function readDistance(cells: RowCells, row: number, notes: Note[]): Figure | null | Rejection {
  const sent = cells.narrow('distance')
  if (sent === '') return null
  const heading = cells.heading('distance')
  const read = readFigure(sent, 'km', cells.column('distance')?.bracket ?? null)
  if ('figure' in read) {
    for (const rule of read.rules) notes.push({ field: '/distanceToBoundary', rule, sent })
    return read.figure
  }
  return read.fault === 'unit-unknown'
    ? reject(row, 'unit-unknown', heading, sent, {
        zh: `单位「${read.unit}」无法换算为公里`,
        en: `The unit ${read.unit} cannot be converted to kilometres`,
      })
    : reject(row, 'value-not-a-number', heading, sent, {
        zh: `「${sent}」不是距离，例：3.5`,
        en: `${sent} is no distance; for example 3.5`,
      })
}
