/** kill -9 of a move at each of its steps: never can both the files and the database be appended to, and the command once more ends it. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MoveStep } from '../../../gateway/backup/move.ts'
import { ASIDE_FOLDER } from '../../../gateway/backup/move-folder.ts'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { moveCommand } from '../../../gateway/cli/commands/move.ts'
import { createClient } from '../../../gateway/client/client.ts'
import { parseCommented } from '../../../gateway/machine/commented.ts'
import { ConfigRefused } from '../../../gateway/machine/refused.ts'
import { listen, openNodeGateway } from '../../../gateway/node.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { readHead } from '../../../gateway/store/sql/read.ts'
import { freePort } from '../../free-port.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld, CONTRACT, file, largeFile } from '../cli/audit-store.ts'
import { callCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { writeConfig } from '../machine/folder.ts'

const CHILD = join(import.meta.dirname, 'move-killed.ts')
const MINUTE = 60_000

/** What is to be found after a kill: who may append, of the gateway over the folder and one elsewhere that is told of the database. */
interface After {
  readonly folder: 'appends' | 'refuses' | 'held'
  readonly database: 'empty' | 'held'
}

const EXPECTED: Readonly<Record<'copying' | Exclude<MoveStep, 'checked'>, After>> = {
  copying: { folder: 'appends', database: 'empty' },
  proven: { folder: 'appends', database: 'empty' },
  committed: { folder: 'appends', database: 'held' },
  configured: { folder: 'refuses', database: 'held' },
  seen: { folder: 'refuses', database: 'held' },
  'store-aside': { folder: 'held', database: 'held' },
  'evidence-aside': { folder: 'held', database: 'held' },
}

describePostgres('a move that is killed', (server) => {
  let world: RunningWorld
  beforeAll(async () => {
    world = await startWorld()
    const { sides } = world
    await world
      .client(sides.cq.agency)
      .submit({ contract: CONTRACT, bytes: file(['朱沱', '2025-11-04 08:00', '1.1']), mediaType: 'text/csv' })
    await world.client(sides.sc.agency).submit({ contract: CONTRACT, bytes: largeFile(), mediaType: 'text/csv' })
    await world.stop()
  }, MINUTE)
  afterAll(() => world?.close())

  const config = (data: string): object => Object(parseCommented(readFileSync(join(data, 'gateway.json'), 'utf8')))

  function killed(...args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal ?? said)))
  }

  /** Whether a gateway over a folder would append. */
  async function folderDoes(data: string): Promise<After['folder']> {
    try {
      const { held, store } = await openNodeGateway(data)
      await store.close()
      return held() ? 'held' : 'appends'
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigRefused)
      expect(String(error)).toContain('chuanyu move')
      return 'refuses'
    }
  }

  /** What of the ledger there is in the database, by a gateway on another machine, told of it too soon. */
  async function databaseIs(url: string, name: string): Promise<After['database']> {
    const db = await openPostgres({ url })
    const [made] = await db.all("SELECT to_regclass('head') IS NOT NULL AS there")
    const size = made?.there === true ? (await readHead(db)).size : 0
    await db.close()
    if (size === 0) return 'empty'
    const other = join(world.folder, `${name}-other`)
    for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(other, one), { recursive: true })
    writeConfig(other, { ...config(other), postgres: { url } })
    const { held, store } = await openNodeGateway(other)
    expect(held()).toBe(true)
    await store.close()
    return 'held'
  }

  test.concurrent.each(Object.entries(EXPECTED))(
    'when it was %s leaves one at most that is appended to, and goes on from there',
    async (step, after) => {
      const data = join(world.folder, step)
      cpSync(world.data, data, { recursive: true })
      const url = await server.fresh('database')
      expect(await killed(data, url, step)).toBe('SIGKILL')
      expect({ folder: await folderDoes(data), database: await databaseIs(url, step) }).toEqual(after)

      const doctor = await callCommand(doctorCommand, ['--data', data])
      if (after.folder === 'appends') expect(doctor.stdout).not.toContain('chuanyu move')
      else expect(doctor.stdout).toContain('run chuanyu move --data DIR once more')

      const own = { ...world, data }
      let size = 10
      if (after.folder === 'appends') {
        // It goes on for a while before the operator comes back to it.
        const port = await freePort()
        const running = await listen(await openNodeGateway(data, { origin: `http://127.0.0.1:${port}` }), { port })
        const client = createClient({ origin: `http://127.0.0.1:${port}`, key: world.sides.cq.agency })
        const bytes = file(['朱沱', '2025-12-04 08:00', '1.1'])
        await client.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
        size++
        await client.close()
        await running.close()
      }
      const named = 'postgres' in config(data)
      const again = await callCommand(moveCommand, ['--data', data, ...(named ? [] : ['--to', url])])
      expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('✓') })
      expect(await folderDoes(data)).toBe('appends')
      expect(await auditWorld(own)).toMatchObject({ ok: true, size })
      expect(existsSync(join(data, ASIDE_FOLDER, 'evidence'))).toBe(true)
      for (const gone of ['chuanyu.sqlite', 'evidence']) expect(existsSync(join(data, gone)), gone).toBe(false)
    },
    MINUTE,
  )

  test('is not ended by the move of another ledger into its database', async () => {
    const url = await server.fresh('database')
    const data = join(world.folder, 'another')
    cpSync(world.data, data, { recursive: true })
    expect(await killed(data, url, 'committed')).toBe('SIGKILL')
    const other = await startWorld()
    await other.stop()
    const ran = await callCommand(moveCommand, ['--data', other.data, '--to', url])
    expect(ran).toMatchObject({ code: 6, stderr: expect.stringContaining('another ledger whose move broke off') })
    await other.close()
  })
})
