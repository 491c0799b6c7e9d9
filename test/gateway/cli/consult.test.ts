/** Consultations by command, against a gateway that listens: from a draft to a release that verifies, and what each refusal ends in. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { consultCommand } from '../../../gateway/cli/commands/consult.ts'
import { verifyDocument } from '../../../gateway/identity/document.ts'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from './audit-store.ts'
import { callCommand, jsonLines, type Ran } from './run.ts'
import { type RunningWorld, startWorld, type TestKey } from './running.ts'

const ID = 'weekly-water-2025-11-03'
const WEEK = ['--product', 'weekly-water-bulletin', '--from', '2025-11-03', '--to', '2025-11-09']

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
  for (const [party, section] of [
    ['cq', '朱沱'],
    ['sc', '金子'],
  ] as const) {
    const bytes = file([section, '2025-11-04 08:00', '1.1'], [section, '2025-11-05 08:00', '1.3'])
    await world.client(world.sides[party].agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
  }
}, 60_000)
afterAll(() => world.close())

type Hand = 'operator' | 'reviewer' | 'signatory'
const keyFile = (party: PartyId, hand: Hand): string => {
  const key: TestKey = world.sides[party][hand]
  return world.keyFile(`${party}-${hand}`, key)
}
const files = new Map<string, string>()
function fileOf(party: PartyId, hand: Hand): string {
  const name = `${party}-${hand}`
  const known = files.get(name) ?? keyFile(party, hand)
  files.set(name, known)
  return known
}

function consult(party: PartyId, hand: Hand, ...args: readonly string[]): Promise<Ran> {
  return callCommand(consultCommand, [...args, '--origin', world.origin, '--key', fileOf(party, hand)])
}

async function digestOnTable(): Promise<string> {
  const payload = (await consult('cq', 'operator', 'show', ID, '--payload')).stdout
  return createHash('sha256').update(payload).digest('hex')
}

describe('a consultation by command', () => {
  test('begins with a draft that the other side does not see', async () => {
    const drafted = await consult('cq', 'operator', 'draft', ...WEEK)
    expect(drafted).toMatchObject({ code: 0, stderr: expect.stringContaining(`${ID}: draft`) })
    expect(jsonLines(drafted.stdout)).toEqual([{ id: ID, status: 'draft', steps: 1, digest: await digestOnTable() }])
    expect((await consult('sc', 'operator', 'list')).stdout).toBe('')
    expect((await consult('sc', 'operator', 'show', ID)).code).toBe(3)
    expect((await consult('cq', 'operator', 'open', ID)).code).toBe(0)
  })

  test('is listed a line each, and shown with its deadline and digest', async () => {
    const { stdout, stderr, code } = await consult('sc', 'reviewer', 'list')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      new RegExp(`^${ID}\topen\t2025-11-03 – 2025-11-09\tcq reviewer review-and-agree ≤ .*; sc reviewer .*\n$`),
    )
    expect(stderr).toContain('1 consultations')
    const shown = await consult('sc', 'reviewer', 'show', ID)
    expect(shown.stdout).toContain(`待签 digest\t${await digestOnTable()}\n`)
    expect(JSON.parse((await consult('sc', 'reviewer', 'list', '--json')).stdout).consultations).toHaveLength(1)
    expect(JSON.parse((await consult('sc', 'reviewer', 'show', ID, '--json')).stdout)).toMatchObject({
      id: ID,
      status: 'open',
    })
  })

  test('holds remarks and objections, which stand until they are settled', async () => {
    expect((await consult('sc', 'operator', 'comment', ID, '--text', '金子偏高', '--cell', 'sc-金子')).code).toBe(0)
    expect((await consult('sc', 'reviewer', 'object', ID, '--text', '缺一天')).code).toBe(0)
    expect((await consult('cq', 'operator', 'show', ID)).stdout).toContain('异议 objection 4\t– 缺一天\n')
    const digest = await digestOnTable()
    expect(await consult('cq', 'reviewer', 'agree', ID, '--digest', digest)).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('objection-standing'),
    })
    expect((await consult('sc', 'reviewer', 'resolve', ID, '--objection', '4', '--text', '已补')).code).toBe(0)
  })

  test('is agreed to and signed by its digest only, to a release', async () => {
    const other = 'f'.repeat(64)
    expect(await consult('cq', 'reviewer', 'agree', ID, '--digest', other)).toMatchObject({ code: 6, stdout: '' })
    for (const party of PARTIES) {
      const digest = await digestOnTable()
      expect((await consult(party, 'reviewer', 'agree', ID, '--digest', digest)).code).toBe(0)
    }
    const digest = await digestOnTable()
    expect(await consult('cq', 'signatory', 'sign', ID, '--digest', other)).toMatchObject({ code: 6, stdout: '' })
    expect(jsonLines((await consult('cq', 'signatory', 'sign', ID, '--digest', digest)).stdout)).toMatchObject([
      { status: 'signed-by-one' },
    ])
    expect(jsonLines((await consult('sc', 'signatory', 'sign', ID, '--digest', digest)).stdout)).toMatchObject([
      { status: 'published', digest },
    ])
    expect((await fetch(`${world.origin}/v1/releases/${ID}`)).status).toBe(200)
  })

  test('has minutes, as text and as data', async () => {
    const { stdout } = await consult('sc', 'operator', 'minutes', ID)
    expect(stdout).toMatch(/^川渝水质断面周报会商纪要/)
    expect(stdout.trimEnd().split('\n')).toHaveLength(3 + 9)
    expect(stdout).toMatch(/\tsc 审核人\t异议：缺一天 · objected: 缺一天\n/)
    expect(JSON.parse((await consult('sc', 'operator', 'minutes', ID, '--json')).stdout).timeline).toHaveLength(9)
  })

  test('can be a correction, and can be withdrawn', async () => {
    const made = await consult('sc', 'operator', 'draft', ...WEEK, '--corrects', ID, '--reason', '重报')
    expect(made.code).toBe(0)
    const [{ id } = { id: '' }] = jsonLines(made.stdout)
    expect(id).toBe(`${ID}-2`)
    expect(
      jsonLines((await consult('sc', 'operator', 'withdraw', String(id), '--reason', '不必')).stdout),
    ).toMatchObject([{ status: 'withdrawn' }])
  })
})

describe('what a command may not ends in its exit code', () => {
  test.each([
    ['another post’s act', 4, 'cq', 'reviewer', ['open', ID]],
    ['a consultation there is not', 3, 'cq', 'operator', ['show', 'nothing']],
    [
      'an unknown product',
      2,
      'cq',
      'operator',
      ['draft', '--product', 'x', '--from', '2025-11-03', '--to', '2025-11-09'],
    ],
    [
      'a day there is not',
      2,
      'cq',
      'operator',
      ['draft', '--product', 'weekly-water-bulletin', '--from', '2025-02-30', '--to', '2025-11-09'],
    ],
    [
      'a period of six days',
      3,
      'cq',
      'operator',
      ['draft', '--product', 'weekly-water-bulletin', '--from', '2025-11-03', '--to', '2025-11-08'],
    ],
    ['a digest left out', 2, 'cq', 'reviewer', ['agree', ID]],
    ['a digest cut short', 2, 'cq', 'reviewer', ['agree', ID, '--digest', 'abc']],
    ['words left out', 2, 'cq', 'operator', ['comment', ID]],
    ['no verb', 2, 'cq', 'operator', []],
    ['a verb there is not', 2, 'cq', 'operator', ['constructor']],
    ['no ID', 2, 'cq', 'operator', ['show']],
    ['one argument too many', 2, 'cq', 'operator', ['list', ID]],
  ] satisfies [string, number, PartyId, Hand, string[]][])('%s: %i', async (_what, code, party, hand, args) => {
    const ran = await consult(party, hand, ...args)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).not.toBe('')
  })

  test('a key that is none: 2, nobody there: 5', async () => {
    const nowhere = ['list', '--origin', `http://127.0.0.1:${await freePort()}`]
    expect((await callCommand(consultCommand, [...nowhere, '--key', fileOf('cq', 'operator')])).code).toBe(5)
    expect((await callCommand(consultCommand, [...nowhere, '--key', join(world.folder, 'no.jwk')])).code).toBe(2)
  })
})

describe('jws', () => {
  const sign = (text: string): Promise<Ran> => {
    const path = join(world.folder, 'text.json')
    writeFileSync(path, text)
    return callCommand(consultCommand, ['jws', path, '--key', fileOf('cq', 'signatory')])
  }

  test.each([
    ['consultation-step', 'chuanyu-step+jws'],
    ['weekly-water-bulletin', 'chuanyu-release+jws'],
    ['sign-in', 'chuanyu-sign-in+jws'],
  ])('signs a %s as a page shows it, an editor’s newline apart', async (type, typ) => {
    const text = canonical({ type, v: 1 })
    for (const end of ['', '\n', '\r\n']) {
      const { code, stdout } = await sign(text + end)
      expect(code).toBe(0)
      const { signatory } = world.sides.cq
      const findKey = () => ({
        party: 'cq' as const,
        alg: signatory.alg,
        publicKey: importPublicJwk(signatory.jwk).publicKey,
      })
      expect(verifyDocument(JSON.parse(stdout), { findKey, typ, requiredParties: ['cq'] }).payload).toBe(text)
    }
  })

  test.each([
    ['what is no consultation’s', '{"type":"chuanyu-key-list"}'],
    ['what is not canonical', '{"v":1,"type":"consultation-step"}'],
    ['what is no JSON', 'sign me'],
  ])('signs nothing else: %s', async (_what, text) => {
    expect(await sign(text)).toMatchObject({ code: 3, stdout: '' })
  })
})
