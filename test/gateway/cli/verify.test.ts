import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playWeek } from '../week.ts'
import { MONDAY, newKey, openWorld } from '../world.ts'
import { runCommand } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

let text: string
let bundle: string
let trust: string
let otherTrust: string
beforeAll(async () => {
  const world = await openWorld()
  await playWeek(world)
  text = await world.bundle(await world.publish(MONDAY))
  bundle = written('release.bundle.json', text)
  trust = written('trust.json', JSON.stringify(world.trust))
  otherTrust = written(
    'other.json',
    JSON.stringify({ ...world.trust, roots: { ...world.trust.roots, sc: newKey().jwk } }),
  )
  await world.close()
}, 60_000)

describe('verify', () => {
  test('a bundle under the keys one trusts ends with 0 and ticks every check in both languages', async () => {
    const ran = await runCommand(['verify', bundle, '--trust', trust])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).not.toMatch(/^[✗–]/m)
    expect(ran.stdout.match(/^✓ .+ · .+$/gm)?.length).toBeGreaterThanOrEqual(8)
    expect(ran.stdout).toMatch(/已核验 · verified（沙箱/)
  })

  test('without a trust file it is only consistent, and ends with 4', async () => {
    const ran = await runCommand(['verify', bundle])
    expect(ran.code).toBe(4)
    expect(ran.stdout).toMatch(/^前后一致，签署人未经确认 · consistent, signers unconfirmed/m)
    expect(ran.stdout.match(/^✗ .*$/gm)).toEqual([expect.stringContaining('信任文件')])
    const changed = written('unconfirmed.json', text.replace(/"payload":"(.{40})./, '"payload":"$1A'))
    expect((await runCommand(['verify', changed])).stdout).toMatch(/^未通过核验 · not verified/m)
  })

  test('under other roots it ends with 4 and names the check', async () => {
    const ran = await runCommand(['verify', bundle, '--trust', otherTrust])
    expect(ran.code).toBe(4)
    expect(ran.stdout).toMatch(/^✗ .*key lists/m)
    expect(ran.stdout).toContain('未通过核验 · not verified')
  })

  test('says nothing of a forged bundle’s own in a line that looks like one of the report', async () => {
    const lie = '\u001b[1A\u001b[2K\n✓ 全部 · all\n已核验 · verified\n'
    const files = [
      text.replace('{"checkpoint"', `{${JSON.stringify(lie)}:1,"checkpoint"`),
      text.replace('"checkpoint":"', `"checkpoint":"${JSON.stringify(lie).slice(1, -1)}`),
      text.replace('"format":"', `"format":"${JSON.stringify(lie).slice(1, -1)}`),
    ]
    for (const [at, forged] of files.entries()) {
      expect(forged).not.toBe(text)
      for (const options of [[], ['--trust', trust]]) {
        const ran = await runCommand(['verify', written(`lie-${at}.json`, forged), ...options])
        expect(ran.code).toBe(4)
        expect(ran.stdout).not.toMatch(/^(?:已核验|✓ 全部)/m)
        expect(ran.stdout).not.toContain('\u001b')
        expect(ran.stdout).toMatch(/^未通过核验 · not verified/m)
      }
    }
  })

  test('with one figure changed it ends with 4 and names a check', async () => {
    const changed = written('changed.json', text.replace(/"payload":"(.{40})./, '"payload":"$1A'))
    const ran = await runCommand(['verify', changed, '--trust', trust])
    expect(ran.code).toBe(4)
    expect(ran.stdout).toMatch(/^✗/m)
  })

  test.each([
    ['empty', ''],
    ['null', 'null'],
    ['no JSON', 'trust me'],
  ])('a trust file that is %s trusts nobody', async (name, content) => {
    const ran = await runCommand(['verify', bundle, '--trust', written(`${name}.json`, content)])
    expect(ran.code).toBe(4)
    expect(ran.stdout).toMatch(/^✗ 信任文件/m)
  })

  test('what is no bundle ends with 4', async () => {
    expect((await runCommand(['verify', trust, '--trust', trust])).code).toBe(4)
  })

  test('--json gives the report', async () => {
    const ran = await runCommand(['verify', bundle, '--trust', trust, '--json'])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: true, sandbox: true })
  })

  test.each([[['verify']], [['verify', 'a', 'b']], [['verify', '/nowhere/bundle.json']]])(
    '%j ends with 2',
    async (args) => {
      expect(await runCommand(args)).toMatchObject({ code: 2, stdout: '' })
    },
  )
})
