/** The drill: back up under load, lose the machine, restore elsewhere; the audit is clean, and no second history begins under the old name. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWords } from '../../../gateway/backup/durable.ts'
import { createClient } from '../../../gateway/client/client.ts'
import { type CheckedReceipt, checkReceipt } from '../../../gateway/client/receipt.ts'
import { writeKey } from '../../../gateway/key-file.ts'
import { openCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { listen, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld, testKey } from '../cli/running.ts'

let world: RunningWorld
let folder: string
let log: string
const receipts: { text: string; checked: CheckedReceipt }[] = []
let hour = 0

beforeAll(async () => {
  world = await startWorld()
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-drill-'))
  log = world.running().gateway.logVerifier
}, 60_000)
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)

/** A file of one row that nobody sent before; every third is padded past what is kept in the store itself. */
function next(): Uint8Array {
  const time = new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000).toISOString()
  const row = file(['朱沱', `${time.slice(0, 10)} ${time.slice(11, 13)}:00`, '1.1'])
  hour++
  return hour % 3 === 0 ? Buffer.concat([row, Buffer.from(`${'\n'.repeat(70_000)}`)]) : row
}

async function send(): Promise<void> {
  const client = world.client(world.sides.cq.agency)
  const answer = await client.write(`/v1/submissions?contract=${CONTRACT}`, { body: next(), contentType: 'text/csv' })
  const text = answer.text()
  receipts.push({ text, checked: checkReceipt(text, await client.keys()) })
}

const audit = async (data: string) => {
  const { code, stdout, stderr } = await runCommand(['ledger', 'audit', '--data', data])
  return { code, said: code === 0 ? '' : stdout + stderr }
}
const sizeOf = (note: string, verifier = log): number => {
  const named = ed25519Verifier(verifier)
  return openCheckpoint(note, [named], named.name).size
}

