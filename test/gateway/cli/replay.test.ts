import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerReplayCommand } from '../../../gateway/cli/commands/ledger-replay.ts'
import { changedData, type ReplayWorld, replayWorld } from './replay-store.ts'
import { callCommand, jsonLines, type Ran, runCommand } from './run.ts'

let stored: ReplayWorld
beforeAll(async () => {
  stored = await replayWorld()
}, 60_000)
afterAll(() => stored.world.close())

function replay(data: string, ...options: string[]): Promise<Ran> {
  return callCommand(ledgerReplayCommand, ['--data', data, ...options])
}

/** The line of one submission. */
function lineOf({ stdout }: Ran, id: string): Record<string, unknown> {
  const line = jsonLines(stdout).find((one) => one.type === 'submission' && one.id === id)
  if (!line) throw new TypeError(`no line of ${id}`)
  return line
}

function summaryOf({ stdout }: Ran): Record<string, unknown> {
  const line = jsonLines(stdout).at(-1)
  if (line?.type !== 'summary') throw new TypeError('no summary last')
  return line
}

const THEN = { adapter: 'chongqing/water@1.4.0', contract: 'water-section-quality@1.0.0', registry: 'sections@2026-11' }
const NOW = { ...THEN, registry: 'sections@2026-12' }
const NOTHING = { appearing: [], gone: [] }

describe('under the versions of then', () => {
  test('a sound store gives no difference and ends with 0, though its register has moved on', async () => {
    const ran = await runCommand(['ledger', 'replay', '--data', stored.world.data])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^✓ 无差异 · no difference\n/)
    expect(ran.stdout).toContain('报送 submissions 5：5 同 same，0 不同 different，0 整个拒收 refused whole，0 未重算')
    // Three times three records accepted, of which three added no revision; one more; and 24 of Sichuan's.
    expect(ran.stdout).toContain('记录 records：34 同 same，0 变 changed，0 增 new，0 失 gone')
  })

  test('as JSON is a line a submission, in ledger order, and a summary last', async () => {
    const ran = await replay(stored.world.data, '--json')
    expect(ran.code).toBe(0)
    const { first, corrected, third, sole, large } = stored
    const lines = jsonLines(ran.stdout)
    expect(lines.map(({ type, id }) => id ?? type)).toEqual([first, corrected, third, sole, large, 'summary'])
    expect(lineOf(ran, first)).toMatchObject({ outcome: 'same', under: 'then', before: THEN, after: THEN })
    expect(lineOf(ran, third)).toMatchObject({
      difference: { same: 3, changed: [], goneUnnamed: 0, rejections: NOTHING },
    })
    expect(summaryOf(ran)).toMatchObject({ submissions: 5, same: 5, records: { same: 34 } })
  })

  test('runs beside the gateway and writes nothing', async () => {
    const files = () =>
      readdirSync(stored.world.data, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile() && !/-(?:wal|shm)$/.test(one.name))
        .map((one) => join(one.parentPath, one.name))
        .sort()
        .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')])
    const before = files()
    expect((await replay(stored.world.data, '--current')).code).toBe(3)
    expect(files()).toEqual(before)
    await stored.world.start()
    expect((await replay(stored.world.data)).code).toBe(0)
    await stored.world.stop()
  })

  test('a body changed in the store is found, with the pointer, what is stored and what comes out', async () => {
    const data = await changedData(
      stored,
      `UPDATE record SET body = replace(body, '"value":1.2', '"value":1.7') WHERE body LIKE '%"value":1.2}%'`,
    )
    const ran = await replay(data)
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain(`✗ 报送 submission ${stored.third}`)
    expect(ran.stdout).toContain('    ≠ 第 2 行 row 2  cq-朱沱/automatic/2025-11-04T08:00:00+08:00/cnemc\n')
    expect(ran.stdout).toContain('      /results/codMn/value: 1.7 → 1.2\n')
    expect(ran.stdout).not.toContain(stored.first)
    const json = await replay(data, '--json')
    expect(lineOf(json, stored.third)).toMatchObject({
      outcome: 'different',
      under: 'then',
      difference: {
        same: 2,
        changed: [{ row: 2, changes: [{ pointer: '/results/codMn/value', before: 1.7, after: 1.2 }] }],
      },
    })
    expect(summaryOf(json)).toMatchObject({ same: 4, different: 1, records: { same: 33, changed: 1 } })
  })

  test('a body whose members were put in another order is another text, and found', async () => {
    const data = await changedData(
      stored,
      `UPDATE record SET body = replace(body, '"review":"raw",', '') WHERE seq = 1;
       UPDATE record SET body = substr(body, 1, length(body) - 1) || ',"review":"raw"}' WHERE seq = 1`,
    )
    const json = await replay(data, '--json')
    expect(json.code).toBe(3)
    expect(lineOf(json, stored.first)).toMatchObject({ difference: { changed: [{ changes: [{ pointer: '' }] }] } })
  })

  test('a body that is JSON no longer is shown as it is', async () => {
    const json = await replay(await changedData(stored, `UPDATE record SET body = '{' WHERE seq = 1`), '--json')
    expect(json.code).toBe(3)
    expect(lineOf(json, stored.first)).toMatchObject({
      difference: { changed: [{ changes: [{ pointer: '', before: '{' }] }] },
    })
  })

  test('a rejection dropped would appear, and one made up would go', async () => {
    const dropped = await replay(
      await changedData(stored, `UPDATE submission SET rejections = '[]' WHERE id = '${stored.first}'`),
      '--json',
    )
    expect(dropped.code).toBe(3)
    expect(lineOf(dropped, stored.first)).toMatchObject({
      difference: { changed: [], rejections: { appearing: [{ row: 4, type: 'section-unknown' }], gone: [] } },
    })
    const reworded = await replay(
      await changedData(stored, `UPDATE submission SET rejections = replace(rejections, '"row":4', '"row":3')`),
    )
    expect(reworded.code).toBe(3)
    expect(reworded.stdout).toMatch(/ {4}\+ 拒收 rejection 第 4 行 row 4 \[section-unknown\] .* · /)
    expect(reworded.stdout).toMatch(/ {4}− 拒收 rejection 第 3 行 row 3 \[section-unknown\] /)
  })

  test('leaves that do not come out are told, though every stored record is as it should be', async () => {
    const data = await changedData(
      stored,
      `UPDATE submission SET leaves = zeroblob(length(leaves)) WHERE id = '${stored.first}'`,
    )
    const ran = await replay(data)
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('接收树与重算不符')
    expect(lineOf(await replay(data, '--json'), stored.first)).toMatchObject({
      outcome: 'different',
      treeDiffers: true,
    })
  })
})

