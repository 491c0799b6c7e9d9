/** PostgreSQL's way with lists; its planner counts rows itself. */
import type { Dialect } from '../sql/dialect.ts'
import { keptText } from './nul.ts'

function kept(value: unknown): unknown {
  if (typeof value === 'string') return keptText(value)
  return Array.isArray(value) ? value.map(kept) : value
}

/** The dialect. */
export const POSTGRES: Dialect = {
  texts: 'json_array_elements_text(?::json)',
  numbers: '(SELECT value::bigint AS value FROM json_array_elements_text(?::json))',
  lists: 'json_array_elements(?::json)',
  list: (values) => JSON.stringify(values.map(kept)),
  plain: '',
}
