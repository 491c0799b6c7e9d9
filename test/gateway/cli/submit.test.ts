import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkReceipt } from '../../../gateway/client/receipt.ts'
import { freePort } from '../../free-port.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { CONTRACT, file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand } from './run.ts'
import { type RunningWorld, startWorld, testKey } from './running.ts'

let world: RunningWorld
let key: string
beforeAll(async () => {
  world = await startWorld()
  key = world.keyFile('agency', world.sides.cq.agency)
}, 60_000)
afterAll(() => world.close())

function written(name: string, content: Uint8Array | string): string {
  const path = join(world.folder, name)
  writeFileSync(path, content)
  return path
}

function submit(
  files: readonly string[],
  options: readonly string[] = [],
  { origin = world.origin, keyFile = key } = {},
): Promise<Ran> {
  return runCommand(['submit', '--origin', origin, '--key', keyFile, '--contract', CONTRACT, ...options, ...files])
}

const GOOD = file(['朱沱', '2025-11-04 08:00', '1.1'], ['晒网坝', '2025-11-04 08:00', '1.9'])

describe('submit', () => {
  test('prints a receipt that verifies, and the counts in words', async () => {
    const ran = await submit([written('good.csv', GOOD)])
    expect(ran.code).toBe(0)
    expect(ran.stderr).toMatch(
      /good\.csv: 共 2 行，接收 2，拒收 0，重复 0 · 2 rows: 2 accepted, 0 rejected, 0 duplicates\n$/,
    )
    const { header } = checkReceipt(ran.stdout.trimEnd(), await world.client(world.sides.cq.agency).keys())
    expect(header).toMatchObject({ party: 'cq', evidence: { bytes: GOOD.length, mediaType: 'text/csv' } })
  })

  test('again prints the same receipt and says so', async () => {
    const path = written('again.csv', file(['朱沱', '2025-11-06 08:00', '1.1']))
    const [first, second] = [await submit([path]), await submit([path])]
    expect(second).toMatchObject({ code: 0, stdout: first.stdout })
    expect(second.stderr).toContain('sent before')
    expect(first.stderr).not.toContain('sent before')
    const third = await submit([path], ['--idempotency-key', 'another'])
    expect(third.stdout).not.toBe(first.stdout)
  })

  test('explains each rejected row in three lines: what, where, how to fix', async () => {
    const rows = file(
      ['朱沱', '2025-11-05 08:00', '1.1'],
      ['查无此处', '2025-11-05 08:00', '1.2'],
      ['朱沱', '2025-11-05 12:00', '甲'],
    )
    const ran = await submit([written('mixed.csv', rows)])
    expect(ran.code).toBe(0)
    const [summary, ...lines] = ran.stderr.trimEnd().split('\n')
    expect(summary).toContain('3 rows: 1 accepted, 2 rejected')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^✗ .+ · .+ \[section-unknown\]$/)
    expect(lines[1]).toMatch(/where {2}.*mixed\.csv，第 3 行 row 3，列 column 断面名称，值 value "查无此处"$/)
    expect(lines[2]).toMatch(/fix {4}.+ · .+/)
    expect(lines[3]).toMatch(/\[value-not-a-number\]$/)
    expect(lines[4]).toMatch(/第 4 行 row 4，列 column 高锰酸盐指数\(mg\/L\)，值 value "甲"$/)
  })

  test('of several files each counts for itself, and the exit tells of the worst', async () => {
    const bad = written('bad.csv', file(['查无此处', '2025-11-05 08:00', '1.2']))
    const good = written('other.csv', file(['朱沱', '2025-11-07 08:00', '1.1']))
    const ran = await submit([bad, good])
    expect(ran.code).toBe(3)
    expect(jsonLines(ran.stdout)).toHaveLength(1)
    expect(ran.stderr).toContain('[no-acceptable-row]')
    expect(ran.stderr).toContain('[section-unknown]')
  })

  test('resolves undated times before --at', async () => {
    const path = written('undated.csv', file(['朱沱', '11-04 08:00', '1.1']))
    expect((await submit([path], ['--at', '2021-11-05T00:00:00+08:00'])).code).toBe(0)
    const ends: unknown[] = []
    for await (const { record } of world
      .client(world.sides.cq.agency)
      .records({ contract: CONTRACT, to: '2022-01-01T00:00:00+08:00' })) {
      ends.push(record.get('interval'))
    }
    expect(ends).toMatchObject([{ end: '2021-11-04T08:00:00+08:00' }])
  })
})

