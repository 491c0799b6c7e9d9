import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { normaliseCommand } from '../../../gateway/cli/commands/normalise.ts'
import { templateCommand } from '../../../gateway/cli/commands/template.ts'
import { edited } from '../forms/edit.ts'
import { templateOf, waterCase } from '../forms/fill.ts'
import { callCommand, jsonLines, runCommand } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-template-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (...names: string[]): string => join(folder, ...names)
const FILE = '断面名称,监测时间,pH\n朱沱,2025-11-16 08:00,7.8\n查无此处,2025-11-16 08:00,7.8\n'
const BAD = '断面名称,监测时间,pH\n查无此处,2025-11-17 08:00,7.8\n'
const SHEET = '拒收行 Rejected'

describe('template', () => {
  test('writes what the gateway serves, and says where', async () => {
    const file = at('水.xlsx')
    const ran = await callCommand(templateCommand, [
      '--contract',
      'water-section-quality@1.0.0',
      '--party',
      'cq',
      '-o',
      file,
    ])
    expect(ran).toMatchObject({ code: 0, stdout: `${file}\n`, stderr: '' })
    expect(Buffer.compare(readFileSync(file), await templateOf(waterCase('cq')))).toBe(0)
  })

  test('keeps a file that is there', async () => {
    const file = at('有.xlsx')
    writeFileSync(file, '正在填写')
    const ran = await callCommand(templateCommand, ['--contract', 'air-forecast', '--party', 'sc', '-o', file])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('不予覆盖')
    expect(readFileSync(file, 'utf8')).toBe('正在填写')
  })

  test.each([
    [['--contract', 'no-such', '--party', 'cq'], 'water-section-quality@1.0.0'],
    [['--contract', 'water-section-quality@9.9.9', '--party', 'cq'], 'got water-section-quality@9.9.9'],
    [['--contract', 'water-section-quality', '--party', 'xz'], '--party'],
    [['--contract', 'water-section-quality'], '缺少 --party'],
    [['--contract', 'water-section-quality', '--party', 'cq', '--registry', '1999-01'], '2026-11'],
    [['--contract', 'water-section-quality', '--party', 'cq', 'extra'], 'unexpected argument'],
  ])('refuses %j and says what was expected', async (args, words) => {
    const ran = await callCommand(
      templateCommand,
      [...args, '-o', at('无.xlsx')].filter((one) => one !== ''),
    )
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(words)
    expect(existsSync(at('无.xlsx'))).toBe(false)
  })

  test('has a page of help under thirty lines with two examples, and stands in the list', async () => {
    expect(templateCommand.help.split('\n').length).toBeLessThan(30)
    expect(templateCommand.help.match(/chuanyu template --contract/g)?.length).toBeGreaterThanOrEqual(2)
    expect((await runCommand(['--help'])).stdout).toContain('  template')
  })
})

describe('normalise --rejections', () => {
  const args = ['--party', 'cq', '--contract', 'water-section-quality', '--at', '2026-11-24T00:00:00+08:00']

  test('writes the refused rows, offline, and they are taken once mended', async () => {
    const [source, target] = [at('一.csv'), at('一.拒收.xlsx')]
    writeFileSync(source, FILE)
    const ran = await callCommand(normaliseCommand, [...args, '--rejections', target, source])
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain(target)
    const mended = at('一.改.xlsx')
    writeFileSync(mended, edited(readFileSync(target), SHEET, { D2: '晒网坝' }))
    const again = await callCommand(normaliseCommand, [...args, mended])
    expect(again.code).toBe(0)
    expect(jsonLines(again.stdout).at(-1)).toMatchObject({ counts: { in: 1, accepted: 1, rejected: 0 } })
  })

  test('writes nothing where nothing was refused, and never over a file', async () => {
    const [good, source] = [at('好.csv'), at('坏.csv')]
    writeFileSync(good, '断面名称,监测时间,pH\n朱沱,2025-11-16 08:00,7.8\n')
    writeFileSync(source, FILE)
    await callCommand(normaliseCommand, [...args, '--rejections', at('好.xlsx'), good])
    expect(existsSync(at('好.xlsx'))).toBe(false)
    writeFileSync(at('坏.xlsx'), '正在修改')
    const ran = await callCommand(normaliseCommand, [...args, '--rejections', at('坏.xlsx'), source])
    expect(ran.code).toBe(2)
    expect(readFileSync(at('坏.xlsx'), 'utf8')).toBe('正在修改')
  })

  test('takes one file, and no explanation beside it', async () => {
    for (const more of [
      [at('一.csv'), at('坏.csv')],
      ['--explain', at('一.csv')],
    ]) {
      const ran = await callCommand(normaliseCommand, [...args, '--rejections', at('x.xlsx'), ...more])
      expect(ran.code).toBe(2)
    }
  })
})

describe('submit --rejections', () => {
  let world: RunningWorld
  let key: string
  beforeAll(async () => {
    world = await startWorld()
    key = world.keyFile('agency', world.sides.cq.agency)
  }, 60_000)
  afterAll(() => world.close())

  const submit = (...args: string[]) =>
    runCommand(['submit', '--origin', world.origin, '--key', key, '--contract', 'water-section-quality', ...args])

  test('writes a workbook beside each receipt, from a gateway that listens; mended, it is taken', async () => {
    writeFileSync(at('周报.csv'), FILE)
    const out = at('拒收')
    const ran = await submit('--rejections', out, at('周报.csv'))
    expect(ran.code).toBe(0)
    expect(readdirSync(out)).toEqual(['周报.rejections.xlsx'])
    const mended = at('周报改.xlsx')
    writeFileSync(mended, edited(readFileSync(join(out, '周报.rejections.xlsx')), SHEET, { D2: '晒网坝' }))
    const again = await submit('--rejections', out, mended)
    expect(again.stderr).toContain('共 1 行，接收 1，拒收 0')
    expect(readdirSync(out)).toHaveLength(1)
  }, 60_000)

  test('writes one too where no row was taken, under a name of its own each time', async () => {
    writeFileSync(at('全坏.csv'), BAD)
    const out = at('拒收二')
    for (const names of [['全坏.rejections.xlsx'], ['全坏.rejections-2.xlsx', '全坏.rejections.xlsx']]) {
      const ran = await submit('--rejections', out, at('全坏.csv'))
      expect(ran.code).toBe(3)
      expect(readdirSync(out).sort()).toEqual(names)
    }
    const mended = edited(readFileSync(join(out, '全坏.rejections.xlsx')), SHEET, { D2: '晒网坝' })
    writeFileSync(at('全好.xlsx'), mended)
    expect((await submit(at('全好.xlsx'))).code).toBe(0)
  }, 60_000)
})
