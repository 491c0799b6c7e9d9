import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, isCanonical } from '../../../contracts/jcs.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { parseCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import type { StoredDocument } from '../../../gateway/ports.ts'
import { buildBundle } from '../../../gateway/release/bundle.ts'
import type { BundleRecord, ProofBundle } from '../../../gateway/release/bundle-types.ts'
import { readBulletin } from '../frozen.ts'
import { playWeek } from '../week.ts'
import { csv, MONDAY, openWorld, type World } from '../world.ts'

let world: World
let release: StoredDocument
let file: string
let bundle: ProofBundle

beforeAll(async () => {
  world = await openWorld()
  await playWeek(world)
  release = await world.publish(MONDAY)
  file = await world.bundle(release)
  bundle = JSON.parse(file)
})
afterAll(() => world.close())

const publicOf = (record: BundleRecord) => ('public' in record ? JSON.parse(record.public) : null)
const shapes = () =>
  bundle.submissions.map(({ records }) => records.map((record) => ('public' in record ? 'open' : 'leaf')))

describe('what a bundle holds', () => {
  test('its file is its own canonical form', () => {
    expect(isCanonical(file)).toBe(true)
  })

  test('exactly the records the release derives from are opened', () => {
    const opened = bundle.submissions.flatMap(({ records }) => records.filter((record) => 'public' in record))
    expect(opened).toHaveLength(readBulletin(release.payload).derivedFrom.count)
    expect(opened).toHaveLength(11)
  })

  test('what was superseded, held before or outside the period stays a leaf', () => {
    expect(shapes()).toEqual([
      ['open', 'leaf', 'open', 'leaf'],
      ['open', 'open', 'open', 'open'],
      ['leaf', 'open', 'open'],
      ['open', 'open', 'open', 'leaf'],
    ])
  })

  test('a submission that gives no record to the release is not in it', () => {
    expect(bundle.submissions).toHaveLength(4)
  })

  test('records are opened as far as the public may see, never their results or notes', () => {
    for (const { records } of bundle.submissions) {
      for (const record of records.map(publicOf).filter((one) => one !== null)) {
        expect(Object.keys(record)).toEqual([
          'class',
          'interval',
          'monitoring',
          'originator',
          'review',
          'section',
          'station',
          'target',
        ])
      }
    }
    expect(file).not.toContain('codMn\\":{')
    expect(file).not.toContain('results')
  })

  test('every leaf is proven at the one size of its checkpoint', () => {
    const { size, origin } = parseCheckpoint(parseNote(bundle.checkpoint).text)
    expect(origin).toBe('gateway.test/log')
    expect(size).toBe(world.gateway.log.head().size)
    expect(bundle.leaves.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 8, 9, 10, 12, 13, 14, 15])
  })

  test('the same head gives the same bytes', async () => {
    expect(await world.bundle(release)).toBe(file)
  })
})

describe('what the builder refuses', () => {
  test('a draft that both sides have not signed', async () => {
    const { payload } = release
    const document = await world.lay(canonical({ ...readBulletin(payload), id: 'weekly-water-draft' }))
    await expect(world.bundle(document)).rejects.toThrow(/not published/)
    await world.sign('sc', document)
    await expect(world.bundle(document)).rejects.toThrow(/not published/)
  })

  test('a store that has lost a record the release derives from', async () => {
    const { store } = world.gateway
    const records: typeof store.records = async (query) => (await store.records(query)).slice(1)
    const options = { ...world.gateway, store: { ...store, records }, release }
    await expect(buildBundle(options)).rejects.toThrow(/no longer/)
  })

  test('a store that gives another record in its place', async () => {
    const { store } = world.gateway
    const records: typeof store.records = async (query) =>
      (await store.records(query)).map((record, at) =>
        at === 0 ? { ...record, position: record.position + 1 } : record,
      )
    await expect(buildBundle({ ...world.gateway, store: { ...store, records }, release })).rejects.toThrow(/no longer/)
  })
})

describe('as the ledger grows', () => {
  test('a later bundle of the same release opens the same records and verifies', async () => {
    await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '9.9']]))
    const later = await world.bundle(release)
    expect(JSON.parse(later).submissions).toEqual(bundle.submissions)
    expect(verifyBundle(later, world.trust).ok).toBe(true)
    expect(verifyBundle(file, world.trust).ok).toBe(true)
  })

  test('a key list from after the release is not in its bundle', async () => {
    await world.listKeys('cq')
    const later = await world.bundle(release)
    expect(JSON.parse(later).keys).toHaveLength(2)
    expect(verifyBundle(later, world.trust).ok).toBe(true)
  })

  test('a correction has a bundle of its own, with the key lists of its time', async () => {
    const { id } = readBulletin(release.payload)
    const correction = await world.publish(MONDAY, { id, reason: '朱沱断面数据更正' })
    const report = verifyBundle(await world.bundle(correction), world.trust)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report.release?.supersedes).toBe(id)
  })
})
