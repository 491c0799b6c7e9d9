/** From nothing to a first receipt by the command alone: a gateway made, both sides' keys under their roots, contract and register signed, a file tried and sent. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTrust } from '../../../gateway/client/verify/trust.ts'
import { readConfig } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand, startCommand } from './run.ts'

let folder: string
let origin: string
let stop: () => Promise<number | null>
const at = (name: string): string => join(folder, name)

async function ran(args: readonly string[], code = 0): Promise<Ran> {
  const done = await runCommand(args)
  expect({ args, code: done.code, stderr: done.code === code ? '' : done.stderr }).toEqual({ args, code, stderr: '' })
  return done
}
async function keygen(name: string): Promise<string> {
  const { stdout } = await ran(['keygen', '--out', at(`${name}.jwk`)])
  writeFileSync(at(`${name}.public.json`), stdout)
  return JSON.parse(stdout).kid
}
const init = (...more: readonly string[]) => [
  ...['init', '--data', at('data'), '--origin', origin, '--contact', 'mailto:security@gateway.test'],
  ...['--root-cq', at('cq-root.public.json'), '--root-sc', at('sc-root.public.json'), ...more],
]
const add = (party: string, name: string, role: string, ...more: readonly string[]) => [
  ...['keys', 'add', '--party', party, '--root', at(`${party}-root.jwk`), '--agency', `${party}-monitoring`],
  ...['--role', role, ...more, at(`${party}-${name}.public.json`)],
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-first-'))
  origin = `http://127.0.0.1:${await freePort()}`
  for (const party of ['cq', 'sc']) for (const name of ['root', 'agency', 'signatory']) await keygen(`${party}-${name}`)
}, 60_000)
afterAll(async () => {
  await stop?.()
  rmSync(folder, { recursive: true, force: true })
})

describe('init', () => {
  test('makes a folder with keys of its own, one commented configuration, and the trust file on stdout', async () => {
    const { stdout, stderr } = await ran(init())
    const text = readFileSync(at('data/gateway.json'), 'utf8')
    // Each member under what it means, in both languages; what may be left out stands there as a comment.
    expect(text).toMatch(/\/\/ 对外地址[^\n]*\n {2}\/\/ The address callers use[^\n]*\n {2}"origin": "http/)
    expect(text).toMatch(/ {2}\/\/ "metrics": \{/)
    expect(readConfig(at('data'))).toMatchObject({ origin, sandbox: false, log: `${new URL(origin).host}/log` })
    for (const name of ['log', 'gateway']) expect(statSync(at(`data/keys/${name}.jwk`)).mode & 0o077).toBe(0)
    expect(readTrust(stdout).sandbox).toBe(false)
    expect(stderr).toContain('chuanyu serve --data')
  })

  test('changes nothing of a folder that holds a gateway', async () => {
    const before = readFileSync(at('data/gateway.json'), 'utf8')
    await ran(init(), 6)
    expect(readFileSync(at('data/gateway.json'), 'utf8')).toBe(before)
  })

  test('takes no private key for a root, and no gateway without a contact', async () => {
    const other = (args: readonly string[]) => args.map((one) => (one === at('data') ? at('other') : one))
    await ran(other(init('--root-cq', at('cq-root.jwk'))), 2)
    await ran(other(init().filter((one) => !/^--contact$|^mailto:/.test(one))), 2)
    expect(existsSync(at('other'))).toBe(false)
  })
})

describe('with the gateway running', () => {
  beforeAll(async () => {
    const child = startCommand(['serve', '--data', at('data')])
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    stop = () => {
      child.kill('SIGTERM')
      return ended
    }
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8')
        if (said.includes('listening')) resolve()
      })
      void ended.then((code) => reject(new Error(`serve ended with ${code}: ${said}`)))
    })
  }, 60_000)

  test('keys are listed under their root, at once or from where the root has no network', async () => {
    await ran(['keys', 'show', '--origin', origin, '--party', 'cq'], 3)
    await ran(['keys', 'show', '--origin', origin, '--party', 'xx'], 2)
    await ran([...add('cq', 'agency', 'agency'), '--origin', origin])
    await ran([...add('cq', 'signatory', 'signatory', '--post', '签发人'), '--origin', origin])
    const { stdout } = await ran(['keys', 'show', '--origin', origin, '--party', 'cq'])
    expect(stdout).toMatch(/edition 2\n(?:✓ .*\n){2}$/)
    // Offline: the first list has none before it, the second is made from the first.
    const first = await ran([...add('sc', 'agency', 'agency'), '--list', at('none.json')])
    writeFileSync(at('first.json'), first.stdout)
    const second = await ran([...add('sc', 'signatory', 'signatory', '--post', '签发人'), '--list', at('first.json')])
    writeFileSync(at('second.json'), second.stdout)
    await ran(['keys', 'send', '--origin', origin, at('second.json')], 6)
    await ran(['keys', 'send', '--origin', origin, at('first.json')])
    await ran(['keys', 'send', '--origin', origin, at('second.json')])
  })

  test('a list by another root is refused, and so are a key listed twice and a role that is none', async () => {
    const foreign = add('cq', 'root', 'agency').map((one) => (one === at('cq-root.jwk') ? at('sc-root.jwk') : one))
    await ran([...foreign, '--origin', origin], 4)
    await ran([...add('cq', 'agency', 'agency'), '--origin', origin], 2)
    await ran([...add('sc', 'root', 'chief'), '--origin', origin], 2)
  })

  test('contract and register are seen first, then signed by their digest, by both', async () => {
    for (const what of [
      ['contract', CONTRACT],
      ['registry', 'sections'],
    ]) {
      const shown = await ran(['sign', ...what])
      const [, digest = ''] = /\s([0-9a-f]{64})\s/.exec(shown.stdout) ?? []
      const how = (party: string) => ['--origin', origin, '--key', at(`${party}-signatory.jwk`), '--digest', digest]
      await ran(['sign', ...what, ...how('cq').slice(0, -1), '0'.repeat(64)], 2)
      expect(jsonLines((await ran(['sign', ...what, ...how('cq')])).stdout)).toMatchObject([{ status: 'proposed' }])
      expect(jsonLines((await ran(['sign', ...what, ...how('sc')])).stdout)).toMatchObject([{ status: 'in-force' }])
    }
    await ran(['sign', 'contract', 'nothing'], 2)
  })

  test('a file is tried offline, sent, and has its receipt; the gateway is ready and its audit clean', async () => {
    writeFileSync(at('water.csv'), file(['朱沱', '2025-11-04 08:00', '1.1']))
    await ran(['normalise', '--party', 'cq', '--contract', CONTRACT, at('water.csv')])
    const sent = await ran([
      ...['submit', '--origin', origin, '--key', at('cq-agency.jwk'), '--contract', CONTRACT],
      at('water.csv'),
    ])
    expect(JSON.parse(sent.stdout)).toMatchObject({ receipt: { type: 'receipt', header: { party: 'cq' } } })
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    await ran(['ledger', 'audit', '--data', at('data')])
  })

  test('a revoked key sends nothing more', async () => {
    const { kid } = JSON.parse(readFileSync(at('cq-agency.public.json'), 'utf8'))
    const revoke = ['keys', 'revoke', '--party', 'cq', '--root', at('cq-root.jwk'), '--origin', origin]
    await ran([...revoke, kid])
    await ran([...revoke, 'nobody'], 2)
    writeFileSync(at('more.csv'), file(['朱沱', '2025-11-04 12:00', '1.1']))
    await ran(['submit', '--origin', origin, '--key', at('cq-agency.jwk'), '--contract', CONTRACT, at('more.csv')], 4)
  })

  test('it stops when told', async () => {
    expect(await stop()).toBe(0)
  })
})
