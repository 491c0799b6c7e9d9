/** Reads any register kept as JSON, by the id it names itself with. */
import { readSectionRegistry } from './read.ts'
import { readDivisionRegistry } from './read-divisions.ts'
import type { Registry } from './types.ts'

const READERS: Readonly<Record<Registry['id'], (value: unknown) => Registry>> = {
  divisions: readDivisionRegistry,
  sections: readSectionRegistry,
}

/** A register of sections or divisions; throws TypeError for an id that is neither, and naming what is at fault. */
export function readRegistry(value: unknown): Registry {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  if (id === 'divisions' || id === 'sections') return READERS[id](value)
  throw new TypeError(`register: /id expected one of ${Object.keys(READERS).join(', ')}`)
}
