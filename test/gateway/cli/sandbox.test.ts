/** The sandbox's play over one data folder, started twice: the second start finds everything done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openListening } from '../../../gateway/cli/listening.ts'
import { type SandboxKeys, sandboxKeys } from '../../../gateway/cli/sandbox/keys.ts'
import { play } from '../../../gateway/cli/sandbox/play.ts'
import { initialise } from '../../../gateway/node.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { SEEDS } from '../../../seeds/all.ts'
import { freePort } from './running.ts'

const FILES = SEEDS.flatMap(({ files }) => files)

let folder: string
let keys: SandboxKeys
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-sandbox-'))
  keys = sandboxKeys(join(folder, 'sandbox'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What one start leaves behind, what it told, and how many files were sent to it. */
async function start() {
  const port = await freePort()
  const running = await openListening(folder, { origin: `http://127.0.0.1:${port}`, port })
  const { gateway } = running
  const { submit } = gateway.intake
  let sent = 0
  const told: string[] = []
  // The app has this very object, so that whatever is sent is counted here, taken or not.
  gateway.intake.submit = (request) => {
    sent += 1
    return submit(request)
  }
  let id: string
  try {
    id = await play({
      gateway,
      keys,
      seeds: resolve(import.meta.dirname, '../../../seeds'),
      tell: (_zh, en) => told.push(en),
    })
  } finally {
    await running.close()
  }
  const db = await openDatabase(join(folder, 'chuanyu.sqlite'), { readOnly: true })
  const count = async (table: string) => Number((await db.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n)
  const counts = { submissions: await count('submission'), records: await count('record'), leaves: await count('leaf') }
  await db.close()
  return { id, sent, told, counts }
}

test('a second start sends no seeds again and adds nothing to the ledger', async () => {
  const [cq, sc] = [keys.roots.cq.jwk, keys.roots.sc.jwk]
  const config = { origin: 'http://127.0.0.1:1', log: 'sandbox.test/log', sandbox: true, roots: { cq, sc } }
  initialise(folder, { ...config, contact: 'mailto:security@gateway.test' })
  const first = await start()
  expect(first.sent).toBe(FILES.length)
  expect(first.counts.submissions).toBe(FILES.length)
  expect(first.counts.records).toBeGreaterThan(0)
  const second = await start()
  expect(second).toEqual({ id: first.id, sent: 0, told: [], counts: first.counts })
}, 30_000)
