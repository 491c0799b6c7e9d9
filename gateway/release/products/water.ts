/** Water bulletins, of a week and of a month. The figures are the records' own; what the sides put into words is the statement (综述). */
import { readWaterRecord } from '../../../contracts/water-section-quality/read.ts'
import type { StoredRecord } from '../../ports.ts'
import { type BoundRecord, waterBulletin } from '../bulletin.ts'
import type { WaterBulletin } from '../bulletin-types.ts'
import { changesBetween } from '../changes.ts'
import type { Period } from '../consultation/acts.ts'
import { daysOf, mustBeDays } from './period.ts'
import type { Bound, HeadGiven, Product, ProductInput } from './product.ts'
import { readAll } from './select.ts'
import { readStatement, STATEMENT_CELL, STATEMENT_ROW, statementOf } from './statement.ts'

const CONTRACT = 'water-section-quality'

/** The monitoring in a record's key, whose members the contract names. What was sampled by hand is no part of these products. */
const AUTOMATIC = /\/automatic\/[^/]+\/[^/]+$/

function boundRecord({ leaf, stored }: Bound, { contracts }: ProductInput): BoundRecord {
  const { party, submission, position, body, version } = stored
  return { party, submission, position, leaf, record: readWaterRecord(body, version, contracts) }
}

function bulletinOf(type: WaterBulletin['type'], input: ProductInput, head: HeadGiven): WaterBulletin {
  const { registry, contract, period } = input
  if (registry.id !== 'sections') throw new TypeError('expected the register of sections')
  const { start, end } = mustBeDays(period)
  const { audience, attachments, consultation, embargo } = head
  return waterBulletin({
    type,
    id: head.id,
    sandbox: head.sandbox,
    consulted: { audience, attachments, consultation, embargo, statement: statementOf(input) },
    start,
    end,
    registry,
    records: input.records.map((one) => boundRecord(one, input)),
    decimals: contract.terms.rounding.find((one) => one.product === type)?.decimals ?? {},
    ledger: head.ledger,
    contract: head.contract,
    registryRef: head.registry,
    keys: head.keys,
    supersedes: head.supersedes,
    reason: head.reason,
  })
}

function waterProduct(type: WaterBulletin['type'], { idOf, isPeriod }: Pick<Product, 'idOf' | 'isPeriod'>): Product {
  return {
    id: type,
    contract: CONTRACT,
    registry: 'sections',
    idOf,
    isPeriod,
    anchorOf: (period) => mustBeDays(period).last,
    async select(store, period, size) {
      // As the payload says it: a bundle is made of releases that no consultation has checked, too.
      const [from, to] = [Date.parse(period.start), Date.parse(period.end)]
      const records = await readAll(store, { dataset: CONTRACT, from, to, asOf: size })
      return records.filter(({ key }: StoredRecord) => AUTOMATIC.test(key))
    },
    table(input) {
      if (input.registry.id !== 'sections') throw new TypeError('expected the register of sections')
      const seen = new Set(input.records.map((one) => boundRecord(one, input).record.section.id))
      const sections = input.registry.sections.filter(({ id, transboundary }) => transboundary !== null || seen.has(id))
      return {
        rows: [STATEMENT_ROW, ...sections.map(({ id, name, party }) => ({ id, title: { zh: name, en: name }, party }))],
        columns: [],
        // Measured figures are not for editing; a cell a section is there to speak of.
        cells: [
          STATEMENT_CELL,
          ...sections.map(({ id, party }) => ({ ...STATEMENT_CELL, id, row: id, owner: party, editable: false })),
        ],
      }
    },
    readValue: readStatement,
    release: (input, head) => bulletinOf(type, input, head),
    changes(before, after) {
      if (before.type !== type || after.type !== type) throw new TypeError(`expected two releases of ${type}`)
      return changesBetween(before, after)
    },
  }
}

const isWeek = (period: Period, now: number): boolean => {
  const days = daysOf(period)
  return days !== null && days.count === 7 && days.end <= now
}

const isMonth = (period: Period, now: number): boolean => {
  const days = daysOf(period)
  if (days === null || days.end > now || !days.first.endsWith('-01')) return false
  const [year = 0, month = 0] = days.first.split('-').map(Number)
  return days.count === new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The weekly bulletin (周报): seven days that are over. */
export const WEEKLY_WATER = waterProduct('weekly-water-bulletin', {
  idOf: (period) => `weekly-water-${mustBeDays(period).first}`,
  isPeriod: isWeek,
})

/** The monthly bulletin (月报): a calendar month that is over. */
export const MONTHLY_WATER = waterProduct('monthly-water-bulletin', {
  idOf: (period) => `monthly-water-${mustBeDays(period).first.slice(0, 7)}`,
  isPeriod: isMonth,
})
