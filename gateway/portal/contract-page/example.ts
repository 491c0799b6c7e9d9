/** The value a path has in an example record. */
import { isMembers } from './members.ts'

const LONGEST = 48

/** The value of a field's path (`section.id`, `notes[].rule`) as a short JSON text; null where the example has none. */
export function exampleAt(example: unknown, path: string): string | null {
  let value: unknown = example
  for (const name of path.replaceAll('[]', '.0').split('.')) {
    if (Array.isArray(value)) value = value[Number(name)]
    else if (isMembers(value) && Object.hasOwn(value, name)) value = value[name]
    else return null
  }
  if (value === undefined) return null
  // What an object holds is told by the rows beneath it.
  if (isMembers(value) && path.split('.').length < 2) return null
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
