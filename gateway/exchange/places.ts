/** Where a record lies: by the coordinates it states itself, else by its section's in the register. What is not known is null. */
import type { SectionRegistry } from '../../contracts/registry/index.ts'
import { valueAt } from './cells.ts'

/** A point of RFC 7946 §3.1.2: longitude, then latitude. */
export interface Point {
  readonly type: 'Point'
  readonly coordinates: readonly [longitude: number, latitude: number]
}

/** CGCS2000 and WGS 84, which RFC 7946 §4 asks for, agree within decimetres; no other system is taken for it. */
const SYSTEMS: readonly unknown[] = ['CGCS2000', 'WGS84']

/** Where records state coordinates of their own. */
const STATED = [['location'], ['site', 'coordinates']] as const

function degrees(value: unknown): number | null {
  const number = typeof value === 'object' && value !== null && 'value' in value ? value.value : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function point(longitude: number | null, latitude: number | null): Point | null {
  return longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
}

/** The place of a record; `sections` is the register's edition to look sections up in. */
export function placesIn(sections: SectionRegistry | null): (record: unknown) => Point | null {
  const known = new Map(sections?.sections.map(({ id, coordinates }) => [id, coordinates]))
  return (record) => {
    for (const path of STATED) {
      const stated = valueAt(record, path)
      if (SYSTEMS.includes(valueAt(stated, ['crs'])))
        return point(degrees(valueAt(stated, ['longitude'])), degrees(valueAt(stated, ['latitude'])))
    }
    const section = valueAt(record, ['section', 'id'])
    const found = typeof section === 'string' ? known.get(section) : undefined
    return found ? point(found[0], found[1]) : null
  }
}
