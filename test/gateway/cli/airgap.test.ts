/** Across an air gap: sealed where there is no network, ingested where the gateway runs, and the receipts taken back; each step a process of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJwks } from '../../../gateway/client/gateway-keys.ts'
import { checkReceipt } from '../../../gateway/client/receipt.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { CONTRACT, file, largeFile } from './audit-store.ts'
import { jsonLines, type Ran, runCommand } from './run.ts'
import { keyList, type RunningWorld, startWorld } from './running.ts'

let world: RunningWorld
let cq: string
let sc: string
const at = (name: string): string => join(world.folder, name)
const size = (): number => world.running().gateway.log.head().size

beforeAll(async () => {
  world = await startWorld({ algs: { agency: 'sm2-sm3' } })
  cq = world.keyFile('cq', world.sides.cq.agency)
  sc = world.keyFile('sc', world.sides.sc.agency)
  writeFileSync(at('jwks.json'), await (await fetch(`${world.origin}/.well-known/jwks.json`)).text())
}, 60_000)
afterAll(() => world.close())

function written(name: string, content: Uint8Array | string): string {
  writeFileSync(at(name), content)
  return at(name)
}

/** Seals files into a package of this name. */
function seal(name: string, files: readonly string[], { origin = world.origin, key = cq, more = [] as string[] } = {}) {
  const how = ['--origin', origin, '--key', key, '--contract', CONTRACT, '--to-file', at(name), ...more]
  return runCommand(['submit', ...how, ...files])
}
const ingest = (name: string, out = `${name}.receipts`): Promise<Ran> =>
  runCommand(['ingest', '--data', world.data, at(name), '--receipts', at(out)])
const take = (name: string, packed: string, more: readonly string[] = ['--gateway-key', at('jwks.json')]) =>
  runCommand(['receipts', 'take', at(name), '--package', at(packed), ...more])

describe('a package of three files, one of them bad', () => {
  const good = file(['朱沱', '2025-11-04 08:00', '1.1'], ['晒网坝', '2025-11-04 08:00', '1.9'])
  const mixed = file(['朱沱', '2025-11-05 08:00', '1.2'], ['查无此处', '2025-11-05 08:00', '1.2'])
  const bad = file(['查无此处', '2025-11-06 08:00', '1.2'])

  test('is sealed with no gateway there, and says until when it may lie', async () => {
    await world.stop()
    const files = [written('good.csv', good), written('bad.csv', bad), written('mixed.csv', mixed)]
    const ran = await seal('week.package', files)
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    expect(ran.stderr).toContain(`3 files, ${readFileSync(at('week.package')).length} bytes; ingest by ${until}`)
    // Never over what is there.
    expect((await seal('week.package', files)).code).toBe(2)
    await world.start()
  })

  test('is taken in file by file; the bad one is told of, and the others are in the ledger', async () => {
    const before = size()
    const ran = await ingest('week.package')
    expect(ran.code).toBe(3)
    expect(jsonLines(ran.stdout)).toMatchObject([
      { file: 'good.csv', state: 'accepted', counts: { in: 2, accepted: 2, rejected: 0 } },
      { file: 'bad.csv', state: 'refused', code: 'no-acceptable-row' },
      { file: 'mixed.csv', state: 'rejected', counts: { in: 2, accepted: 1, rejected: 1 } },
    ])
    expect(size()).toBe(before + 2)
  })

  test('again brings the same receipts, and nothing more into the ledger', async () => {
    const before = size()
    expect((await ingest('week.package', 'again.receipts')).code).toBe(3)
    expect(size()).toBe(before)
    const receipts = (name: string) =>
      JSON.parse(readFileSync(at(name), 'utf8')).answer.files.map(
        ({ receipt }: { receipt?: object }) => receipt ?? null,
      )
    expect(receipts('again.receipts')).toEqual(receipts('week.package.receipts'))
    expect(receipts('again.receipts').filter(Boolean)).toHaveLength(2)
  })

  test('brings back the rows of a value that has been corrected since to nobody', async () => {
    const client = world.client(world.sides.cq.agency)
    const corrected = file(['朱沱', '2025-11-04 08:00', '6.6'], ['晒网坝', '2025-11-04 08:00', '1.9'])
    await client.submit({ contract: CONTRACT, bytes: corrected, mediaType: 'text/csv' })
    const before = size()
    expect((await ingest('week.package', 'late.receipts')).code).toBe(3)
    expect(size()).toBe(before)
    // Sent anew by the agency itself, the first file counts again.
    await client.submit({ contract: CONTRACT, bytes: good, mediaType: 'text/csv' })
    expect(size()).toBe(before + 1)
  })

  test('has its receipts taken with no gateway there: verified, and kept beside it', async () => {
    await world.stop()
    const ran = await take('week.package.receipts', 'week.package')
    expect(ran.code).toBe(3)
    expect(jsonLines(ran.stdout).map(({ state }) => state)).toEqual(['accepted', 'refused', 'rejected'])
    expect(ran.stderr).toContain('[no-acceptable-row]')
    expect(ran.stderr).toMatch(/where {2}mixed\.csv，第 3 行 row 3，列 column 断面名称，值 value "查无此处"/)
    const keys = readJwks(readFileSync(at('jwks.json'), 'utf8'))
    const lines = readFileSync(at('week.package.receipts.ndjson'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => checkReceipt(line, keys).header.evidence.digest)).toEqual([
      sha256Hex(good),
      sha256Hex(mixed),
    ])
    await world.start()
  })

  test('whose answer was changed, is of another package, or by another gateway, is not believed', async () => {
    const text = readFileSync(at('week.package.receipts'), 'utf8')
    const changes: readonly ((text: string) => string)[] = [
      (one) => one.replace('"accepted":{"count":2', '"accepted":{"count":3'),
      (one) => one.replace('"state":401', '"state":200').replace('no-acceptable-row', 'no-acceptable-rox'),
      (one) => one.replace('"repeated":false', '"repeated":true'),
      (one) => one.slice(0, -2),
      (one) => `${one}\n`,
      () => '{}',
    ]
    for (const change of changes) {
      expect(change(text)).not.toBe(text)
      written('changed.receipts', change(text))
      const ran = await take('changed.receipts', 'week.package', [
        '--gateway-key',
        at('jwks.json'),
        '--out',
        at('none'),
      ])
      expect(ran).toMatchObject({ code: 4, stdout: '' })
    }
    await seal('other.package', [at('good.csv'), at('bad.csv'), at('mixed.csv')])
    expect(await take('week.package.receipts', 'other.package')).toMatchObject({ code: 4, stdout: '' })
    const other = await startWorld()
    const keys = await (await fetch(`${other.origin}/.well-known/jwks.json`)).text()
    await other.close()
    const foreign = ['--gateway-key', written('foreign.json', keys)]
    expect(await take('week.package.receipts', 'week.package', foreign)).toMatchObject({ code: 4, stdout: '' })
    expect(existsSync(at('none'))).toBe(false)
  })
})

