/** The three administrators (三员分立) over real HTTP: roles kept apart on every new key, each reads their own, and the security log has it all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { Client } from '../../../gateway/client/client.ts'
import { GRANTED_ROLES, type GrantedRole } from '../../../gateway/identity/access.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../../../gateway/identity/document.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { goTogether } from '../../../gateway/identity/separation.ts'
import { lineHash } from '../../../gateway/machine/security-files.ts'
import { file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld, type TestKey, testKey } from '../cli/running.ts'
import { CONTRACT } from '../http/calls.ts'

const ADMINISTRATORS = ['system', 'security', 'audit'] as const
const STATUS = '/v1/admin/status'
const LOG = '/v1/admin/security-log'

let world: RunningWorld
const keys = new Map<GrantedRole, TestKey>(ADMINISTRATORS.map((role) => [role, testKey()]))

/** Sichuan's next key list, with these keys more on it. */
function nextList(more: readonly { readonly key: TestKey; readonly roles: readonly GrantedRole[] }[]): GeneralJws {
  const { standing } = world.running().gateway
  const last = standing.keys().lists.get('sc')
  const listed = [...standing.keys().keys.values()].filter(({ party }) => party === 'sc')
  const rows = [
    ...listed.map(({ agency, alg, jwk, kid, operator, roles, status }) => ({
      agency,
      alg,
      jwk,
      kid,
      operator,
      roles,
      status,
    })),
    ...more.map(({ key, roles }, at) => ({
      agency: 'sc-monitoring',
      alg: key.alg,
      jwk: key.jwk,
      kid: key.kid,
      operator: `岗位${at}`,
      roles: [...roles].sort(),
      status: 'active',
    })),
  ]
  const payload = canonical({
    edition: (last?.edition ?? 0) + 1,
    issued: '2026-11-26T08:00:00+08:00',
    keys: rows,
    party: 'sc',
    previous: last?.digest ?? null,
  })
  return assembleDocument(payload, [signDocument(payload, { ...world.sides.sc.root, typ: KEY_LIST_TYP })])
}

const as = (role: GrantedRole): Client => world.client(keys.get(role) ?? testKey())
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: { code: string }) => error.code,
  )

interface Line {
  readonly n: number
  readonly event: string
  readonly [member: string]: unknown
}

/** Everything the log has, page by page, as the security administrator reads it. */
async function logged(): Promise<readonly Line[]> {
  const client = as('security')
  const lines: Line[] = []
  let after = 0
  for (;;) {
    const { lines: page, next } = JSON.parse((await client.read(`${LOG}?after=${after}&limit=7`)).text())
    lines.push(...page.map((line: string) => JSON.parse(line)))
    if (next === null) return lines
    after = next
  }
}

beforeAll(async () => {
  world = await startWorld()
  await world
    .client(world.sides.sc.signatory)
    .putKeys(nextList(ADMINISTRATORS.map((role) => ({ key: keys.get(role) ?? testKey(), roles: [role] }))))
}, 60_000)
afterAll(() => world.close())

describe('roles on one key', () => {
  const pairs = GRANTED_ROLES.flatMap((one, at) => GRANTED_ROLES.slice(at + 1).map((other) => [one, other] as const))

  test.each(pairs)('%s and %s', (one, other) => {
    // Only those who work may have two hats; an administrator has one.
    const workers = ['agency', 'operator', 'reviewer', 'signatory']
    expect(goTogether([one, other])).toBe(workers.includes(one) && workers.includes(other))
  })

  test.each([
    ['system', 'security'],
    ['security', 'audit'],
    ['audit', 'system'],
    ['audit', 'operator'],
    ['system', 'agency'],
    ['security', 'signatory'],
  ] as const)('%s with %s is refused at POST /v1/keys with its own code, and nothing is kept', async (...roles) => {
    const size = world.running().gateway.log.head().size
    const refused = world.client(world.sides.sc.signatory).putKeys(nextList([{ key: testKey(), roles }]))
    await expect(refused).rejects.toMatchObject({ code: 'key-list-roles', status: 422 })
    expect(world.running().gateway.log.head().size).toBe(size)
  })

  test('that go together are taken', async () => {
    const done = await world
      .client(world.sides.sc.signatory)
      .putKeys(nextList([{ key: testKey(), roles: ['operator', 'agency'] }]))
    expect(done.status).toBe('in-force')
  })
})

