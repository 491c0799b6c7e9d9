/** One data folder under both SQLite drivers by turns: each reads, audits and replays what the other wrote, and appends behind it. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../../gateway/client/client.ts'
import { readConfig } from '../../../gateway/node.ts'
import { DRIVER_NAMES, type DriverName } from '../../../gateway/store/sqlite/driver.ts'
import { freePort } from '../../free-port.ts'
import { describeDriver } from '../store/drivers.ts'
import { CONTRACT, file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand, startCommand } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const WORDS = { sqlite3: 'sqlite3', 'node:sqlite': 'node' } as const
const SETTING = 'CHUANYU_SQLITE'

let world: RunningWorld
const children: ChildProcessWithoutNullStreams[] = []
beforeAll(async () => {
  world = await startWorld()
  await world.stop()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await world?.close()
})

/** Serves the world's folder from a process of its own while `work` runs; resolves with all it said on stderr. */
async function served(word: string, work: () => Promise<void>, port = world.port): Promise<string> {
  const child = startCommand(['serve', '--data', world.data, '--port', String(port)], { [SETTING]: word })
  children.push(child)
  child.stdout.resume()
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('listening on')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`serve ended (${code}): ${said}`)))
  })
  try {
    await work()
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  expect(child.exitCode).toBe(0)
  return said
}

const command = (word: string, ...args: string[]): Promise<Ran> =>
  runCommand([...args, '--data', world.data], { [SETTING]: word })

let day = 0
/** Two files of one day, the second of which corrects the first; every receipt is checked as it comes in. */
async function submitTwice(): Promise<void> {
  day += 1
  const time = `2025-10-${String(day).padStart(2, '0')} 08:00`
  const agency = world.client(world.sides.cq.agency)
  for (const codMn of ['1.1', '2.2']) {
    const rows = Array.from({ length: 40 }, (_, at) => ['朱沱', time.replace('08:00', `08:${10 + at}`), codMn] as const)
    const done = await agency.submit({ contract: CONTRACT, bytes: file(...rows), mediaType: 'text/csv' })
    expect([done.repeated, done.header.accepted.count]).toEqual([false, 40])
  }
}

// Both are needed for either.
await describeDriver('sqlite3', () => {
  describe.each(DRIVER_NAMES)('%s', takesTurns)

  test('two gateways at once, each with another, append to one ledger without a fork', async () => {
    const config = join(world.data, 'gateway.json')
    const { origin, log, sandbox, contact, roots } = readConfig(world.data)
    writeFileSync(config, JSON.stringify({ origin, log, sandbox, contact, roots, shared: true }))
    const port = await freePort()
    const key = world.sides.sc.agency
    const second = createClient({ origin: `http://127.0.0.1:${port}`, key })
    const places: number[] = []
    const both = async (): Promise<void> => {
      const clients = [world.client(key), second]
      const sent = Array.from({ length: 24 }, async (_, at) => {
        const bytes = file(['金子', `2025-09-${String(at + 1).padStart(2, '0')} 08:00`, '1.4'])
        const done = await clients[at % 2]?.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
        if (done) places.push(done.leaf.index)
      })
      await Promise.all(sent)
    }
    await served('sqlite3', async () => {
      await served('node', both, port)
    })
    await second.close()
    const [first = 0] = places.sort((a, b) => a - b)
    expect(places).toEqual(Array.from({ length: 24 }, (_, at) => first + at))
    for (const word of Object.values(WORDS)) expect((await command(word, 'ledger', 'audit')).code).toBe(0)
  })
})

function takesTurns(driver: DriverName): void {
  const other = driver === 'sqlite3' ? 'node:sqlite' : 'sqlite3'
  const [word, otherWord] = [WORDS[driver], WORDS[other]]

  test('serves a folder that the other has served, says which it is, and warns of nothing', async () => {
    await served(otherWord, submitTwice)
    const said = await served(word, async () => {
      await submitTwice()
      const ready: unknown = await (await fetch(`${world.origin}/readyz`)).json()
      expect(ready).toMatchObject({ store: { driver } })
      const count = day * 80
      let found = 0
      const all = { contract: CONTRACT, revisions: 'all' } as const
      for await (const _ of world.client(world.sides.cq.agency).records(all)) found += 1
      expect(found).toBe(count)
    })
    expect(said).not.toMatch(/experimental|cannot be loaded/i)
  })

  test('audits what both have written, and finds it clean', async () => {
    const { code, stdout, stderr } = await command(word, 'ledger', 'audit', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  })

  test('replays what both have written, without a difference', async () => {
    const { code, stdout, stderr } = await command(word, 'ledger', 'replay', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(jsonLines(stdout).at(-1)).toMatchObject({ type: 'summary', submissions: day * 2 })
  })
}

test('a word that names no driver is refused with those that do', async () => {
  for (const args of [['serve'], ['ledger', 'audit'], ['ledger', 'replay']]) {
    const { code, stderr } = await command('better', ...args)
    expect(code).not.toBe(0)
    expect(stderr).toContain('CHUANYU_SQLITE: expected sqlite3 or node, got better')
  }
})
