/** A week in whose middle a newer version of the contract comes into force: the bulletin and its proof hold records of both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { readWaterRecord } from '../../../contracts/water-section-quality/read.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import type { StoredDocument } from '../../../gateway/ports.ts'
import type { ProofBundle } from '../../../gateway/release/bundle-types.ts'
import { at, edited, failedCheck } from '../client/tamper.ts'
import { readBulletin } from '../frozen.ts'
import { CONTRACT, callsOf } from '../http/calls.ts'
import { nextWater, withRemark } from '../versions.ts'
import { on } from '../week.ts'
import { csv, MONDAY, openWorld, WEEK, type World } from '../world.ts'

const DAY = 86_400_000
/** In force from Thursday beside the first. */
const MINOR = nextWater('1.1.0', (json) =>
  withRemark(json, { effective: { from: '2026-11-05' }, transition: { until: '2026-11-30' } }),
)

let time = MONDAY + 3600_000
let world: World
let release: StoredDocument
let file: string
let bundle: ProofBundle

async function cosign({ id, version, source }: Contract): Promise<void> {
  const calls = callsOf(world)
  for (const [party, path] of [
    ['sc', '/v1/contracts'],
    ['cq', `/v1/contracts/${id}/${version}/signatures`],
  ] as const) {
    const key = world.sides[party].signatory
    const jws = assembleDocument(source, [signDocument(source, { ...key, typ: 'chuanyu-contract+jws' })])
    expect((await calls.writeJson(key, path, jws)).status).toBe(201)
  }
}

async function submit(party: 'cq' | 'sc', version: string, rows: Parameters<typeof csv>[0]): Promise<void> {
  const path = `/v1/submissions?contract=${CONTRACT}@${version}`
  const answer = await callsOf(world).write(world.sides[party].agency, path, csv(rows), { contentType: 'text/csv' })
  expect(answer.status).toBe(201)
}

beforeAll(async () => {
  world = await openWorld({ contracts: [...CONTRACTS, MINOR], now: () => (time += 1000) })
  await cosign(MINOR)
  time = MONDAY + 2 * DAY
  await submit('cq', '1.0.0', [
    ['朱沱', on(2, 4), '2.1'],
    ['朱沱', on(2, 8), '2.2'],
  ])
  await submit('sc', '1.0.0', [['金子', on(3, 4), '3.1']])
  time = MONDAY + 6 * DAY
  await submit('cq', '1.1.0', [
    // A record of the first version, revised under the second.
    ['朱沱', on(2, 8), '2.4'],
    ['朱沱', on(6, 4), '2.5'],
  ])
  await submit('sc', '1.0.0', [['金子', on(6, 4), '3.3']])
  time = MONDAY + WEEK + DAY
  release = await world.publish(MONDAY)
  file = await world.bundle(release)
  bundle = JSON.parse(file)
})
afterAll(() => world.close())

const fails = (edit: Parameters<typeof edited>[1]) => failedCheck(edited(file, edit), world.trust)

describe('a bulletin over a week with two versions in force', () => {
  test('names the newer one and counts the records of both', () => {
    const { contract, derivedFrom, sections } = readBulletin(release.payload)
    expect(contract).toMatchObject({ id: CONTRACT, version: '1.1.0' })
    expect(derivedFrom.count).toBe(5)
    const zhutuo = sections.find(({ id }) => id === 'cq-朱沱')
    // (2.1 + 2.4 + 2.5) / 3 = 2.333…, two decimals by the contract's rounding.
    expect(zhutuo).toMatchObject({ means: { codMn: '2.33' }, records: { held: 3 } })
  })

  test('has a proof bundle with both versions that verifies offline', () => {
    expect(bundle.contracts).toHaveLength(1)
    const report = verifyBundle(file, world.trust)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report.ok).toBe(true)
  })
})

describe('a bundle of two versions', () => {
  test.each<[string, Parameters<typeof edited>[1], string]>([
    ['without the other version', (made) => delete made.contracts, 'form'],
    ['with an empty list of others', (made) => made.contracts?.pop(), 'form'],
    ['with the other version twice', ({ contracts }) => contracts?.push(at(contracts, 0)), 'submissions'],
    ['whose other version lacks a signature', ({ contracts }) => contracts?.[0]?.signatures.pop(), 'contract'],
    [
      'with the two exchanged',
      (made) => {
        const [other] = made.contracts ?? []
        if (other) [made.contracts, made.contract] = [[made.contract], other]
      },
      'release',
    ],
  ])('%s is refused', (_what, edit, check) => {
    expect(fails(edit)).toBe(check)
  })
})

describe('a record', () => {
  test('is read by the version it came under, and by no other', async () => {
    const [record] = await world.gateway.store.records({ dataset: CONTRACT, limit: 1 })
    const body = record?.body ?? new Uint8Array()
    const remarked = Buffer.from(JSON.stringify({ ...readWaterRecord(body), remark: '示例' }))
    expect(readWaterRecord(remarked, '1.1.0', [...CONTRACTS, MINOR])).toHaveProperty('remark')
    expect(() => readWaterRecord(remarked)).toThrow('water-section-quality@1.0.0')
    expect(() => readWaterRecord(body, '1.1.0')).toThrow('water-section-quality@1.1.0')
  })

  test('of another major version is not taken for one of the first', async () => {
    const two = { ...MINOR, version: '2.0.0' }
    const [record] = await world.gateway.store.records({ dataset: CONTRACT, limit: 1 })
    expect(() => readWaterRecord(record?.body ?? new Uint8Array(), '2.0.0', [...CONTRACTS, two])).toThrow(TypeError)
  })
})
