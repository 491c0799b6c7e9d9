/** What people do at the desk, in the security log: who signed in and out, and what a session may not do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECURITY_FOLDER } from '../../../gateway/machine/operations.ts'
import { daysIn, fileOf, linesOf } from '../../../gateway/machine/security-files.ts'
import { importKey } from '../../../gateway/portal/browser/keys.js'
import { signIn } from '../../../gateway/portal/browser/session.js'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { memoryStorage } from '../portal/browser/storage.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

interface Line {
  readonly event: string
  readonly code?: string
  readonly kid?: string
  readonly [member: string]: unknown
}

function lines(): readonly Line[] {
  const folder = `${world.data}/${SECURITY_FOLDER}`
  return daysIn(folder)
    .flatMap((day) => linesOf(fileOf(folder, day)).lines)
    .map((line) => JSON.parse(line))
}

test('signing in, what the role may not do, and signing out are told with whose key it was', async () => {
  const { reviewer } = world.sides.sc
  const storage = memoryStorage()
  await importKey(reviewer.privateJwk, { storage })
  let cookie = ''
  const keeping: typeof fetch = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init?.headers, origin: world.origin } })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  await signIn({ origin: world.origin, fetch: keeping, storage })
  const headers = { cookie, origin: world.origin, 'sec-fetch-site': 'same-origin' }
  const post = (path: string, body: string | null) =>
    fetch(world.origin + path, { method: 'POST', headers, ...(body === null ? {} : { body }) })
  expect((await post('/v1/consultations', '{}')).status).toBe(403)
  expect((await post('/v1/session/end', null)).status).toBe(200)
  // What an ended session asks for is no attack.
  expect((await fetch(`${world.origin}/v1/session`, { headers })).status).toBe(401)
  const own = { kid: reviewer.kid, party: 'sc', agency: 'sc-monitoring', address: '127.0.0.1' }
  expect(lines().filter(({ kid }) => kid === reviewer.kid)).toMatchObject([
    { event: 'signed-in', route: '/v1/session', ...own },
    { event: 'forbidden', code: 'not-permitted', route: '/v1/consultations', ...own },
    { event: 'signed-out', route: '/v1/session/end', ...own },
  ])
  expect(lines().some(({ code }) => code === 'session-ended')).toBe(false)
  const token = cookie.split('=')[1] ?? ''
  expect(token.length).toBeGreaterThan(50)
  expect(JSON.stringify(lines())).not.toContain(token)
})
