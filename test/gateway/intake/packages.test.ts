/** Packages as the gateway takes them: every byte is signed, each is for one gateway and one time, and nothing of one serves anywhere else. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { gatewayKeys } from '../../../gateway/client/gateway-keys.ts'
import { type SealedFile, sealFiles, takeAnswer } from '../../../gateway/client/package.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { PACKAGE_LIMITS } from '../../../gateway/identity/limits.ts'
import { openPackage, PACKAGE_TYP, readPackageHead } from '../../../gateway/identity/package.ts'
import { type Calls, CONTRACT, callsOf, ORIGIN, refused, SUBMIT } from '../http/calls.ts'
import { csv, MONDAY, newKey, openWorld, type World, type WorldKey } from '../world.ts'

const DAY = 86_400_000
let time = MONDAY + 10 * DAY
let world: World
let calls: Calls
beforeAll(async () => {
  world = await openWorld({ now: () => time, roles: ['audit'] })
  calls = callsOf(world)
})
afterAll(() => world.close())

const size = () => world.gateway.log.head().size
const fileOf = (name: string, content: string): SealedFile => ({
  name,
  bytes: Buffer.from(content),
  mediaType: 'text/csv',
})
const one = (day: number) => fileOf(`${day}.csv`, csv([['朱沱', `2026-11-0${day} 08:00`, '1.1']]))

function sealed(
  files: readonly SealedFile[],
  more: { key?: WorldKey; origin?: string; window?: number; at?: string } = {},
) {
  const key = world.sides.cq.agency
  return sealFiles({ origin: ORIGIN, contract: CONTRACT, key, files, now: () => time, random: randomBytes, ...more })
}
const send = (body: Uint8Array): Promise<Response> =>
  calls.ask({ method: 'POST', path: '/v1/packages', headers: { 'content-type': 'application/octet-stream' }, body })
const keys = () => gatewayKeys([world.gateway.config.gatewayKey.jwk, world.gateway.config.logKey.jwk])
async function taken(body: Uint8Array) {
  const answer = await send(body)
  const text = await answer.text()
  expect({ status: answer.status, text: answer.status === 200 ? '' : text }).toEqual({ status: 200, text: '' })
  return takeAnswer(text, body, keys())
}

/** The package with its manifest changed and signed anew by a key. */
function resigned(
  body: Uint8Array,
  change: (manifest: Record<string, unknown>) => object,
  key = world.sides.cq.agency,
) {
  const { payload } = openPackage(body)
  const text = canonical(change(JSON.parse(payload)))
  const head = canonical(assembleDocument(text, [signDocument(text, { ...key, typ: PACKAGE_TYP })]))
  return Buffer.concat([Buffer.from(`${head}\n`), body.subarray(body.indexOf(0x0a) + 1)])
}

/** Another key of Chongqing's agency. */
async function listAlso({ alg, jwk, kid }: WorldKey): Promise<void> {
  const { standing } = world.gateway
  const last = standing.keys().lists.get('cq')
  const { keys, edition, ...told } = JSON.parse(standing.document(`keys/cq/${last?.edition}`)?.payload ?? '')
  const row = { agency: 'cq-monitoring', alg, jwk, kid, operator: null, roles: ['agency'], status: 'active' }
  const payload = canonical({ ...told, edition: edition + 1, keys: [...keys, row], previous: last?.digest ?? null })
  const jws = assembleDocument(payload, [signDocument(payload, { ...world.sides.cq.root, typ: KEY_LIST_TYP })])
  const answer = await calls.ask({ method: 'POST', path: '/v1/keys', headers: {}, body: JSON.stringify(jws) })
  expect(answer.status).toBe(201)
}

