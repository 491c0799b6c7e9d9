/** What two gateways behind a balancer have in common, since it is in the database or in their keys, and what each has for itself. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { SIGN_IN_TYP } from '../../../gateway/identity/challenge.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld, CONTRACT, file, largeFile } from '../cli/audit-store.ts'
import type { TestKey } from '../cli/running.ts'
import { listenTo } from '../live/events.ts'
import { tokenOf } from '../session/desk.ts'
import { type Pair, startPair } from './pair.ts'

const seconds = (): number => Math.floor(Date.now() / 1000)

describePostgres('two gateways on one PostgreSQL database', (server) => {
  let pair: Pair
  beforeAll(async () => {
    pair = await startPair(await server.fresh('database'))
  }, 60_000)
  afterAll(() => pair?.close())

  /** A read at the second gateway, signed for the address both have. */
  function signedRead(path: string, key: TestKey): Promise<Response> {
    const url = `${pair.world.origin}${path}`
    return pair.other(path, { headers: signRequest({ method: 'GET', url, key, created: seconds() }) })
  }

  test('what is sent to one is read at the other, its original too', async () => {
    const { sides, client } = pair.world
    const { header } = await client(sides.cq.agency).submit({
      contract: CONTRACT,
      bytes: file(['朱沱', '2025-11-04 08:00', '1.9']),
      mediaType: 'text/csv',
    })
    const path = `/v1/submissions/${header.submission}`
    expect((await signedRead(`${path}/receipt`, sides.cq.agency)).status).toBe(200)
    const records = await (await signedRead(`/v1/records/${CONTRACT}`, sides.sc.agency)).json()
    expect(records).toMatchObject({ records: [{ meta: { submission: header.submission } }] })

    const bytes = largeFile()
    const large = await client(sides.sc.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    const original = await signedRead(`/v1/submissions/${large.header.submission}/evidence`, sides.sc.agency)
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('a request sent again to the other is a replay there too', async () => {
    const { origin, sides } = pair.world
    const path = `/v1/submissions?contract=${CONTRACT}`
    const body = Uint8Array.from(file(['朱沱', '2025-11-05 08:00', '1.9']))
    const key = sides.cq.agency
    const signed = signRequest({
      ...{ method: 'POST', url: `${origin}${path}`, contentType: 'text/csv', body, key, created: seconds() },
      nonce: randomBytes(18).toString('base64url'),
    })
    const request = { method: 'POST', headers: { 'content-type': 'text/csv', ...signed }, body }
    expect((await pair.one(path, request)).status).toBe(201)
    const again = await pair.other(path, request)
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'signature-replayed' }])
  })

  test('the same file sent to the other, signed anew, has the same receipt', async () => {
    const { origin, sides, client } = pair.world
    const bytes = file(['朱沱', '2025-11-06 08:00', '1.9'])
    const first = await client(sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    const path = `/v1/submissions?contract=${CONTRACT}`
    const body = Uint8Array.from(bytes)
    const key = sides.cq.agency
    const signed = signRequest({
      ...{ method: 'POST', url: `${origin}${path}`, contentType: 'text/csv', body, key, created: seconds() },
      nonce: randomBytes(18).toString('base64url'),
    })
    const again = await pair.other(path, { method: 'POST', headers: { 'content-type': 'text/csv', ...signed }, body })
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first.text)
  })

  test('the same file sent to both at once is one submission with one receipt', async () => {
    const { origin, sides } = pair.world
    const path = `/v1/submissions?contract=${CONTRACT}`
    const body = Uint8Array.from(file(['朱沱', '2025-11-07 08:00', '1.9']))
    const key = sides.cq.agency
    const sending = () => {
      const signed = signRequest({
        ...{ method: 'POST', url: `${origin}${path}`, contentType: 'text/csv', body, key, created: seconds() },
        nonce: randomBytes(18).toString('base64url'),
      })
      return { method: 'POST', headers: { 'content-type': 'text/csv', ...signed }, body }
    }
    const answers = await Promise.all([pair.one, pair.other, pair.one, pair.other].map((at) => at(path, sending())))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  })

  describe('a person at the desk needs no particular one', () => {
    let token: string
    const session = (at: Pair['one']) => at('/v1/session', { headers: { cookie: `chuanyu-session=${token}` } })

    test('who asks one for a challenge may answer it at the other, once', async () => {
      const { origin, sides } = pair.world
      const asked = await pair.one('/v1/session/challenge', { method: 'POST' })
      const { challenge }: { challenge: string } = JSON.parse(await asked.text())
      const text = canonical({ challenge, origin, type: 'sign-in', v: 1 })
      const jws = assembleDocument(text, [signDocument(text, { ...sides.cq.operator, typ: SIGN_IN_TYP })])
      const answer = { method: 'POST', body: JSON.stringify(jws), headers: { origin } }
      const signedIn = await pair.other('/v1/session', answer)
      expect(signedIn.status).toBe(201)
      token = tokenOf(signedIn)
      expect(await (await pair.one('/v1/session', answer)).json()).toMatchObject({ code: 'challenge-used' })
    })

    test('is signed in at both, and signed out of both', async () => {
      expect((await session(pair.one)).status).toBe(200)
      expect((await session(pair.other)).status).toBe(200)
      const headers = { origin: pair.world.origin, 'sec-fetch-site': 'same-origin', cookie: `chuanyu-session=${token}` }
      expect((await pair.one('/v1/session/end', { method: 'POST', headers })).status).toBe(200)
      expect(await (await session(pair.other)).json()).toMatchObject({ code: 'session-ended' })
    })
  })

  test('a step taken at one reaches who listens at the other', async () => {
    const { sides, client } = pair.world
    const listening = listenTo(await signedRead('/v1/consultations/events', sides.sc.reviewer))
    expect((await listening.next(5000)).event).toBe('ready')
    const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
    const { id } = await client(sides.cq.operator).consult({ period })
    // It is told at once; were it not, it looks every three seconds.
    expect((await listening.next(8000)).data).toMatchObject({ consultation: id, act: 'open', party: 'cq' })
    await listening.hangUp()
  }, 20_000)

  test('each counts its own security log, and neither keeps a ledger or originals of its own', () => {
    for (const folder of [pair.world.data, pair.folder]) {
      expect(readdirSync(folder).sort()).toEqual(['gateway.json', 'keys', 'security', 'seen.json'])
      expect(existsSync(join(folder, 'chuanyu.sqlite'))).toBe(false)
    }
  })

  test('both say that they are ready, and what they keep the ledger in', async () => {
    for (const at of [pair.one, pair.other]) {
      const answer = await at('/readyz')
      expect(answer.status).toBe(200)
      const ready: { checks: object } = JSON.parse(await answer.text())
      expect(ready).toMatchObject({ status: 'ready', store: { driver: 'postgresql' } })
      expect(ready.checks).not.toHaveProperty('files')
    }
  })

  test('the ledger they wrote is clean, and what was seen of it is written down', async () => {
    const report = await auditWorld(pair.world)
    expect(report).toMatchObject({ ok: true })
    const counts = Object.fromEntries(report.checks.map(({ id, count }) => [id, count]))
    for (const id of [
      'database',
      'leaves',
      'tiles',
      'submissions',
      'evidence',
      'replay',
      'receipts',
      'records',
      'guards',
    ])
      expect(counts[id], id).toBeGreaterThan(0)
    await pair.restart()
    expect(JSON.parse(readFileSync(join(pair.folder, 'seen.json'), 'utf8'))).toEqual({
      size: report.size,
      checkpoint: pair.second().gateway.log.head().checkpoint,
    })
  })
})
