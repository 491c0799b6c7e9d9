/** A sandbox over a folder of its own, opened at any time of the calendar: for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openListening } from '../../../../gateway/cli/listening.ts'
import { playClock } from '../../../../gateway/cli/sandbox/clock.ts'
import { openFailures } from '../../../../gateway/cli/sandbox/failures.ts'
import { openJournal } from '../../../../gateway/cli/sandbox/journal.ts'
import { type SandboxKeys, samplePeople, sandboxKeys } from '../../../../gateway/cli/sandbox/keys.ts'
import { play } from '../../../../gateway/cli/sandbox/play.ts'
import { openStage, type Stage } from '../../../../gateway/cli/sandbox/stage.ts'
import { openTrouble } from '../../../../gateway/cli/sandbox/trouble.ts'
import { initialise, type Running } from '../../../../gateway/node.ts'
import { openDatabase } from '../../../../gateway/store/sqlite/database.ts'
import { freePort } from '../../../free-port.ts'

export const MINUTES = 60_000

/** A folder with a new gateway in it, and its keys. */
export interface SandboxFolder {
  readonly path: string
  readonly keys: SandboxKeys
  remove(): void
}

/** Makes one. */
export function sandboxFolder(): SandboxFolder {
  const path = mkdtempSync(join(tmpdir(), 'chuanyu-sandbox-'))
  const keys = sandboxKeys(join(path, 'sandbox'))
  const roots = { cq: keys.roots.cq.jwk, sc: keys.roots.sc.jwk }
  const config = { origin: 'http://127.0.0.1:1', log: 'sandbox.test/log', sandbox: true, roots }
  initialise(path, { ...config, contact: 'mailto:security@gateway.test' })
  return { path, keys, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** An open sandbox: what it told, what it could not play, and how many files were sent to it. */
export interface Started {
  readonly running: Running
  readonly stage: Stage
  readonly told: readonly string[]
  readonly skipped: readonly string[]
  readonly sent: () => number
  /** Plays, and lets failures be asked for. */
  play(isStopped?: () => boolean): Promise<string | null>
  close(): Promise<void>
}

/** Opens the sandbox at a time (ms); told of what `stops` says it comes to grief. */
export async function openSandbox(
  { path, keys }: SandboxFolder,
  time: number,
  stops: (told: string) => boolean = () => false,
): Promise<Started> {
  const begun = performance.now()
  const clock = playClock(() => time + Math.floor(performance.now() - begun))
  const [trouble, failures] = [openTrouble(), openFailures()]
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const people = samplePeople(keys)
  const running = await openListening(path, {
    origin,
    port,
    people,
    now: clock.now,
    failures,
    wrap: trouble.wrap,
  })
  const { gateway } = running
  const { submit } = gateway.intake
  let sent = 0
  // The app has this very object, so that whatever is sent is counted here, taken or not.
  gateway.intake.submit = (request) => {
    sent += 1
    return submit(request)
  }
  const [told, skipped]: [string[], string[]] = [[], []]
  const stage = openStage({
    gateway,
    keys,
    clock,
    seeds: resolve(import.meta.dirname, '../../../../seeds'),
    tell(_zh, en) {
      told.push(en)
      if (stops(en)) throw new Error('the power goes')
    },
    skip: (_zh, en) => skipped.push(en),
  })
  return {
    running,
    stage,
    told,
    skipped,
    sent: () => sent,
    async play(isStopped = () => false) {
      const id = await play({ stage, journal: openJournal(join(path, 'sandbox', 'played.txt')), isStopped })
      failures.ready({ stage, trouble, drop: running.drop })
      return id
    },
    async close() {
      await stage.close()
      await running.close()
    },
  }
}

/** Rows of its store. */
export async function countsIn({ path }: SandboxFolder) {
  const db = await openDatabase(join(path, 'chuanyu.sqlite'), { readOnly: true })
  const count = async (table: string) => Number((await db.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n)
  const found = { submissions: await count('submission'), records: await count('record'), leaves: await count('leaf') }
  await db.close()
  return found
}