/** Opens a restored folder on a port of its own, as the same origin. */
async function opened<T>(data: string, use: (running: Running, origin: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const running = await listen(await openNodeGateway(data, { origin }), { port })
  try {
    return await use(running, origin)
  } finally {
    await running.close()
  }
}

describe('a backup taken while submissions come in', () => {
  let size = 0

  test('is whole, and stands at one commit', async () => {
    await send()
    let [busy, failed] = [true, 0]
    const load = Promise.all(
      [1, 2].map(async () => {
        while (busy) await send().catch(() => failed++)
      }),
    )
    const before = receipts.length
    const ran = await runCommand(['backup', '--data', world.data, '--to', at('backup')])
    busy = false
    await load
    expect({ code: ran.code, failed, stderr: ran.code === 0 ? '' : ran.stderr }).toEqual({
      code: 0,
      failed: 0,
      stderr: '',
    })
    // There was load, and it went on.
    expect(receipts.length - before).toBeGreaterThan(2)
    const said = JSON.parse(ran.stdout)
    size = said.size
    expect(sizeOf(said.checkpoint)).toBe(size)
    expect(said.log).toBe(log)
    expect(await runCommand(['backup', '--check', at('backup')])).toMatchObject({ code: 0 })
    expect(readdirSync(at('backup'))).not.toContain('keys')
  })

  test('does not go over one that is there, and leaves nothing half-done', async () => {
    const again = await runCommand(['backup', '--data', world.data, '--to', at('backup')])
    expect(again.code).toBe(6)
    expect(again.stderr).toContain('is there already')
    expect(existsSync(`${at('backup')}.part`)).toBe(false)
  })

  test('with a byte changed, a file gone or one more is refused by name, and nothing is put back', async () => {
    const spoil = async (name: string, how: (copy: string) => void, said: string) => {
      cpSync(at('backup'), at(name), { recursive: true })
      how(at(name))
      const ran = await runCommand(['restore', '--from', at(name), '--data', at(`${name}-data`)])
      expect({ name, code: ran.code, told: ran.stderr.includes(said) }).toEqual({ name, code: 3, told: true })
      expect(existsSync(at(`${name}-data`))).toBe(false)
    }
    await spoil(
      'changed',
      (copy) => {
        const bytes = readFileSync(join(copy, 'chuanyu.sqlite'))
        bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
        writeFileSync(join(copy, 'chuanyu.sqlite'), bytes)
      },
      'chuanyu.sqlite: 内容已变 · changed',
    )
    await spoil('cut', (copy) => truncateSync(join(copy, 'manifest.json'), 300), '清单残缺或有误')
    await spoil('unfinished', (copy) => rmSync(join(copy, 'manifest.json')), 'not a backup, or one cut short')
    await spoil('gone', (copy) => rmSync(join(copy, 'gateway.json')), 'gateway.json: 缺失 · missing')
    await spoil('more', (copy) => writeFileSync(join(copy, 'stray'), 'x'), 'stray: 清单中没有 · not in the manifest')
  })

  describe('when the machine is lost', () => {
    beforeAll(async () => {
      // More is sent after the backup: receipts that it knows nothing of.
      for (let more = 0; more < 3; more++) await send()
      cpSync(join(world.data, 'keys'), at('keys'), { recursive: true })
      await world.stop()
      rmSync(world.data, { recursive: true })
    })

    test('is not put back with the keys of another ledger, nor into a folder that holds something', async () => {
      mkdirSync(at('strange'))
      for (const name of ['log', 'gateway']) writeKey(join(at('strange'), `${name}.jwk`), testKey().privateJwk)
      const ran = await runCommand(['restore', '--from', at('backup'), '--data', at('data'), '--keys', at('strange')])
      expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('not the key of this ledger') })
      expect(existsSync(at('data'))).toBe(false)
      const full = await runCommand(['restore', '--from', at('backup'), '--data', at('keys')])
      expect(full).toMatchObject({ code: 6, stderr: expect.stringContaining('is not empty') })
      expect(readdirSync(at('keys')).toSorted()).toEqual(['gateway.jwk', 'log.jwk'])
    })

    test('is put back whole: every receipt of its size is in it, and the audit is clean', async () => {
      const ran = await runCommand(['restore', '--from', at('backup'), '--data', at('data'), '--keys', at('keys')])
      expect({ code: ran.code, stderr: ran.code === 0 ? '' : ran.stderr }).toEqual({ code: 0, stderr: '' })
      expect(await audit(at('data'))).toEqual({ code: 0, said: '' })
      const known = receipts.filter(({ checked }) => checked.index < size)
      expect(known.length).toBeGreaterThan(0)
      expect(known.length).toBeLessThan(receipts.length)
      await opened(at('data'), async (running, origin) => {
        for (const { text } of known) {
          const { submission } = JSON.parse(text).receipt
          expect((await running.gateway.store.submission(submission))?.receipt).toBe(text)
        }
        expect((await fetch(`${origin}/v1/ledger/checkpoint`)).status).toBe(200)
      })
    })

    test('is held: it reads, says so on /readyz, and takes nothing', async () => {
      await opened(at('data'), async (running, origin) => {
        const ready = await fetch(`${origin}/readyz`)
        expect(ready.status).toBe(503)
        expect(await ready.json()).toMatchObject({ checks: { writable: { ok: false } } })
        const client = createClient({ origin, key: world.sides.cq.agency })
        const how = { body: next(), contentType: 'text/csv' }
        const refused = await client.write(`/v1/submissions?contract=${CONTRACT}`, how).catch((error: unknown) => error)
        await client.close()
        expect(refused).toMatchObject({ code: 'ledger-held', status: 503 })
        expect(running.gateway.log.head().size).toBe(size)
        const busy = await runCommand(['restore', '--data', at('data'), '--new-origin', 'gateway.test/other'])
        expect(busy.stderr).toContain('stop the gateway first')
        expect(busy.code).not.toBe(0)
      })
    })

    test('does not go on where somebody has seen more: that would be a fork', async () => {
      const newest = receipts.at(-1)
      writeFileSync(at('receipts.ndjson'), `${newest?.text}\n`)
      const ran = await runCommand(['restore', '--data', at('data'), '--resume', '--seen', at('receipts.ndjson')])
      expect(ran.code).toBe(6)
      expect(ran.stderr).toContain(`the backup has ${size}`)
      expect(existsSync(join(at('data'), 'hold.json'))).toBe(true)
    })

    test('does not go on for a file that has no checkpoint of this ledger', async () => {
      writeFileSync(at('nothing.json'), '{"checkpoint": "x"}')
      const ran = await runCommand(['restore', '--data', at('data'), '--resume', '--seen', at('nothing.json')])
      expect(ran.code).toBe(2)
      expect(existsSync(join(at('data'), 'hold.json'))).toBe(true)
    })

    test('goes on under another name: the audit stays clean, and new receipts are of the new log', async () => {
      const ran = await runCommand(['restore', '--data', at('data'), '--new-origin', 'gateway.test/log-2'])
      expect(ran.code).toBe(0)
      const begun = JSON.parse(ran.stdout)
      expect(begun).toMatchObject({ former: { key: log, size } })
      await opened(at('data'), async (running, origin) => {
        expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ status: 'ready' })
        expect(running.gateway.logVerifier).toBe(begun.log)
        const note = await (await fetch(`${origin}/v1/ledger/checkpoint`)).text()
        expect(sizeOf(note, begun.log)).toBe(size)
        expect(() => sizeOf(note)).toThrow()
        const client = createClient({ origin, key: world.sides.cq.agency })
        const how = { body: next(), contentType: 'text/csv' }
        const text = (await client.write(`/v1/submissions?contract=${CONTRACT}`, how)).text()
        expect(checkReceipt(text, await client.keys())).toMatchObject({ index: size })
        expect(sizeOf(JSON.parse(text).receipt.checkpoint, begun.log)).toBe(size + 1)
        await client.close()
      })
      expect(await audit(at('data'))).toEqual({ code: 0, said: '' })
    })
  })
})

