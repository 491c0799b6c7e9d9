import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Adapter } from '../../../adapters/types.ts'
import { CONTRACTS, contractOf } from '../../../contracts/index.ts'
import { ROW_REGISTRIES, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { RULES } from '../../../contracts/rules/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { normaliseCommand } from '../../../gateway/cli/commands/normalise.ts'
import { explainRejection } from '../../../gateway/cli/explain.ts'
import { type Explanation, explainFile } from '../../../gateway/cli/lineage/explain-file.ts'
import { fieldLines } from '../../../gateway/cli/lineage/fields.ts'
import { readOriginals } from '../../../gateway/cli/lineage/origin.ts'
import { noteText } from '../../../gateway/cli/lineage/sections.ts'
import { titleAt } from '../../../gateway/cli/lineage/titles.ts'
import { printable, printableLines } from '../../../gateway/cli/printable.ts'
import { SEEDS } from '../../../seeds/all.ts'
import { file } from './audit-store.ts'
import { callCommand, jsonLines, type Ran, runCommand } from './run.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const AT = '2026-11-24T00:00:00+08:00'
const WATER = 'water-section-quality'
const folder = mkdtempSync(join(tmpdir(), 'chuanyu-explain-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function argsOf(party: string, files: readonly string[], options: readonly string[]): readonly string[] {
  return ['--party', party, '--contract', WATER, '--at', AT, ...options, ...files]
}

function normalise(party: string, files: readonly string[], ...options: string[]): Promise<Ran> {
  return callCommand(normaliseCommand, argsOf(party, files, options))
}

/** The part of an explanation that tells of one row. */
function partOf(text: string, row: number): string {
  const part = text.split(/^(?=[✓✗＝])/m).find((one) => one.includes(`第 ${row} 行 row ${row}`))
  if (part === undefined) throw new TypeError(`nothing is told of row ${row}`)
  return part
}

const MIXED = file(
  ['朱沱', '11-04 08:00', '1.1'],
  ['无此处', '2025-11-04 08:00', '1'],
  ['朱沱', '11-04 08:00', '1.1'],
  ['晒网坝', '2025-11-04 08:00', '0.025L'],
)

describe('normalise --explain', () => {
  test('tells of a row its cells, the record they became, the standard, and each note with its rule in both languages', async () => {
    const ran = await runCommand(['normalise', ...argsOf('cq', [written('mixed.csv', MIXED)], ['--explain'])])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain(`契约 contract    ${WATER}@1.0.0 `)
    expect(ran.stdout).toContain('适配器 adapter   chongqing/water@1.4.0\n')
    expect(ran.stdout).toContain(`登记册 register  sections@${SECTIONS_2026_11.edition} `)
    expect(ran.stdout).toContain('4 = 记录 records 2 + 拒收 rejected 1 + 重复 duplicates 1\n')
    const first = partOf(ran.stdout, 2)
    expect(first).toContain('✓ 第 2 行 row 2  1/2\n')
    expect(first).toContain('    断面名称: 朱沱\n    监测时间: 11-04 08:00\n    pH(无量纲): 7.8\n')
    expect(first).toContain('键 key cq-朱沱/automatic/2026-11-04T08:00:00+08:00/cnemc\n')
    expect(first).toContain('    /interval/end  止 · End: 2026-11-04T08:00:00+08:00\n')
    expect(first).toContain('    /results/codMn  高锰酸盐指数 · Permanganate index: 1.1 mg/L\n')
    expect(first).toContain('标准 standard  GB 3838-2002 地表水环境质量标准 · ')
    const { zh, en } = RULES['time-year-inferred'] ?? { zh: '', en: '' }
    expect(first).toContain(`    • time-year-inferred  /interval/end  报送 sent「11-04 08:00」\n      ${zh} · ${en}\n`)
    expect(partOf(ran.stdout, 5)).toContain(': 0.025 mg/L [L]  写作 reported 0.025L\n')
  })

  test('tells of a rejected row what is wrong, how to put it right, and the cells it has', async () => {
    const { stdout } = await normalise('cq', [written('mixed.csv', MIXED)], '--explain')
    const part = partOf(stdout, 3)
    expect(part).toMatch(/^✗ 断面「无此处」不在登记册中.* · .*\[section-unknown\]\n {2}在 where .*第 3 行 row 3/)
    expect(part).toMatch(/\n {2}改 fix {4}\S.* · \S/)
    expect(part).toContain('  原文 original\n    断面名称: 无此处\n    监测时间: 2025-11-04 08:00\n')
  })

  test('tells a duplicate by the row it is equal to', async () => {
    const { stdout } = await normalise('cq', [written('mixed.csv', MIXED)], '--explain')
    expect(stdout).toContain('＝ 第 4 行 row 4：与第 2 行完全相同，不重复入账 · equal to row 2, not recorded twice\n')
  })

  test('of many records tells the first twenty and how many more there are', async () => {
    const rows = Array.from({ length: 53 }, (_, at) => [
      '朱沱',
      `2025-10-${(at % 28) + 1} ${at < 28 ? '04' : '08'}:00`,
      '1',
    ])
    const many = file(...rows.map(([a = '', b = '', c = '']) => [a, b, c] as const))
    const { stdout } = await normalise('cq', [written('many.csv', many)], '--explain')
    expect(stdout.match(/^✓ /gm)).toHaveLength(20)
    expect(stdout).toContain('20/53\n')
    expect(stdout).toContain('另有 33 条记录未列，用 --row 行号 查看 · 33 more records; ask for one with --row\n')
  })

  test('of many rejected rows tells the first twenty and counts the others by type', async () => {
    const rows = Array.from({ length: 25 }, () => ['无此处', '2025-10-01 08:00', '1'] as const)
    const ran = await normalise('cq', [written('bad.csv', file(...rows))], '--explain')
    expect(ran.code).toBe(3)
    expect(ran.stdout.match(/^✗ /gm)).toHaveLength(20)
    expect(ran.stdout).toMatch(/另有 5 行 · 5 rows more: .*\[section-unknown\]\n/)
  })

  test.each([
    ['a record', '5', 0, '✓ 第 5 行 row 5\n'],
    ['a rejected row', '3', 3, '✗ 断面「无此处」'],
    ['a duplicate', '4', 3, '＝ 第 4 行 row 4'],
    ['the header', '1', 3, '✗ 第 1 行不是数据行'],
    ['a row past the end', '99', 3, '✗ 第 99 行不是数据行'],
  ])('--row tells of %s alone', async (_what, row, code, told) => {
    const ran = await normalise('cq', [written('mixed.csv', MIXED)], '--explain', '--row', row)
    expect(ran).toMatchObject({ code, stderr: '' })
    const parts = ran.stdout.match(/^[✓✗＝] .*/gm) ?? []
    expect(parts).toHaveLength(1)
    expect(`${parts[0]}\n`).toContain(told)
  })

  test('takes several files, one after another, and tells on stderr of one that cannot be read', async () => {
    const good = written('good.csv', file(['朱沱', '2025-11-04 08:00', '1.1']))
    const ran = await normalise('cq', [written('broken.json', '{"tbody": [1,'), good], '--explain')
    expect(ran.code).toBe(3)
    expect(ran.stderr).toMatch(/^✗ .*\[truncated\]\n/)
    expect(ran.stdout).toContain(`${good}\n`)
    expect(ran.stdout).not.toContain('"type"')
  })

  test.each([
    ['--row without --explain', ['--row', '2']],
    ['a row that is no number', ['--explain', '--row', '二']],
    ['row 0', ['--explain', '--row', '0']],
  ])('%s ends with 2 and an empty stdout', async (_name, options) => {
    const ran = await normalise('cq', [written('mixed.csv', MIXED)], ...options)
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--row') })
  })

  test('tells of the very records that it otherwise writes', async () => {
    const path = join(ROOT, 'seeds/chongqing/border-2026-w46.xlsx')
    const [plain, told] = [await normalise('cq', [path]), await normalise('cq', [path], '--explain')]
    const keys = jsonLines(plain.stdout).flatMap((line) => (line.type === 'record' ? [String(line.key)] : []))
    const toldKeys = Array.from(told.stdout.matchAll(/键 key (.*)/g), (match) => match[1])
    expect(toldKeys).toEqual(keys.slice(0, 20))
  })
})

function explain(party: PartyId, contract: string, name: string, row?: number): Explanation {
  const adapter = adapterFor(contract, party)
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter?.register)
  const found = CONTRACTS.findLast(({ id }) => id === contract)
  if (!adapter || !registry || !found) throw new TypeError(`no adapter for ${contract} of ${party}`)
  const bytes = readFileSync(join(ROOT, 'seeds', name))
  const given = { adapter, registry, contract: found, bytes, at: Date.parse(AT), limits: FORMAT_LIMITS }
  return explainFile({ ...given, file: name, ...(row === undefined ? {} : { row }) })
}

describe('every form of file', () => {
  test('a workbook’s rows are told by sheet and the sheet’s own row', () => {
    const { text } = explain('cq', WATER, 'chongqing/border-2026-w46.xlsx', 2)
    expect(text).toContain('✓ 工作表 sheet 入境断面（示例），第 2 行 row 2\n')
    expect(text).toContain('    断面类型: 入境\n')
    expect(text).toContain('    • border-by-side  /section/border  报送 sent「入境」\n')
  })

  test('a cell with markup is shown as the file has it, beside the figure it became', () => {
    const { text } = explain('sc', WATER, 'sichuan/water-2026-w46.json', 1)
    expect(text).toMatch(/ {4}溶解氧\(mg\/L\): <span data-toggle='tooltip'.*title='原始值：[\d.]+'>[\d.]+<\/span>\n/)
    expect(text).toMatch(/溶解氧 · Dissolved oxygen: [\d.]+ mg\/L {2}写作 reported [\d.]+\n/)
    expect(text).toContain('    • unrounded-value-taken  /results\n')
  })

  test.each(SEEDS.flatMap(({ contract, files }) => files.map((one) => ({ contract, ...one }))))(
    '$file: every record and rejection told has its cells, and every note a rule that is known',
    (seed) => {
      const { text, accepted } = explain(seed.party, seed.contract, seed.file)
      expect(accepted).toBe(true)
      const told = text.match(/^[✓✗] /gm) ?? []
      expect(told.length).toBeGreaterThan(0)
      expect(text.match(/^ {2}原文 original\n {4}\S/gm)).toHaveLength(told.length)
      expect(text).not.toContain('不能读成单元格')
      expect(text).not.toContain('不认识该规则')
    },
  )

  test('a row that could not be read as cells is told as such', () => {
    const cut = Buffer.from(`${MIXED.toString()}朱沱,2025-11-05 08:00,7.`)
    const contract = contractOf(WATER, '1.0.0')
    const adapter = adapterFor(WATER, 'cq')
    if (!contract || !adapter) throw new TypeError('no water')
    const options = { adapter, contract, registry: SECTIONS_2026_11, at: Date.parse(AT), limits: FORMAT_LIMITS }
    const { text } = explainFile({ ...options, bytes: cut, file: 'cut.csv', row: 6 })
    expect(text).toContain('[row-truncated]')
    expect(text).toContain('    该行不能读成单元格 · the row could not be read as cells\n')
  })

  test('rows brought together by an adapter are told by how many the file has', () => {
    const contract = contractOf(WATER, '1.0.0')
    const real = adapterFor(WATER, 'cq')
    if (!contract || !real) throw new TypeError('no water')
    const adapter: Adapter<object> = {
      ...real,
      normalise: (input, take) => ({ ...real.normalise(input, take), rowsIn: 1 }),
    }
    const options = { adapter, contract, registry: SECTIONS_2026_11, at: Date.parse(AT), limits: FORMAT_LIMITS }
    const { text } = explainFile({ ...options, bytes: MIXED, file: 'mixed.csv' })
    expect(text).toContain("（文件表格共 4 行 · the file's tables have 4 rows）")
  })
})

describe('originals', () => {
  const table = Buffer.from('甲,乙,丙\n1,,3\n\n4,5,6\n')

  test('are found by the row of the file, blank lines counted and blank cells left out', () => {
    const originals = readOriginals(table, { limits: FORMAT_LIMITS })
    expect(originals.rows).toBe(2)
    expect(originals.cells(2, undefined)).toEqual([
      { heading: '甲', cell: '1' },
      { heading: '丙', cell: '3' },
    ])
    expect(originals.cells(4, undefined)?.map(({ cell }) => cell)).toEqual(['4', '5', '6'])
    for (const row of [0, 1, 3, 5]) expect(originals.cells(row, undefined), String(row)).toBeNull()
    expect(originals.cells(2, '别的表')).toBeNull()
  })
})

describe('what is printed', () => {
  test('cannot move a terminal’s cursor, turn its direction or hide a character', () => {
    expect(printable('a\u001b[2Jb\u009b1mc\r\nd\u202ee\u200bf\u0000')).toBe(
      'a\\u{1b}[2Jb\\u{9b}1mc\\r\\nd\\u{202e}e\\u{200b}f\\u{0}',
    )
    expect(printableLines('a\nb\u001b]0;c\u0007')).toBe('a\nb\\u{1b}]0;c\\u{7}')
    expect(printable('\ud800')).toBe('\ufffd')
    expect(printable('断面，ⅢⅣ μg/m³ ✓')).toBe('断面，ⅢⅣ μg/m³ ✓')
  })

  test('is free of such characters wherever a file has them', async () => {
    const evil = file(['朱沱\u001b[31m', '2025-11-04 08:00', '1.1'], ['朱沱', '2025-11-04 08:00', '1.1\u001b[2J'])
    const ran = await normalise('cq', [written('evil.csv', evil)], '--explain')
    expect(ran.stdout).toContain('朱沱\\u{1b}[31m')
    expect(ran.stdout).not.toContain('\u001b')
  })

  test('of a refusal is three lines, whatever another side or a server wrote into it', () => {
    const lie = 'x\u001b[2J\n✓ 已接收'
    const told = explainRejection({
      ...{ row: 2, type: lie, sheet: lie, pointer: lie, value: lie },
      detail: { zh: lie, en: lie },
    })
    expect(told.split('\n')).toHaveLength(4)
    expect(told).not.toContain('\u001b')
    expect(told.split('x\\u{1b}[2J\\n✓')).toHaveLength(6)
  })

  test('is cut at 200 characters a cell', () => {
    expect(printable('长'.repeat(300))).toBe(`${'长'.repeat(200)}…`)
  })

  test('a rule that this version does not know is still told by its id', () => {
    expect(noteText({ rule: 'rule-of-tomorrow', sent: '乙' })).toBe(
      '    • rule-of-tomorrow  报送 sent「乙」\n      此版本不认识该规则 · this version does not know the rule\n',
    )
  })
})

describe('titles', () => {
  const contract = contractOf(WATER, '1.0.0')
  const schema = contract?.schema ?? {}

  test.each([
    ['/section/name', '断面名称'],
    ['/interval/start', '起'],
    ['/results/codMn', '高锰酸盐指数'],
    ['/class/determining', '定类项目'],
  ])('%s is %s', (pointer, zh) => {
    expect(titleAt(schema, pointer)?.zh).toBe(zh)
  })

  test('are none where the schema has none', () => {
    expect(titleAt(schema, '/nowhere')).toBeUndefined()
    expect(titleAt(schema, '/section/name/further')).toBeUndefined()
    expect(titleAt({}, '/a')).toBeUndefined()
  })

  test('are there for every field of every valid example of every contract', () => {
    const untitled = CONTRACTS.flatMap((one) => {
      const examples = join(ROOT, 'contracts', one.id, 'examples/valid')
      return readdirSync(examples).flatMap((name) => {
        const record: unknown = JSON.parse(readFileSync(join(examples, name), 'utf8'))
        if (typeof record !== 'object' || record === null) throw new TypeError(`${name} is no record`)
        return fieldLines(record, one)
          .filter((line) => !/^\/\S+ {2}.+ · .+: /.test(line))
          .map((line) => `${one.id} ${name} ${line}`)
      })
    })
    expect(untitled).toEqual([])
  })
})
