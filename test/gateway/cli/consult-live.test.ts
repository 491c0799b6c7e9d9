/** `consult watch`, `attach`, `check` and `--if-match`, against a gateway that listens, as processes and in this one. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import { consultCommand } from '../../../gateway/cli/commands/consult.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from './audit-store.ts'
import { callCommand, jsonLines, type Ran, startCommand } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

type Hand = 'operator' | 'reviewer'
const PERIOD = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
let world: RunningWorld
let id = ''
const files = new Map<string, string>()
beforeAll(async () => {
  world = await startWorld()
  const bytes = file(['朱沱', '2025-11-04 08:00', '1.1'])
  await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
  id = (await world.client(world.sides.cq.operator).consult({ period: PERIOD })).id
}, 60_000)
afterAll(() => world.close())

function fileOf(party: PartyId, hand: Hand): string {
  const name = `${party}-${hand}`
  const known = files.get(name) ?? world.keyFile(name, world.sides[party][hand])
  files.set(name, known)
  return known
}
function consult(party: PartyId, hand: Hand, ...args: readonly string[]): Promise<Ran> {
  return callCommand(consultCommand, [...args, '--origin', world.origin, '--key', fileOf(party, hand)])
}
const say = (text: string) => consult('cq', 'operator', 'comment', id, '--text', text)

describe('consult watch', () => {
  /** The command as a process, and what it has written so far. */
  function watching(...args: readonly string[]) {
    const child = startCommand([
      'consult',
      'watch',
      ...args,
      '--origin',
      world.origin,
      '--key',
      fileOf('sc', 'reviewer'),
    ])
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk
    })
    const until = async (holds: () => boolean): Promise<void> => {
      for (const end = Date.now() + 20_000; !holds(); ) {
        if (Date.now() > end) throw new Error(JSON.stringify(said))
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    }
    return { child, said, until }
  }

  test('writes an event a line as it happens, goes on after a restart, and ends well when it is stopped', async () => {
    const { child, said, until } = watching()
    await until(() => said.err.includes('connected'))
    await say('一')
    await until(() => said.out.includes('\n'))
    await world.stop()
    await until(() => said.err.includes('lost'))
    expect(said.err).toContain('the 1 events before are verified')
    await world.start()
    await say('二')
    await until(() => said.out.split('\n').length === 3)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
    const lines = jsonLines(said.out)
    expect(lines).toMatchObject([
      { event: 'step', consultation: id, act: 'comment', party: 'cq', status: 'open', n: 3 },
      { event: 'step', consultation: id, act: 'comment', party: 'cq', status: 'open', n: 4 },
    ])
    expect(lines.every((line) => Number.isSafeInteger(line.id))).toBe(true)
  })

  test('from a leaf on, of one consultation, and so many', async () => {
    const all = await consult('sc', 'reviewer', 'watch', '--after', '0', '--count', '3')
    expect(all.code).toBe(0)
    expect(jsonLines(all.stdout).map(({ act }) => act)).toEqual(['open', 'comment', 'comment'])
    const [, second] = jsonLines(all.stdout)
    const later = await consult('sc', 'reviewer', 'watch', id, '--after', String(second?.id), '--count', '1')
    expect(jsonLines(later.stdout)).toMatchObject([{ consultation: id, n: 4 }])
  })

  test.each([
    ['a leaf there is not yet', 3, ['--after', '999999']],
    ['a leaf that is no number', 2, ['--after', 'x']],
    ['a count that is no number', 2, ['--count', '-1']],
    ['two consultations', 2, ['a', 'b']],
  ])('%s: %i', async (_, code, args) => {
    expect(await consult('sc', 'reviewer', 'watch', ...args)).toMatchObject({ code, stdout: '' })
  })

  test('nobody there: 5', async () => {
    const origin = `http://127.0.0.1:${await freePort()}`
    const ran = await callCommand(consultCommand, ['watch', '--origin', origin, '--key', fileOf('sc', 'reviewer')])
    expect(ran.code).toBe(5)
  })
})

describe('a sealed document', () => {
  const bytes = Buffer.from('%PDF-1.7 签发单（盖章）\n')
  const digest = createHash('sha256').update(bytes).digest('hex')
  const path = () => join(world.folder, '签发单（盖章）.pdf')

  test('is attached by its digest, and known again by its bytes alone, whatever it is called', async () => {
    writeFileSync(path(), bytes)
    const attached = await consult('sc', 'operator', 'attach', id, path())
    expect(attached).toMatchObject({ code: 0, stderr: expect.stringContaining(digest) })
    const { attachments } = JSON.parse((await consult('cq', 'reviewer', 'show', id, '--json')).stdout)
    expect(attachments).toEqual([
      { bytes: bytes.length, digest, mediaType: 'application/pdf', name: '签发单（盖章）.pdf', party: 'sc' },
    ])
    const renamed = join(world.folder, 'copy.bin')
    writeFileSync(renamed, bytes)
    const checked = await consult('cq', 'reviewer', 'check', id, renamed)
    expect(checked).toMatchObject({ code: 0, stderr: expect.stringContaining('签发单（盖章）.pdf') })
    expect(jsonLines(checked.stdout)).toMatchObject([{ digest, attached: { party: 'sc' } }])
  })

  test('with one byte changed is none of them: 4', async () => {
    const other = join(world.folder, 'other.pdf')
    writeFileSync(other, Buffer.concat([bytes, Buffer.from(' ')]))
    const checked = await consult('cq', 'reviewer', 'check', id, other)
    expect(checked).toMatchObject({ code: 4, stderr: expect.stringContaining('none of the 1') })
    expect(jsonLines(checked.stdout)).toMatchObject([{ attached: null }])
  })

  test.each([
    ['attached twice', 6, () => ['attach', id, path()]],
    ['attached by a reviewer', 4, () => ['attach', id, path()]],
    ['without a file', 2, () => ['attach', id]],
    ['that is not there', 2, () => ['check', id, join(world.folder, 'nothing.pdf')]],
  ])('%s: %i', async (what, code, args) => {
    const hand = what.includes('reviewer') ? 'reviewer' : 'operator'
    expect(await consult('sc', hand, ...args())).toMatchObject({ code, stdout: '' })
  })
})

test('an act with --if-match is refused once the consultation has changed: 6', async () => {
  const shown = await consult('sc', 'reviewer', 'show', id)
  const [, etag = ''] = /版本 etag\t(.*)\n/.exec(shown.stdout) ?? []
  expect(etag).toMatch(/^"[\w-]+\.[\w-]+"$/)
  expect((await consult('sc', 'reviewer', 'comment', id, '--text', '三', '--if-match', etag)).code).toBe(0)
  const again = await consult('sc', 'reviewer', 'comment', id, '--text', '四', '--if-match', etag)
  expect(again).toMatchObject({ code: 6, stdout: '', stderr: expect.stringContaining('etag-moved') })
  const digest = createHash('sha256')
    .update((await consult('sc', 'reviewer', 'show', id, '--payload')).stdout)
    .digest('hex')
  expect((await consult('sc', 'reviewer', 'agree', id, '--digest', digest, '--if-match', etag)).code).toBe(6)
  expect((await consult('sc', 'reviewer', 'agree', id, '--digest', digest, '--if-match', '*')).code).toBe(0)
})
