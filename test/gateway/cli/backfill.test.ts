/** Years of history by one command: interrupted and begun again, held back and patient, and in the end every row accounted for once. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand, startCommand } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

let world: RunningWorld
let key: string
beforeEach(async () => {
  world = await startWorld()
  key = world.keyFile('agency', world.sides.cq.agency)
}, 60_000)
afterEach(() => world.close())

const at = (...names: string[]): string => join(world.folder, ...names)
const size = (): number => world.running().gateway.log.head().size
const two = (at: number): string => String(at).padStart(2, '0')

/** So many files of so many rows, a section's readings of a month each, no two alike. */
function history(folder: string, files: number, rows: number): string {
  mkdirSync(at(folder, '2023'), { recursive: true })
  for (let n = 0; n < files; n++) {
    const month = `20${two(10 + Math.floor(n / 12))}-${two((n % 12) + 1)}`
    const readings = Array.from({ length: rows }, (_, row) => {
      const day = two((row % 28) + 1)
      return [
        '朱沱',
        `${month}-${day} ${two(Math.floor(row / 28) % 24)}:${two(Math.floor(row / 672))}`,
        `1.${row % 10}`,
      ] as const
    })
    writeFileSync(at(folder, n % 2 ? '2023' : '.', `${two(n)}.csv`), file(...readings))
  }
  return at(folder)
}

const argsOf = (files: readonly string[], more: readonly string[] = [], origin = world.origin) => [
  ...['submit', '--backfill', '--origin', origin, '--key', key, '--contract', CONTRACT, '--journal', at('journal')],
  ...more,
  ...files,
]
const backfill = (...args: Parameters<typeof argsOf>): Promise<Ran> => runCommand(argsOf(...args))
const journal = () => jsonLines(readFileSync(at('journal'), 'utf8'))

test('a folder goes in with its folders; the summary accounts for every row', async () => {
  const before = size()
  const ran = await backfill([history('years', 6, 30)])
  expect(ran.code).toBe(0)
  expect(jsonLines(ran.stdout)).toHaveLength(6)
  expect(jsonLines(ran.stdout)).toMatchObject(
    Array.from({ length: 6 }, () => ({ receipt: { header: { backfill: {} } } })),
  )
  expect(ran.stderr).toContain(
    '6 files: 6 sent, 0 had a receipt, 0 failed, 0 not tried; 180 rows = 180 accepted + 0 rejected + 0 duplicates',
  )
  // Progress is for who watches.
  expect(ran.stderr).not.toContain('\r')
  expect(size()).toBe(before + 6)
  const again = await backfill([at('years', '*.csv'), at('years', '2023')])
  expect(again).toMatchObject({ code: 0, stdout: '' })
  expect(again.stderr).toContain('6 files: 0 sent, 6 had a receipt')
  expect(size()).toBe(before + 6)
})

test('killed half way and begun again, it sends each file once', async () => {
  const before = size()
  const folder = history('years', 60, 200)
  const child = startCommand(argsOf([folder]))
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (!existsSync(at('journal')) || readFileSync(at('journal'), 'utf8').split('\n').length < 6) await sleep(5)
  child.kill('SIGKILL')
  await ended
  const kept = readFileSync(at('journal'), 'utf8')
  const done = kept.split('\n').length - 1
  expect(done).toBeGreaterThan(4)
  expect(done).toBeLessThan(60)
  // As a kill in the middle of a line would leave it.
  if (kept.endsWith('\n')) appendFileSync(at('journal'), kept.slice(0, 40))
  const ran = await backfill([folder])
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain(`60 files: ${60 - done} sent, ${done} had a receipt, 0 failed, 0 not tried`)
  const lines = journal()
  expect(new Set(lines.map(({ digest }) => digest)).size).toBe(60)
  expect(lines).toHaveLength(60)
  // What was sent when the kill came and had no receipt yet was sent again, and is there once.
  expect(size()).toBe(before + 60)
  await world.stop()
  const audited = await runCommand(['ledger', 'audit', '--data', world.data])
  expect({ code: audited.code, text: audited.code === 0 ? '' : audited.stdout }).toEqual({ code: 0, text: '' })
  const replayed = await runCommand(['ledger', 'replay', '--data', world.data])
  expect({ code: replayed.code, text: replayed.code === 0 ? '' : replayed.stderr }).toEqual({ code: 0, text: '' })
  await world.start()
})

