/** What the command says of a ledger in PostgreSQL: the audit finds damage there as anywhere, the replay what would be otherwise, the doctor what to mend. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../gateway/cli/command.ts'
import { backupCommand } from '../../../gateway/cli/commands/backup.ts'
import { doctorCommand } from '../../../gateway/cli/commands/doctor.ts'
import { ledgerAuditCommand } from '../../../gateway/cli/commands/ledger-audit.ts'
import { ledgerReplayCommand } from '../../../gateway/cli/commands/ledger-replay.ts'
import { restoreCommand } from '../../../gateway/cli/commands/restore.ts'
import { withStored } from '../../../gateway/cli/stored.ts'
import { readConfig } from '../../../gateway/node.ts'
import { openPostgres, type Postgres } from '../../../gateway/store/postgres/database.ts'
import { readHead } from '../../../gateway/store/sql/read.ts'
import { describePostgres } from '../../postgres.ts'
import { auditWorld, CONTRACT, file, largeFile } from '../cli/audit-store.ts'
import { callCommand, type Ran, runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { configure } from '../machine/folder.ts'

describePostgres('a ledger in PostgreSQL', (server) => {
  let world: RunningWorld
  let db: Postgres
  beforeAll(async () => {
    const url = await server.fresh('database')
    world = await startWorld({ config: { postgres: { url }, logging: { level: 'off' } } })
    const [cq, sc] = [world.client(world.sides.cq.agency), world.client(world.sides.sc.agency)]
    for (const value of ['1.1', '2.2', '1.1'])
      await cq.submit({ contract: CONTRACT, bytes: file(['朱沱', '2025-11-04 08:00', value]), mediaType: 'text/csv' })
    await cq.submit({
      contract: CONTRACT,
      bytes: file(['朱沱', '2025-11-05 08:00', '1.1'], ['没有这个断面', '2025-11-05 08:00', '1.2']),
      mediaType: 'text/csv',
    })
    await sc.submit({ contract: CONTRACT, bytes: largeFile(), mediaType: 'text/csv' })
    db = await openPostgres({ url })
  }, 60_000)
  afterAll(async () => {
    await db?.close()
    await world?.close()
  })
  const run = (command: Command, ...args: string[]): Promise<Ran> =>
    callCommand(command, [...args, '--data', world.data])

  test('is audited clean while its gateway runs, and by the command as by hand', async () => {
    const { code, stdout } = await run(ledgerAuditCommand, '--json')
    expect(code).toBe(0)
    const report: { ok: boolean; checks: { id: string; count: number; unchecked: number }[] } = JSON.parse(stdout)
    expect(report.ok).toBe(true)
    const replayed = report.checks.find(({ id }) => id === 'replay')
    expect(replayed).toMatchObject({ count: 5, unchecked: 0 })
    expect((await runCommand(['ledger', 'audit', '--data', world.data])).stdout).toContain('无误 · clean')
  })

  test('is read as of one commit, whatever comes meanwhile, and never written to', async () => {
    const { postgres } = readConfig(world.data)
    await withStored(world.data, postgres, async ({ db: inside }) => {
      const before = await readHead(inside)
      await db.all('UPDATE head SET time = time + 1')
      expect(await readHead(inside)).toEqual(before)
      await db.all('UPDATE head SET time = time - 1')
    })
    const writing = withStored(world.data, postgres, ({ db: inside }) => inside.all('DELETE FROM nonce'))
    await expect(writing).rejects.toThrow('read-only')
  })

  test('is replayed without a difference, also under what is in force today', async () => {
    for (const more of [[], ['--current']]) {
      const { code, stdout } = await run(ledgerReplayCommand, '--json', ...more)
      expect(code).toBe(0)
      const lines = stdout.trim().split('\n')
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'summary', submissions: 5, same: 5 })
    }
  })

  describe('damaged', () => {
    /** Does something to the database and takes it back; resolves with where the audit found what. */
    async function foundAfter(damage: string, mend: string): Promise<readonly string[]> {
      await db.transaction(async (inside) => {
        // As whoever owns the server could, past every constraint.
        await inside.run("SET LOCAL session_replication_role = 'replica'")
        for (const sql of damage.split(';')) await inside.run(sql)
      })
      const report = await auditWorld(world)
      await db.transaction(async (inside) => {
        await inside.run("SET LOCAL session_replication_role = 'replica'")
        for (const sql of mend.split(';')) await inside.run(sql)
      })
      expect(await auditWorld(world)).toMatchObject({ ok: true })
      return report.checks.flatMap(({ id, faults }) => faults.map(({ where }) => `${id}: ${where}`))
    }

    test.each([
      [
        'a leaf changed',
        "CREATE TABLE kept AS SELECT * FROM leaf WHERE idx = 3; UPDATE leaf SET data = data || '\\x20' WHERE idx = 3",
        'UPDATE leaf SET data = kept.data FROM kept WHERE leaf.idx = kept.idx; DROP TABLE kept',
        'leaves: leaf 3',
      ],
      [
        'a record taken out',
        'CREATE TABLE kept AS SELECT * FROM record WHERE seq = 2; DELETE FROM record WHERE seq = 2',
        'INSERT INTO record SELECT * FROM kept; DROP TABLE kept',
        'records: ',
      ],
      [
        'evidence taken out',
        'CREATE TABLE kept AS SELECT * FROM blob; DELETE FROM blob',
        'INSERT INTO blob SELECT * FROM kept; DROP TABLE kept',
        'evidence: submission ',
      ],
      [
        'a submission whose scope nobody holds',
        'CREATE TABLE kept AS SELECT * FROM submission WHERE idx = (SELECT max(idx) FROM submission); DELETE FROM submission WHERE id IN (SELECT id FROM kept)',
        'INSERT INTO submission SELECT * FROM kept; DROP TABLE kept',
        'database: scope submission',
      ],
      [
        'an older head',
        'CREATE TABLE kept AS SELECT * FROM head; UPDATE head SET size = size - 1',
        'UPDATE head SET size = kept.size FROM kept; DROP TABLE kept',
        'leaves: leaf ',
      ],
      [
        'a constraint switched off',
        'ALTER TABLE signature DISABLE TRIGGER ALL',
        'ALTER TABLE signature ENABLE TRIGGER ALL',
        'database: signature ',
      ],
      [
        'a migration said to be another',
        "CREATE TABLE kept AS SELECT * FROM migration; UPDATE migration SET checksum = 'x' WHERE version = 1",
        'UPDATE migration SET checksum = kept.checksum FROM kept WHERE kept.version = migration.version; DROP TABLE kept',
        'database: migration 1',
      ],
    ])('%s is found', async (_what, damage, mend, where) => {
      const found = await foundAfter(damage, mend)
      expect(found.filter((one) => one.startsWith(where))).not.toEqual([])
    })

    test('ends the command with 3', async () => {
      await db.all('CREATE TABLE kept AS SELECT * FROM head')
      await db.all('UPDATE head SET size = size - 1')
      try {
        expect((await run(ledgerAuditCommand)).code).toBe(3)
      } finally {
        await db.all('UPDATE head SET size = kept.size FROM kept')
        await db.all('DROP TABLE kept')
      }
    })
  })

  test('is examined by the doctor, who tells server, way and schema', async () => {
    const { code, stdout } = await run(doctorCommand)
    expect(stdout).not.toContain('store driver')
    expect(code).toBe(0)
    expect(stdout).toMatch(/✓ .*the store is PostgreSQL \d+/)
    expect(stdout).toContain('the connection is not encrypted')
    expect(stdout).toContain('the database is on this very machine: fine')
    expect(stdout).toMatch(/✓ .*the schema is this program's, \d+ leaves/)
  })

  test('is backed up and put back by PostgreSQL’s own tools, as the command says line by line', async () => {
    const backup = await run(backupCommand, '--to', `${world.folder}/backup`)
    expect(backup).toMatchObject({ code: 2, stdout: '' })
    expect(backup.stderr).toMatch(/ {2}pg_dump --format=custom --no-owner --file=chuanyu.dump 'postgres:\/\/[^\s']+'\n/)
    const restore = await run(restoreCommand, '--from', `${world.folder}/backup`)
    expect(restore).toMatchObject({ code: 2, stdout: '' })
    expect(restore.stderr).toMatch(
      / {2}pg_restore .*--single-transaction --dbname='postgres:\/\/[^\s']+' chuanyu.dump\n/,
    )
  })

  test('cannot be reached: each command says why, and the doctor what to do', async () => {
    await world.stop()
    await configure(world, { postgres: { url: 'postgres://somebody@127.0.0.1:1/elsewhere' } }).catch(() => undefined)
    const serve = await runCommand(['serve', '--data', world.data])
    expect(serve.code).toBe(7)
    expect(serve.stderr).toContain('the store cannot be used: connect ECONNREFUSED 127.0.0.1:1')
    expect((await run(ledgerAuditCommand)).stderr).toContain('ECONNREFUSED')
    const doctor = await run(doctorCommand)
    expect(doctor.code).toBe(3)
    expect(doctor.stdout).toContain('the database 127.0.0.1:1/elsewhere cannot be used')
    expect(serve.stderr + doctor.stdout).not.toContain('somebody')
  })
})
