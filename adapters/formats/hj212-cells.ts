/** The items of one message → its cells by column, and what was done to them. A figure its flag does not let count leaves its cell blank. */
import type { CellNote } from '../types.ts'
import type { Message } from './hj212-message.ts'
import { DATA_COMMANDS, type FlagMeaning, flagMeaning, unitOf } from './hj212-words.ts'

/** Cells by heading: one a code for its figure, one for each other field it was sent with. */
export interface MessageCells {
  readonly figures: ReadonlyMap<string, string>
  readonly others: ReadonlyMap<string, string>
  readonly notes: readonly CellNote[]
}

const FLAG_RULES: Readonly<Record<Exclude<FlagMeaning, 'valid'>, string>> = {
  manual: 'flag-manual',
  'not-valid': 'flag-not-valid',
  unknown: 'flag-unknown',
}

/** Reads the items. Names without a field (`SystemTime`) are settings of the protocol, no results, and are passed over. */
export function readCells({ items, cn, st, version }: Message): MessageCells {
  const figures = new Map<string, string>()
  const others = new Map<string, string>()
  const notes: CellNote[] = []
  for (const [code, fields] of byCode(items)) {
    const heading = headingOf(code, st)
    const flag = fields.get('Flag')
    const meaning = flag === undefined ? 'valid' : flagMeaning(flag, version, st)
    const counts = meaning === 'valid' || meaning === 'manual'
    const field = figureField(fields, cn)
    const value = field === null ? '' : (fields.get(field) ?? '')
    const sent = `${field === null ? '' : `${code}-${field}=${value},`}${code}-Flag=${flag}`
    if (meaning !== 'valid') notes.push({ pointer: heading, rule: FLAG_RULES[meaning], sent })
    if (field !== null || !counts) figures.set(heading, counts ? value : '')
    if (field !== null && counts) {
      if (field !== DATA_COMMANDS.get(cn)?.field)
        notes.push({ pointer: heading, rule: 'field-of-other-command', sent: `${code}-${field}=${value}` })
      if (heading !== code && value !== '')
        notes.push({ pointer: heading, rule: 'unit-by-protocol', sent: `${code}-${field}=${value}` })
    }
    for (const [name, other] of fields) {
      if (name !== field && name !== 'Flag') others.set(`${code}-${name}`, counts ? other : '')
    }
  }
  return { figures, others, notes }
}

/** `w20115` in surface water is headed `w20115(μg/L)`. */
function headingOf(code: string, st: string): string {
  const unit = unitOf(code, st)
  return unit === null ? code : `${code}(${unit})`
}

/** Real-time data has `Rtd`, a period has `Avg`; devices mix them up, so the other one stands in and is noted. */
function figureField(fields: ReadonlyMap<string, string>, cn: string): 'Rtd' | 'Avg' | null {
  const wanted = DATA_COMMANDS.get(cn)?.field ?? 'Rtd'
  const other = wanted === 'Rtd' ? 'Avg' : 'Rtd'
  return fields.has(wanted) ? wanted : fields.has(other) ? other : null
}

function byCode(items: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const [name, value] of items) {
    const [code = '', field] = name.split('-')
    if (field === undefined) continue
    const fields = found.get(code) ?? new Map<string, string>()
    fields.set(field, value)
    found.set(code, fields)
  }
  return found
}