test('a disk that fills up is called that, and what is left is told', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  expect(String(inWords(full, 'LEFT'))).toBe('Error: 磁盘已满 · the disk is full; LEFT')
  expect(String(inWords(new Error('SQLITE_FULL: database or disk is full'), 'LEFT'))).toContain('磁盘已满')
  const other = new Error('EIO')
  expect(inWords(other, 'LEFT')).toBe(other)
})

describe('a backup that nothing came after', () => {
  test('goes on under its own name once what others saw is all in it; the ledger only grows', async () => {
    const calm = await startWorld()
    try {
      const key = calm.keyFile('agency', calm.sides.cq.agency)
      const trust = join(calm.folder, 'trust.json')
      const roots = { cq: calm.sides.cq.root.jwk, sc: calm.sides.sc.root.jwk }
      const { logVerifier } = calm.running().gateway
      writeFileSync(trust, JSON.stringify({ format: 'chuanyu-trust', v: 1, sandbox: true, log: logVerifier, roots }))
      const watch = () =>
        runCommand(['witness', '--origin', calm.origin, '--trust', trust, '--state', join(calm.folder, 'seen.json')])
      const submit = (name: string, day: string) => {
        writeFileSync(join(calm.folder, name), file(['朱沱', `${day} 08:00`, '1.1']))
        const files = ['--contract', CONTRACT, join(calm.folder, name)]
        return runCommand(['submit', '--origin', calm.origin, '--key', key, ...files])
      }
      expect((await submit('a.csv', '2025-11-04')).code).toBe(0)
      expect((await watch()).code).toBe(0)
      await calm.stop()
      const backup = join(calm.folder, 'backup')
      expect((await runCommand(['backup', '--data', calm.data, '--to', backup, '--with-keys'])).code).toBe(0)
      rmSync(calm.data, { recursive: true })
      expect((await runCommand(['restore', '--from', backup, '--data', calm.data])).code).toBe(0)
      const seen = ['--seen', join(calm.folder, 'seen.json')]
      expect((await runCommand(['restore', '--data', calm.data, '--resume', ...seen])).code).toBe(0)
      await calm.start()
      expect((await submit('b.csv', '2025-11-05')).code).toBe(0)
      const grown = await watch()
      expect({ code: grown.code, said: grown.stderr }).toMatchObject({
        code: 0,
        said: expect.stringContaining('grown'),
      })
      await calm.stop()
      expect(await audit(calm.data)).toEqual({ code: 0, said: '' })
    } finally {
      await calm.close()
    }
  })
})
