/** What a member of a record is called, by its contract's schema. */
import type { Bilingual } from '../../../contracts/types.ts'
import { memberAt } from '../../forms/schema.ts'

/** The title of a JSON pointer's member; undefined where the schema has none. */
export function titleAt(schema: object, pointer: string): Bilingual | undefined {
  return memberAt(schema, pointer)?.title ?? undefined
}
