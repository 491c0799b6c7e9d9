/** A watched folder: each file once, whatever happens meanwhile; nothing half-written, nothing lost, nothing left lying about. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { CONTRACT, file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand, startCommand } from './run.ts'
import { type RunningWorld, startWorld, testKey } from './running.ts'

let world: RunningWorld
let key: string
let box: string
beforeEach(async () => {
  world = await startWorld()
  key = world.keyFile('agency', world.sides.cq.agency)
  box = join(world.folder, 'outbox')
  mkdirSync(box)
}, 60_000)
afterEach(() => world.close())

const at = (...names: string[]): string => join(box, ...names)
const size = (): number => world.running().gateway.log.head().size
const inside = (folder: string): readonly string[] => (existsSync(at(folder)) ? readdirSync(at(folder)).toSorted() : [])
const argsOf = (...more: string[]): string[] => [
  ...['watch', '--origin', world.origin, '--key', key, '--contract', CONTRACT],
  ...['--every', '0.2', '--settle', '0.3', ...more, box],
]
const once = (...more: string[]): Promise<Ran> => runCommand(argsOf('--once', ...more))
const row = (hour: number, value = '1.1') => {
  const time = new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000).toISOString()
  return ['朱沱', `${time.slice(0, 10)} ${time.slice(11, 13)}:00`, value] as const
}
const drop = (name: string, bytes: Uint8Array): void => {
  writeFileSync(at(`${name}.part`), bytes)
  renameSync(at(`${name}.part`), at(name))
}

/** What the gateway has as figures now. */
async function figures(): Promise<readonly (string | undefined)[]> {
  const answer = await world.client(world.sides.cq.agency).read(`/v1/records/${CONTRACT}`)
  return [...answer.text().matchAll(/"reported":"(1\.\d)"/g)].map(([, figure]) => figure)
}

async function until(what: () => boolean): Promise<void> {
  for (let left = 1500; !what(); left--) {
    if (left === 0) throw new Error(`waited in vain for ${what}`)
    await sleep(20)
  }
}

function watching(...more: string[]) {
  const child = startCommand(argsOf(...more))
  let said = ''
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return { said: () => said, told: () => told, end, ended }
}

/** The receipt beside a file of `done` is for its bytes. */
function receiptOf(name: string): { submission: string; evidence: { digest: string } } {
  const { header } = JSON.parse(readFileSync(at('done', `${name}.receipt.json`), 'utf8')).receipt
  expect(header.evidence.digest, name).toBe(sha256Hex(readFileSync(at('done', name))))
  return header
}