describe('under the versions of now', () => {
  test('with --current another register edition changes, adds and takes away records and rejections', async () => {
    const ran = await replay(stored.world.data, '--current', '--json')
    expect(ran.code).toBe(3)
    const target = [{ pointer: '/target', before: 2, after: 3 }]
    expect(lineOf(ran, stored.first)).toMatchObject({
      outcome: 'different',
      under: 'now',
      before: THEN,
      after: NOW,
      difference: {
        same: 1,
        changed: [{ row: 2, key: expect.stringContaining('cq-朱沱/'), changes: target }],
        appearing: [{ row: 4, key: expect.stringContaining('cq-示例新断面/') }],
        gone: [{ row: 3, key: expect.stringContaining('cq-晒网坝/') }],
        goneUnnamed: 0,
        rejections: { appearing: [{ row: 3, type: 'section-unknown' }], gone: [{ row: 4, type: 'section-unknown' }] },
      },
    })
  })

  test('a record that added no revision is held against the text that stood then', async () => {
    const ran = await replay(stored.world.data, '--current', '--json')
    expect(lineOf(ran, stored.corrected)).toMatchObject({
      difference: {
        same: 1,
        changed: [{ row: 2, changes: [{ pointer: '/target', before: 2, after: 3 }] }],
        gone: [{ row: 3 }],
        goneUnnamed: 0,
      },
    })
  })

  test('a record that added no revision and comes out no more is counted, since its key is not stored with it', async () => {
    const ran = await replay(stored.world.data, '--current', '--json')
    expect(lineOf(ran, stored.third)).toMatchObject({
      difference: { same: 1, changed: [{ row: 2 }], appearing: [], gone: [], goneUnnamed: 1 },
    })
    const text = await replay(stored.world.data, '--current', '--submission', stored.third)
    expect(text.stdout).toContain('− 1 条与当时已有记录相同的记录不再得出 · 1 records equal to ones then standing')
  })

  test('what is the same in both editions stays the same, and the summary adds up', async () => {
    const ran = await replay(stored.world.data, '--current', '--json')
    expect(lineOf(ran, stored.large)).toMatchObject({ outcome: 'same', difference: { same: 24 } })
    expect(summaryOf(ran)).toMatchObject({
      submissions: 5,
      same: 1,
      different: 3,
      refused: 1,
      notReplayed: 0,
      records: { same: 27, changed: 3, appearing: 2, gone: 4 },
      rejections: { appearing: 3, gone: 2 },
    })
  })

  test('a file of which no row would be taken today is refused whole, and its records gone', async () => {
    const ran = await replay(stored.world.data, '--current', '--json')
    expect(lineOf(ran, stored.sole)).toMatchObject({
      outcome: 'refused',
      under: 'now',
      accepted: 1,
      code: 'no-acceptable-row',
    })
    const { stdout } = await replay(stored.world.data, '--current', '--submission', stored.sole)
    expect(stdout).toContain('原 1 条记录全失 · the file would be refused whole, 1 records gone [no-acceptable-row]\n')
    expect(stdout).toContain('1 整个拒收 refused whole')
  })

  test('a file that cannot be read any more is told with the reason', async () => {
    const data = await changedData(
      stored,
      `UPDATE leaf SET header = replace(header, '"mediaType":"text/csv"', '"mediaType":"application/json"') WHERE idx = (SELECT idx FROM submission WHERE id = '${stored.large}')`,
    )
    const ran = await replay(data, '--json')
    expect(ran.code).toBe(3)
    expect(lineOf(ran, stored.large)).toMatchObject({
      outcome: 'refused',
      under: 'then',
      accepted: 24,
      code: 'format-mismatch',
    })
    expect(summaryOf(ran)).toMatchObject({ same: 4, refused: 1, records: { gone: 24 } })
  })

  test('a submission of another adapter version is replayed under the one that is here, and says so', async () => {
    const data = await changedData(
      stored,
      `UPDATE leaf SET header = replace(header, '"id":"chongqing/water","version":"1.4.0"', '"id":"chongqing/water","version":"0.9.0"')`,
    )
    const ran = await replay(data, '--json')
    expect(lineOf(ran, stored.first)).toMatchObject({
      under: 'now',
      before: { adapter: 'chongqing/water@0.9.0' },
      after: { adapter: 'chongqing/water@1.4.0', registry: 'sections@2026-12' },
    })
    expect(lineOf(ran, stored.large)).toMatchObject({ under: 'then', outcome: 'same' })
    const text = await replay(data, '--submission', stored.first)
    expect(text.stdout).toContain('chongqing/water@0.9.0 → chongqing/water@1.4.0')
    expect(text.stdout).toContain('sections@2026-11 → sections@2026-12')
  })
})

