import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { openZip } from '../../../adapters/formats/zip.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import type { SubmissionHeader } from '../../../gateway/client/verify/submissions.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { WORKER_LIMITS } from '../../../gateway/worker.ts'
import { SEED_FILES, WEEK } from '../../../seeds/parties.ts'
import { keyList, type TestKey } from '../cli/running.ts'
import { XLSX } from '../intake/files.ts'
import { testWitness } from '../ledger/witnesses.ts'
import { bundleWorker, type Call, CLOUD_WITNESS, type Cloud, startCloud } from './cloud.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

const CONTRACT = 'water-section-quality'
const SUBMIT = `/v1/submissions?contract=${CONTRACT}`
const HEAD = '断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)'
const seeds = resolve(import.meta.dirname, '../../../seeds')

/** One day of one section, before the samples' week. */
const day = (codMn: string): Uint8Array<ArrayBuffer> =>
  Buffer.from(`${HEAD}\n朱沱,2026-10-05 08:00,7.8,8.6,${codMn},0.12,0.05\n`)

test('the Worker takes in nothing that only Node has, and asks its runtime for nothing that Workers lack', async () => {
  const { inputs, externals } = await bundleWorker()
  const foreign = inputs.filter((path) =>
    /sqlite3|store\/(?:sqlite|postgres)|node_modules\/pg|node-server|undici|pino|prom-client|blob-folder|key-file|gateway\/(?:threads|machine|cli)\/|gateway\/node\.ts/.test(
      path,
    ),
  )
  expect(foreign).toEqual([])
  // Streams and files are named by the writer of workbooks alone; `nodejs_compat` has both.
  const had = ['crypto', 'node:buffer', 'node:crypto', 'node:fs', 'node:stream', 'node:zlib']
  expect(externals.filter((name) => !had.includes(name))).toEqual([])
  expect(externals).toContain('node:crypto')
})