describe('files of a watched folder', () => {
  test('end in done with their receipt, or in refused with the problem, in words, data and as a workbook', async () => {
    const before = size()
    drop('好.csv', file(row(1)))
    drop('半.csv', file(row(2), ['查无此处', '2025-01-01 08:00', '1.1']))
    drop('坏.csv', file(['查无此处', '2025-01-01 08:00', '1.1']))
    drop('表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    const ran = await once()
    expect(ran.code).toBe(3)
    expect(inside('done')).toEqual(
      ['半.csv', '半.csv.receipt.json', '半.csv.rejections.xlsx', '好.csv', '好.csv.receipt.json'].toSorted(),
    )
    const refused = ['坏.csv', '坏.csv.problem.json', '坏.csv.problem.txt', '坏.csv.rejections.xlsx']
    expect(inside('refused')).toEqual([...refused, '表.xls', '表.xls.problem.json', '表.xls.problem.txt'].toSorted())
    expect(size()).toBe(before + 2)
    expect(jsonLines(ran.stdout)).toHaveLength(2)
    for (const name of ['好.csv', '半.csv']) receiptOf(name)
    expect(JSON.parse(readFileSync(at('refused', '坏.csv.problem.json'), 'utf8'))).toMatchObject({
      code: 'no-acceptable-row',
      status: 422,
      rejections: [{ row: 2, type: 'section-unknown' }],
    })
    expect(readFileSync(at('refused', '表.xls.problem.txt'), 'utf8')).toMatch(/^\ufeff✗ .*另存为 \.xlsx/)
    for (const name of ['done/半.csv.rejections.xlsx', 'refused/坏.csv.rejections.xlsx'])
      expect(readFileSync(at(name)).subarray(0, 2).toString()).toBe('PK')
    expect(inside('sending')).toEqual(['.lock'])
  })

  test('of a name that is there already come beside it, and the same bytes again are a submission again asked for', async () => {
    drop('a.csv', file(row(1)))
    await once()
    drop('a.csv', file(row(1, '1.2')))
    await once()
    // What was corrected is taken back: the bytes of the first file count anew.
    drop('a.csv', file(row(1)))
    await once()
    expect(inside('done').filter((name) => name.endsWith('.csv'))).toEqual(['a-2.csv', 'a-3.csv', 'a.csv'])
    const ids = ['a.csv', 'a-2.csv', 'a-3.csv'].map((name) => receiptOf(name).submission)
    expect(new Set(ids).size).toBe(3)
    expect(await figures()).toEqual(['1.1'])
  })

  test('are not taken while they are written, open, empty, hidden or in a folder', async () => {
    const watch = watching()
    await until(() => existsSync(at('sending')))
    const head = file(row(0)).toString().split('\n')[0]
    writeFileSync(at('慢.csv'), `${head}\n`)
    for (let hour = 1; hour <= 10; hour++) {
      appendFileSync(at('慢.csv'), file(row(hour)).toString().split('\n')[1] ?? '')
      await sleep(60)
      appendFileSync(at('慢.csv'), '\n')
      await sleep(60)
    }
    writeFileSync(at('空.csv'), '')
    for (const name of ['.隐.csv', '~$开.xlsx', '传.csv.part', '开.xlsx']) writeFileSync(at(name), file(row(20)))
    mkdirSync(at('夹'))
    writeFileSync(at('夹', '内.csv'), file(row(21)))
    await until(() => existsSync(at('done', '慢.csv.receipt.json')))
    await until(() => watch.said().includes('开.xlsx: 正被打开') && watch.said().includes('空.csv: 正被打开或为空'))
    await sleep(800)
    expect(inside('done')).toEqual(['慢.csv', '慢.csv.receipt.json'])
    expect(watch.said()).toContain('10 rows: 10 accepted')
    // Told once, however often one looks.
    expect(watch.said().split('空.csv: 正被打开').length).toBe(2)
    expect(inside('.')).toEqual(
      expect.arrayContaining(['.隐.csv', '~$开.xlsx', '传.csv.part', '夹', '开.xlsx', '空.csv']),
    )
    // Closed and filled, both are files like any other.
    rmSync(at('~$开.xlsx'))
    appendFileSync(at('空.csv'), file(row(22)))
    await until(
      () => existsSync(at('done', '空.csv.receipt.json')) && existsSync(at('refused', '开.xlsx.problem.json')),
    )
    expect(await watch.end('SIGTERM')).toBe(0)
  })
})

test('killed again and again, each file is in the ledger once and has its receipt', async () => {
  const before = size()
  const names = Array.from({ length: 40 }, (_, n) => `f${String(n).padStart(2, '0')}.csv`)
  for (const [n, name] of names.entries()) drop(name, file(row(n * 3), row(n * 3 + 1), ['查无此处', '2025-01-01', '1']))
  for (const enough of [3, 9, 16, 25]) {
    const watch = watching()
    await until(() => inside('done').filter((name) => name.endsWith('.csv')).length >= enough)
    // Anywhere within the next file.
    await sleep(Math.floor(Math.random() * 40))
    expect(await watch.end('SIGKILL')).toBe(null)
  }
  expect(await once()).toMatchObject({ code: 0 })
  expect(size()).toBe(before + names.length)
  expect(inside('done')).toEqual(
    names.flatMap((name) => [name, `${name}.receipt.json`, `${name}.rejections.xlsx`]).toSorted(),
  )
  expect(new Set(names.map((name) => receiptOf(name).submission)).size).toBe(names.length)
  expect(inside('sending').filter((name) => name !== '.lock')).toEqual([])
  expect(inside('.')).toEqual(['done', 'refused', 'sending'])
})

test.each([
  ['sent and not yet told', async () => undefined],
  ['told and not yet moved', async (name: string) => renameSync(at('done', name), at('sending', name))],
])('a file that a kill left %s is finished by the next run', async (_what, back) => {
  drop('a.csv', file(row(1)))
  await once()
  const before = size()
  await back('a.csv')
  renameSync(at('done', 'a.csv.receipt.json'), at('sending', '.a.csv.receipt.json'))
  expect(await once()).toMatchObject({ code: 0, stdout: '' })
  expect(inside('done')).toEqual(['a.csv', 'a.csv.receipt.json'])
  receiptOf('a.csv')
  expect(size()).toBe(before)
})

test('without a network files wait, told once, and go in their order when it is back', async () => {
  await world.stop()
  drop('1.csv', file(row(1)))
  const watch = watching()
  await until(() => watch.said().includes('kept in sending/'))
  drop('2.csv', file(row(1, '1.2')))
  await sleep(1500)
  expect(watch.said().split('kept in sending/').length).toBe(2)
  expect(inside('done')).toEqual([])
  await world.start()
  await until(() => existsSync(at('done', '2.csv.receipt.json')))
  expect(watch.said()).toContain('works again')
  expect(jsonLines(watch.told())).toHaveLength(2)
  expect(await figures()).toEqual(['1.2'])
  expect(await watch.end('SIGINT')).toBe(0)
})

describe('what is not the file’s fault refuses no file', () => {
  test('a key that nobody listed ends it with 4, a gateway away ends --once with 5', async () => {
    drop('a.csv', file(row(1)))
    const stranger = world.keyFile('stranger', testKey())
    const args = argsOf('--once').map((one) => (one === key ? stranger : one))
    expect(await runCommand(args)).toMatchObject({
      code: 4,
      stdout: '',
      stderr: expect.stringContaining('key-unknown'),
    })
    await world.stop()
    expect(await once()).toMatchObject({ code: 5, stdout: '' })
    await world.start()
    expect([inside('sending'), inside('done'), inside('refused')]).toEqual([['.lock', 'a.csv'], [], []])
    expect(await once()).toMatchObject({ code: 0 })
    expect(inside('done')).toEqual(['a.csv', 'a.csv.receipt.json'])
  })

  test('a second command on the folder is a usage error, as is a folder that is none', async () => {
    const watch = watching()
    await until(() => existsSync(at('sending', '.lock', 'lock')))
    expect(await once()).toMatchObject({ code: 2, stderr: expect.stringContaining('another command watches it') })
    await watch.end('SIGTERM')
    box = join(box, 'nowhere')
    expect(await once()).toMatchObject({ code: 2, stderr: expect.stringContaining('is no folder') })
    expect((await once('--settle', '0')).stderr).toContain('is no folder')
  })
})