test('bad files and rows are told of, the others go in, and the exit is of the worst', async () => {
  mkdirSync(at('mixed'))
  const recent = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  writeFileSync(at('mixed', 'a.csv'), file(['朱沱', '2023-01-04 08:00', '1.1'], ['朱沱', `${recent} 08:00`, '1.1']))
  writeFileSync(at('mixed', 'b.csv'), file(['查无此处', '2023-01-04 08:00', '1.1']))
  writeFileSync(at('mixed', 'c.csv'), file(['朱沱', '2023-01-05 08:00', '1.1'], ['朱沱', '2023-01-05 08:00', '1.1']))
  writeFileSync(at('mixed', 'd.csv'), readFileSync(at('mixed', 'c.csv')))
  const ran = await backfill([at('mixed')], ['--in-flight', '1'])
  expect(ran.code).toBe(3)
  expect(ran.stderr).toContain('[backfill-too-recent]')
  expect(ran.stderr).toContain('[no-acceptable-row]')
  expect(ran.stderr).toContain(
    '4 files: 2 sent, 1 had a receipt, 1 failed, 0 not tried; 4 rows = 2 accepted + 1 rejected + 1 duplicates',
  )
  expect(journal().map(({ file: name }) => String(name).slice(-5))).toEqual(['a.csv', 'c.csv'])
})

test('held back by the gateway’s limits, it waits as it is asked to, and all goes in', async () => {
  await world.stop()
  const config = readFileSync(join(world.data, 'gateway.json'), 'utf8')
  const limited = config.replace('{', '{\n"rates": { "keyWrites": { "perSecond": 4, "burst": 2 } },')
  writeFileSync(join(world.data, 'gateway.json'), limited)
  await world.start()
  const begun = Date.now()
  const ran = await backfill([history('years', 10, 2)])
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain('10 files: 10 sent')
  // Two at once, then four a second.
  expect(Date.now() - begun).toBeGreaterThan(1500)
})

test('with nobody there it stops at once, and goes on from there', async () => {
  const origin = `http://127.0.0.1:${await freePort()}`
  const ran = await backfill([history('years', 30, 2)], [], origin)
  expect(ran).toMatchObject({ code: 5, stdout: '' })
  expect(ran.stderr).toMatch(/30 files: 0 sent, 0 had a receipt, [1-4] failed, 2[6-9] not tried/)
  expect((await backfill([at('years')])).stderr).toContain('30 files: 30 sent')
})

test.each([
  ['no journal', ['--backfill'], 'journal'],
  ['too many in flight', ['--backfill', '--journal', 'j', '--in-flight', '33'], 'in-flight'],
  ['a journal without a backfill', ['--journal', 'j'], '--backfill'],
  ['days without a package', ['--days', '3'], '--to-file'],
  ['an idempotency key', ['--backfill', '--journal', 'j', '--idempotency-key', 'k'], '--idempotency-key'],
  ['a file that is no journal', ['--backfill', '--journal', 'OTHER'], 'line 1'],
])('%s is a usage error', async (_what, more, told) => {
  history('years', 1, 1)
  writeFileSync(at('other'), 'no journal, in one line')
  const args = ['submit', '--origin', world.origin, '--key', key, '--contract', CONTRACT, ...more, at('years')]
  const named = args.map((one) => (one === 'OTHER' ? at('other') : one))
  expect(await runCommand(named)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(told) })
  expect(readFileSync(at('other'), 'utf8')).toBe('no journal, in one line')
  expect(readdirSync('.')).not.toContain('j')
})
