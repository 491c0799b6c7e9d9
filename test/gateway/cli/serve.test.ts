import { once } from 'node:events'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenOn } from '../../../gateway/cli/commands/serve.ts'
import { createClient } from '../../../gateway/client/client.ts'
import { writeKey } from '../../../gateway/key-file.ts'
import { MIGRATIONS } from '../../../gateway/store/sql/schema.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from './audit-store.ts'
import { runCommand, startCommand } from './run.ts'
import { type RunningWorld, startWorld, testKey } from './running.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
  await world.stop()
}, 60_000)
afterAll(() => world.close())

async function serving(...options: string[]) {
  const child = startCommand(['serve', '--data', world.data, ...options])
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  while (!said.includes('listening')) {
    if (child.exitCode !== null) throw new Error(said)
    await new Promise((done) => setTimeout(done, 20))
  }
  return { child, said: () => said }
}

describe('serve', () => {
  test('answers on the configured address, and stops at SIGTERM with what was sent kept', async () => {
    const { child, said } = await serving()
    expect(said()).toContain(`${world.origin} · `)
    const client = createClient({ origin: world.origin, key: world.sides.cq.agency })
    const sent = await Promise.all(
      ['04', '08', '12', '16'].map((hour) =>
        client.submit({
          contract: CONTRACT,
          bytes: file(['朱沱', `2025-11-04 ${hour}:00`, '1.1']),
          mediaType: 'text/csv',
        }),
      ),
    )
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    await client.close()
    // Two key lists, a contract and two registers signed by both, and what was sent.
    const audited = await runCommand(['ledger', 'audit', '--data', world.data, '--json'])
    expect(JSON.parse(audited.stdout)).toMatchObject({ ok: true, size: 8 + sent.length })
  })

  test('stopped amid submissions, it has stored every one it gave a receipt for, and none by half', async () => {
    const { child } = await serving()
    const client = createClient({ origin: world.origin, key: world.sides.sc.agency })
    let received = 0
    const sent = Array.from({ length: 60 }, async (_, at) => {
      await new Promise((done) => setTimeout(done, 5 * at))
      const rows = Array.from(
        { length: 24 },
        (_row, hour) => ['金子', `2025-10-${1 + (at % 28)} ${String(hour).padStart(2, '0')}:00`, `1.${at}`] as const,
      )
      return client.submit({ contract: CONTRACT, bytes: file(...rows), mediaType: 'text/csv' }).then(
        ({ id }) => {
          // Told to stop with most of the work still to come.
          if (++received === 5) child.kill('SIGTERM')
          return id
        },
        () => null,
      )
    })
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    const receipts = (await Promise.all(sent)).filter((id) => id !== null)
    await client.close()
    expect(receipts.length).toBeGreaterThanOrEqual(5)
    expect(receipts.length).toBeLessThan(60)
    const db = await openDatabase(join(world.data, 'chuanyu.sqlite'), { readOnly: true })
    const stored = new Set((await db.all('SELECT id FROM submission')).map((row) => row.id))
    await db.close()
    expect(receipts.filter((id) => !stored.has(id))).toEqual([])
    expect(await runCommand(['ledger', 'audit', '--data', world.data])).toMatchObject({ code: 0 })
  }, 30_000)

  test('on another port the address follows', async () => {
    const port = await freePort()
    const { child, said } = await serving('--port', String(port))
    const origin = `http://127.0.0.1:${port}`
    expect(said()).toContain(origin)
    const client = createClient({ origin, key: world.sides.cq.operator })
    expect((await client.read('/v1/consultations')).json()).toEqual({ consultations: [] })
    await client.close()
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  test('ends with 2 for a folder without a gateway or a port that is none', async () => {
    expect(await runCommand(['serve', '--data', world.folder])).toMatchObject({ code: 2, stdout: '' })
    expect(await runCommand(['serve', '--data', world.data, '--port', '70000'])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('a folder that is not what it was is not served, and the command ends', () => {
  const changed = async (change: () => void, undo: () => void) => {
    change()
    try {
      return await runCommand(['serve', '--data', world.data])
    } finally {
      undo()
    }
  }
  const keys = () => join(world.data, 'keys')
  const other = () => join(world.folder, 'other-keys')

  test('without its keys: it says which file, and what to put back', async () => {
    const ran = await changed(
      () => renameSync(keys(), other()),
      () => renameSync(other(), keys()),
    )
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(join(keys(), 'log.jwk'))
    expect(ran.stderr).toContain('put back the keys/ kept elsewhere')
  })

  test('with the key of another log, or under another name: its checkpoints would be of a second history', async () => {
    const log = join(keys(), 'log.jwk')
    const strange = await changed(
      () => {
        renameSync(log, other())
        writeKey(log, testKey().privateJwk)
      },
      () => renameSync(other(), log),
    )
    expect(strange).toMatchObject({ code: 2, stdout: '' })
    expect(strange.stderr).toContain('last checkpoint is not signed by this key under the name gateway.test/log')
    const config = join(world.data, 'gateway.json')
    const text = readFileSync(config, 'utf8')
    const renamed = await changed(
      () => writeFileSync(config, text.replace('gateway.test/log', 'gateway.test/renamed')),
      () => writeFileSync(config, text),
    )
    expect(renamed).toMatchObject({ code: 2, stderr: expect.stringContaining('under the name gateway.test/renamed') })
  })

  test('with a store that a newer version has migrated: it says so, and changes nothing', async () => {
    const db = await openDatabase(join(world.data, 'chuanyu.sqlite'))
    const newer = Math.max(...MIGRATIONS.map(({ version }) => version)) + 1
    await db.run('INSERT INTO migration VALUES (?, ?, ?, ?)', [newer, 'newer', '00', 1])
    await db.close()
    const ran = await runCommand(['serve', '--data', world.data])
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('存储由更新的版本写入') })
    const again = await openDatabase(join(world.data, 'chuanyu.sqlite'))
    await again.run('DELETE FROM migration WHERE version = ?', [newer])
    await again.close()
    expect(await runCommand(['ledger', 'audit', '--data', world.data])).toMatchObject({ code: 0 })
  })
})

describe('the port to listen on', () => {
  test('a loopback origin names it and follows another', () => {
    expect(listenOn('http://127.0.0.1:8787', undefined)).toEqual({ port: 8787, origin: 'http://127.0.0.1:8787' })
    expect(listenOn('http://localhost:8787', 9000)).toEqual({ port: 9000, origin: 'http://localhost:9000' })
  })

  test('an origin behind a proxy stays as it is', () => {
    expect(listenOn('https://gateway.example', undefined)).toEqual({ port: 8787, origin: 'https://gateway.example' })
    expect(listenOn('https://gateway.example:8443', 9000)).toEqual({
      port: 9000,
      origin: 'https://gateway.example:8443',
    })
  })
})