describe('how submit ends', () => {
  const one = () => written('one.csv', GOOD)

  test('3 for a file that cannot be read, and for one that is not there', async () => {
    expect(await submit([written('broken.json', '{"tbody": [1,')])).toMatchObject({ code: 3, stdout: '' })
    expect(await submit([join(world.folder, 'absent.csv')])).toMatchObject({ code: 3, stdout: '' })
  })

  test('3 for a contract that does not exist', async () => {
    const args = ['submit', '--origin', world.origin, '--key', key, '--contract', 'water-quality', one()]
    const ran = await runCommand(args)
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('[contract-unknown]')
  })

  test('4 for a key that nobody registered', async () => {
    const ran = await submit([one()], [], { keyFile: world.keyFile('stranger', testKey()) })
    expect(ran).toMatchObject({ code: 4, stdout: '' })
    expect(ran.stderr).toContain('[key-unknown]')
  })

  test('4 for a key of another role', async () => {
    const ran = await submit([one()], [], { keyFile: world.keyFile('signatory', world.sides.cq.signatory) })
    expect(ran.code).toBe(4)
    expect(ran.stderr).toContain('[not-permitted]')
  })

  test('5 when nobody answers, without trying the other files', async () => {
    const origin = `http://127.0.0.1:${await freePort()}`
    const ran = await submit([one(), written('two.csv', GOOD)], [], { origin })
    expect(ran).toMatchObject({ code: 5, stdout: '' })
    expect(ran.stderr.match(/\[network\]/g)).toHaveLength(1)
  })

  test('6 while the contract waits for the other side', async () => {
    const proposed = await startWorld({ signed: false })
    const keyFile = proposed.keyFile('agency', proposed.sides.cq.agency)
    const path = join(proposed.folder, 'one.csv')
    writeFileSync(path, GOOD)
    const ran = await submit([path], [], { origin: proposed.origin, keyFile })
    expect(ran).toMatchObject({ code: 6, stdout: '' })
    expect(ran.stderr).toContain('[contract-not-in-force]')
    await proposed.close()
  })

  test('2 for a key file that others can read', async () => {
    const open = join(world.folder, 'open.jwk')
    writeFileSync(open, JSON.stringify(world.sides.cq.agency.privateJwk), { mode: 0o644 })
    const ran = await submit([one()], [], { keyFile: open })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('chmod 600')
  })

  test.each(['gateway.example', 'ftp://gateway.example', 'https://gateway.example/v1'])(
    '2 for the origin %s',
    async (origin) => {
      expect(await submit([one()], [], { origin })).toMatchObject({ code: 2, stdout: '' })
    },
  )
})

describeShared('submitting files as publishers wrote them', () => {
  test('every Chongqing CSV and both JSON days from each side: a receipt each, rows accounted for, the audit clean', async () => {
    const real = await startWorld()
    const keys = { cq: real.keyFile('cq', real.sides.cq.agency), sc: real.keyFile('sc', real.sides.sc.agency) }
    const folder = sharedPath('data/water-cnemc-csv-2021-04/重庆市')
    const csv = readdirSync(folder).map((name) => join(folder, name))
    const json = ['2020-05-08.json', '2021-04-05.json'].map((name) => sharedPath('data/water-cnemc-json', name))
    const runs = [
      { keyFile: keys.cq, at: '2021-04-06T00:00:00+08:00', files: csv },
      ...[keys.cq, keys.sc].flatMap((keyFile) =>
        json.map((path, day) => ({
          keyFile,
          at: ['2020-05-09T00:00:00+08:00', '2021-04-06T00:00:00+08:00'][day] ?? '',
          files: [path],
        })),
      ),
    ]
    let receipts = 0
    for (const { keyFile, at, files } of runs) {
      const ran = await submit(files, ['--at', at], { origin: real.origin, keyFile })
      expect(ran.code).toBe(0)
      for (const line of ran.stdout.trimEnd().split('\n')) {
        const { header } = checkReceipt(line, await real.client(real.sides.cq.agency).keys())
        expect(header.accepted.count + header.rejected.count + header.duplicates).toBe(header.rows)
        expect(header.accepted.count).toBeGreaterThan(0)
        receipts++
      }
    }
    expect(receipts).toBe(45 + 4)
    await real.stop()
    // Two key lists, a contract and two registers signed by both, 49 submissions.
    const audited = await runCommand(['ledger', 'audit', '--data', real.data])
    expect(audited.stdout).toMatch(/clean \(57 条 leaves\)\n$/)
    expect(audited.code).toBe(0)
    await real.close()
  }, 60_000)
})
