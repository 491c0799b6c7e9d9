/** The doctor at work: a sound machine, folder, gateway, key and file have nothing to mend; what is wrong is named with how to mend it. */
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctorCommand } from '../../../../gateway/cli/commands/doctor.ts'
import { nodeFinding, proxyFindings } from '../../../../gateway/cli/doctor/machine.ts'
import { clockFinding } from '../../../../gateway/cli/doctor/remote.ts'
import { freePort } from '../../../free-port.ts'
import { CONTRACT, file } from '../audit-store.ts'
import { callCommand, jsonLines } from '../run.ts'
import { type RunningWorld, startWorld, testKey } from '../running.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

async function findings(args: readonly string[], code: number) {
  const ran = await callCommand(doctorCommand, [...args, '--json'])
  expect({ args, code: ran.code, stderr: ran.stderr }).toEqual({ args, code, stderr: '' })
  return jsonLines(ran.stdout)
}
const wrong = (found: readonly Record<string, unknown>[]): string[] =>
  found.filter(({ state }) => state === 'wrong').map(({ en }) => String(en))

describe('the machine', () => {
  const machine = { version: 'v24.1.0', platform: 'linux', arch: 'x64', env: {} }

  test('is told, and an old Node is not enough', () => {
    expect(nodeFinding(machine).state).toBe('well')
    expect(nodeFinding({ ...machine, version: 'v22.9.0' })).toMatchObject({ state: 'wrong' })
  })

  test('with a proxy set is told that this command goes past it', () => {
    expect(proxyFindings(machine)).toMatchObject([{ state: 'well' }])
    expect(proxyFindings({ ...machine, env: { HTTPS_PROXY: 'http://proxy:3128' } })).toMatchObject([{ state: 'look' }])
  })
})

describe('the clock', () => {
  // The gateway's Date says whole seconds: 08:00:00 stands for anything up to 08:00:01.
  const theirs = 'Thu, 26 Nov 2026 08:00:00 GMT'
  const at = (seconds: number): number => Date.parse(theirs) + seconds * 1000

  test.each([
    [0, 'well'],
    [0.9, 'well'],
    [15, 'well'],
    [-15, 'well'],
    [17, 'wrong'],
    [-16, 'wrong'],
  ])('%s s from the gateway’s is %s', (seconds, state) => {
    expect(clockFinding(theirs, at(seconds), at(seconds)).state).toBe(state)
  })

  test('that is behind is not told as ahead', () => {
    expect(clockFinding(theirs, at(-90), at(-90)).en).toBe("the clock is 90 s behind of the gateway's")
    expect(clockFinding(theirs, at(91), at(91)).en).toBe("the clock is 90 s ahead of the gateway's")
  })
})

describe('a gateway', () => {
  test('that is reached with a key on its list has nothing to mend', async () => {
    const key = world.keyFile('listed', world.sides.cq.agency)
    const found = await findings(['--origin', world.origin, '--key', key], 0)
    expect(found.map(({ en }) => String(en)).join('\n')).toMatch(
      /is reached: chuanyu[\s\S]*on cq's list: cq-monitoring, agency/,
    )
  })

  test('does not know a stranger’s key', async () => {
    const found = await findings(['--origin', world.origin, '--key', world.keyFile('stranger', testKey())], 3)
    expect(wrong(found)[0]).toContain("is on neither side's list")
  })

  test('that is not there is told as such', async () => {
    const found = await findings(['--origin', `http://127.0.0.1:${await freePort()}`], 3)
    expect(wrong(found)[0]).toContain('is not reached')
  })
})

describe('a data folder', () => {
  const copy = (name: string): string => {
    const to = join(world.folder, name)
    mkdirSync(to, { mode: 0o700 })
    for (const part of ['gateway.json', 'keys', 'chuanyu.sqlite'])
      cpSync(join(world.data, part), join(to, part), { recursive: true })
    return to
  }

  test('that is sound has nothing to mend', async () => {
    const found = await findings(['--data', world.data], 0)
    expect(found.map(({ en }) => String(en)).join('\n')).toMatch(
      /configuration reads[\s\S]*log key gateway\.test[\s\S]*the store is sound/,
    )
  })

  test('with a key others can read, a damaged store or an unreadable configuration is told so', async () => {
    const open = copy('open')
    chmodSync(join(open, 'keys', 'log.jwk'), 0o644)
    expect(wrong(await findings(['--data', open], 3))[0]).toContain('can be read by others')
    const damaged = copy('damaged')
    const bytes = readFileSync(join(damaged, 'chuanyu.sqlite'))
    writeFileSync(join(damaged, 'chuanyu.sqlite'), bytes.fill(7, 100, 4000))
    expect(wrong(await findings(['--data', damaged], 3))[0]).toContain('the store cannot be read')
    const broken = copy('broken')
    writeFileSync(join(broken, 'gateway.json'), '{ "origin": 3')
    expect(wrong(await findings(['--data', broken], 3))[0]).toContain('the configuration cannot be read')
  })

  test('in production is held to what is safe there', async () => {
    const unsafe = copy('unsafe')
    const text = readFileSync(join(unsafe, 'gateway.json'), 'utf8')
    writeFileSync(
      join(unsafe, 'gateway.json'),
      text
        .replace('"sandbox": true', '"sandbox": false')
        .replace(/"origin": "[^"]+"/, '"origin": "http://gateway.test"'),
    )
    expect(wrong(await findings(['--data', unsafe], 3)).join('\n')).toContain('http://gateway.test is not encrypted')
  })
})

describe('a file', () => {
  const written = (name: string, bytes: Uint8Array | string): string => {
    const path = join(world.folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const text = Buffer.from(file(['朱沱', '2025-11-04 08:00', '1.1'])).toString('utf8')

  test.each([
    ['UTF-8', Buffer.from(text), 'encoding UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'with a BOM'],
    ['GBK', iconv.encode(text, 'gbk'), 'GB 18030'],
  ])('in %s is told, and which contract reads it', async (name, bytes, said) => {
    const found = await findings([written(`${name}.csv`, bytes)], 0)
    const all = found.map(({ en }) => String(en)).join('\n')
    expect(all).toContain(said)
    expect(all).toContain(`fits --contract ${CONTRACT} --party cq: 1 of 1 rows`)
  })

  test('that nobody reads, or that is no table at all, is told with what to do', async () => {
    expect(wrong(await findings([written('other.csv', 'a,b\n1,2\n')], 3))[0]).toContain('no adapter')
    expect(wrong(await findings([written('picture.png', Buffer.from('89504e470d0a1a0a0000', 'hex'))], 3))).toHaveLength(
      1,
    )
  })
})

test('a request is explained down to the text that must be signed', async () => {
  const request = join(world.folder, 'failed.http')
  writeFileSync(request, 'GET /v1/consultations HTTP/1.1\nHost: x\n\n')
  const ran = await callCommand(doctorCommand, ['--origin', world.origin, '--request', request])
  expect(ran.code).toBe(3)
  expect(ran.stdout).toContain('✗ 缺少 Signature-Input · Signature-Input is missing\n  改 fix    ')
})
