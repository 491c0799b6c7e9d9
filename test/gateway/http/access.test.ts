import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS, GRANTED_ROLES, type GrantedRole } from '../../../gateway/identity/access.ts'
import { playWeek } from '../week.ts'
import { MONDAY, openWorld, type World, type WorldKey } from '../world.ts'
import { type Calls, CONTRACT, callsOf, refused } from './calls.ts'

let world: World
let calls: Calls
let release: string
let submission: string

beforeAll(async () => {
  world = await openWorld({ roles: ['reviewer', 'system', 'security', 'audit'] })
  calls = callsOf(world)
  await playWeek(world)
  release = (await world.publish(MONDAY)).id.slice('release/'.length)
  const done = await calls.submit(world.sides.cq.agency, '断面名称,监测时间,pH\n朱沱,2026-11-02 16:00,7.8\n')
  submission = done.headers.get('location')?.split('/').at(-1) ?? ''
})
afterAll(() => world.close())

function keyOf(role: GrantedRole): WorldKey {
  const { agency, operator, signatory, others } = world.sides.cq
  const key = { agency, operator, signatory }[role as 'agency'] ?? others.get(role)
  if (!key) throw new TypeError(`nobody is ${role}`)
  return key
}

const EVERYBODY = 'everybody'
const ALL = 'agency operator reviewer signatory audit'