describe('a package', () => {
  test('changed in any one byte is refused whole', async () => {
    const body = sealed([one(1), one(2)])
    const before = size()
    const letIn: number[] = []
    for (let at = 0; at < body.length; at++) {
      const changed = Buffer.from(body)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      const { status } = await send(changed)
      if (status < 400 || status >= 500) letIn.push(at)
    }
    expect(body.length).toBeGreaterThan(2000)
    expect(letIn).toEqual([])
    expect(size()).toBe(before)
    // Unchanged it is taken, so that it was the changes that were refused.
    expect((await taken(body)).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  }, 60_000)

  test('cut short anywhere, or with something after it, is refused', async () => {
    const body = sealed([one(3)])
    for (let at = 0; at < body.length; at += 7) expect((await send(body.subarray(0, at))).status).toBe(400)
    await refused(await send(Buffer.concat([body, Buffer.from('\n')])), 400, 'package-malformed')
  })

  test('with two files in each other’s place is refused and told which', async () => {
    const [first, second] = [one(4), one(5)]
    const body = sealed([first, second])
    const rest = Buffer.concat([second.bytes, first.bytes])
    const swapped = Buffer.concat([body.subarray(0, body.indexOf(0x0a) + 1), rest])
    const problem = await refused(await send(swapped), 400, 'digest-mismatch')
    expect(problem).toMatchObject({ pointer: '/files/0', detail: expect.stringContaining('4.csv') })
  })

  test('is taken to the last second of its week, and not a moment longer', async () => {
    const sealing = time
    const body = sealed([one(6)])
    const late = sealed([one(7)])
    time = sealing + PACKAGE_LIMITS.window * 1000
    expect(await taken(body)).toMatchObject([{ state: 'accepted' }])
    time += 1
    const problem = await refused(await send(late), 401, 'package-expired')
    expect(problem.pointer).toBe('/expires')
    // Nor does one that was taken in time bring its receipts again.
    await refused(await send(body), 401, 'package-expired')
  })

  test('lies no longer than this gateway lets it, whatever it says of itself, nor than it says', async () => {
    const sealing = time
    const long = sealed([one(7)], { window: 30 * 86_400 })
    const short = sealed([one(7)], { window: 3600 })
    time = sealing + 3_601_000
    await refused(await send(short), 401, 'package-expired')
    time = sealing + PACKAGE_LIMITS.window * 1000 + 1
    await refused(await send(long), 401, 'package-expired')
  })

  test('may lie longer where the gateway is configured so, and its sender said so', async () => {
    const { gateway } = world
    const patient = callsOf({
      ...world,
      gateway: { ...gateway, config: { ...gateway.config, packageWindow: 14 * 86_400 } },
    })
    const long = sealed([one(7)], { window: 14 * 86_400 })
    const usual = sealed([one(7)])
    time += 10 * DAY
    const ask = (body: Uint8Array) => patient.ask({ method: 'POST', path: '/v1/packages', headers: {}, body })
    await refused(await ask(usual), 401, 'package-expired')
    await refused(await send(long), 401, 'package-expired')
    expect((await ask(long)).status).toBe(200)
  })

  test('from a clock that is far ahead is refused', async () => {
    time += 31_000
    const body = sealed([one(8)])
    time -= 31_000
    await refused(await send(body), 401, 'signature-future')
  })

  test('for another gateway is refused, and cannot be made one for this', async () => {
    const body = sealed([one(8)], { origin: 'https://other.test' })
    await refused(await send(body), 401, 'target-mismatch')
    const moved = resigned(body, (manifest) => ({ ...manifest, origin: ORIGIN }))
    await refused(await send(moved), 400, 'package-malformed')
  })

  test('by a key nobody registered, or of another role, is refused', async () => {
    await refused(await send(sealed([one(8)], { key: newKey() })), 401, 'key-unknown')
    await refused(await send(sealed([one(8)], { key: world.sides.cq.operator })), 403, 'not-permitted')
  })

  test('of another’s files is refused: each file is signed by the key of the package', async () => {
    const theirs = sealed([one(8)], { key: world.sides.sc.agency })
    await refused(await send(resigned(theirs, (manifest) => manifest)), 400, 'package-malformed')
  })

  test('whose files do not bear their own signatures is refused, though it is signed as a whole', async () => {
    const [first, second] = [sealed([one(8)]), sealed([one(9)])]
    const [other] = openPackage(second).manifest.files
    const swapped = resigned(first, (told) => ({
      ...told,
      files: openPackage(first).manifest.files.map((file) => ({ ...file, signature: other?.signature })),
    }))
    const problem = await refused(await send(swapped), 401, 'signature-invalid')
    expect(problem).toMatchObject({ pointer: '/files/0', detail: expect.stringContaining('8.csv') })
    const younger = resigned(first, (told) => ({ ...told, created: Number(told.created) - 1 }))
    await refused(await send(younger), 401, 'signature-invalid')
  })

  test('that lists the same file’s request twice is refused', async () => {
    const body = sealed([one(8)])
    const { files } = openPackage(body)
    const twice = resigned(body, (manifest) => ({ ...manifest, files: [manifest.files, manifest.files].flat() }))
    await refused(await send(Buffer.concat([twice, ...files])), 400, 'package-malformed')
  })

  test.each([
    ['a member more', (m: Record<string, unknown>) => ({ ...m, note: 'x' })],
    ['no files', (m: Record<string, unknown>) => ({ ...m, files: [] })],
    ['a life of years', (m: Record<string, unknown>) => ({ ...m, expires: Number(m.created) + 367 * 86_400 })],
    ['a short nonce', (m: Record<string, unknown>) => ({ ...m, nonce: 'x' })],
    ['another contract than its files', (m: Record<string, unknown>) => ({ ...m, contract: 'air-forecast' })],
    ['another type', (m: Record<string, unknown>) => ({ ...m, type: 'receipt' })],
  ])('with %s is refused, though signed', async (_what, change) => {
    await refused(await send(resigned(sealed([one(8)]), change)), 400, 'package-malformed')
  })

  test('signed for another purpose is refused', async () => {
    const { payload } = openPackage(sealed([one(8)]))
    const jws = assembleDocument(payload, [
      signDocument(payload, { ...world.sides.cq.agency, typ: 'chuanyu-receipt+jws' }),
    ])
    await refused(await send(Buffer.from(`${canonical(jws)}\n`)), 400, 'document-malformed')
  })
})

describe('what is in a package', () => {
  test('cannot be sent live, and what was signed to be sent live is in no package', async () => {
    const body = sealed([one(8)])
    const { manifest, files } = openPackage(body)
    const [file] = manifest.files
    const [bytes] = files
    if (!file || !bytes) throw new TypeError('no file')
    const headers = {
      'content-type': file.contentType,
      'content-digest': file.contentDigest,
      'signature-input': file.signatureInput,
      signature: file.signature,
    }
    const path = file.targetUri.slice(ORIGIN.length)
    await refused(await calls.ask({ method: 'POST', path, headers, body: bytes }), 401, 'tag-mismatch')
    const live = calls.writing(world.sides.cq.agency, SUBMIT, bytes, { contentType: 'text/csv' })
    const packed = resigned(body, (told) => ({
      ...told,
      created: Number(/created=(\d+)/.exec(live.headers['signature-input'] ?? '')?.[1]),
      files: [
        {
          ...file,
          signature: live.headers.signature,
          signatureInput: live.headers['signature-input'],
          targetUri: `${ORIGIN}${SUBMIT}`,
        },
      ],
    }))
    await refused(await send(packed), 401, 'tag-mismatch')
  })

  test('sent live as well is one submission, and its package cannot bring it back after a correction', async () => {
    const file = one(9)
    const body = sealed([file])
    const live = await calls.submit(world.sides.cq.agency, file.bytes)
    expect(live.status).toBe(201)
    const [first] = await taken(body)
    expect(first).toMatchObject({ state: 'accepted', repeated: true, text: await live.text() })
    await world.submit('cq', csv([['朱沱', '2026-11-09 08:00', '6.6']]))
    const before = size()
    expect(await taken(body)).toMatchObject([{ repeated: true, text: first && 'text' in first ? first.text : '' }])
    expect(size()).toBe(before)
  })

  test('sent before by another key of the agency brings that receipt', async () => {
    const file = fileOf('rotated.csv', csv([['朱沱', '2026-11-01 04:00', '1.4']]))
    const next = newKey()
    await listAlso(next)
    const live = await calls.submit(next, file.bytes)
    expect(live.status).toBe(201)
    expect(await taken(sealed([file]))).toMatchObject([{ repeated: true, text: await live.text() }])
  })

  test('keeps the signature of its package in its evidence, whose header tells only the digest', async () => {
    const body = sealed([fileOf('kept.csv', csv([['朱沱', '2026-11-01 12:00', '1.3']]))])
    const [done] = await taken(body)
    if (done?.state !== 'accepted') throw new TypeError('not taken')
    const answer = await calls.read(world.sides.cq.agency, `/v1/submissions/${done.receipt.header.submission}/evidence`)
    const head = JSON.parse(Buffer.from(answer.headers.get('chuanyu-evidence') ?? '', 'base64url').toString('utf8'))
    expect(head).toMatchObject({ method: 'POST', package: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(head.signatureInput).toContain('tag="chuanyu-package"')
  })

  test('resolves undated times by when it was sealed, not by when it came through', async () => {
    const file = fileOf('undated.csv', csv([['朱沱', '10-30 08:00', '1.1']]))
    const body = sealed([file])
    const sealing = time
    time += 3 * DAY
    const [done] = await taken(body)
    expect(done).toMatchObject({
      receipt: { header: { at: new Date(Math.floor(sealing / 1000) * 1000).toISOString() } },
    })
  })
})

test('of a body that nobody registered signed, no more than a first line is read', async () => {
  const line = Buffer.alloc(PACKAGE_LIMITS.head + 1, 0x61)
  await refused(await send(line), 413, 'body-too-large')
  expect(() => readPackageHead(line, () => undefined)).toThrow('package-malformed')
})

test('two at once: one waits for another time, and nothing of it was done', async () => {
  const bodies = [
    sealed([fileOf('a.csv', csv([['朱沱', '2026-11-01 16:00', '1.1']]))]),
    sealed([fileOf('b.csv', csv([['朱沱', '2026-11-01 20:00', '1.1']]))]),
  ]
  const before = size()
  const answers = await Promise.all(bodies.map(send))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([200, 503])
  expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('5')
  expect(size()).toBe(before + 1)
})
