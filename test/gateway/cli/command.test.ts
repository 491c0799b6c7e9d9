import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { COMMANDS, findCommand } from '../../../gateway/cli/commands.ts'
import { EXIT, exitOf, worse } from '../../../gateway/cli/exit.ts'
import { EXPLAINED, explainError, explainRejections } from '../../../gateway/cli/explain.ts'
import { UsageError } from '../../../gateway/cli/usage.ts'
import { ClientError, localError } from '../../../gateway/client/error.ts'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { runCommand } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command', () => {
  test('says its version', async () => {
    expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  })

  test('lists every command, in under 30 lines with two examples', async () => {
    const { code, stdout } = await runCommand(['help'])
    expect(code).toBe(0)
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(stdout.split('\n').length).toBeLessThan(30)
  })

  test.each(COMMANDS.map(({ name }) => name))(
    'has a page for %s, in under 30 lines with two examples',
    async (name) => {
      const found = findCommand([...name.split(' '), 'FILE'])
      expect(found).toMatchObject({ row: { name }, rest: ['FILE'] })
      const { help } = (await found?.row.load()) ?? { help: '' }
      expect(help.split('\n').length).toBeLessThan(30)
      const [, examples = ''] = help.split('例 examples:\n')
      expect(examples.match(/^ {2}chuanyu /gm)).toHaveLength(2)
    },
  )

  test.each(['verify', 'ledger audit'])('prints the page of %s when it is asked for, either way', async (name) => {
    const { help } = (await findCommand(name.split(' '))?.row.load()) ?? { help: '' }
    const shown = { code: 0, stdout: help, stderr: '' }
    expect(await runCommand(['help', ...name.split(' ')])).toEqual(shown)
    expect(await runCommand([...name.split(' '), '--help'])).toEqual(shown)
  })

  test.each([[[]], [['fly']], [['ledger']], [['help', 'fly']]])(
    '%j is a usage error, all of it on stderr',
    async (args) => {
      expect(await runCommand(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('·') })
    },
  )
})

describe('keygen', () => {
  test.each(['ed25519', 'ecdsa-p256-sha256'])('makes a key of %s that only its owner can read', async (alg) => {
    const file = join(folder, `${alg}.jwk`)
    const ran = await runCommand(['keygen', '--alg', alg, '--out', file])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const key = importPrivateJwk(JSON.parse(readFileSync(file, 'utf8')))
    const shown: unknown = JSON.parse(ran.stdout)
    expect(shown).toEqual({ kid: key.kid, alg, jwk: key.jwk })
    expect(ran.stdout).not.toContain('"d"')
  })

  test('never writes over a file', async () => {
    const file = join(folder, 'once.jwk')
    await runCommand(['keygen', '--out', file])
    const before = readFileSync(file, 'utf8')
    const ran = await runCommand(['keygen', '--out', file])
    expect(ran).toMatchObject({ code: 6, stdout: '' })
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(3)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('refuses an algorithm it does not know and a missing --out', async () => {
    expect((await runCommand(['keygen', '--alg', 'rsa', '--out', join(folder, 'x')])).code).toBe(2)
    expect((await runCommand(['keygen'])).code).toBe(2)
  })
})

describe('exit codes', () => {
  const problem = (code: string, status: number) =>
    new ClientError(code, 'x', { status, problem: { code, title: 't', detail: 'd' } })

  test.each<[string, unknown, number]>([
    ['a usage error', new UsageError('x'), EXIT.usage],
    ['a file that cannot be read', new FormatError('json-invalid', { zh: '', en: '' }), EXIT.invalid],
    ['a signature that fails here', new IdentityError('signature-invalid', { zh: '', en: '' }), EXIT.trust],
    ['422', problem('no-acceptable-row', 422), EXIT.invalid],
    ['404', problem('contract-unknown', 404), EXIT.invalid],
    ['413', problem('body-too-large', 413), EXIT.invalid],
    ['401', problem('key-unknown', 401), EXIT.trust],
    ['403', problem('not-permitted', 403), EXIT.trust],
    ['a document signature', problem('document-signature-invalid', 422), EXIT.trust],
    ['409', problem('payload-mismatch', 409), EXIT.conflict],
    ['429', problem('rate-limited', 429), EXIT.limited],
    ['503 of a full queue', problem('queue-full', 503), EXIT.limited],
    ['500', problem('internal', 500), EXIT.network],
    ['502 of a proxy', new ClientError('answer-malformed', 'x', { status: 502 }), EXIT.network],
    ['no connection', localError('network', 'x'), EXIT.network],
    ['no answer in time', localError('timeout', 'x'), EXIT.network],
    ['an answer of nobody known', localError('answer-unverified', 'x'), EXIT.trust],
    ['a receipt that does not hold', localError('receipt-unverified', 'x'), EXIT.trust],
    ['another digest on the table', new ClientError('payload-mismatch', 'x'), EXIT.conflict],
    ['what nobody foresaw', new RangeError('x'), EXIT.internal],
  ])('%s', (_name, error, code) => {
    expect(exitOf(error)).toBe(code)
  })

  test('of several the graver counts, in either order', () => {
    for (const [one, other, result] of [
      [EXIT.ok, EXIT.limited, EXIT.limited],
      [EXIT.invalid, EXIT.network, EXIT.invalid],
      [EXIT.trust, EXIT.invalid, EXIT.trust],
      [EXIT.internal, EXIT.trust, EXIT.internal],
    ] as const) {
      expect(worse(one, other)).toBe(result)
      expect(worse(other, one)).toBe(result)
    }
  })
})

describe('explanations', () => {
  const rejection = (row: number) => ({
    row,
    type: 'section-unknown',
    pointer: '断面名称',
    value: '甲',
    detail: { zh: '未登记', en: 'not known' },
  })

  test('of many rows the first are told in full and the others counted by type', () => {
    const rows = Array.from({ length: EXPLAINED + 30 }, (_, at) => rejection(at + 2))
    const lines = explainRejections(rows, 'a.csv').trimEnd().split('\n')
    expect(lines).toHaveLength(3 * EXPLAINED + 1)
    expect(lines.at(-1)).toMatch(/30 rows more: .*\[section-unknown\]$/)
  })

  test('a problem is told with the place it names and the fix of the error table', () => {
    const error = new ClientError('query-invalid', 'x', {
      status: 400,
      problem: {
        code: 'query-invalid',
        title: 't',
        detail: '参数 at · Parameter at',
        pointer: 'at',
        value: 'yesterday',
      },
    })
    const lines = explainError(error, 'a.csv').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('✗ 参数 at · Parameter at [query-invalid]')
    expect(lines[1]).toContain('a.csv，列 column at，值 value "yesterday"')
  })
})
