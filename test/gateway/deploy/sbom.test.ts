/** The bill of materials names what ships, and only that. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../../gateway/deploy/bundle.ts'
import { type SbomOptions, sbom } from '../../../gateway/deploy/sbom.ts'
import { licencesText, readShipped } from '../../../gateway/deploy/shipped.ts'

const shippedOf = (...names: string[]) =>
  names.map((name) => ({ name, version: '1.0.0', licence: 'MIT', texts: ['…'] }))
const told = {
  components: ['a', 'b', 'tool'].map((name) => ({
    'bom-ref': `${name}@1.0.0`,
    name,
    version: '1.0.0',
    scope: 'optional',
  })),
  dependencies: [
    { ref: 'a@1.0.0', dependsOn: ['b@1.0.0', 'tool@1.0.0'] },
    { ref: 'tool@1.0.0', dependsOn: [] },
  ],
}
const runtime = {
  version: '24.0.0',
  sha256: 'f'.repeat(64),
  parts: { node: '24.0.0', v8: '13.6', openssl: '3.5.0', modules: '137' },
}
const options: SbomOptions = { version: '0.1.0', shipped: shippedOf('a', 'b'), runtime, epoch: 1_767_225_600 }
const read = (changed: Partial<SbomOptions> = {}) => JSON.parse(sbom({ ...options, ...changed }, told))

describe('what it names', () => {
  test('is what ships and the runtime, and no tool that npm knows of beside', () => {
    const bill = read()
    expect(bill.components.map((one: { 'bom-ref': string }) => one['bom-ref'])).toEqual([
      'a@1.0.0',
      'b@1.0.0',
      'node@24.0.0',
    ])
    expect(JSON.stringify(bill)).not.toContain('tool')
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 })
    expect(bill.metadata).toMatchObject({
      timestamp: '2026-01-01T00:00:00.000Z',
      component: { name: 'chuanyu', version: '0.1.0', purl: 'pkg:npm/chuanyu@0.1.0' },
    })
  })

  test('has every dependency among what it names', () => {
    const bill = read()
    expect(bill.dependencies).toEqual([
      { ref: 'chuanyu@0.1.0', dependsOn: ['a@1.0.0', 'b@1.0.0', 'node@24.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
    ])
  })

  test('tells the digest of the runtime and what is compiled into it', () => {
    const [node] = read().components.slice(-1)
    expect(node.hashes).toEqual([{ alg: 'SHA-256', content: runtime.sha256 }])
    expect(node.components.map((one: { name: string; version: string }) => [one.name, one.version])).toEqual([
      ['openssl', '3.5.0'],
      ['v8', '13.6'],
    ])
  })

  test('is without a runtime where none goes along', () => {
    expect(JSON.stringify(read({ runtime: null }))).not.toContain('node@')
  })
})

test('a package that ships though the lock file does not name it is refused', () => {
  expect(() => sbom({ ...options, shipped: shippedOf('a', 'stranger') }, told)).toThrow('stranger@1.0.0')
})

test('the same content has the same serial number, a UUID, and other content another', () => {
  const [one, same, other] = [read(), read(), read({ version: '0.1.1' })].map(({ serialNumber }) => serialNumber)
  expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
})

describe('licences', () => {
  test("a package's own name, version, licence and text are read", () => {
    const hono = readShipped('node_modules/hono')
    expect(hono).toMatchObject({ name: 'hono', licence: 'MIT' })
    expect(hono.texts.join()).toContain('Permission is hereby granted')
    expect(licencesText([hono])).toContain(`hono ${hono.version} (MIT)`)
  })

  test('a package without a licence text, in a file or its README, is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chuanyu-licence-'))
    try {
      writeFileSync(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}')
      expect(() => readShipped(relative(ROOT, folder))).toThrow('licence text')
      writeFileSync(join(folder, 'README.md'), '# bare\n\n## License\n\nMIT\n')
      expect(() => readShipped(relative(ROOT, folder))).toThrow('licence text')
      writeFileSync(join(folder, 'README.md'), '# bare\n\n## License\n\nPermission is granted.\n\n## Else\n\nb\n')
      expect(readShipped(relative(ROOT, folder)).texts).toEqual(['Permission is granted.'])
      writeFileSync(join(folder, 'LICENCE_MIT'), 'may be used')
      expect(readShipped(relative(ROOT, folder)).texts).toEqual(['may be used'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
