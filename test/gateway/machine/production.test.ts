/** A gateway in production does not start when it would be unsafe; each refusal says what is wrong and how to mend it, in both languages. */
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { sandboxKeys } from '../../../gateway/cli/sandbox/keys.ts'
import { writeKey } from '../../../gateway/key-file.ts'
import { type ConfigFault, ConfigRefused } from '../../../gateway/machine/refused.ts'
import { openNodeGateway, readConfig } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { runCommand } from '../cli/run.ts'
import { testKey } from '../cli/running.ts'
import { productionFolder, writeConfig } from './folder.ts'

let made: { remove(): void }[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})

function folder(change?: Readonly<Record<string, unknown>>) {
  const one = productionFolder(change)
  made = [...made, one]
  return one
}

/** What opening a folder is refused with; nothing when it opens. */
async function faultsOf(data: string): Promise<readonly ConfigFault[]> {
  try {
    const gateway = await openNodeGateway(data)
    await gateway.store.close()
    return []
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error
    for (const { where, what, fix } of error.faults) {
      expect(where).not.toBe('')
      for (const { zh, en } of [what, fix]) {
        expect(zh).toMatch(/\p{Script=Han}|^chmod /u)
        expect(en).toMatch(/[a-z]{3}/)
      }
      expect(error.message).toContain(`${what.zh} · ${what.en}`)
      expect(error.message).toContain(`${fix.zh} · ${fix.en}`)
    }
    // Never half-started: no store, no security log, no evidence.
    expect(readdirSync(data).filter((name) => /sqlite|security|evidence/.test(name))).toEqual([])
    return error.faults
  }
}

const wheres = (faults: readonly ConfigFault[]): readonly string[] => faults.map(({ where }) => where)