test('a package by an SM2 key, with a file too large to be kept beside its submission, is taken as well', async () => {
  const named = file(['金子', '2025-11-09 08:00', '1.3'])
  expect(
    (await seal('sm2.package', [written('large.csv', largeFile()), written('sc.csv', named)], { key: sc })).code,
  ).toBe(0)
  expect((await ingest('sm2.package')).code).toBe(0)
  expect((await take('sm2.package.receipts', 'sm2.package')).code).toBe(0)
})

test('history may cross as well, and is marked as such', async () => {
  const past = written('past.csv', file(['朱沱', '2024-01-04 08:00', '1.1']))
  expect((await seal('past.package', [past], { more: ['--backfill'] })).code).toBe(0)
  const [line] = jsonLines((await ingest('past.package')).stdout)
  const shown = await world.client(world.sides.cq.agency).read(`/v1/submissions/${line?.submission}`)
  expect(shown.json()).toMatchObject({ header: { backfill: {} }, notes: [{ rule: 'backfilled' }] })
})

test('a package for another origin is refused', async () => {
  const path = written('elsewhere.csv', file(['朱沱', '2025-11-10 08:00', '1.1']))
  await seal('elsewhere.package', [path], { origin: 'https://other.example' })
  const before = size()
  const ran = await ingest('elsewhere.package')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain('[target-mismatch]')
  expect([size(), existsSync(at('elsewhere.package.receipts'))]).toEqual([before, false])
})

test('who sends much that nobody signed is told why in the end', async () => {
  const body = Buffer.concat([Buffer.from('{"payload":"e30","signatures":[]}\n'), Buffer.alloc(20 * 1024 * 1024, 0x61)])
  const answer = await fetch(`${world.origin}/v1/packages`, { method: 'POST', body })
  expect([answer.status, JSON.parse(await answer.text()).code]).toEqual([400, 'document-malformed'])
})

test('an answer is never written over another file', async () => {
  written('precious.txt', 'not an answer')
  expect((await ingest('week.package', 'precious.txt')).code).toBe(2)
  expect(readFileSync(at('precious.txt'), 'utf8')).toBe('not an answer')
})

test('with the gateway stopped, ingesting fails as any call does, and nothing is written', async () => {
  await world.stop()
  expect(await ingest('past.package', 'down.receipts')).toMatchObject({ code: 5, stdout: '' })
  expect(existsSync(at('down.receipts'))).toBe(false)
  await world.start()
})

test('a key revoked while its package lay in the gap sends nothing', async () => {
  const path = written('late.csv', file(['朱沱', '2025-11-11 08:00', '1.1']))
  await seal('revoked.package', [path])
  const { sides } = world
  const previous = sha256Hex(keyList('cq', sides.cq).payload)
  const list = keyList('cq', sides.cq, { edition: 2, previous, revoked: [sides.cq.agency] })
  await world.client(sides.cq.signatory).putKeys(list.jws)
  const before = size()
  const ran = await ingest('revoked.package')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain('[key-revoked]')
  // Nor does one that was taken before bring its receipts any more.
  expect((await ingest('week.package', 'after.receipts')).code).toBe(4)
  expect(size()).toBe(before)
})

test('the audit finds every package in the evidence sound, and the replay gives the same records', async () => {
  await world.stop()
  const audited = await runCommand(['ledger', 'audit', '--data', world.data])
  expect({ code: audited.code, text: audited.code === 0 ? '' : audited.stdout }).toEqual({ code: 0, text: '' })
  const replayed = await runCommand(['ledger', 'replay', '--data', world.data])
  expect({ code: replayed.code, text: replayed.code === 0 ? '' : replayed.stdout }).toEqual({ code: 0, text: '' })
  await world.start()
})
