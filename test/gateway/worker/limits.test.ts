/** What a Worker takes and what it does not: a file up to its limits goes in whole, one past any of them is refused by that limit's code. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { CHUNK_BYTES } from '../../../gateway/store/d1/chunks.ts'
import { WORKER_LIMITS } from '../../../gateway/worker.ts'
import { workbook } from '../../adapters/formats/helpers.ts'
import { HEADINGS, XLSX } from '../intake/files.ts'
import { type Call, type Cloud, startCloud, type Told } from './cloud.ts'
import { enrol } from './enrol.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const CONTRACT = 'water-section-quality'
const SUBMIT = `/v1/submissions?contract=${CONTRACT}`
const HOUR = 3_600_000
const BEGIN = Date.parse('2024-01-01T00:00:00+08:00')

/** So many hours of one section. */
function hours(count: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: count }, (_, at) => {
    const time = new Date(BEGIN + at * HOUR + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
    return `朱沱,${time},7.8,8.6,1.${at % 10},0.12,0.05`
  })
  return Buffer.from(`${[HEADINGS.join(), ...lines].join('\n')}\n`)
}

/** A workbook small to send and larger unfolded than a Worker unfolds; its words differ, so that it does not fold as bombs do. */
function large(): Uint8Array<ArrayBuffer> {
  const words = Array.from({ length: 40 }, () => randomBytes(100).toString('hex'))
  const cell = (at: number) => `<c t="inlineStr"><is><t>${words[at % 40]}${words[(at * 7) % 40]}</t></is></c>`
  const rows = Array.from({ length: 60_000 }, (_, at) => `<row>${cell(at)}</row>`).join('')
  expect(rows.length).toBeGreaterThan(WORKER_LIMITS.unzipped)
  return Uint8Array.from(workbook({ sheets: { 一: `<sheetData>${rows}</sheetData>` } }))
}

test('the operator is told the numbers, beside those of Node', () => {
  for (const name of ['operate.md', 'zh/operate.md']) {
    const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs', name), 'utf8')
    for (const limit of ['bytes', 'rows', 'unzipped'] as const)
      expect(page).toContain(`| ${WORKER_LIMITS[limit]} | ${FORMAT_LIMITS[limit]} |`)
    expect(page).toContain(`| ${CHUNK_BYTES} | – |`)
  }
})

await describeWorkerd('the limits of the Worker', () => {
  let cloud: Cloud
  let workbookTooLarge: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    workbookTooLarge = large()
    cloud = await startCloud()
    await enrol(cloud)
  })
  afterAll(() => cloud?.close())

  function signed(body: Uint8Array<ArrayBuffer>, contentType: string, path = SUBMIT): Call {
    const key = cloud.sides.cq.agency
    const nonce = randomBytes(18).toString('base64url')
    const url = `${cloud.origin}${path}`
    const created = Math.floor(Date.now() / 1000)
    const headers = signRequest({ method: 'POST', url, contentType, body, key, created, nonce })
    return { method: 'POST', headers: { 'content-type': contentType, ...headers }, body }
  }
  const size = async () => Number((await cloud.fetch('second', '/v1/ledger/checkpoint')).text.split('\n')[1])
  const refused = ({ status, text }: Told) => [status, JSON.parse(text).code]

  test('it says that it keeps all in D1', async () => {
    const ready = await cloud.fetch('first', '/readyz')
    expect([ready.status, JSON.parse(ready.text).store]).toEqual([200, { driver: 'd1' }])
  })

  test('a file of as many rows as it takes goes in whole: every record comes back, and the other isolate gives the same receipt', async () => {
    const { rows } = WORKER_LIMITS
    const agency = cloud.client(cloud.sides.cq.agency)
    const { header, id } = await agency.submit({ contract: CONTRACT, bytes: hours(rows), mediaType: 'text/csv' })
    expect([header.rows, header.accepted.count, header.rejected.count]).toEqual([rows, rows, 0])
    const again = await cloud.fetch('second', SUBMIT, signed(hours(rows), 'text/csv'))
    expect(again.status).toBe(200)
    expect(again.text).toContain(id)
    const found = new Set<string>()
    for await (const { record } of agency.records({ contract: CONTRACT })) found.add(JSON.stringify([...record]))
    expect(found.size).toBe(rows)
  })

  type Made = readonly [bytes: Uint8Array<ArrayBuffer>, contentType: string]
  test.each<readonly [what: string, make: () => Made, status: number, code: string, limit: number]>([
    ['a row more', () => [hours(WORKER_LIMITS.rows + 1), 'text/csv'], 413, 'too-many-rows', WORKER_LIMITS.rows],
    ['a workbook larger unfolded', () => [workbookTooLarge, XLSX], 413, 'zip-bomb', WORKER_LIMITS.unzipped],
    [
      'a byte more',
      () => [new Uint8Array(WORKER_LIMITS.bytes + 1).fill(0x20), 'text/csv'],
      413,
      'body-too-large',
      WORKER_LIMITS.bytes,
    ],
  ])(
    '%s than it takes is refused by its code, says the limit, and leaves nothing',
    async (_, make, status, code, limit) => {
      const before = await size()
      const [bytes, contentType] = make()
      for (const path of [SUBMIT, `/v1/normalise?contract=${CONTRACT}`]) {
        const told = await cloud.fetch('first', path, signed(bytes, contentType, path))
        expect([path, ...refused(told)]).toEqual([path, status, code])
        expect(told.text).toContain(String(limit))
      }
      expect(await size()).toBe(before)
    },
  )

  test('a key list larger than any is refused before its signature is looked at', async () => {
    const body = new Uint8Array(1024 * 1024 + 1).fill(0x20)
    const headers = { 'content-type': 'application/json' }
    const told = await cloud.fetch('first', '/v1/keys', { method: 'POST', headers, body })
    expect(refused(told)).toEqual([413, 'body-too-large'])
  })

  test('what is refused costs nobody else: the next file is taken', async () => {
    const before = await size()
    const told = await cloud.fetch('first', SUBMIT, signed(hours(1), 'text/csv'))
    expect([told.status, await size()]).toEqual([201, before + 1])
  })
})