describe('production', () => {
  test('starts when all is as it should be', async () => {
    expect(await faultsOf(folder().data)).toEqual([])
  })

  test('refuses an origin that is not encrypted, but for the machine’s own address', async () => {
    expect(wheres(await faultsOf(folder({ origin: 'http://gateway.test' }).data))).toEqual(['gateway.json /origin'])
    expect(wheres(await faultsOf(folder({ origin: 'http://10.0.3.8:8787' }).data))).toEqual(['gateway.json /origin'])
    expect(wheres(await faultsOf(folder({ origin: 'http://127.0.0.1.evil.test' }).data))).toEqual([
      'gateway.json /origin',
    ])
    for (const origin of ['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787'])
      expect(await faultsOf(folder({ origin }).data)).toEqual([])
  })

  test('refuses both roots being one key', async () => {
    const { jwk } = testKey()
    expect(wheres(await faultsOf(folder({ roots: { cq: jwk, sc: jwk } }).data))).toEqual(['gateway.json /roots'])
  })

  test('refuses a root that a standard prints for everybody to try with', async () => {
    const printed = { crv: 'Ed25519', kty: 'OKP', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
    expect(wheres(await faultsOf(folder({ roots: { cq: printed, sc: testKey().jwk } }).data))).toEqual([
      'gateway.json /roots/cq',
    ])
  })

  test('refuses a root whose private half lies in its own folder', async () => {
    const root = testKey()
    const { data } = folder({ roots: { cq: testKey().jwk, sc: root.jwk } })
    writeKey(join(data, 'keys', 'sc-root.jwk'), root.privateJwk)
    expect(wheres(await faultsOf(data))).toEqual([join(data, 'keys', 'sc-root.jwk')])
  })

  test('refuses the folder of a former sandbox, its roots and its names', async () => {
    const { data, config } = folder()
    const { roots } = sandboxKeys(join(data, 'sandbox'))
    writeConfig(data, {
      ...config,
      log: 'sandbox.chuanyu.example/log',
      contact: 'mailto:security@chuanyu.example',
      roots: { cq: roots.cq.jwk, sc: roots.sc.jwk },
    })
    expect([...wheres(await faultsOf(data))].sort()).toEqual(
      [
        'gateway.json /contact',
        'gateway.json /log',
        join(data, 'sandbox'),
        join(data, 'sandbox', 'cq-root.jwk'),
        join(data, 'sandbox', 'sc-root.jwk'),
      ].sort(),
    )
  })

  test.each([
    ['the folder', '', 0o750, '700'],
    ['the folder, for all', '', 0o705, '700'],
    ['a key', 'keys/log.jwk', 0o640, '600'],
    ['the other key', 'keys/gateway.jwk', 0o604, '600'],
  ])('refuses %s that others can read, and says how to shut it', async (_what, path, mode, mend) => {
    const { data } = folder()
    chmodSync(join(data, path), mode)
    const [first, ...more] = await faultsOf(data)
    expect(more).toEqual([])
    expect(first?.where).toBe(path === '' ? data : join(data, path))
    expect(first?.fix.en).toBe(`chmod ${mend} ${first?.where}`)
  })

  test('refuses a key of its own that is missing or broken', async () => {
    const { data } = folder()
    writeFileSync(join(data, 'keys', 'log.jwk'), '{}')
    expect(wheres(await faultsOf(data))).toEqual([join(data, 'keys', 'log.jwk')])
  })

  test.each(['security', 'mailto:', 'http://gateway.test/report', 'mailto:security@chuanyu.example'])(
    'refuses %s as a contact',
    async (contact) => {
      expect(wheres(await faultsOf(folder({ contact }).data))).toEqual(['gateway.json /contact'])
    },
  )

  test('refuses figures on an address that others reach, unless it says so', async () => {
    const port = await freePort()
    expect(wheres(await faultsOf(folder({ metrics: { host: '0.0.0.0', port } }).data))).toEqual([
      'gateway.json /metrics/host',
    ])
    expect(await faultsOf(folder({ metrics: { host: '0.0.0.0', port, exposed: true } }).data)).toEqual([])
    expect(await faultsOf(folder({ metrics: { port } }).data)).toEqual([])
  })

  test('refuses members that nothing reads, by their place', async () => {
    const change = { orgin: 'x', metrics: { port: 0, prot: 1 }, roots: undefined }
    const { data, config } = folder()
    writeConfig(data, { ...config, ...change, roots: { ...config.roots, gd: {} } })
    expect([...wheres(await faultsOf(data))].sort()).toEqual([
      'gateway.json /metrics/prot',
      'gateway.json /orgin',
      'gateway.json /roots/gd',
    ])
  })

  test('tells everything at once', async () => {
    const { jwk } = testKey()
    const { data } = folder({ origin: 'http://gateway.test', roots: { cq: jwk, sc: jwk }, spare: 1 })
    chmodSync(data, 0o755)
    expect(await faultsOf(data)).toHaveLength(4)
  })

  test('of which a sandbox is free', async () => {
    const { jwk } = testKey()
    const { data } = folder({ sandbox: true, origin: 'http://gateway.test', roots: { cq: jwk, sc: jwk }, spare: 1 })
    chmodSync(data, 0o755)
    expect(await faultsOf(data)).toEqual([])
  })
})

describe('a configuration of any kind', () => {
  const refused = (change: Readonly<Record<string, unknown>>): readonly ConfigFault[] => {
    const { data } = folder({ sandbox: true, ...change })
    try {
      readConfig(data)
      return []
    } catch (error) {
      if (error instanceof ConfigRefused) return error.faults
      throw error
    }
  }

  test.each([
    ['origin', undefined],
    ['origin', 'gateway.test'],
    ['origin', 'https://gateway.test/'],
    ['origin', 'ftp://gateway.test'],
    ['log', ''],
    ['contact', 7],
    ['sandbox', 'yes'],
    ['shared', 1],
    ['roots', undefined],
    ['roots', []],
  ])('is refused for %s as %j', (member, value) => {
    const faults = refused({ [member]: value })
    expect(faults.length).toBeGreaterThan(0)
    for (const { where } of faults) expect(where).toMatch(new RegExp(`^gateway\\.json /${member}`))
  })

  test.each([
    ['/metrics/port', { metrics: { port: 'x' } }],
    ['/metrics', { metrics: 9464 }],
    ['/logging/level', { logging: { level: 'debug' } }],
    ['/rates/keyReads/burst', { rates: { keyReads: { burst: 0 } } }],
    ['/trustedProxies/addresses', { trustedProxies: { addresses: ['proxy.test'] } }],
    ['/trustedProxies/addresses', { trustedProxies: { addresses: ['0.0.0.0/0'] } }],
    ['/trustedProxies/addresses', { trustedProxies: { addresses: [] } }],
    ['/trustedProxies/header', { trustedProxies: { addresses: ['10.0.0.1'], header: 'forwarded' } }],
    ['/securityLog/retentionDays', { securityLog: { retentionDays: 182 } }],
    ['/shutdown/limitSeconds', { shutdown: { limitSeconds: 0 } }],
  ])('is refused at %s for %j', (where, change) => {
    expect(wheres(refused(change))).toEqual([`gateway.json ${where}`])
  })

  test('keeps its security log 183 days if it says no more', () => {
    const { data } = folder({ securityLog: { retentionDays: 183 } })
    expect(readConfig(data).operating.securityLog.retentionDays).toBe(183)
  })

  test('is read or refused, whatever it holds', () => {
    const { data } = folder()
    const member = fc.constantFrom('origin', 'metrics', 'rates', 'trustedProxies', 'securityLog', 'roots', 'shutdown')
    fc.assert(
      fc.property(fc.dictionary(member, fc.jsonValue()), (config) => {
        writeConfig(data, config)
        expect(() => readConfig(data)).toThrow(ConfigRefused)
      }),
      { numRuns: 200 },
    )
  })
})

describe('chuanyu serve', () => {
  test('ends with 2 and both languages before it opens anything', async () => {
    const { data } = folder({ origin: 'http://gateway.test', spare: 1 })
    mkdirSync(join(data, 'sandbox'))
    const { code, stdout, stderr } = await runCommand(['serve', '--data', data, '--port', String(await freePort())])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.match(/^✗ /gm)).toHaveLength(3)
    expect(stderr).toContain('改 fix')
    expect(existsSync(join(data, 'chuanyu.sqlite'))).toBe(false)
  })

  test('ends with 2 for a configuration that is no JSON', async () => {
    const { data } = folder()
    writeFileSync(join(data, 'gateway.json'), '{')
    const { code, stderr } = await runCommand(['serve', '--data', data])
    expect(code).toBe(2)
    expect(stderr).toContain('the configuration cannot be read')
  })
})
