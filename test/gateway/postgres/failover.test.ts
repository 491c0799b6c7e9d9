/** A standby takes over under running gateways: whatever it lacks, no second history begins, and where it lacks nothing the ledger goes on. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { restoreCommand } from '../../../gateway/cli/commands/restore.ts'
import { type Client, ClientError, createClient } from '../../../gateway/client/client.ts'
import { parseCommented } from '../../../gateway/machine/commented.ts'
import { listen, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { describePostgres, startStandby, type TestStandby } from '../../postgres.ts'
import { auditWorld, CONTRACT, file } from '../cli/audit-store.ts'
import { callCommand, type Ran } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { writeConfig } from '../machine/folder.ts'
import { openProxy, type Way } from '../store/postgres-proxy.ts'
import { copyFolder } from './pair.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** How often a lane is refused before it ends. */
const REFUSALS = 3

/** A file that was sent, and its receipt. */
interface Sent {
  readonly at: 0 | 1
  readonly day: number
  readonly text: string
  readonly index: number
  readonly repeated: boolean
}

const resume = (folder: string, ...seen: readonly string[]): Promise<Ran> =>
  callCommand(restoreCommand, ['--data', folder, '--resume', ...seen.flatMap((one) => ['--seen', one])])

/** Two gateways, each at an address of its own, and the one address of their database. */
interface Site {
  readonly world: RunningWorld
  readonly folders: readonly [one: string, other: string]
  readonly way: Way
  /** A file of a day that nobody else sends. */
  send(at: 0 | 1, day: number): Promise<Sent>
  /** Status and code of what is refused. */
  refused(at: 0 | 1, day: number): Promise<unknown>
  get(at: 0 | 1, path: string): Promise<Response>
  writable(at: 0 | 1): Promise<unknown>
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

async function startSite(url: string): Promise<Site> {
  const way = await openProxy(url)
  const world = await startWorld({ config: { postgres: { url: way.url }, logging: { level: 'off' } } })
  const folder = copyFolder(world, 'second')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const own: object = Object(parseCommented(readFileSync(join(folder, 'gateway.json'), 'utf8')))
  writeConfig(folder, { ...own, origin })
  const open = async (): Promise<Running> => listen(await openNodeGateway(folder), { port })
  let second = await open()
  const origins = [world.origin, origin] as const
  const clientOf = (origin: string): Client => createClient({ origin, key: world.sides.cq.agency })
  const clients = [clientOf(origins[0]), clientOf(origins[1])] as const
  const site: Site = {
    world,
    folders: [world.data, folder],
    way,
    async send(at, day) {
      const date = new Date(Date.UTC(2015, 0, 1) + day * DAY).toISOString().slice(0, 10)
      const bytes = file(['朱沱', `${date} 08:00`, '1.9'])
      const { text, leaf, repeated } = await clients[at].submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
      return { at, day, text, index: leaf.index, repeated }
    },
    async refused(at, day) {
      const error = await site.send(at, day).catch((thrown: unknown) => thrown)
      return error instanceof ClientError ? [error.status, error.code] : error
    },
    get: (at, path) => fetch(`${origins[at]}${path}`),
    async writable(at) {
      const { checks }: { checks: { writable: { ok: boolean } } } = JSON.parse(
        await (await site.get(at, '/readyz')).text(),
      )
      return checks.writable.ok
    },
    async stop() {
      await world.stop()
      await second.close()
    },
    async start() {
      await world.start()
      second = await open()
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()))
      await second.close()
      await world.close()
      await way.close()
    },
  }
  return site
}