await describeWorkerd('the Worker', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloud()
  })
  afterAll(() => cloud?.close())

  /** A write as the agency signs it, ready to be sent again as it is. */
  function signed(key: TestKey, path: string, body: Uint8Array<ArrayBuffer>, contentType = 'text/csv'): Call {
    const created = Math.floor(Date.now() / 1000)
    const nonce = randomBytes(18).toString('base64url')
    const headers = signRequest({
      method: 'POST',
      url: `${cloud.origin}${path}`,
      contentType,
      body,
      key,
      created,
      nonce,
    })
    return { method: 'POST', headers: { 'content-type': contentType, ...headers }, body }
  }

  function reading(key: TestKey, path: string): Call {
    const created = Math.floor(Date.now() / 1000)
    return { headers: signRequest({ method: 'GET', url: `${cloud.origin}${path}`, key, created }) }
  }

  const agency = (party: PartyId) => cloud.client(cloud.sides[party].agency)
  const signatory = (party: PartyId) => cloud.client(cloud.sides[party].signatory)
  const json = (text: string): Record<string, unknown> => JSON.parse(text)

  test('is alive before anything is signed, and not yet ready', async () => {
    expect(json((await cloud.fetch('first', '/healthz')).text)).toEqual({ status: 'ok' })
    const ready = await cloud.fetch('first', '/readyz')
    expect([ready.status, json(ready.text).status]).toEqual([503, 'not-ready'])
  })

  test('takes both sides’ key lists, contract and register', async () => {
    for (const party of PARTIES) {
      expect((await signatory(party).putKeys(keyList(party, cloud.sides[party]).jws)).status).toBe('in-force')
      const expected = party === PARTIES[0] ? 'proposed' : 'in-force'
      for (const contract of CONTRACTS) expect((await signatory(party).signContract(contract)).status).toBe(expected)
      for (const register of [SECTIONS_2026_11, CONSULTATION_2026_11])
        expect((await signatory(party).signRegistry(register)).status).toBe(expected)
    }
    expect((await cloud.fetch('first', '/readyz')).status).toBe(200)
  })

  test('knows in every isolate what another one took in', async () => {
    expect((await cloud.fetch('second', '/readyz')).status).toBe(200)
    const path = '/v1/records/water-section-quality'
    const told = await cloud.fetch('second', path, reading(cloud.sides.cq.agency, path))
    expect([told.status, json(told.text).records]).toEqual([200, []])
  })

  test('verifies SM2 as it verifies the others: what is signed by it is taken, what was changed is not', async () => {
    const path = '/v1/consultations'
    const { signatory: key } = cloud.sides.sc
    expect(key.alg).toBe('sm2-sm3')
    const call = reading(key, path)
    expect((await cloud.fetch('first', path, call)).status).toBe(200)
    const { signature = '', ...others } = call.headers ?? {}
    const changed = signature.replace(/:(.)/, (_, first: string) => `:${first === 'A' ? 'B' : 'A'}`)
    const told = await cloud.fetch('second', path, { headers: { ...others, signature: changed } })
    expect([told.status, json(told.text).code]).toEqual([401, 'signature-invalid'])
  })

  const headers = new Map<string, SubmissionHeader>()

  test.each(SEED_FILES.map((seed) => [seed.file, seed] as const))(
    'takes %s as its side writes it',
    async (file, seed) => {
      const { party, mediaType } = seed
      const bytes = readFileSync(resolve(seeds, file))
      const { header, repeated, id } = await agency(party).submit({
        contract: CONTRACT,
        bytes,
        mediaType,
        at: WEEK.end,
      })
      headers.set(file, header)
      expect(repeated).toBe(false)
      expect(header.rows).toBe(header.accepted.count + header.rejected.count + header.duplicates)
      expect(header.accepted.count).toBeGreaterThan(50)
      // The large ones are in the bucket, the small ones in the store; each is given back as sent.
      const evidence = await agency(party).read(`/v1/submissions/${id}/evidence`)
      expect(Buffer.from(evidence.body).equals(bytes)).toBe(true)
      const rows = await agency(party).rejections(id)
      expect([rows.rejections.length, rows.duplicates.length]).toEqual([header.rejected.count, header.duplicates])
    },
  )

  test('gives records to partners in every form, by a section with a Chinese name too', async () => {
    let count = 0
    for await (const { record } of agency('cq').records({ contract: CONTRACT, party: 'sc' })) {
      expect(record.get('section')).toBeDefined()
      count += 1
    }
    const accepted = SEED_FILES.filter(({ party }) => party === 'sc').map(
      ({ file }) => headers.get(file)?.accepted.count ?? 0,
    )
    expect(count).toBe(accepted.reduce((sum, one) => sum + one, 0))
    const section = encodeURIComponent(SECTIONS_2026_11.sections.find(({ name }) => name === '朱沱')?.id ?? '')
    const path = `/v1/records/${CONTRACT}?section=${section}&limit=5`
    for (const accept of ['application/json', 'application/x-ndjson', 'text/csv']) {
      const answer = await agency('cq').read(path, { accept })
      expect(answer.header('content-type')).toContain(accept)
      expect(answer.text()).toContain('朱沱')
    }
    const { features } = JSON.parse((await agency('cq').read(path, { accept: 'application/geo+json' })).text())
    expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [105.848972, 29.015639] })
  })

  test('gives a full page of records as a workbook, larger than what is zipped in one go', async () => {
    const read = (accept: string) => agency('cq').read(`/v1/records/${CONTRACT}?limit=5000`, { accept })
    const { records } = json((await read('application/json')).text())
    if (!Array.isArray(records)) throw new TypeError('expected records')
    const { body, header } = await read(XLSX)
    expect(header('content-type')).toBe(XLSX)
    const zip = openZip(body, FORMAT_LIMITS)
    expect(zip.read('xl/worksheets/sheet1.xml')?.length).toBeGreaterThan(1_000_000)
    const [table] = readXlsx(body, FORMAT_LIMITS)
    expect(table?.rows.map(([key]) => key)).toEqual(records.map(({ meta }) => meta.key))
  })

  test('refuses a request that is sent again, to whichever isolate', async () => {
    const call = signed(cloud.sides.cq.agency, SUBMIT, day('1.1'))
    expect((await cloud.fetch('first', SUBMIT, call)).status).toBe(201)
    for (const isolate of ['first', 'second'] as const) {
      const again = await cloud.fetch(isolate, SUBMIT, call)
      expect([again.status, json(again.text).code]).toEqual([409, 'signature-replayed'])
    }
  })

  test('gives the same receipt for the same work, and takes a value back as a third revision', async () => {
    const send = (isolate: 'first' | 'second', codMn: string) =>
      cloud.fetch(isolate, SUBMIT, signed(cloud.sides.cq.agency, SUBMIT, day(codMn)))
    const before = await send('second', '1.1')
    expect(before.status).toBe(200)
    expect((await send('first', '2.2')).status).toBe(201)
    const third = await send('second', '1.1')
    expect(third.status).toBe(201)
    expect(third.text).not.toBe(before.text)
    const path = `/v1/records/${CONTRACT}?to=2026-10-06T00:00:00%2B08:00&revisions=all`
    const { records } = json((await cloud.fetch('first', path, reading(cloud.sides.sc.agency, path))).text)
    if (!Array.isArray(records)) throw new TypeError('expected records')
    expect(records.map(({ meta, record }) => [meta.revision, record.results.codMn.reported])).toEqual([
      [1, '1.1'],
      [2, '2.2'],
      [3, '1.1'],
    ])
  })

  test('appends from both isolates at once without a fork', async () => {
    const size = async (isolate: 'first' | 'second') =>
      Number((await cloud.fetch(isolate, '/v1/ledger/checkpoint')).text.split('\n')[1])
    const before = await size('first')
    const sent = Array.from({ length: 12 }, (_, at) =>
      cloud.fetch(
        at % 2 === 0 ? 'first' : 'second',
        SUBMIT,
        signed(
          cloud.sides.sc.agency,
          SUBMIT,
          Buffer.from(`${HEAD}\n金子,2026-10-${10 + at} 08:00,7.8,8.6,1.9,0.12,0.05\n`),
        ),
      ),
    )
    const answers = await Promise.all(sent)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const places = answers.map(({ text }) => Number(/"leaf":\{"index":(\d+)/.exec(text)?.[1]))
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => before + at))
    expect([await size('first'), await size('second')]).toEqual([before + 12, before + 12])
  })

  test('goes on for the others when callers leave in the middle', async () => {
    const send = (at: number, signal?: AbortSignal) =>
      cloud.fetch('first', SUBMIT, {
        ...signed(
          cloud.sides.sc.agency,
          SUBMIT,
          Buffer.from(`${HEAD}\n金子,2026-09-${10 + at} 08:00,7.8,8.6,1.9,0.12,0.05\n`),
        ),
        ...(signal ? { signal } : {}),
      })
    const leaving = new AbortController()
    const sent = Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => send(at, at % 2 === 0 ? leaving.signal : undefined)),
    )
    setTimeout(() => leaving.abort(), 15)
    const stayed = (await sent).filter((_, at) => at % 2 === 1)
    expect(stayed.map((one) => (one.status === 'fulfilled' ? one.value.status : one.reason))).toEqual([
      201, 201, 201, 201,
    ])
    expect((await send(10)).status).toBe(201)
  })

  test('refuses what is larger than it can keep, and says how large it may be', async () => {
    const large = new Uint8Array(WORKER_LIMITS.bytes + 1).fill(0x20)
    const told = await cloud.fetch('first', SUBMIT, signed(cloud.sides.cq.agency, SUBMIT, large))
    expect([told.status, json(told.text).code]).toEqual([413, 'body-too-large'])
    expect(told.text).toContain(String(WORKER_LIMITS.bytes))
  })

  test('publishes what both have signed; the proof bundle holds by the trust file, made by either isolate', async () => {
    const draft = await cloud.client(cloud.sides.cq.operator).consult({ period: WEEK })
    for (const party of PARTIES) await cloud.client(cloud.sides[party].reviewer).agree(draft.id, draft.digest)
    expect((await signatory('cq').signRelease(draft.id)).status).toBe('signed-by-one')
    expect((await signatory('sc').signRelease(draft.id)).status).toBe('published')

    const release = await cloud.fetch('first', `/v1/releases/${draft.id}`, { headers: { accept: 'application/json' } })
    expect(release.text).toContain(draft.digest)
    const csv = await cloud.fetch('second', `/v1/releases/${draft.id}.csv`)
    expect(csv.header('content-type')).toContain('text/csv')
    expect(csv.text.split('\r\n').length).toBeGreaterThan(20)
    const workbook = await agency('cq').read(`/v1/releases/${draft.id}.xlsx`)
    const [sections] = readXlsx(workbook.body, FORMAT_LIMITS)
    expect(sections?.rows.length).toBeGreaterThan(10)
    const paste = await cloud.fetch('second', `/v1/releases/${draft.id}.html`)
    expect([paste.status, paste.header('content-disposition')]).toEqual([
      200,
      `attachment; filename="${draft.id}.html"`,
    ])
    expect(paste.text).toContain(draft.digest.slice(0, 16))
    const page = await cloud.fetch('second', `/releases/${draft.id}`)
    expect([page.status, page.header('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(page.text).toContain(draft.digest.slice(0, 8))

    for (const isolate of ['first', 'second'] as const) {
      const bundle = (await cloud.fetch(isolate, `/v1/releases/${draft.id}/proof`)).text
      const report = verifyBundle(bundle, JSON.stringify(cloud.trust))
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
      expect(report.ok).toBe(true)
      expect(report.release?.signers.map(({ party }) => party).sort()).toEqual(['cq', 'sc'])
      expect(verifyBundle(bundle.replace('1.0.0', '1.0.1'), JSON.stringify(cloud.trust)).ok).toBe(false)
    }
  })

  test('keeps a witness’s cosignature for every isolate, and gives it along with the bundles made after it', async () => {
    const path = '/v1/ledger/cosignatures'
    expect((await cloud.fetch('first', path)).status).toBe(404)
    const { text } = await cloud.fetch('first', '/v1/ledger/checkpoint')
    const note = CLOUD_WITNESS.cosigned(text, Date.now())
    const call = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: Buffer.from(note) }
    expect((await cloud.fetch('first', path, call)).status).toBe(201)
    expect((await cloud.fetch('second', path, call)).status).toBe(200)
    expect((await cloud.fetch('second', path)).text).toBe(note)
    const other = testWitness('witness.example/w2', 3).cosigned(text, Date.now())
    expect((await cloud.fetch('second', path, { ...call, body: Buffer.from(other) })).status).toBe(403)
    const [release] = JSON.parse((await cloud.fetch('first', '/v1/releases')).text).releases
    const bundle = await cloud.fetch('second', `/v1/releases/${release.id}/proof`)
    const report = verifyBundle(bundle.text, { ...cloud.trust, witnesses: [CLOUD_WITNESS.vkey] })
    expect(report).toMatchObject({ ok: true, release: { witnesses: [{ name: 'witness.example/w1' }] } })
  })

  test('no longer takes a key that another isolate saw revoked', async () => {
    const { sides } = cloud
    const previous = keyList('cq', sides.cq)
    const next = keyList('cq', sides.cq, {
      edition: 2,
      previous: sha256Hex(previous.payload),
      revoked: [sides.cq.operator],
    })
    const path = `/v1/records/${CONTRACT}?limit=1`
    expect((await cloud.fetch('second', path, reading(sides.cq.operator, path))).status).toBe(200)
    await signatory('cq').putKeys(next.jws)
    const refused = await cloud.fetch('second', path, reading(sides.cq.operator, path))
    expect([refused.status, json(refused.text).code]).toEqual([401, 'key-revoked'])
  })
})
