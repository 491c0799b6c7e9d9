/** A database put back: its ledger is held, wherever it was put and whoever opens it, until it is known that no second history begins. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../gateway/cli/command.ts'
import { backupCommand } from '../../../gateway/cli/commands/backup.ts'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { ledgerAuditCommand } from '../../../gateway/cli/commands/ledger-audit.ts'
import { restoreCommand } from '../../../gateway/cli/commands/restore.ts'
import { ClientError } from '../../../gateway/client/error.ts'
import { parseCommented } from '../../../gateway/machine/commented.ts'
import { ConfigRefused } from '../../../gateway/machine/refused.ts'
import { openNodeGateway } from '../../../gateway/node.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { describePostgres } from '../../postgres.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { callCommand, type Ran } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { configure, writeConfig } from '../machine/folder.ts'
import { copyFolder } from './pair.ts'

function hasTools(): boolean {
  try {
    for (const tool of ['pg_dump', 'pg_restore']) execFileSync(tool, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describePostgres('a ledger in PostgreSQL', (server) => {
  let world: RunningWorld
  let days = 0

  /** Sends one row that nobody sent before; resolves with the file of its receipt. */
  async function send(): Promise<string> {
    const day = String(++days).padStart(2, '0')
    const bytes = file(['朱沱', `2025-10-${day} 08:00`, '1.9'])
    const { text } = await world
      .client(world.sides.cq.agency)
      .submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    const receipt = join(world.folder, `receipt-${day}.json`)
    writeFileSync(receipt, text)
    return receipt
  }
  async function refused(): Promise<unknown> {
    const error = await send().catch((thrown: unknown) => thrown)
    return error instanceof ClientError ? [error.status, error.code] : error
  }
  const run = (command: Command, ...args: string[]): Promise<Ran> =>
    callCommand(command, [...args, '--data', world.data])
  const lineOf = ({ stderr }: Ran, tool: string): string =>
    stderr.split('\n').find((line) => line.trim().startsWith(tool)) ?? `false # no ${tool} in ${stderr}`
  const held = async (): Promise<boolean> => {
    const { checks }: { checks: { writable: { ok: boolean } } } = JSON.parse(
      await (await fetch(`${world.origin}/readyz`)).text(),
    )
    return !checks.writable.ok
  }

  beforeAll(async () => {
    const url = await server.fresh('database')
    world = await startWorld({ config: { postgres: { url }, logging: { level: 'off' } } })
  }, 60_000)
  afterAll(() => world?.close())

  test('begins once, however many gateways start on an empty database at once', async () => {
    const config = { postgres: { url: await server.fresh('database') }, logging: { level: 'off' } } as const
    const folders = ['a', 'b', 'c'].map((name) => copyFolder(world, name))
    for (const folder of folders) {
      const own: object = Object(parseCommented(readFileSync(join(folder, 'gateway.json'), 'utf8')))
      writeConfig(folder, { ...own, ...config })
    }
    const opened = await Promise.all(folders.map((folder) => openNodeGateway(folder)))
    for (const { held, store } of opened) {
      expect(held()).toBe(false)
      expect((await store.head()).size).toBe(0)
      await store.close()
    }
  })

  describe.skipIf(!hasTools())(
    'dumped while it is written to, and put back by the lines that the command tells',
    () => {
      let early: string
      let url: string

      test('is dumped by the lines that stand in the place of a backup', async () => {
        early = await send()
        const told = await run(backupCommand, '--to', join(world.folder, 'backup'))
        expect(told.code).toBe(2)
        execFileSync('sh', ['-c', lineOf(told, 'pg_dump')], { cwd: world.folder })
        execFileSync('sh', ['-c', lineOf(told, 'tar')], { cwd: world.folder })
        await send()
      })

      test('goes into another database, and is held there: read as ever, and not appended to', async () => {
        url = await server.fresh('database')
        await world.stop()
        const refusal: unknown = await configure(world, { postgres: { url } }).catch((error: unknown) => error)
        // It is empty as yet, and this gateway has seen another.
        expect(refusal).toBeInstanceOf(ConfigRefused)
        expect(String(refusal)).toContain('seen.json')
        // It is left as it was found, or nothing could be put back into it.
        const empty = await openPostgres({ url })
        expect(await empty.all("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
        await empty.close()
        const told = await run(restoreCommand, '--from', join(world.folder, 'backup'))
        expect(told.code).toBe(2)
        execFileSync('sh', ['-c', lineOf(told, 'pg_restore')], { cwd: world.folder })
        await world.start()
        expect(await held()).toBe(true)
        expect(await refused()).toEqual([503, 'ledger-held'])
        expect((await fetch(`${world.origin}/v1/ledger/checkpoint`)).status).toBe(200)
      }, 60_000)

      test('the doctor says so', async () => {
        const { code, stdout } = await run(doctorCommand)
        expect(code).toBe(3)
        expect(stdout).toContain('the ledger is held')
        expect(stdout).toContain('seen.json tells of')
        expect(stdout).toMatch(/the store is PostgreSQL \d+/)
      })

      test('does not go on for what was seen early, since the gateway itself has seen more', async () => {
        await world.stop()
        const { code, stderr } = await run(restoreCommand, '--resume', '--seen', early)
        expect(code).toBe(6)
        expect(stderr).toContain('seen.json')
      })

      test('does not take another name while any gateway is at it', async () => {
        const second = await openNodeGateway(copyFolder(world, 'second'))
        try {
          expect(second.held()).toBe(true)
          const { code, stderr } = await run(restoreCommand, '--new-origin', 'gateway.test/log-2')
          expect(code).toBe(1)
          expect(stderr).toContain('stop every gateway first')
        } finally {
          await second.store.close()
        }
      })

      test('goes on under another name, clean, and no gateway with the former key opens it', async () => {
        expect((await run(restoreCommand, '--new-origin', 'gateway.test/log-2')).code).toBe(0)
        await world.start()
        expect(await held()).toBe(false)
        const text = readFileSync(await send(), 'utf8')
        expect(text).toContain('gateway.test/log-2')
        expect(await run(ledgerAuditCommand)).toMatchObject({ code: 0 })
        await expect(openNodeGateway(join(world.folder, 'second'))).rejects.toThrow(ConfigRefused)
      }, 60_000)
    },
  )

  describe('copied when nothing more had come', () => {
    test('is held until what others saw is compared, and then goes on for good', async () => {
      const receipt = await send()
      await world.stop()
      const { postgres }: { postgres: { url: string } } = JSON.parse(
        readFileSync(join(world.data, 'gateway.json'), 'utf8').replace(/^\s*\/\/.*$/gm, ''),
      )
      const before = new URL(postgres.url)
      const copy = `${before.pathname.slice(1)}_copy`
      await server.ask(`CREATE DATABASE ${copy} TEMPLATE ${before.pathname.slice(1)}`)
      before.pathname = `/${copy}`
      await configure(world, { postgres: { url: before.href } })
      expect(await held()).toBe(true)
      await world.stop()
      expect((await run(restoreCommand, '--resume', '--seen', receipt)).code).toBe(0)
      for (let at = 0; at < 2; at++) {
        await world.start()
        expect(await held()).toBe(false)
        await send()
        await world.stop()
      }
      expect((await run(restoreCommand, '--resume', '--seen', receipt)).stderr).toContain('is not held')
    }, 60_000)

    test('is held by hand, in every folder', async () => {
      expect((await run(restoreCommand, '--hold')).code).toBe(0)
      const second = await openNodeGateway(copyFolder(world, 'third'))
      expect(second.held()).toBe(true)
      await second.store.close()
      await world.start()
      expect(await held()).toBe(true)
      await world.stop()
      const receipt = join(world.folder, `receipt-${String(days).padStart(2, '0')}.json`)
      expect((await run(restoreCommand, '--resume', '--seen', receipt)).code).toBe(0)
      await world.start()
      expect(await held()).toBe(false)
    }, 60_000)
  })

  test('put back under a running gateway is not gone on from: nothing is acknowledged until it is as it was', async () => {
    const { store } = world.running().gateway
    const early = await store.head()
    await send()
    const late = await store.head()
    const { postgres }: { postgres: { url: string } } = JSON.parse(
      readFileSync(join(world.data, 'gateway.json'), 'utf8'),
    )
    const db = await openPostgres({ url: postgres.url })
    const put = async ({ size, time, root, checkpoint }: typeof early): Promise<void> => {
      await db.all('UPDATE head SET size = ?, time = ?, root = ?, checkpoint = ?', [size, time, root, checkpoint])
    }
    try {
      await put(early)
      expect(await refused()).toEqual([503, 'store-unavailable'])
      expect((await fetch(`${world.origin}/v1/ledger/checkpoint`)).status).toBe(503)
      expect((await fetch(`${world.origin}/readyz`)).status).toBe(503)
      await put(late)
      expect((await fetch(`${world.origin}/readyz`)).status).toBe(200)
      await send()
    } finally {
      await db.close()
    }
    expect(await run(ledgerAuditCommand)).toMatchObject({ code: 0 })
  }, 60_000)

  test('that lacks what this gateway has seen of it is held', async () => {
    await world.stop()
    const seen = join(world.data, 'seen.json')
    const text = readFileSync(seen, 'utf8')
    const { checkpoint, size }: { checkpoint: string; size: number } = JSON.parse(text)
    writeFileSync(seen, JSON.stringify({ checkpoint, size: size + 1 }))
    await world.start()
    expect(await held()).toBe(true)
    await world.stop()
    writeFileSync(seen, text)
    await world.start()
    expect(await held()).toBe(false)
  }, 60_000)
})
