import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { verifyReceipt } from '../../../gateway/client/verify/receipt.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { verifyRequest } from '../../../gateway/identity/request.ts'
import { openCheckpoint, parseCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import { ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { verifyInclusion } from '../../../gateway/ledger/verify.ts'
import type { Store } from '../../../gateway/ports.ts'
import { type Calls, callsOf, refused, SUBMIT } from '../http/calls.ts'
import { openWorld, SMALL_REGISTRY, type World, type WorldOptions } from '../world.ts'
import { csvOf, FORMS, idOf, jsonOf, recordsOf, row } from './files.ts'

let world: World
let calls: Calls

async function open(options: WorldOptions = {}): Promise<void> {
  world = await openWorld(options)
  calls = callsOf(world)
}
beforeEach(() => open())
afterEach(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const cq = () => world.sides.cq.agency
const sc = () => world.sides.sc.agency
const size = () => world.gateway.log.head().size
const A = csvOf([row('朱沱', '2026-11-02 04:00', '2.1')])
const B = csvOf([row('朱沱', '2026-11-02 04:00', '2.9')])
const value = async (query = '') =>
  (await recordsOf(calls, cq(), query)).map(({ record }) => record.results.codMn?.value)

describe('a file', () => {
  test.each(Object.keys(FORMS))('as %s becomes the same records', async (form) => {
    const rows = [
      row('朱沱', '2026-11-02 04:00', '2.1'),
      row('晒网坝', '2026-11-02 04:00', '0.5L'),
      row('无此断面', '2026-11-02 04:00', '1'),
      row('朱沱', '2026-11-02 04:00', '2.1'),
    ]
    const [contentType, bytes] = FORMS[form]?.(rows) ?? ['', new Uint8Array()]
    const answer = await calls.submit(cq(), bytes, { contentType })
    expect(answer.status).toBe(201)
    const { receipt } = await jsonOf(answer, 201)
    expect(receipt.header).toMatchObject({
      rows: 4,
      duplicates: 1,
      accepted: { count: 2 },
      rejected: { count: 1 },
      evidence: { bytes: bytes.length, mediaType: contentType },
    })
    const shown = await recordsOf(calls, sc())
    expect(shown.map(({ meta, record }) => [meta.key, record.results.codMn])).toEqual([
      [
        'cq-晒网坝/automatic/2026-11-02T04:00:00+08:00/cnemc',
        { qualifier: 'L', reported: '0.5L', unit: 'mg/L', value: 0.5 },
      ],
      [
        'cq-朱沱/automatic/2026-11-02T04:00:00+08:00/cnemc',
        { qualifier: null, reported: '2.1', unit: 'mg/L', value: 2.1 },
      ],
    ])
    const rest = await jsonOf(await calls.read(cq(), `/v1/submissions/${receipt.submission}/rejections`))
    expect(rest.counts).toEqual({ in: 4, accepted: 2, rejected: 1, duplicates: 1 })
    expect(rest.rejections).toMatchObject([{ type: 'section-unknown', value: '无此断面' }])
    expect(rest.duplicates).toHaveLength(1)
  })

  test.each([
    ['cq', 'chongqing/water-2026-w46.csv', 'text/csv'],
    ['cq', 'chongqing/border-2026-w46.xlsx', 'application/octet-stream'],
    ['sc', 'sichuan/water-2026-w46.json', 'application/json'],
    ['sc', 'sichuan/border-2026-w46.xls', 'application/vnd.ms-excel'],
  ] as const)('of %s as it comes (%s): no row is lost', async (party, name, contentType) => {
    await world.close()
    await open({ registry: SECTIONS_2026_11, start: Date.parse('2026-11-16T09:00:00+08:00') })
    const bytes = await readFile(new URL(`../../../seeds/${name}`, import.meta.url))
    const { receipt } = await jsonOf(await calls.submit(world.sides[party].agency, bytes, { contentType }), 201)
    const { rows, duplicates, accepted, rejected } = receipt.header
    expect(rows).toBe(accepted.count + rejected.count + duplicates)
    expect(accepted.count).toBeGreaterThan(50)
    expect(await recordsOf(calls, cq(), `&party=${party}`)).toHaveLength(accepted.count)
  })
})

describe('the same bytes again', () => {
  test('give the same receipt, 200, and no leaf', async () => {
    const first = await calls.submit(cq(), A)
    expect(first.status).toBe(201)
    const [text, before] = [await first.text(), size()]
    const second = await calls.submit(cq(), A)
    expect([second.status, await second.text(), idOf(second)]).toEqual([200, text, idOf(first)])
    expect(size()).toBe(before)
  })

  test('under another Idempotency-Key are new work, under that key again they are not', async () => {
    const first = await calls.submit(cq(), A)
    const key = { headers: { 'idempotency-key': 'week-45' } }
    const second = await calls.submit(cq(), A, key)
    expect(second.status).toBe(201)
    expect(idOf(second)).not.toBe(idOf(first))
    const third = await calls.submit(cq(), A, key)
    expect([third.status, idOf(third)]).toEqual([200, idOf(second)])
    expect(await value('&revisions=all')).toEqual([2.1])
  })

  test('after value A and its correction B take A back: the last word is A', async () => {
    for (const file of [A, B, A]) expect((await calls.submit(cq(), file)).status).toBe(201)
    expect(await value()).toEqual([2.1])
    const all = await recordsOf(calls, cq(), '&revisions=all')
    expect(all.map(({ meta, record }) => [meta.revision, record.results.codMn?.value])).toEqual([
      [1, 2.1],
      [2, 2.9],
      [3, 2.1],
    ])
    expect((await calls.submit(cq(), A)).status).toBe(200)
    expect((await calls.submit(cq(), B)).status).toBe(201)
    expect(await value()).toEqual([2.9])
  })

  test('are new work when another file corrected one of their records', async () => {
    const two = csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), row('朱沱', '2026-11-02 08:00', '2.2')])
    await calls.submit(cq(), two)
    await calls.submit(cq(), csvOf([row('朱沱', '2026-11-02 08:00', '9.9')]))
    expect((await calls.submit(cq(), two)).status).toBe(201)
    expect((await recordsOf(calls, cq())).map(({ record }) => record.results.codMn?.value).sort()).toEqual([2.1, 2.2])
  })

  test("are not new work because of the other side's copy", async () => {
    await calls.submit(cq(), A)
    await calls.submit(sc(), B)
    expect((await calls.submit(cq(), A)).status).toBe(200)
    expect(await value()).toEqual([2.1, 2.9])
  })

  test('are new work when an undated time now means another year', async () => {
    await world.close()
    let time = Date.parse('2026-11-10T00:00:00+08:00')
    await open({ now: () => (time += 1000) })
    const undated = csvOf([row('朱沱', '11-02 04:00', '2.1')])
    expect((await calls.submit(cq(), undated)).status).toBe(201)
    time = Date.parse('2027-11-01T00:00:00+08:00')
    expect((await calls.submit(cq(), undated)).status).toBe(200)
    time = Date.parse('2027-11-03T00:00:00+08:00')
    expect((await calls.submit(cq(), undated)).status).toBe(201)
    const ends = (await recordsOf(calls, cq())).map(({ record }) => record.interval.end)
    expect(ends).toEqual(['2026-11-02T04:00:00+08:00', '2027-11-02T04:00:00+08:00'])
  })

  test('are new work when a row that lay in the future no longer does', async () => {
    await world.close()
    let time = Date.parse('2026-11-02T05:00:00+08:00')
    await open({ now: () => (time += 1000) })
    const file = csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), row('朱沱', '2026-11-02 08:00', '2.2')])
    const { receipt } = await jsonOf(await calls.submit(cq(), file), 201)
    expect(receipt.header).toMatchObject({ accepted: { count: 1 }, rejected: { count: 1 } })
    time += 4 * 3_600_000
    expect((await calls.submit(cq(), file)).status).toBe(201)
    expect(await value()).toEqual([2.1, 2.2])
  })

  /** Both sides sign an edition of the register with these sections. */
  async function edition(name: string, wanted: readonly string[]): Promise<void> {
    const kept = [...SMALL_REGISTRY.sections.map(({ id }) => id), ...wanted]
    const sections = SECTIONS_2026_11.sections.filter(({ id }) => kept.includes(id))
    const payload = canonical({ ...SECTIONS_2026_11, edition: name, sections })
    for (const [party, path] of [
      ['cq', '/v1/registry'],
      ['sc', `/v1/registry/sections/${name}/signatures`],
    ] as const) {
      const { signatory } = world.sides[party]
      const jws = assembleDocument(payload, [signDocument(payload, { ...signatory, typ: 'chuanyu-registry+jws' })])
      expect((await calls.writeJson(signatory, path, jws)).status).toBe(201)
    }
  }

  test('are new work under another register edition, which may know what the first did not', async () => {
    const file = csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), row('寸滩', '2026-11-02 04:00', '2.2')])
    const { receipt } = await jsonOf(await calls.submit(cq(), file), 201)
    expect(receipt.header).toMatchObject({ accepted: { count: 1 }, rejected: { count: 1 } })
    await edition('2026-12', ['cq-寸滩'])
    const again = await jsonOf(await calls.submit(cq(), file), 201)
    expect(again.receipt.header).toMatchObject({ accepted: { count: 2 }, registry: { edition: '2026-12' } })
    expect((await calls.submit(cq(), file)).status).toBe(200)
  })

  test('are new work under another register edition though it changes nothing for them', async () => {
    const first = await jsonOf(await calls.submit(cq(), A), 201)
    await edition('2026-12', [])
    const again = await jsonOf(await calls.submit(cq(), A), 201)
    expect([first, again].map(({ receipt }) => receipt.header.registry.edition)).toEqual(['2026-11', '2026-12'])
    expect(await value('&revisions=all')).toEqual([2.1])
  })

  test('are new work when they would be taken otherwise, though another file has said it all meanwhile', async () => {
    await world.close()
    let time = Date.parse('2026-11-02T05:00:00+08:00')
    await open({ now: () => (time += 1000) })
    const later = row('朱沱', '2026-11-02 08:00', '2.2')
    const file = csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), later])
    expect((await calls.submit(cq(), file)).status).toBe(201)
    time += 4 * 3_600_000
    expect((await calls.submit(cq(), csvOf([later]))).status).toBe(201)
    const { receipt } = await jsonOf(await calls.submit(cq(), file), 201)
    expect(receipt.header).toMatchObject({ accepted: { count: 2 }, rejected: { count: 0 } })
    expect(await value('&revisions=all')).toEqual([2.1, 2.2])
  })

  test('sent many times at once are one submission and one receipt', async () => {
    const before = size()
    const answers = await Promise.all(Array.from({ length: 20 }, () => calls.submit(cq(), A)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(size()).toBe(before + 1)
  })

  test('sent with their correction again and again at once leave a last word that some order explains', async () => {
    const answers = await Promise.all([A, B, A, B, A, B, A, B].map((file) => calls.submit(cq(), file)))
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true)
    const all = await recordsOf(calls, cq(), '&revisions=all')
    expect(all.map(({ meta }) => meta.revision)).toEqual(all.map((_, at) => at + 1))
    // No revision repeats the one before it.
    expect(
      all.every(({ record }, at) => record.results.codMn?.value !== all[at - 1]?.record.results.codMn?.value),
    ).toBe(true)
    expect(all.filter(({ meta }) => meta.supersededAt === null)).toHaveLength(1)
  })

  test('whatever is sent in whatever order, the last word is the last sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('1.1', '2.2', '3.3'), { minLength: 1, maxLength: 6 }), async (sent) => {
        for (const codMn of sent) {
          const answer = await calls.submit(cq(), csvOf([row('朱沱', '2026-11-05 04:00', codMn)]))
          expect(answer.status).toBeLessThan(202)
        }
        const [last] = await recordsOf(calls, cq(), `&from=${encodeURIComponent('2026-11-05T00:00:00+08:00')}`)
        expect(last?.record.results.codMn?.reported).toBe(sent.at(-1))
      }),
      { numRuns: 15 },
    )
  })
})

