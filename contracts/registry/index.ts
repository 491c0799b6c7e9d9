/** The registers of sections, of divisions and of the terms of consultation, an edition each, and the indexes to look things up in. */
import consultation202611 from './consultation-2026-11.json' with { type: 'json' }
import divisions202611 from './divisions-2026-11.json' with { type: 'json' }
import divisions202612 from './divisions-2026-12.json' with { type: 'json' }
import { readSectionRegistry } from './read.ts'
import { readConsultationRegistry } from './read-consultation.ts'
import { readDivisionRegistry } from './read-divisions.ts'
import sections202611 from './sections-2026-11.json' with { type: 'json' }
import type { AnyRegistry, ConsultationRegistry, DivisionRegistry, Registry, SectionRegistry } from './types.ts'

export { type DivisionIndex, type DivisionQuery, type DivisionResolution, divisionIndex } from './division-index.ts'
export { readSectionRegistry } from './read.ts'
export { readConsultationRegistry } from './read-consultation.ts'
export { readDivisionRegistry } from './read-divisions.ts'
export { readRegistry, readRowRegistry } from './read-registry.ts'
export { type Resolution, type SectionIndex, type SectionQuery, sectionIndex } from './section-index.ts'
export type * from './types.ts'

/** The register of November 2026. */
export const SECTIONS_2026_11: SectionRegistry = readSectionRegistry(sections202611)

/** Every edition, newest last. */
const SECTION_REGISTRIES: readonly SectionRegistry[] = [SECTIONS_2026_11]

/** The register of an edition (`2026-11`), or the newest; undefined when there is no such edition. */
export function sectionRegistry(edition?: string): SectionRegistry | undefined {
  if (edition === undefined) return SECTION_REGISTRIES.at(-1)
  return SECTION_REGISTRIES.find((registry) => registry.edition === edition)
}

/** The register of divisions of November 2026. */
export const DIVISIONS_2026_11: DivisionRegistry = readDivisionRegistry(divisions202611)

/** The same with the forecast zones that cities and counties lie in, as far as public plans say. */
export const DIVISIONS_2026_12: DivisionRegistry = readDivisionRegistry(divisions202612)

/** Every edition of it, newest last. */
const DIVISION_REGISTRIES: readonly DivisionRegistry[] = [DIVISIONS_2026_11, DIVISIONS_2026_12]

/** The register of divisions of an edition (`2026-11`), or the newest; undefined when there is no such edition. */
export function divisionRegistry(edition?: string): DivisionRegistry | undefined {
  if (edition === undefined) return DIVISION_REGISTRIES.at(-1)
  return DIVISION_REGISTRIES.find((registry) => registry.edition === edition)
}

/** The terms of consultation of November 2026, the product's own sample. */
export const CONSULTATION_2026_11: ConsultationRegistry = readConsultationRegistry(consultation202611)

/** Every edition of them, newest last. */
export const CONSULTATION_REGISTRIES: readonly ConsultationRegistry[] = [CONSULTATION_2026_11]

/** Every edition of every register that rows are read under, newest last. */
export const ROW_REGISTRIES: readonly Registry[] = [...SECTION_REGISTRIES, ...DIVISION_REGISTRIES]

/** Every edition of every register, newest last: what both sides sign. */
export const REGISTRIES: readonly AnyRegistry[] = [...ROW_REGISTRIES, ...CONSULTATION_REGISTRIES]
