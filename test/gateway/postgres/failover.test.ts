/** A standby takes over under running gateways: whatever it lacks, no second history begins, and where it lacks nothing the ledger goes on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

/** Two gateways, each at an address of its own, and the one address of their database. */
interface Site {
  readonly world: RunningWorld
  readonly folders: readonly [one: string, other: string]
  readonly origins: readonly [one: string, other: string]
  readonly way: Way
  send(at: 0 | 1, day: number): Promise<{ readonly text: string; readonly index: number; readonly repeated: boolean }>
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
  const clients: readonly Client[] = origins.map((origin) => createClient({ origin, key: world.sides.cq.agency }))
  const clientAt = (at: 0 | 1): Client => clients[at] ?? Object.freeze(createClient({ origin, key: world.sides.cq.agency }))
  const site: Site = {
    world,
    folders: [world.data, folder],
    origins,
    way,
    async send(at, day) {
      const bytes = file(['朱沱', `2025-10-${String(day).padStart(2, '0')} 08:00`, '1.9'])
      const { text, leaf, repeated } = await clientAt(at).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
      return { text, index: leaf.index, repeated }
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
  describe.skipIf(!server.own)('and whose standby lacks what was told last', () => {
    let site: Site
    let standby: TestStandby
    beforeAll(async () => {
      const url = await server.fresh('database')
      standby = await startStandby(url)
      site = await startSite(url)
    }, MINUTE)
    afterAll(async () => {
      await site?.close()
      await standby?.close()
    })

    test('is not gone on from by either: the one whose callers were told of more reads no further, the other reads on', async () => {
      await site.send(0, 1)
      await site.send(1, 2)
      await standby.cut()
      const told = await site.send(0, 3)
      await server.stop('immediate')
      await standby.promote()
      site.way.lead(standby.url)
      expect(await site.refused(1, 4)).toEqual([503, 'ledger-held'])
      expect(await site.writable(1)).toBe(false)
      expect((await site.get(1, '/v1/ledger/checkpoint')).status).toBe(200)
      expect(await site.refused(0, 5)).toEqual([503, 'ledger-held'])
      expect(await site.writable(0)).toBe(false)
      expect((await site.get(0, '/v1/ledger/checkpoint')).status).toBe(503)
      expect(told.index).toBe((await site.world.running().gateway.log.head()).size - 1)
    })
  })
})
