/**
 * The substances of a row, from one cell, `液氨[7664-41-7]:12.5/5(气态,涉气);硫酸:60/10(涉水)`, or from columns numbered 风险物质1, 存量1(t),
 * 临界量1(t), CAS1, 涉及环境1, 物态1. Amount and threshold are tonnes unless they say otherwise. HJ 941-2018.
 */
import type { Substance } from '../../contracts/risk-source/record.ts'
import type { RiskMedium } from '../../contracts/standards/risk-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { isEmptyMark } from '../tables/marks.ts'
import { reject } from '../tables/reject.ts'
import type { RowCells } from './cells.ts'
import { listed } from './cells.ts'
import type { Column, Columns, SubstanceMember } from './columns.ts'
import { type ReadFigure, readFigure } from './figure.ts'

/** What a cell or a group of columns says of one substance, as texts, and where. */
interface Sent {
  readonly name: string
  readonly cas: string
  readonly quantity: string
  readonly threshold: string
  readonly tags: string
  readonly heading: string
  readonly text: string
  readonly units: { readonly quantity: string | null; readonly threshold: string | null }
}

const ENTRY =
  /^(?<name>[^:]*?)(?:\[(?<cas>[^\][]*)\])?:(?<quantity>[^/:]+)\/(?<threshold>[^/():]*)(?:\((?<tags>[^()]*)\))?$/
const CAS = /^\d{2,7}-\d{2}-\d$/
const PHASES: ReadonlyMap<string, Substance['phase']> = new Map([
  ['气态', 'gas'],
  ['气体', 'gas'],
  ['液态', 'liquid'],
  ['液体', 'liquid'],
  ['固态', 'solid'],
  ['固体', 'solid'],
])
const MEDIA: ReadonlyMap<string, readonly RiskMedium[]> = new Map<string, readonly RiskMedium[]>([
  ['涉气', ['air']],
  ['大气', ['air']],
  ['涉水', ['water']],
  ['水', ['water']],
  ['涉气涉水', ['air', 'water']],
  ['涉水涉气', ['air', 'water']],
  ['大气和水', ['air', 'water']],
])

/** Reads a row's substances; adds to `notes`. */
export function readSubstances(
  cells: RowCells,
  columns: Columns,
  row: number,
  notes: Note[],
): readonly Substance[] | Rejection {
  const sent = [...fromCell(cells, row), ...columns.substances.flatMap((group) => fromColumns(cells, group))]
  const rules = new Set<string>()
  const found: Substance[] = []
  for (const one of sent) {
    if ('type' in one) return one
    const read = substance(one, row, rules)
    if ('type' in read) return read
    found.push(read)
  }
  for (const rule of rules) notes.push({ field: '/substances', rule })
  return found
}

function* fromCell(cells: RowCells, row: number): Generator<Sent | Rejection> {
  const heading = cells.heading('substances')
  const unit = /吨|t/i.test(cells.column('substances')?.bracket ?? '') ? 't' : null
  for (const text of listed(cells.narrow('substances'), /[;\n|]/)) {
    const parts = ENTRY.exec(text)?.groups
    if (!parts) yield unreadable(row, heading, text)
    else {
      const { name = '', cas = '', quantity = '', threshold = '', tags = '' } = parts
      yield { name, cas, quantity, threshold, tags, heading, text, units: { quantity: unit, threshold: unit } }
    }
  }
}

function fromColumns(cells: RowCells, group: Readonly<Partial<Record<SubstanceMember, Column>>>): Sent[] {
  const text = (member: SubstanceMember): string => cells.at(group[member])
  const [name, cas, quantity] = [text('name'), text('cas'), text('quantity')]
  if (name === '' && cas === '' && quantity === '') return []
  return [
    {
      name,
      cas,
      quantity,
      threshold: text('threshold'),
      tags: `${text('media')},${text('phase')}`,
      heading: (group.name ?? group.cas ?? group.quantity)?.heading ?? '',
      text: `${name || cas}:${quantity}/${text('threshold')}`,
      units: { quantity: group.quantity?.bracket ?? null, threshold: group.threshold?.bracket ?? null },
    },
  ]
}

function substance(sent: Sent, row: number, rules: Set<string>): Substance | Rejection {
  const { heading, text, units } = sent
  const named = sent.name.trim()
  const cas = sent.cas.trim() || (CAS.test(named) ? named : '')
  const name = named === cas ? null : named || null
  if (name === null && cas === '') return unreadable(row, heading, text)
  if (cas !== '' && !casHolds(cas)) {
    return reject(row, 'substance-unreadable', heading, text, {
      zh: `CAS 号「${cas}」未通过校验`,
      en: `The CAS number ${cas} does not hold`,
    })
  }
  const quantity = readFigure(sent.quantity.trim(), 't', units.quantity)
  const threshold = isEmptyMark(sent.threshold.trim()) ? null : readFigure(sent.threshold.trim(), 't', units.threshold)
  for (const read of [quantity, threshold]) {
    if (read && 'fault' in read) return noFigure(read, row, heading, text)
    for (const rule of read?.rules ?? []) rules.add(rule)
  }
  if ('fault' in quantity || (threshold && ('fault' in threshold || threshold.figure.value === 0)))
    return unreadable(row, heading, text)
  const tags = readTags(sent.tags)
  if (!tags) return unreadable(row, heading, text)
  if (threshold === null) rules.add('substance-threshold-missing')
  if (tags.phase === 'gas' && tags.media === null) rules.add('substance-media-by-phase')
  return {
    cas: cas || null,
    media: tags.media ?? (tags.phase === 'gas' ? ['air'] : null),
    name,
    phase: tags.phase,
    quantity: quantity.figure,
    threshold: threshold?.figure ?? null,
  }
}

/** Whether a CAS number is of its form and its last digit is Σ place × digit modulo 10, counted from the right. */
export function casHolds(cas: string): boolean {
  if (!CAS.test(cas)) return false
  const digits = cas.replaceAll('-', '')
  const body = [...digits.slice(0, -1)].reverse()
  return body.reduce((sum, digit, at) => sum + Number(digit) * (at + 1), 0) % 10 === Number(digits.at(-1))
}

function readTags(text: string): Pick<Substance, 'media' | 'phase'> | null {
  let phase: Substance['phase'] = null
  const media = new Set<RiskMedium>()
  for (const tag of listed(text, /[,、\s]/)) {
    const known = PHASES.get(tag)
    const through = MEDIA.get(tag)
    if ((!known && !through) || (known && phase !== null && phase !== known)) return null
    phase = known ?? phase
    for (const medium of through ?? []) media.add(medium)
  }
  return { phase, media: media.size === 0 ? null : [...media].sort() }
}

function noFigure(read: Extract<ReadFigure, { fault: string }>, row: number, heading: string, text: string): Rejection {
  return read.fault === 'unit-unknown'
    ? reject(row, 'unit-unknown', heading, text, {
        zh: `「${text}」的单位「${read.unit}」无法换算为吨`,
        en: `The unit ${read.unit} of ${text} cannot be converted to tonnes`,
      })
    : unreadable(row, heading, text)
}

function unreadable(row: number, heading: string, text: string): Rejection {
  return reject(row, 'substance-unreadable', heading, text, {
    zh: `风险物质「${text}」应写成「物质[CAS]:存量/临界量(物态,涉气涉水)」，例：液氨[7664-41-7]:12.5/5(气态,涉气)`,
    en: `${text} should be written name[CAS]:amount/threshold(phase,media), for example 液氨[7664-41-7]:12.5/5(气态,涉气)`,
  })
}