describe('one submission', () => {
  test('is told even when nothing differs', async () => {
    const ran = await replay(stored.world.data, '--submission', stored.large)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(new RegExp(`^✓ 报送 submission ${stored.large}（第 \\d+ 条 leaf \\d+，sc，`))
    expect(ran.stdout).toContain('  按当时版本 under the versions of then：sichuan/water@1.4.0，')
    expect(ran.stdout).toContain('报送 submissions 1：1 同 same')
  })

  test('that is not there is a usage error', async () => {
    const ran = await replay(stored.world.data, '--submission', '0'.repeat(32))
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no such submission') })
  })
})

describe('what cannot be replayed ends with 3 and says why; the others are replayed', () => {
  test.each([
    {
      what: 'an original gone',
      sql: () => `UPDATE submission SET evidence = NULL WHERE id = '${stored.first}'`,
      why: '原始文件缺失 · the original is missing',
    },
    {
      what: 'another key to it',
      sql: () => `UPDATE submission SET evidence_key = zeroblob(32) WHERE id = '${stored.first}'`,
      why: '无法读取',
    },
    {
      what: 'the original of another submission',
      sql: () =>
        `UPDATE submission SET (evidence, evidence_key) = (SELECT evidence, evidence_key FROM submission WHERE id = '${stored.third}') WHERE id = '${stored.first}'`,
      why: '原始文件与摘要不符 · the original is not of the digest told',
    },
    {
      what: 'a header that is none',
      sql: () => `UPDATE leaf SET header = '{}' WHERE idx = (SELECT idx FROM submission WHERE id = '${stored.first}')`,
      why: '无法读取',
    },
    {
      what: 'a contract that this program never knew',
      sql: () =>
        `UPDATE leaf SET header = replace(header, '"id":"water-section-quality"', '"id":"tea-quality"') WHERE idx = (SELECT idx FROM submission WHERE id = '${stored.first}')`,
      why: '此版本没有它的适配器、契约或登记册',
    },
  ])('$what', async ({ sql, why }) => {
    const data = await changedData(stored, sql())
    const ran = await replay(data)
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain(`– 报送 submission ${stored.first}`)
    expect(ran.stdout).toContain(`未重算 not replayed：${why}`)
    expect(summaryOf(await replay(data, '--json'))).toMatchObject({ submissions: 5, same: 4, notReplayed: 1 })
  })

  test('an original lost from the evidence folder', async () => {
    const data = mkdtempSync(join(stored.world.folder, 'lost-'))
    cpSync(stored.world.data, data, { recursive: true })
    rmSync(join(data, 'evidence'), { recursive: true })
    const ran = await replay(data)
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain(`– 报送 submission ${stored.large}`)
  })

  test.each([
    ['no data folder', []],
    ['a file besides', ['--data', '/tmp', 'x']],
  ])('%s is a usage error', async (_what, args) => {
    expect(await callCommand(ledgerReplayCommand, args)).toMatchObject({ code: 2, stdout: '' })
  })

  test('a folder without a gateway is one too', async () => {
    expect(await replay(stored.world.folder)).toMatchObject({ code: 2, stdout: '' })
  })
})
