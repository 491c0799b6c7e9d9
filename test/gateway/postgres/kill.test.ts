/** kill -9 of one of two gateways in the midst of submissions: the other goes on, every receipt that was sent holds, and nothing is half there. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, ClientError, createClient } from '../../../gateway/client/client.ts'
import { readKey } from '../../../gateway/key-file.ts'
import { parseCommented, printCommented } from '../../../gateway/machine/commented.ts'
import { type Claim, expectConsistent, expectKept, openSeen, readCheckpoint, send } from '../../crash/claims.ts'
import { dice, seedOf } from '../../crash/dice.ts'
import { fileMaker, SENDERS } from '../../crash/files.ts'
import { type Served, serve } from '../../crash/served.ts'
import { freePort } from '../../free-port.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld, type TestKey } from '../cli/running.ts'
import { copyFolder } from './pair.ts'

const SEED = seedOf(process.env, Date.now())
const KILLS = 2
const MINUTE = 60_000

describePostgres('two processes on one PostgreSQL database', (server) => {
  let world: RunningWorld
  let folders: readonly [string, string]
  let origins: readonly [string, string]
  const served = new Map<string, Served>()
  const clients: Client[] = []

  beforeAll(async () => {
    world = await startWorld({ config: { postgres: { url: await server.fresh('database') } } })
    await world.stop()
    const second = copyFolder(world, 'second')
    const file = join(second, 'gateway.json')
    const other = `http://127.0.0.1:${await freePort()}`
    const config = parseCommented(readFileSync(file, 'utf8'))
    writeFileSync(file, printCommented({ ...Object(config), origin: other }))
    folders = [world.data, second]
    origins = [world.origin, other]
  }, MINUTE)
  afterAll(async () => {
    for (const client of clients) await client.close()
    for (const one of served.values()) await one.kill()
    await world?.close()
  })

  function client(origin: string, key: TestKey): Client {
    const made = createClient({ origin, key })
    clients.push(made)
    return made
  }

  /** Sends file after file until its gateway is gone, or told to stop. */
  async function load(claims: Claim[], at: Client, next: () => Claim['file'], stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const claim: Claim = { client: at, file: next(), receipt: null }
      claims.push(claim)
      try {
        await send(claim)
      } catch (error) {
        if (error instanceof ClientError && error.code === 'network') return
        throw error
      }
    }
  }

  test(
    `after ${KILLS} kills every receipt is in the one ledger, and the audit is clean`,
    async () => {
      process.stderr.write(`CHUANYU_SEED=${SEED}\n`)
      const throws = dice(SEED)
      const { jwk } = readKey(join(world.data, 'keys', 'log.jwk'))
      if (jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 log key')
      const log = { name: 'gateway.test/log', publicKey: Buffer.from(jwk.x, 'base64url') }
      const [mine, others] = origins.map((origin) => ({
        cq: client(origin, world.sides.cq.agency),
        sc: client(origin, world.sides.sc.agency),
      }))
      if (!mine || !others) throw new TypeError('expected two')
      const start = async (folder: string): Promise<void> => {
        const one = serve(folder)
        served.set(folder, one)
        await one.ready
      }
      await start(folders[1])
      const makers = SENDERS.map((sender, at) => ({ party: sender.party, next: fileMaker(sender, dice(SEED + at)) }))
      const all: Claim[] = []
      let survived = 0

      for (let kill = 0; kill < KILLS; kill++) {
        await start(folders[0])
        let over = false
        const claims: Claim[] = []
        // Each section's files go to one of the two, so that which one a key was first sent to does not matter.
        const loads = makers.map(({ party, next }, at) =>
          load(claims, (at % 2 === 0 ? mine : others)[party], next, () => over),
        )
        await new Promise((resolve) => setTimeout(resolve, throws.between(150, 700)))
        await served.get(folders[0])?.kill()
        const before = claims.filter(({ receipt, client: by }) => receipt && by !== mine.cq && by !== mine.sc).length
        await new Promise((resolve) => setTimeout(resolve, 300))
        over = true
        await Promise.all(loads)
        survived +=
          claims.filter(({ receipt, client: by }) => receipt && by !== mine.cq && by !== mine.sc).length - before
        all.push(...claims)
      }
      expect(survived, 'receipts of the other after a kill').toBeGreaterThan(0)
      // What had no answer is in whole, and gives its receipt again, or not at all: told by the one that lives.
      const moved = all.map((claim): Claim => ({ ...claim, client: others[claim.file.party] }))
      const unanswered = moved.filter(({ receipt }) => !receipt)
      expect(moved.length).toBeGreaterThan(unanswered.length)
      for (const claim of unanswered) expect([200, 201]).toContain(await send(claim))
      const now = await readCheckpoint(others.cq, log)
      await expectKept(moved, now)
      const seen = moved.flatMap(({ receipt }) => (receipt ? [openSeen(receipt.checked.checkpoint, log)] : []))
      await expectConsistent(others.cq, seen.slice(-100), now)
      const places = moved.map(({ receipt }) => receipt?.checked.index)
      expect(new Set(places).size).toBe(places.length)
      expect(await served.get(folders[1])?.stop()).toBe(0)
      served.clear()
      expect(await auditWorld(world)).toMatchObject({ ok: true, size: now.size })
    },
    2 * MINUTE,
  )
})
