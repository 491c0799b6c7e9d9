/** Records of every contract as GeoJSON: placed where they say, or where the register has their section; never elsewhere. */
import { describe, expect, test } from 'vitest'
import { CONTRACTS, type Contract, contractOf } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { DIVISIONS_2026_11, SECTIONS_2026_11, type SectionRegistry } from '../../../contracts/registry/index.ts'
import { pageGeoJson, sectionsAsOf } from '../../../gateway/exchange/geojson.ts'
import { placesIn } from '../../../gateway/exchange/places.ts'
import type { FoundPage } from '../../../gateway/exchange/records.ts'
import type { StoredDocument } from '../../../gateway/ports.ts'
import { examples, pageOf, stored } from './examples.ts'

const read = (page: FoundPage, sections: SectionRegistry | null = SECTIONS_2026_11) =>
  JSON.parse(Buffer.from(pageGeoJson(page, sections)).toString('utf8'))

function contractNamed(id: string): Contract {
  const found = contractOf(id, '1.0.0')
  if (!found) throw new TypeError(`expected the contract ${id}`)
  return found
}

describe.each(CONTRACTS.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('is a feature a record, its properties the record’s own members', () => {
    const { type, features } = read(pageOf(contract))
    expect(type).toBe('FeatureCollection')
    expect(features.map((one: { type: string }) => one.type)).toEqual(examples(contract).map(() => 'Feature'))
    expect(features.map((one: { properties: unknown }) => JSON.stringify(one.properties))).toEqual(
      examples(contract).map(String),
    )
  })

  test('has a place only where the record or the register states one, within the two sides’ land', () => {
    for (const { geometry, properties } of read(pageOf(contract)).features) {
      const own = properties.location ?? properties.site?.coordinates ?? null
      const section = SECTIONS_2026_11.sections.find(({ id }) => id === properties.section?.id)
      expect(geometry === null).toBe(own === null && (section?.coordinates ?? null) === null)
      if (geometry === null) continue
      const [longitude, latitude] = geometry.coordinates
      expect(longitude).toBeGreaterThan(97)
      expect(longitude).toBeLessThan(111)
      expect(latitude).toBeGreaterThan(26)
      expect(latitude).toBeLessThan(35)
    }
  })
})

describe('a place', () => {
  const placeOf = placesIn(SECTIONS_2026_11)
  const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })

  test.each<[string, unknown, unknown]>([
    ['of a section is the register’s, longitude first', { section: { id: 'cq-朱沱' } }, point(105.848972, 29.015639)],
    ['of a section without coordinates is not known', { section: { id: 'cq-玉溪' } }, null],
    ['of a section the register does not have is not known', { section: { id: 'cq-无' } }, null],
    [
      'stated as figures is the record’s',
      { location: { crs: 'CGCS2000', latitude: { value: 29.292953 }, longitude: { value: 106.255652 } } },
      point(106.255652, 29.292953),
    ],
    [
      'stated as numbers is the record’s',
      { site: { coordinates: { crs: 'WGS84', latitude: 30.65, longitude: 104.06 } } },
      point(104.06, 30.65),
    ],
    [
      'with half its coordinates is none',
      { location: { crs: 'CGCS2000', latitude: { value: 29 }, longitude: null } },
      null,
    ],
    [
      'in another system is none',
      { location: { crs: 'GCJ-02', latitude: { value: 29 }, longitude: { value: 106 } } },
      null,
    ],
    ['in no system is none', { location: { latitude: { value: 29 }, longitude: { value: 106 } } }, null],
    ['of a record without one is none', { area: { id: '500000' } }, null],
    ['of a record that cannot be read is none', null, null],
  ])('%s', (_, record, expected) => {
    expect(placeOf(record)).toEqual(expected)
  })

  test('of a section is not known while no register is in force', () => {
    expect(placesIn(null)({ section: { id: 'cq-朱沱' } })).toBeNull()
  })
})

describe('a page', () => {
  const water = contractNamed('water-section-quality')

  test('says by which contract, register edition and ledger size, and what comes next', () => {
    const { asOf, contract, registry, next } = read({ ...pageOf(water), next: 'OS4x' })
    expect({ asOf, contract, registry, next }).toEqual({
      asOf: 9,
      contract: { id: 'water-section-quality', version: '1.0.0', digest: 'ab'.repeat(32) },
      registry: { id: 'sections', edition: '2026-11' },
      next: 'OS4x',
    })
    expect(read(pageOf(water), null).registry).toBeNull()
  })

  test('of nothing has no feature', () => {
    expect(read(pageOf(water, [])).features).toEqual([])
  })

  test('tells records of one key apart: two sides’ copies, and revisions', () => {
    const [body = Buffer.from('{}')] = examples(water)
    const records = [
      stored(body),
      { ...stored(body), party: 'sc' as const },
      { ...stored(body), revision: 2, superseded: 8 },
    ]
    const { features } = read({ ...pageOf(water), records })
    expect(features.map((one: { id: string }) => one.id)).toEqual(['cq/k0/1', 'sc/k0/1', 'cq/k0/2'])
    expect(features[2].meta).toMatchObject({ key: 'k0', party: 'cq', revision: 2, ledgerIndex: 7, supersededAt: 8 })
  })

  test('keeps the place of a record that the version asked for cannot read', () => {
    const { features } = read(pageOf(water, [Buffer.from('null')]))
    expect(features).toMatchObject([{ properties: null, geometry: null }])
  })
})

describe('the register that sections are placed by', () => {
  const next: SectionRegistry = { ...SECTIONS_2026_11, edition: '2027-01' }
  const document = (registry: object, index: number, inForce: number | null): StoredDocument => {
    const payload = canonical(registry)
    return {
      id: `registry/${index}`,
      kind: 'registry',
      payload,
      digest: '',
      supersedes: null,
      index,
      time: '',
      inForce,
      signatures: [],
    }
  }
  const documents = [
    document(SECTIONS_2026_11, 4, 5),
    document(DIVISIONS_2026_11, 6, 7),
    document(next, 20, 30),
    document({ ...next, edition: '2027-02' }, 40, null),
  ]
  const store = { documents: async () => documents }
  const current = { registry: next, document: { inForce: 30 } }

  test.each([
    ['before any was in force', 5, null],
    ['once the first was', 6, '2026-11'],
    ['while a newer one lacked a signature', 30, '2026-11'],
    ['once the newer one had both', 31, '2027-01'],
    ['since then', 99, '2027-01'],
  ])('is the one of its time: %s', async (_, asOf, edition) => {
    const found = await sectionsAsOf(current, store, asOf)
    expect(found?.edition ?? null).toBe(edition)
  })

  test('is none while none is in force', async () => {
    expect(await sectionsAsOf(undefined, store, 99)).toBeNull()
  })
})
