/** Duty by command, against a gateway that listens: rosters set and read, what waits, hand-overs, and what each refusal ends in. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import { dutyCommand } from '../../../gateway/cli/commands/duty.ts'
import { CONTRACT, file } from './audit-store.ts'
import { callCommand, jsonLines, type Ran } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

type Hand = 'operator' | 'reviewer' | 'signatory' | 'agency'
let world: RunningWorld
const files = new Map<string, string>()
beforeAll(async () => {
  world = await startWorld()
  const bytes = file(['朱沱', '2025-11-04 08:00', '1.1'])
  await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
}, 60_000)
afterAll(() => world.close())

function duty(party: PartyId, hand: Hand, ...args: readonly string[]): Promise<Ran> {
  const name = `${party}-${hand}`
  const key = files.get(name) ?? world.keyFile(name, world.sides[party][hand])
  files.set(name, key)
  return callCommand(dutyCommand, [...args, '--origin', world.origin, '--key', key])
}
const HOLIDAY = ['--from', '2026-10-01', '--to', '2026-10-02']
const kidOf = (party: PartyId, hand: Hand): string => world.sides[party][hand].kid

describe('a roster by command', () => {
  test('is empty until a signatory sets it, and then names who is on duty, day by day', async () => {
    const empty = await duty('cq', 'operator', 'list', ...HOLIDAY)
    expect(empty).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('no roster') })
    const put = ['put', '--post', 'reviewer', ...HOLIDAY, '--holder', kidOf('cq', 'reviewer'), '--note', '国庆值班']
    const set = await duty('cq', 'signatory', ...put)
    expect(set).toMatchObject({ code: 0, stderr: expect.stringContaining('for 2 days') })
    const listed = await duty('sc', 'operator', 'list', ...HOLIDAY)
    expect(listed.stdout).toBe(set.stdout)
    expect(listed.stdout.trimEnd().split('\n')).toEqual(
      ['2026-10-01', '2026-10-02'].map((day) =>
        expect.stringMatching(new RegExp(`^${day}\tcq\treviewer\t\\*\t.* ${kidOf('cq', 'reviewer')}\t国庆值班$`)),
      ),
    )
  })

  test('may be set for one product, with several entries out of a file', async () => {
    const entry = { deputies: [], holder: kidOf('sc', 'operator'), note: null, post: 'drafter' }
    const entries = [
      { ...entry, from: '2026-10-01', to: '2026-10-01' },
      { ...entry, from: '2026-10-03', to: '2026-10-03' },
    ]
    const path = join(world.folder, 'roster.json')
    writeFileSync(path, JSON.stringify({ entries, product: 'weekly-water-bulletin' }))
    expect((await duty('sc', 'signatory', 'put', path)).code).toBe(0)
    const lines = jsonLines(
      (await duty('cq', 'reviewer', 'list', '--party', 'sc', '--from', '2026-10-01', '--to', '2026-10-03', '--json'))
        .stdout,
    )
    expect(lines.map(({ day, party, product, working }) => [day, party, product, working])).toEqual([
      ['2026-10-01', 'sc', 'weekly-water-bulletin', false],
      ['2026-10-03', 'sc', 'weekly-water-bulletin', false],
    ])
  })

  test.each([
    ['by another post', 4, 'reviewer', ['--holder', 'cq-reviewer']],
    ['with somebody of the other side', 3, 'signatory', ['--holder', 'sc-reviewer']],
    ['with somebody of another post', 3, 'signatory', ['--holder', 'cq-operator']],
    ['with the holder as deputy', 3, 'signatory', ['--holder', 'cq-reviewer', '--deputy', 'cq-reviewer']],
  ] as const)('is not set %s: %i', async (_, code, hand, args) => {
    const named = args.map((one) => {
      const [party, post] = one.split('-')
      return party === 'cq' || party === 'sc' ? kidOf(party, post === 'operator' ? 'operator' : 'reviewer') : one
    })
    expect(await duty('cq', hand, 'put', '--post', 'reviewer', ...HOLIDAY, ...named)).toMatchObject({
      code,
      stdout: '',
    })
  })
})

describe('what waits, and who takes over', () => {
  test('is told to who must act, and a word to the next is on record', async () => {
    const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
    const { id } = await world.client(world.sides.cq.operator).consult({ period })
    const due = await duty('sc', 'reviewer', 'due')
    expect(due.stdout).toMatch(new RegExp(`^${id}\treviewer\treview-and-agree\t.*\t-?\\d+ min\t←\n$`))
    expect(due.stderr).toContain('1 waiting')
    expect(jsonLines((await duty('sc', 'reviewer', 'due', '--json')).stdout)).toMatchObject([
      { consultation: id, yours: true },
    ])
    const handed = await duty('sc', 'reviewer', 'hand-over', id, '--text', '夜班续看', '--to', kidOf('sc', 'reviewer'))
    expect(jsonLines(handed.stdout)).toEqual([{ id, status: 'open', steps: 3 }])
    const shown = await world.client(world.sides.cq.operator).read(`/v1/consultations/${id}`)
    expect(JSON.parse(shown.text()).handOvers).toMatchObject([{ text: '夜班续看', to: kidOf('sc', 'reviewer') }])
  })
})

describe('what a command may not ends in its exit code', () => {
  test.each([
    ['no verb', 2, []],
    ['a verb there is not', 2, ['toString']],
    ['a day there is not', 2, ['list', '--from', '2026-02-30']],
    ['a side there is not', 2, ['list', '--party', 'bj']],
    ['a post there is not', 2, ['put', '--post', 'king', ...HOLIDAY, '--holder', 'x']],
    ['no holder', 2, ['put', '--post', 'reviewer', ...HOLIDAY]],
    ['a product there is not', 2, ['put', '--post', 'reviewer', ...HOLIDAY, '--holder', 'x', '--product', 'y']],
    ['one argument too many', 2, ['list', 'x']],
    ['no consultation', 2, ['hand-over', '--text', 'x']],
    ['a consultation there is not', 3, ['hand-over', 'nothing', '--text', 'x']],
    ['days out of order', 3, ['list', '--from', '2026-10-02', '--to', '2026-10-01']],
  ])('%s: %i', async (_, code, args) => {
    const ran = await duty('cq', 'signatory', ...args)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).not.toBe('')
  })

  test.each([
    ['no JSON', 'reviewer: me'],
    ['no setting', '{"entries":[]}'],
    ['a member too many', '{"entries":[],"product":null,"party":"cq"}'],
  ])('a file with %s: 3, and nothing is sent', async (_, text) => {
    const path = join(world.folder, 'odd.json')
    writeFileSync(path, text)
    expect(await duty('cq', 'signatory', 'put', path)).toMatchObject({ code: 3, stdout: '' })
  })
})
