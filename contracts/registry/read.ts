/** Reads a section register kept as JSON: the shape of every member, ids unique, references that lead somewhere, rivers without a loop. */
import {
  dictionary,
  type Guard,
  list,
  matching,
  nullable,
  number,
  oneOf,
  optional,
  ordinal,
  read,
  shape,
  text,
} from '../read.ts'
import { bilingual, confidence, evidence, waterClass } from '../standards/read.ts'
import type { Evidence } from '../types.ts'
import type { River, Section, SectionRegistry } from './types.ts'

const party = oneOf('cq', 'sc')
const river = shape<River>({ id: text, title: bilingual, aliases: list(text), into: nullable(text), evidence })

const coordinates: Guard<readonly [number, number]> = (value, at, faults): value is readonly [number, number] => {
  if (list(number)(value, at, faults) && value.length === 2) return true
  faults.push(`${at} expected [longitude, latitude]`)
  return false
}

const section = shape<Section>({
  id: matching(/^(cq|sc)-\S{1,60}$/, 'a party, a hyphen and a name'),
  name: text,
  aliases: list(text),
  party,
  river: nullable(text),
  waterBody: oneOf('river', 'lake'),
  mn: nullable(matching(/^[0-9A-Z_]{12,24}$/, 'a station number')),
  target: nullable(waterClass),
  level: nullable(oneOf('national', 'provincial', 'prefecture', 'county')),
  transboundary: nullable(
    shape<NonNullable<Section['transboundary']>>({
      direction: nullable(oneOf('sc-cq', 'cq-sc', 'shared')),
      from: nullable(text),
      to: nullable(text),
    }),
  ),
  order: nullable(ordinal),
  coordinates: nullable(coordinates),
  evidence: shape<Section['evidence']>({
    confidence,
    sources: list(text),
    note: optional(text),
    fields: optional(dictionary<Evidence>(evidence)),
  }),
})

const registry = shape<SectionRegistry>({
  id: oneOf('sections'),
  edition: matching(/^\d{4}-\d{2}$/, 'a year and month'),
  title: bilingual,
  rivers: list(river),
  sections: list(section),
})

/** A register; throws TypeError naming what is at fault. */
export function readSectionRegistry(value: unknown): SectionRegistry {
  const found = read('section register', registry, value)
  const rivers = unique(
    'river',
    found.rivers.map(({ id }) => id),
  )
  unique(
    'section',
    found.sections.map(({ id }) => id),
  )
  unique(
    'station number',
    found.sections.map(({ mn }) => mn).filter((mn) => mn !== null),
  )
  for (const { id, river: on } of found.sections) {
    if (on !== null && !rivers.has(on)) throw new TypeError(`section register: ${id} lies on an unknown river ${on}`)
  }
  const into = new Map(found.rivers.map((entry) => [entry.id, entry.into]))
  for (const { id } of found.rivers) {
    const passed = new Set<string>()
    for (let next: string | null | undefined = id; next; next = into.get(next)) {
      if (passed.has(next)) throw new TypeError(`section register: river ${id} flows into itself`)
      if (!rivers.has(next)) throw new TypeError(`section register: ${id} flows into an unknown river ${next}`)
      passed.add(next)
    }
  }
  return found
}

function unique(what: string, ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new TypeError(`section register: ${what} ${id} appears twice`)
    seen.add(id)
  }
  return seen
}