describe('a receipt', () => {
  async function sent() {
    const text = await (await calls.submit(cq(), A)).text()
    const { config, logVerifier } = world.gateway
    return { text, trust: { gatewayJwk: config.gatewayKey.jwk, logVerifier } }
  }

  test('verifies by the keys the gateway publishes, and its leaf is in the tree of its checkpoint', async () => {
    const { text, trust } = await sent()
    const report = verifyReceipt(text, trust)
    if (!report.ok) throw new Error(report.detail.en)
    const { receipt } = JSON.parse(text)
    const { size: at, root } = openCheckpoint(
      receipt.checkpoint,
      [ed25519Verifier(trust.logVerifier)],
      'gateway.test/log',
    )
    const path = `/v1/ledger/proof/inclusion?index=${report.index}&size=${at}`
    const { proof } = await jsonOf(await calls.get(path))
    const hashes = proof.map((hash: string) => Buffer.from(hash, 'base64'))
    const leafHash = Buffer.from(report.leafHash, 'hex')
    expect(verifyInclusion({ index: report.index, size: at, leafHash, proof: hashes, root })).toBe(true)
    expect(parseCheckpoint(parseNote(receipt.checkpoint).text).size).toBe(at)
    // The same when asked for later, to the last byte.
    expect(await (await calls.read(cq(), `/v1/submissions/${receipt.submission}/receipt`)).text()).toBe(text)
  })

  test.each(['"row', '"count":1', '2026-11', '"cq-monitoring"', 'gateway.test/log'])(
    'with %s changed does not verify',
    async (part) => {
      const { text, trust } = await sent()
      const at = text.indexOf(part) + 2
      const changed = `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
      expect(verifyReceipt(changed, trust).ok).toBe(false)
    },
  )

  test('is what the submission says of itself', async () => {
    const { text } = await sent()
    const { receipt } = JSON.parse(text)
    const shown = await jsonOf(await calls.read(cq(), `/v1/submissions/${receipt.submission}`))
    expect(shown).toMatchObject({
      id: receipt.submission,
      party: 'cq',
      agency: 'cq-monitoring',
      kid: cq().kid,
      counts: { in: 1, accepted: 1, rejected: 0, duplicates: 0 },
      leaf: receipt.leaf,
      header: receipt.header,
    })
  })
})

describe('evidence', () => {
  const large = csvOf(
    Array.from({ length: 1500 }, (_, at) => [
      ...row('朱沱', `2026-0${1 + (at % 9)}-${10 + (at % 18)} ${String(at % 24).padStart(2, '0')}:00`, `1.${at}`),
    ]),
  )

  test.each([
    ['that is small', A],
    ['that is large', large],
    [
      'with a byte order mark, GB 18030 quirks and all',
      '\ufeff断面名称,监测时间,pH\r\n朱沱,2026-11-02 04:00,7.8\r\n\r\n',
    ],
  ])('%s comes back byte for byte, with the signature it came with', async (_, file) => {
    const question = calls.writing(cq(), SUBMIT, file, { contentType: 'text/csv' })
    const sentAt = world.gateway.now()
    const answer = await calls.ask(question)
    expect(answer.status).toBe(201)
    const evidence = await calls.read(cq(), `/v1/submissions/${idOf(answer)}/evidence`)
    const body = Buffer.from(await evidence.arrayBuffer())
    expect(body.equals(Buffer.from(file))).toBe(true)
    const head = JSON.parse(Buffer.from(evidence.headers.get('chuanyu-evidence') ?? '', 'base64url').toString())
    const fields = new Map([
      ['content-type', head.contentType],
      ['content-digest', head.contentDigest],
      ['signature-input', head.signatureInput],
      ['signature', head.signature],
    ])
    const verified = await verifyRequest({
      method: head.method,
      targetUri: head.targetUri,
      header: (name) => fields.get(name),
      body,
      now: sentAt,
      findKey: world.gateway.standing.key,
    })
    expect(verified.keyid).toBe(cq().kid)
  })

  test('of the same bytes again is kept once', async () => {
    const { blobs } = world.gateway
    const [put, gone] = [vi.spyOn(blobs, 'put'), vi.spyOn(blobs, 'delete')]
    await Promise.all([1, 2, 3].map(() => calls.submit(cq(), large)))
    expect(put.mock.calls.length - gone.mock.calls.length).toBe(1)
  })
})

describe('what the store cannot take', () => {
  test('is answered 500 without a word of why, and leaves nothing behind', async () => {
    await world.close()
    let broken = false
    await open({
      over: (store: Store) => ({
        ...store,
        append: (head, entries, seal) =>
          broken ? Promise.reject(new Error('disk full at /secret/place')) : store.append(head, entries, seal),
      }),
    })
    const { blobs } = world.gateway
    const [put, gone] = [vi.spyOn(blobs, 'put'), vi.spyOn(blobs, 'delete')]
    const before = size()
    broken = true
    const { detail } = await refused(await calls.submit(cq(), `${A}${'\n'.repeat(100_000)}`), 500, 'internal')
    expect(detail).not.toContain('secret')
    expect(calls.failures.splice(0)).toHaveLength(1)
    expect(put.mock.calls.map(([id]) => id)).toEqual(gone.mock.calls.map(([id]) => id))
    broken = false
    expect(size()).toBe(before)
    expect((await calls.submit(cq(), A)).status).toBe(201)
    expect(await value()).toEqual([2.1])
  })

  test('because too much waits is answered 503 and told when to come again', async () => {
    await world.close()
    let open503 = (): void => undefined
    const shut = new Promise<void>((resolve) => {
      open503 = resolve
    })
    let holding = false
    await open({
      over: (store: Store) => ({
        ...store,
        async append(head, entries, seal) {
          if (holding) await shut
          return store.append(head, entries, seal)
        },
      }),
    })
    holding = true
    const { log } = world.gateway
    const leaf = { type: 'consultation', party: 'gateway', actor: 'x', commitment: 'A'.repeat(43) } as const
    const waiting = [log.append({ leaf, opening: { header: '{}', salt: new Uint8Array(16) } })]
    await new Promise((resolve) => setImmediate(resolve))
    for (let at = 0; at < 1024; at += 1)
      waiting.push(log.append({ leaf, opening: { header: '{}', salt: new Uint8Array(16) } }))
    const answer = await calls.submit(cq(), A)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    await refused(answer, 503, 'queue-full')
    expect(calls.failures.splice(0)).toHaveLength(1)
    open503()
    await Promise.all(waiting)
    expect((await calls.submit(cq(), A)).status).toBe(201)
  })
})

describe("the other side's copies", () => {
  test('of a border section stay beside the own ones, alike or not', async () => {
    await calls.submit(cq(), csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), row('朱沱', '2026-11-02 08:00', '2.2')]))
    await calls.submit(sc(), csvOf([row('朱沱', '2026-11-02 04:00', '2.1'), row('朱沱', '2026-11-02 08:00', '2.9')]))
    const shown = await recordsOf(calls, cq())
    expect(shown.map(({ meta, record }) => [meta.party, record.results.codMn?.value, meta.supersededAt])).toEqual([
      ['cq', 2.1, null],
      ['cq', 2.2, null],
      ['sc', 2.1, null],
      ['sc', 2.9, null],
    ])
    expect(shown[2]?.record.notes).toContainEqual({ field: '/section/id', rule: 'copy-of-other-side' })
  })

  test("of the other side's inner sections are refused by name", async () => {
    const answer = await calls.submit(sc(), csvOf([row('晒网坝', '2026-11-02 04:00', '2.1')]))
    const { rejections } = await refused(answer, 422, 'no-acceptable-row')
    expect(rejections).toMatchObject([{ row: 2, type: 'section-of-other-side', value: '晒网坝' }])
  })
})

test('the dry run says what a submission would give, and keeps nothing', async () => {
  const before = size()
  const file = csvOf([
    row('朱沱', '2026-11-02 04:00', '2.1'),
    row('朱沱', '2026-11-02 04:00', '2.1'),
    row('无此', '2026-11-02 04:00', '2.1'),
  ])
  const path = '/v1/normalise?contract=water-section-quality'
  const answer = await calls.write(cq(), path, file, { contentType: 'text/csv' })
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  const lines = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ type }) => type)).toEqual(['record', 'rejection', 'duplicate', 'summary'])
  expect(lines.at(-1).counts).toEqual({ in: 3, accepted: 1, rejected: 1, duplicates: 1 })
  expect(size()).toBe(before)
  expect(await recordsOf(calls, cq())).toEqual([])
  // For the other side's eyes, its own words count.
  const other = await calls.write(cq(), `${path}&party=sc`, csvOf([row('金子', '2026-11-02 04:00', '2.1')]), {
    contentType: 'text/csv',
  })
  expect((await other.text()).split('\n')[0]).toContain('sc-金子')
})
