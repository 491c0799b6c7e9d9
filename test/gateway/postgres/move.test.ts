/** A gateway that began on files goes over to PostgreSQL: the same ledger, the same answers, and whatever hinders it changes nothing. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { hold } from '../../../gateway/backup/hold.ts'
import { moveLedger } from '../../../gateway/backup/move.ts'
import { MoveRefused } from '../../../gateway/backup/move-refused.ts'
import type { Command } from '../../../gateway/cli/command.ts'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { ledgerAuditCommand } from '../../../gateway/cli/commands/ledger-audit.ts'
import { moveCommand } from '../../../gateway/cli/commands/move.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { readKey } from '../../../gateway/key-file.ts'
import { parseCommented } from '../../../gateway/machine/commented.ts'
import { ConfigRefused } from '../../../gateway/machine/refused.ts'
import { isInitialised, listen, openNodeGateway } from '../../../gateway/node.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { expectConsistent, openSeen, readCheckpoint } from '../../crash/claims.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld, CONTRACT, file, filledWorld, largeFile } from '../cli/audit-store.ts'
import { callCommand, type Ran, runCommand } from '../cli/run.ts'
import type { RunningWorld } from '../cli/running.ts'
import { writeConfig } from '../machine/folder.ts'

const FILTERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { party: 'cq' },
  { section: 'cq-朱沱' },
  { revisions: 'all' },
  { asOf: '10' },
  { asOf: '12', revisions: 'all' },
  { from: '2025-11-04T12:00:00+08:00' },
  { limit: '3' },
]

/** Every file below a folder with its bytes, but for the log's lock. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    found.map((one) => {
      const path = join(one.parentPath, one.name)
      return [path.slice(folder.length + 1), readFileSync(path).toString('base64')]
    }),
  )
}

describePostgres('a ledger that began in files', (server) => {
  let world: RunningWorld
  beforeAll(async () => {
    world = await filledWorld()
    // Everything is written back into the one file, so that looking at it changes nothing.
    const db = await openDatabase(join(world.data, 'chuanyu.sqlite'))
    await db.all('PRAGMA journal_mode = DELETE')
    await db.close()
  }, 60_000)
  afterAll(() => world?.close())
  const run = (command: Command, ...args: string[]): Promise<Ran> =>
    callCommand(command, [...args, '--data', world.data])

  const configured = (data: string, more: object): void =>
    writeConfig(data, { ...Object(parseCommented(readFileSync(join(data, 'gateway.json'), 'utf8'))), ...more })

  describe('is not moved, and nothing is changed on either side', () => {
    /** What the command says to a copy of the folder after `change`, once it was seen that folder and database are as before. */
    async function refused(
      change: (data: string, url: string) => unknown,
      { args = (url) => ['--to', url] }: { readonly args?: (url: string) => readonly string[] } = {},
    ): Promise<Ran> {
      const data = join(world.folder, 'refused')
      cpSync(world.data, data, { recursive: true })
      const url = await server.fresh('database')
      try {
        const undo = await change(data, url)
        const before = filesOf(data)
        const ran = await callCommand(moveCommand, ['--data', data, ...args(url)])
        expect(ran.stdout).toBe('')
        expect(filesOf(data)).toEqual(before)
        if (typeof undo === 'function') await undo()
        const db = await openPostgres({ url })
        const [made] = await db.all("SELECT to_regclass('leaf') IS NOT NULL AS there")
        if (made?.there === true) expect(await db.all('SELECT count(*) AS n FROM leaf')).toEqual([{ n: 0 }])
        await db.close()
        return ran
      } finally {
        rmSync(data, { recursive: true, force: true })
      }
    }
    test('while its gateway runs, also one whose lock is gone', async () => {
      for (const lock of [true, false]) {
        const ran = await refused(async (data) => {
          const gateway = await listen(await openNodeGateway(data), { port: 0 })
          if (!lock) rmSync(join(data, 'security', 'lock'))
          return () => gateway.close()
        })
        expect(ran).toMatchObject({ code: 6, stderr: expect.stringContaining('stop the gateway') })
      }
    })

    test('while it is held', async () => {
      const ran = await refused((data) => hold(data, { since: '2026-11-26T08:00:00Z', size: 28 }))
      expect(ran).toMatchObject({ code: 6, stderr: expect.stringContaining('restore --resume') })
    })

    test('into a database that a gateway has opened, though it began no ledger there', async () => {
      const ran = await refused(async (_, url) => {
        const other = join(world.folder, 'other')
        for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(other, one), { recursive: true })
        configured(other, { postgres: { url } })
        await (await openNodeGateway(other)).store.close()
      })
      expect(ran).toMatchObject({ code: 6, stderr: expect.stringContaining('make a new, empty database') })
    })

    test('nor into one that a gateway opens after it was looked at', async () => {
      const [data, other] = ['early', 'opening'].map((name) => join(world.folder, name))
      if (data === undefined || other === undefined) throw new TypeError('expected two')
      cpSync(world.data, data, { recursive: true })
      for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(other, one), { recursive: true })
      const url = await server.fresh('database')
      configured(other, { postgres: { url } })
      const moved = moveLedger({
        ...{ data, to: url, now: Date.now(), prove: async () => undefined },
        async reached(step) {
          if (step === 'checked') await (await openNodeGateway(other)).store.close()
        },
      })
      await expect(moved).rejects.toThrow(MoveRefused)
      const { held, store } = await openNodeGateway(data)
      expect(held()).toBe(false)
      await store.close()
    })

    test.each([
      ['a password', (url: string) => url.replace('postgres@', 'postgres:secret@'), 'holds a password'],
      ['another kind of address', () => 'mysql://db.example/x', 'expected url as a postgres: address'],
      ['a parameter that is not allowed', (url: string) => `${url}?application_name=x`, 'application_name'],
    ])('to an address with %s', async (_, to, said) => {
      const ran = await refused(() => undefined, { args: (url) => ['--to', to(url)] })
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(said) })
      expect(ran.stderr).not.toContain('secret')
    })

    test('in production to another machine without a verified way', async () => {
      const ran = await refused(
        (data) =>
          configured(data, { sandbox: false, origin: 'https://gateway.test', contact: 'mailto:a@gateway.test' }),
        { args: () => ['--to', 'postgres://chuanyu@db.test/chuanyu'] },
      )
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('sslmode=verify-full') })
    })

    test('without an address, and to another than gateway.json names', async () => {
      expect(await refused(() => undefined, { args: () => [] })).toMatchObject({ code: 2 })
      const ran = await refused((data) => configured(data, { postgres: { url: 'postgres://a@127.0.0.1/elsewhere' } }))
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('another database') })
    })

    test('to a server that is not there', async () => {
      const ran = await refused(() => undefined, { args: () => ['--to', 'postgres://a@127.0.0.1:1/x'] })
      expect(ran).toMatchObject({ code: 7, stderr: expect.stringContaining('ECONNREFUSED') })
    })

    test('with an original missing', async () => {
      const ran = await refused((data) => rmSync(join(data, 'evidence'), { recursive: true }))
      expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('is missing') })
    })

    test('with damage that the audit finds in the copy, which is undone', async () => {
      const ran = await refused(async (data) => {
        const db = await openDatabase(join(data, 'chuanyu.sqlite'))
        await db.run('UPDATE record SET subject = ? WHERE seq = 1', ['cq-寸滩'])
        await db.close()
      })
      expect(ran.code).toBe(3)
      expect(ran.stderr).toMatch(/✗ .*Records: leaves and revisions/)
      expect(ran.stderr).toContain('the ledger was not moved')
    })

    test('with a signature that does not hold, which ends it with 4', async () => {
      const ran = await refused(async (data) => {
        const db = await openDatabase(join(data, 'chuanyu.sqlite'))
        await db.run("UPDATE cosignature SET signature = replace(signature, 'A', 'B')")
        await db.close()
      })
      expect(ran.code).toBe(4)
    })

    test('under another key than the one it was signed with', async () => {
      const ran = await refused((data) => cpSync(join(data, 'keys', 'gateway.jwk'), join(data, 'keys', 'log.jwk')))
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('not signed by this key') })
    })
  })

  describe('is moved', () => {
    let url: string
    let before: Readonly<Record<string, string>>
    let seen: ReturnType<typeof openSeen>
    let first: string

    /** What anybody, and each side, is answered. */
    async function answers(): Promise<Record<string, string>> {
      const { sides } = world
      const found: Record<string, string> = {}
      const db = await openDatabase(
        join(world.data, existsSync(join(world.data, 'chuanyu.sqlite')) ? '.' : 'before-move', 'chuanyu.sqlite'),
        { readOnly: true },
      )
      const submissions = await db.all('SELECT id, party FROM submission ORDER BY idx')
      await db.close()
      const reader = { cq: world.client(sides.cq.agency), sc: world.client(sides.sc.agency) }
      for (const { id, party } of submissions)
        for (const what of ['', '/receipt', '/rejections', '/evidence']) {
          const path = `/v1/submissions/${id}${what}`
          found[path] = (await reader[party === 'cq' ? 'cq' : 'sc'].read(path)).text()
        }
      for (const filter of FILTERS) {
        const path = `/v1/records/${CONTRACT}?${new URLSearchParams({ limit: '500', ...filter })}`
        found[path] = (await reader.sc.read(path)).text()
      }
      found.tile = Buffer.from((await reader.cq.read('/v1/ledger/tile/0/000.p/28')).body).toString('hex')
      const open = ['/v1/ledger/checkpoint', '/v1/ledger/cosignatures', '/v1/keys/cq']
      for (const path of [...open, '/v1/releases', `/v1/contracts/${CONTRACT}`])
        found[path] = (await reader.cq.read(path)).text()
      for (const [, id] of (found['/v1/releases'] ?? '').matchAll(/"id":"(weekly[^"]+)"/g)) {
        const path = `/v1/releases/${id}/proof`
        found[path] = (await reader.cq.read(path)).text()
      }
      found['/v1/consultations'] = (await world.client(sides.sc.reviewer).read('/v1/consultations')).text()
      return found
    }

    beforeAll(async () => {
      url = await server.fresh('database')
      await world.start()
      before = await answers()
      const { jwk } = readKey(join(world.data, 'keys', 'log.jwk'))
      if (jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 log key')
      seen = openSeen(before['/v1/ledger/checkpoint'] ?? '', {
        name: 'gateway.test/log',
        publicKey: Buffer.from(jwk.x, 'base64url'),
      })
      first = (
        await world
          .client(world.sides.cq.agency)
          .submit({ contract: CONTRACT, bytes: largeOfCq(), mediaType: 'text/csv' })
      ).text
      before = await answers()
      await world.stop()
    }, 60_000)
    const largeOfCq = (): Uint8Array => Buffer.from(Buffer.from(largeFile()).toString().replaceAll('金子', '寸滩'))

    test('by the command, which tells what it did and what comes next', async () => {
      // The kills are with the other one.
      const ran = await runCommand(['move', '--data', world.data, '--to', url], { CHUANYU_SQLITE: 'node' })
      expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('pg_dump') })
      const told: { size: number; rows: Record<string, number>; evidence: number } = JSON.parse(ran.stdout)
      expect(told).toMatchObject({ size: 29, evidence: 2, rows: { leaf: 29, submission: 8, cosignature: 1, step: 8 } })
      expect(told.rows.nonce).toBeGreaterThan(0)
    })

    test('leaves its configuration, keys and log, and the former files aside, which are no gateway’s', async () => {
      expect(readdirSync(world.data).sort()).toEqual(['before-move', 'gateway.json', 'keys', 'security', 'seen.json'])
      const aside = join(world.data, 'before-move')
      expect(readdirSync(aside).sort()).toEqual(['chuanyu.sqlite', 'evidence', 'gateway.before.json'])
      for (const own of [
        aside,
        join(aside, 'gateway.before.json'),
        ...['gateway.json', 'seen.json'].map((name) => join(world.data, name)),
      ])
        expect(statSync(own).mode & 0o077, own).toBe(0)
      const config = readFileSync(join(world.data, 'gateway.json'), 'utf8')
      expect(config).toContain('// 账本存入 PostgreSQL')
      const { postgres, ...others } = Object(parseCommented(config))
      expect(postgres).toEqual({ url })
      expect(others).toEqual(parseCommented(readFileSync(join(aside, 'gateway.before.json'), 'utf8')))
      expect(isInitialised(aside)).toBe(false)
    })

    test('is audited clean, and the doctor finds nothing', async () => {
      expect(await run(ledgerAuditCommand)).toMatchObject({ code: 0 })
      const { stdout } = await run(doctorCommand)
      expect(stdout).not.toMatch(/^✗/m)
      expect(stdout).not.toContain('held')
    })

    test('answers the same: receipts, originals, records by filter and as of a size, checkpoint, cosignatures, proofs', async () => {
      await world.start()
      const after = await answers()
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const [path, text] of Object.entries(before)) expect(after[path], path).toBe(text)
      expect(Object.keys(after).filter((path) => path.endsWith('/proof'))).toHaveLength(2)
    })

    test('proves its releases to whoever trusts the same keys', async () => {
      const { sides } = world
      const trust = {
        ...{ format: 'chuanyu-trust', v: 1, sandbox: true, log: world.running().gateway.logVerifier },
        roots: Object.fromEntries(PARTIES.map((party) => [party, sides[party].root.jwk])),
      }
      for (const [path, text] of Object.entries(await answers()))
        if (path.endsWith('/proof')) expect(verifyBundle(Buffer.from(text), trust)).toMatchObject({ ok: true })
    })

    test('gives the same receipt for the same file, and goes on from the same checkpoint', async () => {
      const client = world.client(world.sides.cq.agency)
      const submit = (bytes: Uint8Array) => client.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
      expect((await submit(largeOfCq())).text).toBe(first)
      const { header, text } = await submit(file(['朱沱', '2025-12-04 08:00', '1.7']))
      expect(JSON.parse(text)).toMatchObject({ receipt: { leaf: { index: 29 } } })
      expect(header.accepted.count).toBe(1)
      const { jwk } = readKey(join(world.data, 'keys', 'log.jwk'))
      if (jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 log key')
      const log = { name: 'gateway.test/log', publicKey: Buffer.from(jwk.x, 'base64url') }
      const now = await readCheckpoint(client, log)
      expect(now.size).toBe(30)
      await expectConsistent(client, [seen], now)
      // A correction of a record that came by the files.
      await submit(file(['朱沱', '2025-11-04 08:00', '3.3']))
      await world.stop()
      expect(await auditWorld(world)).toMatchObject({ ok: true, size: 31 })
    })

    test('is said to be done when it is asked for again, in the folder or with the files of before', async () => {
      const again = await run(moveCommand)
      expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('31 leaves are at') })
      const aside = join(world.data, 'before-move')
      renameSync(join(aside, 'chuanyu.sqlite'), join(world.data, 'chuanyu.sqlite'))
      try {
        await expect(openNodeGateway(world.data)).rejects.toThrow(/chuanyu move/)
        expect(await run(moveCommand)).toMatchObject({ code: 0, stderr: expect.stringContaining('31 leaves are at') })
        expect(existsSync(join(world.data, 'chuanyu.sqlite'))).toBe(false)
        writeFileSync(join(world.data, 'chuanyu.sqlite'), '')
        expect(await run(moveCommand)).toMatchObject({ code: 6, stderr: expect.stringContaining('chuanyu.sqlite too') })
      } finally {
        rmSync(join(world.data, 'chuanyu.sqlite'), { force: true })
      }
      const config = readFileSync(join(world.data, 'gateway.json'), 'utf8')
      writeFileSync(join(world.data, 'gateway.json'), config.replace(url, await server.fresh('database')))
      expect(await run(moveCommand)).toMatchObject({ code: 6, stderr: expect.stringContaining('check postgres/url') })
      writeFileSync(join(world.data, 'gateway.json'), config)
      mkdirSync(join(world.folder, 'kept'))
      renameSync(aside, join(world.folder, 'kept', 'aside'))
      expect(await run(moveCommand)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('nothing is to be moved'),
      })
      renameSync(join(world.folder, 'kept', 'aside'), aside)
    })
  })

  test('is moved halfway when the disk fails after the commit, which is said; once more ends it', async () => {
    const aside = join(world.data, 'before-move')
    const data = join(world.folder, 'halfway')
    for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(data, one), { recursive: true })
    for (const one of ['chuanyu.sqlite', 'evidence']) cpSync(join(aside, one), join(data, one), { recursive: true })
    cpSync(join(aside, 'gateway.before.json'), join(data, 'gateway.json'))
    const options = { data, now: Date.now(), prove: async () => undefined }
    const broken = moveLedger({
      ...{ ...options, to: await server.fresh('database') },
      reached(step) {
        if (step === 'store-aside') throw new Error('EIO: no disk')
      },
    })
    await expect(broken).rejects.toThrow(/run chuanyu move once more: EIO: no disk$/)
    expect((await moveLedger(options)).copied).toBeNull()
    expect(existsSync(join(data, 'evidence'))).toBe(false)
    const { held, store } = await openNodeGateway(data)
    expect(held()).toBe(false)
    await store.close()
  })

  test('is not moved over what another one has moved there and not ended, unless it goes on from that', async () => {
    const aside = join(world.data, 'before-move')
    const [whole, empty] = [join(world.folder, 'whole'), join(world.folder, 'empty')]
    for (const data of [whole, empty]) {
      cpSync(join(world.data, 'keys'), join(data, 'keys'), { recursive: true })
      cpSync(join(aside, 'gateway.before.json'), join(data, 'gateway.json'))
    }
    for (const one of ['chuanyu.sqlite', 'evidence']) cpSync(join(aside, one), join(whole, one), { recursive: true })
    await (await openNodeGateway(empty)).store.close()
    const to = await server.fresh('database')
    const options = { to, now: Date.now(), prove: async () => undefined }
    const broken = moveLedger({
      ...{ ...options, data: whole },
      reached(step) {
        if (step === 'committed') throw new Error('EIO: no disk')
      },
    })
    await expect(broken).rejects.toThrow('EIO')
    const refused = await callCommand(moveCommand, ['--data', empty, '--to', to])
    expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining('these files do not have') })
    expect(await moveLedger({ ...options, data: whole })).toMatchObject({ head: { size: 29 }, copied: { evidence: 2 } })
  })

  test('whose file is a link elsewhere keeps that file, and is ended where the move breaks off', async () => {
    const aside = join(world.data, 'before-move')
    const [data, elsewhere] = [join(world.folder, 'linked'), join(world.folder, 'elsewhere')]
    cpSync(join(world.data, 'keys'), join(data, 'keys'), { recursive: true })
    cpSync(join(aside, 'gateway.before.json'), join(data, 'gateway.json'))
    for (const one of ['chuanyu.sqlite', 'evidence']) {
      cpSync(join(aside, one), join(elsewhere, one), { recursive: true })
      symlinkSync(join('..', 'elsewhere', one), join(data, one))
    }
    const options = { data, now: Date.now(), prove: async () => undefined }
    const broken = moveLedger({
      ...{ ...options, to: await server.fresh('database') },
      reached(step) {
        if (step === 'evidence-aside') throw new Error('EIO: no disk')
      },
    })
    await expect(broken).rejects.toThrow('EIO')
    expect((await moveLedger(options)).copied).toBeNull()
    expect(existsSync(join(data, 'before-move', 'evidence'))).toBe(true)
  })

  test.runIf(server.own)(
    'goes into a schema of a role that may do nothing else, beside what others have there, and on by two connections',
    async () => {
      const aside = join(world.data, 'before-move')
      const data = join(world.folder, 'few-rights')
      cpSync(join(world.data, 'keys'), join(data, 'keys'), { recursive: true })
      cpSync(join(aside, 'gateway.before.json'), join(data, 'gateway.json'))
      for (const one of ['chuanyu.sqlite', 'evidence']) cpSync(join(aside, one), join(data, one), { recursive: true })
      const url = new URL(await server.fresh('database'))
      const owner = await openPostgres({ url: url.href })
      for (const sql of [
        'CREATE ROLE few LOGIN',
        'CREATE SCHEMA ledger AUTHORIZATION few',
        `ALTER ROLE few IN DATABASE ${url.pathname.slice(1)} SET search_path = ledger, public`,
        'REVOKE EXECUTE ON FUNCTION pg_walfile_name(pg_lsn), pg_control_system() FROM PUBLIC',
        'CREATE TABLE public.prices AS SELECT 1.5 AS price',
        'GRANT ALL ON public.prices TO few',
      ])
        await owner.all(sql)
      await owner.close()
      url.username = 'few'
      const options = { data, to: url.href, now: Date.now() }
      const undone = moveLedger({ ...options, prove: () => Promise.reject(new Error('not proven')) })
      await expect(undone).rejects.toThrow('not proven')
      expect((await moveLedger({ ...options, prove: async () => undefined })).copied?.evidence).toBe(2)
      configured(data, { postgres: { url: url.href, connections: 2 } })
      const { held, store, log } = await openNodeGateway(data)
      expect(held()).toBe(false)
      expect(log.head().size).toBe(29)
      await Promise.all(Array.from({ length: 12 }, () => store.records({ dataset: CONTRACT, limit: 9 })))
      await store.close()
      const { stdout } = await callCommand(doctorCommand, ['--data', data])
      expect(stdout).toContain('the timeline cannot be seen')
      expect(stdout).not.toMatch(/^✗/m)
    },
  )

  test('is not begun anew by a gateway that looked before the move and opened its files after', async () => {
    const data = join(world.folder, 'late')
    for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(data, one), { recursive: true })
    const own = Object(parseCommented(readFileSync(join(data, 'gateway.json'), 'utf8')))
    const postgres = { url: 'postgres://a@127.0.0.1/elsewhere' }
    writeConfig(data, { ...own, postgres: undefined })
    let looked = false
    const late = openNodeGateway(data, {
      now() {
        // The clock is asked for the first time when the configuration has been read, and the file not been opened.
        if (!looked) writeConfig(data, { ...own, postgres })
        looked = true
        return Date.now()
      },
    })
    await expect(late).rejects.toThrow(ConfigRefused)
    expect(looked).toBe(true)
  })
})