/** Every call the app answers, written from the design and not from the code's own table. */
const MATRIX: readonly (readonly [method: 'GET' | 'POST', path: string, allowed: string])[] = [
  ['GET', '/', EVERYBODY],
  ['GET', '/releases', EVERYBODY],
  ['GET', '/releases/:id', EVERYBODY],
  ['GET', '/releases/:id/sections/:number', EVERYBODY],
  ['GET', '/standards/comparison', EVERYBODY],
  ['GET', '/cities', EVERYBODY],
  ['GET', '/cities/:id', EVERYBODY],
  ['GET', '/rivers', EVERYBODY],
  ['GET', '/rivers/:id', EVERYBODY],
  ['GET', '/verify', EVERYBODY],
  ['GET', '/about', EVERYBODY],
  ['GET', '/robots.txt', EVERYBODY],
  ['GET', '/docs', EVERYBODY],
  ['GET', '/docs/reference', EVERYBODY],
  ['GET', '/docs/reference/:group', EVERYBODY],
  ['GET', '/docs/:name', EVERYBODY],
  ['GET', '/openapi.json', EVERYBODY],
  ['GET', '/contracts', EVERYBODY],
  ['GET', '/contracts/:id', EVERYBODY],
  ['GET', '/contracts/:id/:version', EVERYBODY],
  ['GET', '/contracts/:id/:version/changes', EVERYBODY],
  ['GET', '/credit', EVERYBODY],
  ['GET', '/desk/sign-in', EVERYBODY],
  ['GET', '/desk', 'operator reviewer signatory audit'],
  ['GET', '/desk/new', 'operator reviewer signatory audit'],
  ['GET', '/desk/submissions/:id', 'operator reviewer signatory audit'],
  ['GET', '/desk/scores', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/cells/:cell{.+}', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/rows/:row{.+}', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/table', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/suggestion', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/check', 'operator reviewer signatory audit'],
  ['GET', '/desk/:id/minutes', 'operator reviewer signatory audit'],
  ['GET', '/sandbox', EVERYBODY],
  ['GET', '/sandbox/keys/:name', EVERYBODY],
  ['POST', '/sandbox/failures', EVERYBODY],
  ['GET', '/errors', EVERYBODY],
  ['GET', '/errors/:code', EVERYBODY],
  ['GET', '/assets/:name', EVERYBODY],
  ['GET', '/healthz', EVERYBODY],
  ['GET', '/readyz', EVERYBODY],
  ['GET', '/version', EVERYBODY],
  ['GET', '/.well-known/jwks.json', EVERYBODY],
  ['GET', '/.well-known/security.txt', EVERYBODY],
  ['GET', '/v1/admin/status', 'system audit'],
  ['GET', '/v1/admin/security-log', 'security audit'],
  ['POST', '/v1/session/challenge', EVERYBODY],
  ['POST', '/v1/session', EVERYBODY],
  ['GET', '/v1/session', 'operator reviewer signatory audit'],
  ['POST', '/v1/session/end', 'operator reviewer signatory audit'],
  ['POST', '/v1/keys', EVERYBODY],
  ['GET', '/v1/keys/:party', EVERYBODY],
  ['GET', '/v1/contracts', EVERYBODY],
  ['GET', '/v1/contracts/:id', EVERYBODY],
  ['GET', '/v1/contracts/:id/compare', EVERYBODY],
  ['GET', '/v1/contracts/:id/:version', EVERYBODY],
  ['GET', '/v1/contracts/:id/:version/retirement', EVERYBODY],
  ['POST', '/v1/contracts/:id/:version/retirement', 'operator signatory'],
  ['POST', '/v1/contracts/:id/:version/retirement/signatures', 'signatory'],
  ['GET', '/v1/contracts/:id/:version/retirement/withdrawal', EVERYBODY],
  ['POST', '/v1/contracts/:id/:version/retirement/withdrawal', 'operator signatory'],
  ['GET', '/v1/contracts/:id/:version/withdrawal', EVERYBODY],
  ['POST', '/v1/contracts/:id/:version/withdrawal', 'operator signatory'],
  ['GET', '/v1/contracts/:id/:version/schema', EVERYBODY],
  ['GET', '/v1/contracts/:id/template', EVERYBODY],
  ['GET', '/v1/contracts/:id/:version/template', EVERYBODY],
  ['POST', '/v1/contracts', 'operator signatory'],
  ['POST', '/v1/contracts/:id/:version/signatures', 'signatory'],
  ['GET', '/v1/registry', EVERYBODY],
  ['GET', '/v1/registry/:id', EVERYBODY],
  ['GET', '/v1/registry/:id/:edition', EVERYBODY],
  ['POST', '/v1/registry', 'operator signatory'],
  ['POST', '/v1/registry/:id/:edition/signatures', 'signatory'],
  ['GET', '/v1/registry/:id/:edition/withdrawal', EVERYBODY],
  ['POST', '/v1/registry/:id/:edition/withdrawal', 'operator signatory'],
  ['GET', '/v1/standards', EVERYBODY],
  ['GET', '/v1/standards/comparison', EVERYBODY],
  ['GET', '/v1/standards/comparison/practice', ALL],
  ['GET', '/v1/standards/:slug', EVERYBODY],
  ['GET', '/v1/credit', EVERYBODY],
  ['GET', '/v1/credit/:code', ALL],
  ['GET', '/v1/warnings/suggestions', ALL],
  ['GET', '/v1/scores', ALL],
  ['GET', '/v1/scores/divergence', ALL],
  // Stands on the signature of the package itself.
  ['POST', '/v1/packages', EVERYBODY],
  ['POST', '/v1/submissions', 'agency'],
  ['GET', '/v1/submissions/:submission', 'agency audit'],
  ['GET', '/v1/submissions/:submission/receipt', 'agency audit'],
  ['GET', '/v1/submissions/:submission/rejections', 'agency audit'],
  ['GET', '/v1/submissions/:submission/evidence', 'agency audit'],
  ['POST', '/v1/normalise', 'agency'],
  ['GET', '/v1/records/:contract', ALL],
  ['GET', '/v1/ledger/cosignatures', EVERYBODY],
  ['POST', '/v1/ledger/cosignatures', EVERYBODY],
  ['GET', '/v1/ledger/checkpoint', EVERYBODY],
  ['GET', '/v1/ledger/tile/*', EVERYBODY],
  ['GET', '/v1/ledger/proof/inclusion', EVERYBODY],
  ['GET', '/v1/ledger/proof/consistency', EVERYBODY],
  ['GET', '/v1/consultations', 'operator reviewer signatory audit'],
  ['POST', '/v1/consultations', 'operator'],
  ['GET', '/v1/consultations/:id', 'operator reviewer signatory audit'],
  ['GET', '/v1/consultations/:id/steps', 'operator reviewer signatory audit'],
  ['GET', '/v1/consultations/:id/proof', 'operator reviewer signatory audit'],
  ['GET', '/v1/consultations/duties', 'operator reviewer signatory audit'],
  ['GET', '/v1/consultations/events', 'operator reviewer signatory audit'],
  ['GET', '/v1/consultations/:id/minutes', 'operator reviewer signatory audit'],
  ['POST', '/v1/consultations/:id/steps', 'operator reviewer signatory'],
  ['POST', '/v1/consultations/:id/signatures', 'signatory'],
  ['GET', '/v1/duty', 'operator reviewer signatory audit'],
  ['POST', '/v1/duty', 'signatory'],
  ['GET', '/releases.atom', EVERYBODY],
  ['GET', '/v1/feed', EVERYBODY],
  ['GET', '/v1/releases', EVERYBODY],
  ['GET', '/v1/releases/:id', EVERYBODY],
  ['GET', '/v1/releases/:id/proof', EVERYBODY],
]

/** A real address for a pattern. */
function place(path: string): string {
  const id = path.includes('/contracts') ? CONTRACT : path.includes('/registry') ? 'sections' : release
  return path
    .replace(':id', id)
    .replace(':version', '1.0.0')
    .replace(':edition', '2026-11')
    .replace(':slug', 'gb3838-2002')
    .replace(':submission', submission)
    .replace(':contract', CONTRACT)
    .replace(':code', 'not-permitted')
    .replace(':name', 'icon.svg')
    .replace(':party', 'cq')
    .replace(/:(?:cell|row)\{\.\+\}/, 'x/y')
    .replace('*', '0/000.p/1')
}

/** The refusal's code, or null when the call was let in, whatever came of it. */
async function refusalOf(answer: Response): Promise<string | null> {
  if (answer.status !== 401 && answer.status !== 403) return null
  const { code } = JSON.parse(await answer.text())
  return String(code)
}

async function callAs(key: WorldKey | null, method: 'GET' | 'POST', path: string): Promise<Response> {
  if (key === null) return calls.ask({ method, path, headers: {}, ...(method === 'POST' ? { body: '{}' } : {}) })
  return method === 'GET' ? calls.read(key, path) : calls.write(key, path, '{}')
}

describe.each(MATRIX)('%s %s is for %s', (method, pattern, allowed) => {
  test('and nobody else', async () => {
    const path = place(pattern)
    const anybody = allowed === EVERYBODY
    // A person is told to sign in.
    const refusal = /^\/(?:desk|v1\/session)\b/.test(path) ? 'session-missing' : 'signature-missing'
    expect(await refusalOf(await callAs(null, method, path))).toBe(anybody ? null : refusal)
    for (const role of GRANTED_ROLES) {
      const may = anybody || allowed.split(' ').includes(role)
      const answer = await callAs(keyOf(role), method, path)
      expect({ role, refusal: await refusalOf(answer) }).toEqual({ role, refusal: may ? null : 'not-permitted' })
      // An address of the matrix is answered by something.
      expect(answer.status).not.toBe(405)
    }
  })
})

test('every handler of the app is in the matrix', () => {
  const handled = calls.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/^\/v1\/submissions\/:id/, '/v1/submissions/:submission')}`)
  const written = new Set(MATRIX.map(([method, path]) => `${method} ${path}`))
  expect(handled.filter((one) => !written.has(one))).toEqual([])
  expect([...written].filter((one) => !handled.includes(one))).toEqual([])
})

describe('an address that is none', () => {
  test.each([
    '/nothing',
    '/v1',
    '/v1/',
    '/v2/releases',
    '/v1/records',
    `/v1/records/${CONTRACT}/`,
    '/v1/submissions/',
    '/v1/%73ubmissions',
    '/v1/contracts/a/b/c',
    '/__proto__',
    '/v1/records/..%2f..%2fhealthz/x',
  ])('%s is not found, signed or not', async (path) => {
    await refused(await calls.get(path), 404, 'not-found')
    await refused(await calls.read(keyOf('agency'), path), 404, 'not-found')
    expect((await calls.get(path, { accept: 'text/html' })).status).toBe(404)
  })

  test('that the matrix names and nothing answers is not found in the same way', async () => {
    const handled = new Set(
      MATRIX.map(([method, path]) => `${method} ${path.replace('/:name', '/*').replace(/:\w+/g, '{x}')}`),
    )
    const bare = ACCESS.filter(({ method, path }) => !handled.has(`${method} ${path.replace(/\{\w+\}/g, '{x}')}`))
    for (const { method, path, allow } of bare) {
      const at = path.replace(/\{\w+\}/g, 'x').replace('*', 'x')
      const key = allow.public ? null : keyOf('audit')
      await refused(await callAs(key, method, at), 404, 'not-found')
    }
  })

  test('gives a person a page and a program a problem', async () => {
    const page = await calls.get('/nothing', { accept: 'text/html' })
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await page.text()).toContain('/nothing')
  })
})

describe('an address asked by another method', () => {
  test.each([
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/', 'GET, HEAD'],
    ['PUT', '/v1/submissions', 'POST'],
    ['GET', '/v1/submissions', 'POST'],
    ['GET', '/v1/normalise', 'POST'],
    ['GET', '/v1/keys', 'POST'],
    ['DELETE', '/v1/releases/x', 'GET, HEAD'],
    ['POST', `/v1/records/${CONTRACT}`, 'GET, HEAD'],
    ['PATCH', '/v1/contracts', 'GET, HEAD, POST'],
    ['OPTIONS', '/v1/consultations', 'GET, HEAD, POST'],
    ['GET', '/v1/registry/sections/2026-11/signatures', 'POST'],
  ])('%s %s is refused and told what is allowed (RFC 9110 §15.5.6)', async (method, path, allow) => {
    const answer = await calls.ask({ method, path, headers: {} })
    expect(answer.headers.get('allow')).toBe(allow)
    await refused(answer, 405, 'method-not-allowed')
  })
})

test('HEAD answers as GET does, without the body', async () => {
  for (const path of ['/healthz', '/', '/v1/releases', '/v1/ledger/checkpoint']) {
    const head = await calls.ask({ method: 'HEAD', path, headers: {} })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  }
})

test('nothing of it was a failure of the gateway', () => {
  expect(calls.failures).toEqual([])
})
