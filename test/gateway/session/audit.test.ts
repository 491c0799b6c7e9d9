/** What signing in leaves in the store: nothing in the ledger, and nothing an audit would take for tampering. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RESERVED_KIDS } from '../../../gateway/identity/session.ts'
import { importKey } from '../../../gateway/portal/browser/keys.js'
import { signIn } from '../../../gateway/portal/browser/session.js'
import { runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { memoryStorage } from '../portal/browser/storage.ts'

let world: RunningWorld

beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

test('a gateway that people signed in at, and out of, passes its audit', async () => {
  const size = () => world.running().gateway.log.head().size
  const before = size()
  const storage = memoryStorage()
  const { kid } = await importKey(world.sides.sc.operator.privateJwk, { storage })
  let cookie = ''
  const keeping: typeof fetch = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init?.headers, origin: world.origin } })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  await signIn({ origin: world.origin, fetch: keeping, storage })
  const headers = { cookie, origin: world.origin }
  expect((await fetch(`${world.origin}/v1/session/end`, { method: 'POST', headers })).status).toBe(200)
  expect(size()).toBe(before)
  // What keeps them is no key's, so no write of a key can stand in their way.
  for (const name of Object.values(RESERVED_KIDS)) expect(name.length).not.toBe(kid.length)
  await world.stop()
  const { code, stdout, stderr } = await runCommand(['ledger', 'audit', '--data', world.data])
  expect({ code, said: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, said: '' })
}, 60_000)
