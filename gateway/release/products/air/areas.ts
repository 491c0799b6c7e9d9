/** The areas of a forecast as the register of divisions has them: cities of both sides, zones, what lies in them, and in which order people read them. */
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import { type Division, type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import { PARTIES } from '../../../../contracts/types.ts'
import type { ProductInput, Table } from '../product.ts'

/** A division as an area; null for a province, which is too large to have one air. Chongqing as a whole counts as a city. */
export function areaOf({ id, kind, name, party }: Division): AirArea | null {
  if (kind !== 'province') return { id, kind, name, party }
  return party === 'cq' ? { id, kind: 'city', name, party } : null
}

/** Areas of a kind in force on a civil day, in the register's order. */
export function areasOn(registry: DivisionRegistry, kind: AirArea['kind'], day: string): readonly AirArea[] {
  return divisionIndex(registry)
    .inForce({ on: day })
    .flatMap((division) => areaOf(division) ?? [])
    .filter((area) => area.kind === kind)
}

/** The zones an area lies in, the nearest first, as far as the register says: its own, or that of what it lies in; and what that zone is part of. */
export function zonesOf(registry: DivisionRegistry, area: string): readonly Division[] {
  const index = divisionIndex(registry)
  const division = index.byId(area)
  if (!division) return []
  const parents = index.parents(division)
  const found: Division[] = []
  const nearest = [division, ...parents].find(({ zone }) => zone)?.zone ?? null
  for (let id = nearest; id; ) {
    const zone = index.byId(id)
    if (!zone || found.includes(zone)) break
    found.push(zone)
    id = zone.zone ?? null
  }
  return found.length > 0 ? found : parents.filter(({ kind }) => kind === 'zone')
}

/** The nearest zone an area lies in, where the register says so; a zone stands by itself, whatever it is part of. */
export function zoneOf(registry: DivisionRegistry, area: string): Division | null {
  if (divisionIndex(registry).byId(area)?.kind === 'zone') return null
  return zonesOf(registry, area)[0] ?? null
}

const KINDS: readonly AirArea['kind'][] = ['city', 'county', 'management', 'zone']

/** Areas as people read them: Chongqing's first, zone by zone, cities before what lies in them, then by the register. */
export function ordered(registry: DivisionRegistry, areas: readonly AirArea[]): readonly AirArea[] {
  const places = new Map(registry.divisions.map(({ id }, at) => [id, at]))
  const placeOf = (id: string | undefined): number => places.get(id ?? '') ?? places.size
  const rankOf = ({ id, kind, party }: AirArea): readonly number[] => [
    PARTIES.indexOf(party),
    placeOf(zoneOf(registry, id)?.id),
    KINDS.indexOf(kind),
    placeOf(id),
  ]
  const ranked = areas.map((area) => ({ area, rank: rankOf(area) }))
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((place, level) => place !== b.rank[level])
    return at < 0 ? (a.area.id < b.area.id ? -1 : 1) : (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
  })
  return ranked.map(({ area }) => area)
}

/** An area's row of a table. */
export function rowOf(registry: DivisionRegistry, { id, name, party }: AirArea): Table['rows'][number] {
  const index = divisionIndex(registry)
  const division = index.byId(id)
  const zone = zoneOf(registry, id)
  const title = division ? index.label(division) : name
  return {
    id,
    title: { zh: title, en: title },
    party,
    zone: zone && { id: zone.id, title: { zh: zone.name, en: zone.name } },
  }
}

/** The register of divisions that a product of air is made under. Throws TypeError for another. */
export function divisionsOf({ registry }: Pick<ProductInput, 'registry'>): DivisionRegistry {
  if (registry.id !== 'divisions') throw new TypeError('expected the register of divisions')
  return registry
}