describePostgres('a primary that dies under two gateways', (server) => {
  describe.skipIf(!server.own)('and whose standby lacks what callers were told last', () => {
    let site: Site
    let standby: TestStandby
    let url: string
    let early: string
    const failures: string[] = []
    beforeAll(async () => {
      url = await server.fresh('database')
      standby = await startStandby(url)
      site = await startSite(url)
      early = (await site.send(0, 1)).text
      vi.spyOn(site.world.running().gateway.operations.log, 'error').mockImplementation((error) => {
        failures.push(String(error))
      })
    }, MINUTE)
    afterAll(async () => {
      await site?.close()
      await standby?.close()
    })

    test('is looked at by the doctor, who tells that nothing waits for the standby', async () => {
      const { stdout } = await callCommand(doctorCommand, ['--data', site.folders[1]])
      expect(stdout).toContain(
        '! 1 个备机跟随，都不是同步备机：由其接管时会丢失已发的回执 · standbys that follow: 1, none of them synchronous',
      )
    })

    test('goes on by itself after it led to a standby that only reads, where nothing is to be had', async () => {
      site.way.lead(standby.url)
      expect(await site.refused(0, 2)).toEqual([503, 'store-unavailable'])
      expect((await site.get(1, '/v1/ledger/checkpoint')).status).toBe(503)
      expect(await site.writable(1)).toBe(true)
      site.way.lead(url)
      expect((await site.get(1, '/readyz')).status).toBe(200)
      expect((await site.send(1, 2)).repeated).toBe(false)
    })

    test('is gone on from by neither: the one whose callers know more reads no further, the other reads on', async () => {
      // All connections of either are in use before, and none is made before it is needed.
      await site.send(0, 3)
      await standby.cut()
      const told = await site.send(0, 4)
      await server.stop('immediate')
      await standby.promote()
      site.way.lead(standby.url)
      expect(await site.refused(1, 5)).toEqual([503, 'ledger-held'])
      expect(await site.writable(1)).toBe(false)
      expect((await site.get(1, '/v1/ledger/checkpoint')).status).toBe(200)
      expect(await site.refused(0, 6)).toEqual([503, 'ledger-held'])
      expect(await site.writable(0)).toBe(false)
      expect((await site.get(0, '/v1/ledger/checkpoint')).status).toBe(503)
      expect(await standby.ask('SELECT size FROM head')).toEqual([{ size: String(told.index) }])
    })

    test('is told of in the log once, with what to run', () => {
      const told = failures.filter((one) => one.includes('restore'))
      expect(told).toHaveLength(1)
      expect(told[0]).toContain(`chuanyu restore --data ${site.world.data} --resume --seen FILE`)
      expect(told[0]).toContain(new URL(site.way.url).host)
    })

    test('cannot be let go by anybody who is shown what either gateway had told of', async () => {
      const seen = site.folders.map((folder) => join(folder, 'seen.json'))
      // Written when it was found out, not only when the gateway stops.
      expect(JSON.parse(readFileSync(seen[0] ?? '', 'utf8'))).toMatchObject({
        size: site.world.running().gateway.log.head().size,
      })
      await site.stop()
      const receipt = join(site.world.folder, 'early.json')
      writeFileSync(receipt, early)
      for (const [folder, shown] of [
        [site.folders[0], receipt],
        [site.folders[1], seen[0]],
      ] as const) {
        const { code, stderr } = await resume(folder, shown ?? '')
        expect(code).toBe(6)
        expect(stderr).toContain('going on would fork')
      }
    })

    test('goes on as if nothing had been once the address leads back to the server that has all of it', async () => {
      await server.start()
      site.way.lead(url)
      await site.world.start()
      expect(await site.writable(0)).toBe(true)
      expect((await site.send(0, 4)).repeated).toBe(true)
      await site.world.stop()
      site.way.lead(standby.url)
    })

    test(
      'holds for the gateway that knows more even after it was let go without it',
      async () => {
        expect((await resume(site.folders[1], join(site.folders[1], 'seen.json'))).code).toBe(0)
        await site.start()
        expect([await site.writable(0), await site.writable(1)]).toEqual([false, true])
        for (const day of [7, 8, 9]) await site.send(1, day)
        await site.stop()
        await site.start()
        // By now there is another history, longer than what it told of.
        expect([await site.writable(0), await site.writable(1)]).toEqual([false, true])
        await site.stop()
        expect(await resume(site.folders[0], join(site.folders[1], 'seen.json'))).toMatchObject({ code: 4 })
      },
      MINUTE,
    )
  })

  describe.skipIf(!server.own)('and whose standby has all of it', () => {
    let site: Site
    let standby: TestStandby
    beforeAll(async () => {
      await server.start().catch(() => undefined)
      const url = await server.fresh('database')
      standby = await startStandby(url)
      await server.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
      await server.ask('SELECT pg_reload_conf()')
      site = await startSite(url)
    }, MINUTE)
    afterAll(async () => {
      await site?.close()
      await standby?.close()
    })

    test('is looked at by the doctor, who finds nothing amiss with that', async () => {
      const { stdout } = await callCommand(doctorCommand, ['--data', site.folders[1]])
      expect(stdout).toContain('the store is PostgreSQL')
      expect(stdout).not.toContain('synchronous')
    })

    test(
      'is gone on from once that is compared: every receipt is in the one ledger, each file once',
      async () => {
        const receipts: Sent[] = []
        const unanswered: (readonly [at: 0 | 1, day: number])[] = []
        const load = async (at: 0 | 1): Promise<void> => {
          for (let day = 1 + at; unanswered.filter(([by]) => by === at).length < REFUSALS; day += 2) {
            const sent = await site.send(at, day).catch((error: unknown) => {
              if (error instanceof ClientError && error.status === 503) return null
              throw error
            })
            if (sent) receipts.push(sent)
            else unanswered.push([at, day])
          }
        }
        const loads = [load(0), load(1)]
        await vi.waitUntil(() => receipts.length > 6, MINUTE)
        await server.stop('immediate')
        await standby.promote()
        site.way.lead(standby.url)
        await vi.waitUntil(async () => !(await site.writable(0)) && !(await site.writable(1)), MINUTE)
        await Promise.all(loads)
        for (const at of [0, 1] as const) expect((await site.get(at, '/v1/ledger/checkpoint')).status).toBe(200)
        await site.stop()
        const shown = join(site.world.folder, 'receipts.ndjson')
        writeFileSync(shown, receipts.map(({ text }) => text).join('\n'))
        const seen = site.folders.map((folder) => join(folder, 'seen.json'))
        expect(await resume(site.folders[0], shown, ...seen)).toMatchObject({ code: 0 })
        await site.start()
        expect([await site.writable(0), await site.writable(1)]).toEqual([true, true])
        for (const [at, day] of unanswered) receipts.push(await site.send(at, day))
        for (const { text, at, day } of [...receipts]) {
          const again = await site.send(at, day)
          expect([again.text, again.repeated]).toEqual([text, true])
        }
        const places = receipts.map(({ index }) => index)
        expect(new Set(places).size).toBe(places.length)
        const report = await auditWorld(site.world)
        expect(report).toMatchObject({ ok: true })
        expect(report.size).toBe(Math.max(...places) + 1)
      },
      MINUTE,
    )
  })
})
