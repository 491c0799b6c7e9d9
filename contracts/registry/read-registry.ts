/** Reads any register kept as JSON, by the id it names itself with. */
import { readSectionRegistry } from './read.ts'
import { readConsultationRegistry } from './read-consultation.ts'
import { readDivisionRegistry } from './read-divisions.ts'
import type { AnyRegistry, Registry } from './types.ts'

const ROWS: Readonly<Record<Registry['id'], (value: unknown) => Registry>> = {
  divisions: readDivisionRegistry,
  sections: readSectionRegistry,
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}

/** A register that rows are read under, of sections or divisions; throws TypeError for an id that is neither, and naming what is at fault. */
export function readRowRegistry(value: unknown): Registry {
  const id = idOf(value)
  if (id === 'divisions' || id === 'sections') return ROWS[id](value)
  throw new TypeError(`register: /id expected one of ${Object.keys(ROWS).join(', ')}`)
}

/** Any register that both sides sign; throws TypeError for an id that is none, and naming what is at fault. */
export function readRegistry(value: unknown): AnyRegistry {
  const id = idOf(value)
  if (id === 'consultation') return readConsultationRegistry(value)
  if (id === 'divisions' || id === 'sections') return readRowRegistry(value)
  throw new TypeError(`register: /id expected one of consultation, ${Object.keys(ROWS).join(', ')}`)
}
