/** `chuanyu witness --key` from the shell: refused until the gateway lists it, then its word is served, comes along in proof bundles, and is shown by `verify`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { configure } from '../machine/folder.ts'
import { CONTRACT, file } from './audit-store.ts'
import { runCommand } from './run.ts'
import { type RunningWorld, startWorld, testKey } from './running.ts'

const PATH = '/v1/ledger/cosignatures'
let world: RunningWorld
let trust: Record<string, unknown>
let vkey = ''

beforeAll(async () => {
  world = await startWorld()
  trust = {
    format: 'chuanyu-trust',
    v: 1,
    sandbox: true,
    log: world.running().gateway.logVerifier,
    roots: { cq: world.sides.cq.root.jwk, sc: world.sides.sc.root.jwk },
  }
  writeFileSync(at('trust.json'), JSON.stringify(trust))
  world.keyFile('witness', testKey())
  const cq = world.client(world.sides.cq.agency)
  await cq.submit({ contract: CONTRACT, bytes: file(['朱沱', '2025-11-04 08:00', '1.1']), mediaType: 'text/csv' })
}, 60_000)
afterAll(() => world.close())

const at = (name: string) => join(world.folder, name)
const witness = (name: string, key = 'witness.jwk') =>
  runCommand([
    'witness',
    ...['--origin', world.origin, '--trust', at('trust.json'), '--state', at('seen.json')],
    ...['--key', at(key), '--name', name],
  ])

async function publish(): Promise<string> {
  const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
  const { id } = await world.client(world.sides.sc.operator).consult({ period })
  for (const party of PARTIES) await world.client(world.sides[party].reviewer).agree(id)
  for (const party of PARTIES) await world.client(world.sides[party].signatory).signRelease(id)
  return id
}

async function verified(id: string, name: string, members: object) {
  writeFileSync(
    at('bundle.json'),
    Buffer.from(await (await fetch(`${world.origin}/v1/releases/${id}/proof`)).arrayBuffer()),
  )
  writeFileSync(at(name), JSON.stringify({ ...trust, ...members }))
  return runCommand(['verify', at('bundle.json'), '--trust', at(name)])
}

describe('a witness with a key', () => {
  test('is told its key to list, and refused until it is', async () => {
    const { code, stderr } = await witness('witness.example/w1')
    expect(code).toBe(4)
    vkey = /witness's key: (\S+)/.exec(stderr)?.[1] ?? ''
    expect(vkey).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+B[A-Za-z0-9+/]+=*$/)
    expect(stderr).toContain('witness-unknown')
    expect((await fetch(world.origin + PATH)).status).toBe(404)
  })

  test('once listed is served, with the checkpoint it remembers', async () => {
    await configure(world, { witnesses: [vkey] })
    expect(await witness('witness.example/w1')).toMatchObject({ code: 0, stderr: expect.stringContaining('cosigned') })
    const note = await (await fetch(world.origin + PATH)).text()
    const { checkpoint } = JSON.parse(readFileSync(at('seen.json'), 'utf8'))
    expect(note.startsWith(checkpoint)).toBe(true)
    expect(note.slice(checkpoint.length)).toMatch(/^— witness\.example\/w1 [A-Za-z0-9+/]+=*\n$/)
  })

  test('is shown by verify to whom names it, once it has seen the release; others verify all the same', async () => {
    const id = await publish()
    const before = await verified(id, 'with.json', { witnesses: [vkey] })
    expect(before).toMatchObject({ code: 0, stdout: expect.not.stringContaining('witnessed') })
    expect((await witness('witness.example/w1')).code).toBe(0)
    const after = await verified(id, 'with.json', { witnesses: [vkey] })
    expect(after.stdout).toMatch(/见证 witnessed witness\.example\/w1 \d{4}-\d\d-\d\dT/)
    expect(after.code).toBe(0)
    expect(JSON.parse(readFileSync(at('bundle.json'), 'utf8')).cosignatures).toHaveLength(1)
    expect(await verified(id, 'without.json', {})).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('witnessed'),
    })
  })

  test('whose line in a bundle does not hold fails it for whom names it', async () => {
    const text = readFileSync(at('bundle.json'), 'utf8')
    const [line = ''] = JSON.parse(text).cosignatures
    const base64 = line.slice(line.lastIndexOf(' ') + 1)
    const bytes = Buffer.from(base64, 'base64')
    bytes[30] = (bytes[30] ?? 0) ^ 1
    writeFileSync(at('forged.json'), text.replace(base64, bytes.toString('base64')))
    const { code, stdout } = await runCommand(['verify', at('forged.json'), '--trust', at('with.json')])
    expect(code).toBe(4)
    expect(stdout).toContain('✗ 账本检查点 · Ledger checkpoint')
  })

  test('needs an Ed25519 key and a name that a key may have', async () => {
    world.keyFile('ec', testKey('ecdsa-p256-sha256'))
    expect(await witness('witness.example/w1', 'ec.jwk')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Ed25519'),
    })
    expect(await witness('two words')).toMatchObject({ code: 2 })
    expect(
      await runCommand([
        'witness',
        '--origin',
        world.origin,
        '--trust',
        at('trust.json'),
        '--state',
        at('s'),
        '--name',
        'w',
      ]),
    ).toMatchObject({
      code: 2,
    })
  })

  test('listed under a key of another kind, or twice, keeps the gateway from starting', async () => {
    await world.stop()
    for (const witnesses of [[trust.log], [vkey, vkey], ['w'], 'w', [1]]) {
      await expect(configure(world, { witnesses })).rejects.toThrow(/witnesses/)
    }
    await configure(world, { witnesses: [vkey] })
  })
})
