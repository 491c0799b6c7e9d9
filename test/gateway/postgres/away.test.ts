/** The database goes away and comes back: /readyz says so, nothing is acknowledged meanwhile, and all is well again without a restart. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClientError } from '../../../gateway/client/error.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld, CONTRACT, file, largeFile } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'

describePostgres('a gateway whose database', (server) => {
  let world: RunningWorld
  beforeAll(async () => {
    const url = await server.fresh('database')
    world = await startWorld({ config: { postgres: { url }, logging: { level: 'off' } } })
  }, 60_000)
  afterAll(() => world?.close())

  const send = (bytes: Uint8Array, party: 'cq' | 'sc' = 'cq') =>
    world.client(world.sides[party].agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
  const status = async (path: string): Promise<number> => (await fetch(`${world.origin}${path}`)).status
  async function refused(bytes: Uint8Array, party: 'cq' | 'sc' = 'cq'): Promise<unknown> {
    const error = await send(bytes, party).catch((thrown: unknown) => thrown)
    return error instanceof ClientError ? [error.status, error.code] : error
  }

  test.skipIf(!server.own).each(['fast', 'immediate'] as const)(
    'stops (%s) is alive and not ready, takes nothing, and all once it is back',
    async (how) => {
      const rows = file(['朱沱', how === 'fast' ? '2025-10-07 04:00' : '2025-10-08 04:00', '1.1'])
      expect(await status('/readyz')).toBe(200)
      await server.stop(how)
      expect(await status('/healthz')).toBe(200)
      expect(await status('/version')).toBe(200)
      const answer = await fetch(`${world.origin}/readyz`)
      expect(answer.status).toBe(503)
      expect(await answer.json()).toMatchObject({ status: 'not-ready', checks: { store: { ok: false } } })
      const page = await fetch(`${world.origin}/v1/ledger/checkpoint`)
      expect([page.status, await page.json()]).toMatchObject([503, { code: 'store-unavailable' }])
      expect(page.headers.get('retry-after')).toMatch(/^\d+$/)
      expect(await refused(rows)).toEqual([503, 'store-unavailable'])
      await server.start()
      expect(await status('/readyz')).toBe(200)
      expect((await send(rows)).repeated).toBe(false)
      expect((await send(rows)).repeated).toBe(true)
    },
    60_000,
  )

  test.skipIf(!server.own)(
    'stops in the midst of submissions loses no receipt',
    async () => {
      let running = true
      const sent: { readonly bytes: Uint8Array; readonly index: number }[] = []
      const sender = async (section: string, party: 'cq' | 'sc'): Promise<void> => {
        for (let at = 0; running; at++) {
          const day = String((at % 28) + 1).padStart(2, '0')
          const bytes = file([section, `2025-0${(Math.floor(at / 28) % 9) + 1}-${day} 08:00`, '1.2'])
          const receipt = await send(bytes, party).catch((error: unknown) => {
            if (error instanceof ClientError && error.status === 503) return null
            throw error
          })
          if (receipt) sent.push({ bytes, index: receipt.leaf.index })
          else await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
      const senders = [sender('朱沱', 'cq'), sender('金子', 'sc')]
      await new Promise((resolve) => setTimeout(resolve, 700))
      await server.stop('immediate')
      await server.start()
      await new Promise((resolve) => setTimeout(resolve, 700))
      running = false
      await Promise.all(senders)
      expect((await send(largeFile(), 'sc')).repeated).toBe(false)
      expect(new Set(sent.map(({ index }) => index)).size).toBe(sent.length)
      expect(sent.length).toBeGreaterThan(4)
      const report = await auditWorld(world)
      expect(report).toMatchObject({ ok: true })
      expect(report.size).toBeGreaterThan(Math.max(...sent.map(({ index }) => index)))
    },
    60_000,
  )
})
