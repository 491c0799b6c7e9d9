/** What a row says of the risk to one medium, and its level by the substances where they tell enough. HJ 941-2018. */
import type { MediumFinding, Substance } from '../../contracts/risk-source/record.ts'
import type { RiskStandard } from '../../contracts/standards/index.ts'
import type {
  ProcessType,
  QuantityBand,
  RiskLevel,
  RiskMedium,
  Sensitivity,
} from '../../contracts/standards/risk-types.ts'
import type { Note } from '../../contracts/types.ts'
import { parseDecimal } from '../standards/decimal.ts'
import {
  airSensitivity,
  mediumLevel,
  printRatio,
  processType,
  quantityBand,
  quantityRatio,
} from '../standards/risk-level.ts'
import { printRiskText, type RiskPart } from '../standards/risk-text.ts'
import type { RowCells } from './cells.ts'

/** The columns of one medium. */
const FIELDS = {
  air: { q: 'airQ', m: 'airM', score: 'airScore', e: 'airE' },
  water: { q: 'waterQ', m: 'waterM', score: 'waterScore', e: 'waterE' },
} as const

const TYPES: ReadonlyMap<string, ProcessType> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
])
const SENSITIVITIES: ReadonlyMap<string, Sensitivity> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
])
const BANDS: ReadonlyMap<string, QuantityBand> = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
])

/** What a row has for one medium: its part of the text form, a level in a word, its columns. */
export interface SentMedium {
  readonly part: RiskPart | null
  readonly level: RiskLevel | null
}

/** One medium's finding, null when nothing is said of it; adds to `notes`. */
export function readMedium(
  medium: RiskMedium,
  { part, level }: SentMedium,
  { cells, substances, standard, notes }: Sources,
): MediumFinding | null {
  const fields = FIELDS[medium]
  const field = `/riskLevel/${medium}`
  const ratio = ratioOf(substances, medium)
  const columnQ = readBand(cells.narrow(fields.q), standard)
  const sentQ = part?.q ?? columnQ?.q ?? null
  const q = ratio ? quantityBand(ratio, standard) : sentQ
  if (ratio && sentQ !== null && q !== sentQ) notes.push({ field, rule: 'q-differs', sent: `Q${sentQ}` })
  const m = readProcess(cells, part?.m ?? null, fields, { field, standard, notes })
  const e = readSensitivity(cells, part?.e ?? null, fields.e, { field, medium, standard, notes })
  const reported = part?.level ?? level
  if (q === null && m === null && e === null && reported === null) return null
  const computed = q === null ? null : (mediumLevel({ q, m, e }, standard) ?? null)
  if (computed !== null && reported !== null && computed !== reported)
    notes.push({
      field,
      rule: 'medium-level-differs',
      sent: printRiskText({ level: reported, air: null, water: null }),
    })
  return {
    basis: ratio ? 'substances' : 'reported',
    e,
    level: computed,
    m,
    q,
    ratio: ratio ? printRatio(ratio) : (columnQ?.ratio ?? null),
    reported,
  }
}

/** What every medium of a row is read from. */
export interface Sources {
  readonly cells: RowCells
  readonly substances: readonly Substance[]
  readonly standard: RiskStandard
  readonly notes: Note[]
}

/** The exact Q of a medium; null when there are no substances, or one whose medium or threshold is not known. */
function ratioOf(substances: readonly Substance[], medium: RiskMedium): ReturnType<typeof quantityRatio> | null {
  if (substances.length === 0 || substances.some(({ media }) => media === null)) return null
  const stocks: { quantity: string; threshold: string }[] = []
  for (const { media, quantity, threshold } of substances) {
    if (!media?.includes(medium)) continue
    if (threshold === null) return null
    stocks.push({ quantity: quantity.reported, threshold: threshold.reported })
  }
  return quantityRatio(stocks)
}

/** `Q2`, or the ratio itself. */
function readBand(text: string, standard: RiskStandard): { q: QuantityBand; ratio: string | null } | null {
  const band = BANDS.get(/^Q([0-3])$/i.exec(text)?.[1] ?? '')
  if (band !== undefined) return { q: band, ratio: null }
  const value = /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? parseDecimal(text) : undefined
  if (!value) return null
  const ratio = quantityRatio([{ quantity: text, threshold: '1' }])
  return { q: quantityBand(ratio, standard), ratio: printRatio(ratio) }
}

interface Place {
  readonly field: string
  readonly standard: RiskStandard
  readonly notes: Note[]
}

function readProcess(
  cells: RowCells,
  sent: ProcessType | null,
  fields: (typeof FIELDS)[RiskMedium],
  { field, standard, notes }: Place,
): ProcessType | null {
  const stated = sent ?? TYPES.get(/^M?([1-4])(?:类型?)?$/i.exec(cells.narrow(fields.m))?.[1] ?? '') ?? null
  const score = cells.narrow(fields.score)
  const scored = score === '' ? undefined : processType(score, standard)
  if (score !== '' && scored === undefined) notes.push({ field: `${field}/m`, rule: 'm-score-unreadable', sent: score })
  if (scored === undefined) return stated
  if (stated === null) notes.push({ field: `${field}/m`, rule: 'm-by-score', sent: score })
  else if (stated !== scored) notes.push({ field: `${field}/m`, rule: 'm-differs', sent: score })
  return stated ?? scored
}

function readSensitivity(
  cells: RowCells,
  sent: Sensitivity | null,
  column: 'airE' | 'waterE',
  { field, medium, standard, notes }: Place & { readonly medium: RiskMedium },
): Sensitivity | null {
  const stated = sent ?? SENSITIVITIES.get(/^E?([1-3])(?:类型?)?$/i.exec(cells.narrow(column))?.[1] ?? '') ?? null
  if (stated !== null || medium !== 'air') return stated
  const [people5km, people500m] = [cells.narrow('people5km'), cells.narrow('people500m')]
  const counted = [people5km, people500m].every((people) => /^\d{1,9}$/.test(people))
  if (!counted) return null
  notes.push({ field: `${field}/e`, rule: 'e-by-people', sent: `${people5km}/${people500m}` })
  return airSensitivity({ people5km, people500m }, standard)
}
