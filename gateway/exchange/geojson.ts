/** A page of records as GeoJSON (RFC 7946): a feature a record, its own members the properties, its text as stored. */
import { type AnyRegistry, readRegistry, type SectionRegistry } from '../../contracts/registry/index.ts'
import type { Store, StoredDocument } from '../ports.ts'
import { parseRecord } from './cells.ts'
import { placesIn } from './places.ts'
import { type FoundPage, joined, recordMeta } from './records.ts'

/** Its media type. */
export const GEOJSON = 'application/geo+json'

/**
 * A page in UTF-8; what it says of itself stands beside its features (foreign members, §6.1). `sections` is the edition that
 * sections are placed by. Records of two sides or several revisions may share a key, so an id names all three.
 */
export function pageGeoJson(page: FoundPage, sections: SectionRegistry | null): Uint8Array {
  const { records, next } = page
  const { asOf } = page.question
  const { id, version } = page.contract
  const contract = { id, version, digest: page.digest }
  const placeOf = placesIn(sections)
  const registry = sections === null ? null : { id: sections.id, edition: sections.edition }
  const head = JSON.stringify({ type: 'FeatureCollection', asOf, contract, registry, next })
  const parts: (string | Uint8Array)[] = [`${head.slice(0, -1)},"features":[`]
  for (const [at, record] of records.entries()) {
    const { party, key, revision, body } = record
    const name = JSON.stringify(`${party}/${key}/${revision}`)
    const geometry = JSON.stringify(placeOf(parseRecord(record)))
    parts.push(`${at === 0 ? '' : ','}{"type":"Feature","id":${name},"geometry":${geometry},"meta":`)
    parts.push(`${recordMeta(record, asOf)},"properties":`, body, '}')
  }
  parts.push(']}')
  return joined(parts)
}

/** A register's edition in force now. */
interface Current {
  readonly registry: SectionRegistry
  readonly document: Pick<StoredDocument, 'inForce'>
}

/** The edition of the section register in force at a ledger size: an answer as of then does not change with a later one. */
export async function sectionsAsOf(
  current: Current | undefined,
  store: Pick<Store, 'documents'>,
  asOf: number,
): Promise<SectionRegistry | null> {
  if (!current) return null
  if ((current.document.inForce ?? asOf) < asOf) return current.registry
  const editions = (await store.documents('registry'))
    .filter(({ inForce }) => inForce !== null && inForce < asOf)
    .sort((a, b) => b.index - a.index)
    .map(({ payload }) => readRegistry(JSON.parse(payload)))
  return editions.find(isSections) ?? null
}

function isSections(registry: AnyRegistry): registry is SectionRegistry {
  return registry.id === 'sections'
}
