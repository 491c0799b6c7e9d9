/** `chuanyu contract diff`: what it prints, and the exit codes that a script reads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { waterWith } from '../../contracts/compare/contract.ts'
import { runCommand } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-contract-diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
  return path
}

const ADDED = { '/schema/properties/remark': { type: 'string', maxLength: 9 }, '/terms/audience/remark': 'joint' }
const old = written('v1.0.0.json', waterWith({}))
const minor = written('v1.1.0.json', waterWith({ ...ADDED, '/version': '1.1.0' }))
const patch = written('v1.0.1.json', waterWith({ ...ADDED, '/version': '1.0.1' }))
const diff = (...args: readonly string[]) => runCommand(['contract', 'diff', ...args])

describe('contract diff', () => {
  test('of a version whose number says what changed ends with 0', async () => {
    const { code, stdout, stderr } = await diff(old, minor)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^向后兼容：.* · backward compatible: /)
    expect(stdout).toContain('旧版不接受成员 remark，新版接受 · the old version refuses the member remark')
    expect(stdout).toContain('/remark = ""')
    expect(stdout).toMatch(/\n✓ .*1\.0\.0 → 1\.1\.0.*\n$/)
  })

  test('of a version whose number says too little ends with 6', async () => {
    const { code, stdout } = await diff(old, patch)
    expect(code).toBe(6)
    expect(stdout).toMatch(/\n✗ 须提升次版本号；.*不够 · the minor number has to go up; .*not enough\n$/)
  })

  test('of a version with itself finds nothing', async () => {
    expect(await diff(old, old)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^完全兼容.*\n✓ .*\n$/) })
  })

  test('as JSON has the verdict, each finding with its instance whole, and the step', async () => {
    const { code, stdout } = await diff(old, minor, '--json')
    expect(code).toBe(0)
    const comparison: unknown = JSON.parse(stdout)
    expect(comparison).toMatchObject({
      verdict: 'backward',
      findings: [
        {
          pointer: '/schema/properties/remark',
          breaks: ['forward'],
          example: { instance: { remark: '', monitoring: expect.any(String) }, accepted: 'new', refused: 'old' },
        },
        { pointer: '/terms/audience/remark', breaks: [] },
      ],
      step: { from: '1.0.0', to: '1.1.0', required: 'minor', actual: 'minor', fits: true },
    })
  })

  test('in one language, where one is asked for', async () => {
    expect((await diff(old, minor, '--lang', 'en')).stdout).not.toMatch(/\p{Script=Han}/u)
    expect((await diff(old, minor, '--lang', 'zh')).stdout).not.toContain('backward')
  })

  test('of two schemas compares them, without a version step', async () => {
    const $schema = 'https://json-schema.org/draft/2020-12/schema'
    const [one, other] = [
      written('a.json', { $schema, type: 'string' }),
      written('b.json', { $schema, type: 'number' }),
    ]
    const { code, stdout } = await diff(one, other, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'breaking' })
    expect(JSON.parse(stdout)).not.toHaveProperty('step')
  })

  test.each<[string, () => string, string]>([
    ['that is not there', () => join(folder, 'absent.json'), 'cannot be read'],
    ['that is not UTF-8', () => written('gbk.json', Uint8Array.of(0xb4, 0xa8)), 'cannot be read'],
    ['that is no JSON', () => written('broken.json', '{"id": '), 'is no JSON'],
    [
      'that is no contract',
      () => written('other.json', { id: 'a' }),
      'is no contract: expected a contract with id, version, schema and terms',
    ],
    ['that is a list', () => written('list.json', []), 'is no contract'],
  ])('a file %s ends with 3 and names the file, on either side', async (_name, make, said) => {
    const file = make()
    for (const args of [
      [old, file],
      [file, old],
    ]) {
      const { code, stdout, stderr } = await diff(...args)
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
      expect(stderr).toContain(said)
      expect(stderr.trimEnd().split('\n')).toHaveLength(3)
      expect(stderr.split('\n')[1]).toBe(`  在 where  ${file}`)
    }
  })

  test.each([[[]], [[old]], [[old, minor, patch]], [[old, minor, '--lang', 'fr']], [[old, minor, '--fast']]])(
    '%j is a usage error',
    async (args) => {
      expect(await diff(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/) })
    },
  )
})