describe('what each may read', () => {
  test.each([
    [STATUS, ['system', 'audit']],
    [LOG, ['security', 'audit']],
  ] as const)('%s is for %j', async (path, allowed) => {
    const { agency, operator, reviewer, signatory } = world.sides.cq
    const everybody = new Map<string, TestKey>([
      ...keys,
      ['agency', agency],
      ['operator', operator],
      ['reviewer', reviewer],
      ['signatory', signatory],
    ])
    for (const [role, key] of everybody) {
      const may = allowed.some((one) => one === role)
      expect({ role, code: await codeOf(world.client(key).read(path)) }).toEqual({
        role,
        code: may ? '' : 'not-permitted',
      })
    }
    expect((await fetch(world.origin + path)).status).toBe(401)
  })

  test('administrators of system and security see none of the data', async () => {
    for (const role of ['system', 'security'] as const) {
      expect(await codeOf(as(role).read(`/v1/records/${CONTRACT}`))).toBe('not-permitted')
      expect(await codeOf(as(role).read('/v1/submissions/x'))).toBe('not-permitted')
    }
  })

  test('the status is the configuration without secrets, readiness and queue', async () => {
    const text = (await as('system').read(STATUS)).text()
    const status = JSON.parse(text)
    expect(status).toMatchObject({
      sandbox: true,
      ready: { status: 'ready', checks: { disk: { ok: true }, 'security-log': { ok: true }, writer: { ok: true } } },
      queue: { waiting: 0, limit: 1024 },
      configuration: { origin: world.origin, securityLog: { retentionDays: 400 }, shutdown: { limitSeconds: 30 } },
    })
    for (const name of ['log', 'gateway']) {
      const { d } = JSON.parse(readFileSync(join(world.data, 'keys', `${name}.jwk`), 'utf8'))
      expect(text).not.toContain(d)
    }
  })

  test.each(['?limit=0', '?limit=1001', '?after=-1', '?day=2026-13-01', '?day=yesterday', '?x=1'])(
    'the log asked for with %s is refused',
    async (query) => {
      expect(await codeOf(as('security').read(LOG + query))).toBe('query-invalid')
    },
  )
})

describe('the security log tells', () => {
  const since = async () => (await logged()).at(-1)?.n ?? 0
  /** What it told of while something was done, but for its being read. */
  async function told(work: () => Promise<unknown>): Promise<readonly Line[]> {
    const before = await since()
    await work()
    return (await logged()).filter(({ n, event }) => n > before && event !== 'admin-read')
  }

  test('of the start, of the configuration without secrets, and of every change of keys', async () => {
    const lines = await logged()
    expect(lines.slice(0, 2).map(({ event }) => event)).toEqual(['configuration', 'started'])
    const changes = lines.filter(({ event }) => event === 'keys-changed')
    expect(changes.length).toBeGreaterThanOrEqual(3)
    expect(changes[0]).toMatchObject({
      party: 'cq',
      kid: world.sides.cq.root.kid,
      route: '/v1/keys',
      address: '127.0.0.1',
    })
  })

  test('of refused signatures by address and code, with the key they claimed', async () => {
    const stranger = testKey()
    const url = `${world.origin}/v1/records/${CONTRACT}`
    const headers = signRequest({ method: 'GET', url, key: stranger, created: Math.floor(Date.now() / 1000) })
    const lines = await told(async () => {
      for (let at = 0; at < 20; at++) expect((await fetch(url, { headers })).status).toBe(401)
    })
    expect(lines).toMatchObject([
      { event: 'refused', code: 'key-unknown', claimed: stranger.kid, address: '127.0.0.1', count: 1 },
    ])
  })

  test('of a replay, with whose key it was', async () => {
    const { agency } = world.sides.cq
    const body = file(['朱沱', '2025-11-04 04:00', '1.1'])
    const url = `${world.origin}/v1/submissions?contract=${CONTRACT}`
    const created = Math.floor(Date.now() / 1000)
    const headers = signRequest({
      method: 'POST',
      url,
      key: agency,
      created,
      body,
      contentType: 'text/csv',
      nonce: 'a'.repeat(24),
    })
    const send = () =>
      fetch(url, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': `${Math.random()}` },
        body: new Uint8Array(body),
      })
    expect((await send()).status).toBe(201)
    expect(await told(send)).toMatchObject([
      { event: 'replayed', code: 'signature-replayed', kid: agency.kid, party: 'cq', agency: 'cq-monitoring' },
    ])
  })

  test('of a forbidden call', async () => {
    const lines = await told(() => codeOf(world.client(world.sides.sc.agency).read('/v1/consultations')))
    expect(lines).toMatchObject([{ event: 'forbidden', code: 'not-permitted', route: '/v1/consultations' }])
  })

  test('of administrators who read, by their key', async () => {
    await as('system').read(STATUS)
    const reads = (await logged()).filter(({ event, kid }) => event === 'admin-read' && kid === keys.get('system')?.kid)
    expect(reads[0]).toMatchObject({ route: STATUS, party: 'sc' })
  })

  test('of no ordinary call', async () => {
    const work = async () => {
      await fetch(`${world.origin}/`)
      await fetch(`${world.origin}/desk`)
      await world.client(world.sides.cq.agency).read(`/v1/records/${CONTRACT}`)
    }
    expect(await told(work)).toEqual([])
  })

  test('nothing secret, nothing sent, and every line holds on to the one before', async () => {
    const { lines } = JSON.parse((await as('audit').read(`${LOG}?limit=1000`)).text())
    const text = lines.join('\n')
    for (const one of ['朱沱', 'chuanyu=:', ...[...keys.values()].map(({ privateJwk }) => privateJwk.d)])
      expect(text).not.toContain(one)
    for (const [at, line] of lines.entries())
      expect(JSON.parse(line).previous).toBe(at === 0 ? null : lineHash(lines[at - 1]))
  })

  test('from a day on', async () => {
    const { days } = JSON.parse((await as('audit').read(LOG)).text())
    expect(days).toHaveLength(1)
    const { lines } = JSON.parse((await as('audit').read(`${LOG}?day=${days[0]}&limit=1`)).text())
    expect(JSON.parse(lines[0]).n).toBe(1)
    expect(JSON.parse((await as('audit').read(`${LOG}?day=2099-01-01`)).text()).lines).toEqual([])
  })
})
