/** The section registers, an edition each, and the index to look sections up in. */
import { readSectionRegistry } from './read.ts'
import sections202611 from './sections-2026-11.json' with { type: 'json' }
import type { SectionRegistry } from './types.ts'

export { readSectionRegistry } from './read.ts'
export { type Resolution, type SectionIndex, type SectionQuery, sectionIndex } from './section-index.ts'
export type * from './types.ts'

/** The register of November 2026. */
export const SECTIONS_2026_11: SectionRegistry = readSectionRegistry(sections202611)

/** Every edition, newest last. */
export const SECTION_REGISTRIES: readonly SectionRegistry[] = [SECTIONS_2026_11]

/** The register of an edition (`2026-11`), or the newest; undefined when there is no such edition. */
export function sectionRegistry(edition?: string): SectionRegistry | undefined {
  if (edition === undefined) return SECTION_REGISTRIES.at(-1)
  return SECTION_REGISTRIES.find((registry) => registry.edition === edition)
}
