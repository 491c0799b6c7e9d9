/** One file of enterprise credit → canonical records, notes, rejections and duplicates; both sides' adapters are this one with their own words. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { readTables } from '../formats/read.ts'
import { rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { fileOutcome, noteColumns } from '../tables/outcome.ts'
import { shown } from '../tables/reject.ts'
import type { Adapter, Table } from '../types.ts'
import { authorityInName } from './authority.ts'
import { type Columns, readColumns } from './columns.ts'
import { creditForm } from './form.ts'
import { rowReader, yearInName } from './row.ts'
import type { CreditSide } from './side.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.3.0'

function missingColumns(side: CreditSide, { name }: Table, { fields }: Columns): string[] {
  const stated = fields.authorityLevel !== undefined || fields.authority !== undefined
  return [
    ...(fields.name === undefined ? ['企业名称'] : []),
    ...(fields.code === undefined ? ['统一社会信用代码'] : []),
    ...(fields.year === undefined && yearInName(name) === undefined ? ['评价年度'] : []),
    ...(fields.level === undefined && fields.status === undefined ? ['评价等级'] : []),
    ...(!stated && authorityInName(side, name) === undefined ? ['级别'] : []),
  ]
}

/** A table of another scheme may look like one of credit levels. */
function otherScheme({ performance }: Columns): Bilingual {
  if (performance === null) return { zh: '', en: '' }
  return {
    zh: `；「${shown(performance)}」是重污染天气绩效分级，不是环境信用等级`,
    en: `; ${shown(performance)} is the performance grade of heavy-pollution weather, no level of environmental credit`,
  }
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function creditAdapter(side: CreditSide): Adapter<CreditRecord> {
  return {
    id: `${side.party === 'sc' ? 'sichuan' : 'chongqing'}/credit`,
    version: VERSION,
    party: side.party,
    contract: 'enterprise-credit',
    register: 'divisions',
    form: creditForm(side),
    normalise({ bytes, mediaType, limits, registry, at: latest }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const missing = (columns: Columns, table: Table) => missingColumns(side, table, columns)
      for (const { table, columns } of chooseTables(tables, readColumns, missing, outcome, otherScheme)) {
        const { header, name: sheet } = table
        noteColumns(columns, outcome)
        for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
        const readRow = rowReader({ side, columns, header, table: sheet, registry, at: latest })
        for (const [at, cells] of table.rows.entries()) {
          const row = rowNumber(table, at)
          const made = readRow(cells, row, table.openEnd === true && at === table.rows.length - 1)
          outcome.add(made, { row, sheet, header, cells })
        }
      }
      return outcome.result(format)
    },
  }
}
