/** What gateway.json may say of a PostgreSQL database: no secret, nothing that loosens TLS, and in production no way that others can read. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { backupCommand } from '../../../gateway/cli/commands/backup.ts'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { ledgerAuditCommand } from '../../../gateway/cli/commands/ledger-audit.ts'
import { serveCommand } from '../../../gateway/cli/commands/serve.ts'
import { ConfigRefused } from '../../../gateway/machine/refused.ts'
import { openNodeGateway, readConfig } from '../../../gateway/node.ts'
import { callCommand } from '../cli/run.ts'
import { productionFolder } from './folder.ts'

let made: { remove(): void }[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})

function folder(postgres: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  const one = productionFolder({ ...more, postgres })
  made = [...made, one]
  return one.data
}

async function refusalOf(data: string): Promise<ConfigRefused> {
  const error = await openNodeGateway(data).then(
    async (gateway) => gateway.store.close().then(() => 'it opened'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ConfigRefused)) throw error
  return error
}
const wheres = async (postgres: unknown): Promise<readonly string[]> =>
  (await refusalOf(folder(postgres))).faults.map(({ where }) => where)

const AT_URL = ['gateway.json /postgres/url']
const SECRET = 's3cret-word'

describe('the address', () => {
  test.each([
    `postgres://chuanyu:${SECRET}@db.example/chuanyu?sslmode=verify-full`,
    `postgres://chuanyu@db.example/chuanyu?sslmode=verify-full&password=${SECRET}`,
    `postgres://chuanyu@db.example/chuanyu?sslmode=verify-full&sslpassword=${SECRET}`,
    `postgres://chuanyu:${SECRET}@/chuanyu?host=/run/postgresql`,
    `postgres://chuanyu:${SECRET}@db.example:99999999/chuanyu`,
    `mysql://chuanyu:${SECRET}@db.example/chuanyu`,
    `host=db.example password=${SECRET}`,
  ])('with a secret in it is refused, and the secret is told to nobody: %#', async (url) => {
    const data = folder({ url })
    const { faults, message } = await refusalOf(data)
    expect(faults.map(({ where }) => where)).toEqual(AT_URL)
    expect(message).not.toContain(SECRET)
    for (const [command, ...more] of [
      [serveCommand],
      [doctorCommand],
      [ledgerAuditCommand],
      [backupCommand, '--to', join(data, 'x')],
    ] as const) {
      const { code, stdout, stderr } = await callCommand(command, ['--data', data, ...more])
      expect(code).not.toBe(0)
      expect(stdout + stderr).not.toContain(SECRET)
      expect(stdout + stderr).toContain('/postgres/url')
    }
  })

  test('says what to do with a password', async () => {
    const { message } = await refusalOf(folder({ url: `postgres://a:${SECRET}@127.0.0.1/b` }))
    expect(message).toContain('PGPASSFILE')
    expect(message).toContain('~/.pgpass')
  })

  test.each([
    'db.example/chuanyu',
    'postgres:///chuanyu',
    'postgres://chuanyu@/chuanyu',
    'postgres://127.0.0.1',
    'postgres://127.0.0.1/',
    'https://127.0.0.1/chuanyu',
    'postgres://127.0.0.1/chuanyu/more',
    'postgres://a,b/chuanyu',
  ])('%s names no host and database', async (url) => {
    expect(await wheres({ url })).toEqual(AT_URL)
  })

  test.each([
    'uselibpqcompat=true',
    'ssl=0',
    'options=-cfsync=off',
    'sslnegotiation=direct',
    'user=postgres',
    'sslmode=verify-full',
  ])('takes no parameter that may loosen what another says: %s', async (parameter) => {
    expect(await wheres({ url: `postgres://127.0.0.1/chuanyu?sslmode=verify-full&${parameter}` })).toEqual(AT_URL)
  })

  test.each(['prefer', 'require', 'verify-ca', 'no-verify', 'allow', ''])('takes no sslmode=%s', async (mode) => {
    expect(await wheres({ url: `postgres://127.0.0.1/chuanyu?sslmode=${mode}` })).toEqual(AT_URL)
  })

  test('is the one member that must be there, and the other a number of connections', async () => {
    expect(await wheres({})).toEqual(AT_URL)
    expect(await wheres('postgres://127.0.0.1/chuanyu')).toEqual(['gateway.json /postgres'])
    expect(await wheres({ url: 'postgres://127.0.0.1/chuanyu', connections: 1 })).toEqual([
      'gateway.json /postgres/connections',
    ])
    expect(await wheres({ url: 'postgres://127.0.0.1/chuanyu', password: SECRET })).toEqual([
      'gateway.json /postgres/password',
    ])
  })

  test('whatever is written there, a password is never repeated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('postgres', 'postgresql', 'x', ''),
        fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
        fc.constantFrom('127.0.0.1', 'db.example', '%2Frun', '', '[::1]', 'ÿ'),
        (scheme, user, host) => {
          const data = folder({ url: `${scheme}://${user}:${SECRET}@${host}/db` })
          expect(() => readConfig(data)).toThrow(ConfigRefused)
          try {
            readConfig(data)
          } catch (error) {
            expect(String(error)).not.toContain(SECRET)
          } finally {
            for (const one of made.splice(0)) one.remove()
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('in production', () => {
  test.each(['db.example', '10.0.3.8', '127.0.0.1.evil.test', 'localhost.evil.test', '[fe80::1]'])(
    'a database at %s is not opened without TLS that verifies the server',
    async (host) => {
      for (const end of ['', '?sslmode=disable'])
        expect(await wheres({ url: `postgres://a@${host}/b${end}` })).toEqual(AT_URL)
      const data = folder({ url: `postgres://a@${host}/b?sslmode=verify-full` })
      expect(readConfig(data).postgres).toMatchObject({ local: false, verified: true })
    },
  )

  test('a host parameter counts in the place of the address', async () => {
    expect(await wheres({ url: 'postgres://a@127.0.0.1/b?host=db.example' })).toEqual(AT_URL)
    expect(await wheres({ url: 'postgres://a@%2Frun/b?host=db.example' })).toEqual(AT_URL)
  })

  test.each([
    ['postgres://a@127.0.0.1/b', '127.0.0.1:5432/b'],
    ['postgresql://a@localhost:5433/b', 'localhost:5433/b'],
    ['postgres://a@[::1]/b', '[::1]:5432/b'],
    ['postgres://a@%2Frun%2Fpostgresql/b', '/run/postgresql:5432/b'],
    ['postgres://a@/b?host=/run/postgresql&port=6432', '/run/postgresql:6432/b'],
  ])('%s is this machine itself', (url, place) => {
    expect(readConfig(folder({ url })).postgres).toEqual({ url, connections: 10, place, local: true, verified: false })
  })

  test('sharing goes without saying', () => {
    expect(readConfig(folder({ url: 'postgres://a@127.0.0.1/b' })).shared).toBe(true)
  })
})

describe('a ledger stays where it began', () => {
  test('a folder that has one of its own is not turned to a database, and nothing of it is touched', async () => {
    const data = folder({ url: 'postgres://a@127.0.0.1:1/b' })
    writeFileSync(join(data, 'chuanyu.sqlite'), 'as it was')
    const { faults } = await refusalOf(data)
    expect(faults.map(({ where }) => where)).toEqual([join(data, 'chuanyu.sqlite')])
    expect(readFileSync(join(data, 'chuanyu.sqlite'), 'utf8')).toBe('as it was')
  })

  test('a folder whose ledger is in a database begins none of its own', async () => {
    const data = folder(undefined)
    writeFileSync(join(data, 'seen.json'), '{"checkpoint":"…","size":7}\n')
    const { faults } = await refusalOf(data)
    expect(faults.map(({ where }) => where)).toEqual([join(data, 'seen.json')])
    expect(existsSync(join(data, 'chuanyu.sqlite'))).toBe(false)
  })
})
