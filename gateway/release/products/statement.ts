/** The words on the whole (综述): one cell of every table, with no side's word before the first edit. */
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { Edit } from '../consultation/acts.ts'
import { CONSULTATION_LIMITS } from '../consultation/limits.ts'
import { type ProductInput, STATEMENT, type Table, type TableCell } from './product.ts'

/** The row and the cell of the statement, for the end of a table. */
export const STATEMENT_ROW: Table['rows'][number] = {
  id: STATEMENT,
  title: { zh: '综述', en: 'Statement' },
  party: null,
}

/** The cell before any edit. */
export const STATEMENT_CELL: TableCell = {
  id: STATEMENT,
  row: STATEMENT,
  column: '',
  owner: null,
  sides: { cq: null, sc: null },
  guidance: null,
  joint: null,
  take: null,
  editable: true,
  differences: [],
}

/** The words of an edit, or null when they are none. */
export function readStatement({ take, value }: Pick<Edit, 'take' | 'value'>): JsonValue {
  const sound =
    take === 'own' &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= CONSULTATION_LIMITS.text &&
    value.isWellFormed()
  return sound ? value : null
}

/** The statement as edited; null before. */
export function statementOf({ edits }: Pick<ProductInput, 'edits'>): string | null {
  const value = edits.get(STATEMENT)?.value
  return typeof value === 'string' ? value : null
}
