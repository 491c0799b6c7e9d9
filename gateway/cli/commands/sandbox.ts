/** `chuanyu sandbox` (what `npm start` runs): both sides' last days on one machine, from native files to co-signed releases, then serves. */
import { writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { initialise, isInitialised, readConfig } from '../../node.ts'
import type { TrustFile } from '../../release/bundle-types.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { openListening } from '../listening.ts'
import { projectFolder } from '../project.ts'
import { playClock } from '../sandbox/clock.ts'
import { openFailures } from '../sandbox/failures.ts'
import { openJournal } from '../sandbox/journal.ts'
import { samplePeople, sandboxKeys } from '../sandbox/keys.ts'
import { play } from '../sandbox/play.ts'
import { openStage } from '../sandbox/stage.ts'
import { openTrouble } from '../sandbox/trouble.ts'
import { stopSignal } from '../stop.ts'
import { driverNote } from '../store-driver.ts'
import { noFiles, readArgs, readPort, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu sandbox [--data DIR] [--port N]

沙箱：首次启动时在本机补演川渝双方最近三十天：报送、会商、签发、更正；明日预报的会商留在
桌面上等您处理。以后启动沿用已有数据，只补新的一天。
A sandbox: on its first start it plays both sides' last thirty days on this machine, from
their own files to co-signed releases, and leaves tomorrow's forecast on the table for you.
Later starts keep that and add the days since. Its keys are nobody's; its releases are
distrusted by default.

  --data DIR   数据目录，默认 CHUANYU_DATA 或 ./data · the data folder
  --port N     端口，默认 PORT 或 8787 · the port

例 examples:
  chuanyu sandbox
  chuanyu sandbox --data /tmp/chuanyu --port 9000
`

/** A path as it can be typed where the command was started: the shorter way below it, whole elsewhere. */
function shellPath(file: string): string {
  const below = relative(process.cwd(), file)
  const path = below.startsWith('..') ? file : below
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

/** `sandbox`. Resolves once it was told to stop. */
export const sandboxCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, port: { type: 'string' } })
    noFiles(positionals)
    const folder = resolve(values.data ?? process.env.CHUANYU_DATA ?? 'data')
    const port = readPort(values.port ?? process.env.PORT ?? '8787')
    const origin = `http://127.0.0.1:${port}`
    const fresh = !isInitialised(folder)
    if (!fresh && !readConfig(folder).sandbox) {
      throw new UsageError(
        `✗ ${folder} 中的网关不是沙箱 · holds a gateway that is no sandbox\n  改 fix    用 CHUANYU_DATA 或 --data 另选目录 · choose another folder by CHUANYU_DATA or --data`,
      )
    }
    const keys = sandboxKeys(join(folder, 'sandbox'))
    const roots = { cq: keys.roots.cq.jwk, sc: keys.roots.sc.jwk }
    if (fresh) {
      initialise(folder, {
        origin,
        log: 'sandbox.chuanyu.example/log',
        sandbox: true,
        contact: 'mailto:security@chuanyu.example',
        roots,
      })
    }
    const stopped = stopSignal({ parent: process.env.npm_lifecycle_event === 'start' })
    const [clock, trouble, failures] = [playClock(), openTrouble(), openFailures()]
    const running = await openListening(folder, {
      origin,
      port,
      people: samplePeople(keys),
      now: clock.now,
      failures,
      wrap: trouble.wrap,
    })
    const { gateway } = running
    io.err(await driverNote())
    const stage = openStage({
      gateway,
      keys,
      clock,
      seeds: join(projectFolder(), 'seeds'),
      tell: (zh, en) => io.err(`  ✓ ${zh} · ${en}\n`),
      skip: (zh, en) => io.err(`  – ${zh} · ${en}\n`),
    })
    try {
      io.err(
        fresh
          ? '沙箱：首次启动，补演双方最近三十天… · Sandbox: first start, both sides play their last thirty days…\n'
          : '沙箱：沿用已有数据 · Sandbox: with the data it has\n',
      )
      let isStopped = false
      void stopped.then(() => {
        isStopped = true
      })
      const journal = openJournal(join(folder, 'sandbox', 'played.txt'))
      const id = await play({ stage, journal, isStopped: () => isStopped })
      if (id === null) {
        io.err('已中断，下次启动接着补演 · broken off; the next start goes on\n')
        return EXIT.ok
      }
      failures.ready({ stage, trouble, drop: running.drop })
      const trust: TrustFile = { format: 'chuanyu-trust', v: 1, sandbox: true, log: gateway.logVerifier, roots }
      const trustFile = join(folder, 'trust.json')
      writeFileSync(trustFile, `${JSON.stringify(trust, null, 2)}\n`)
      io.err(
        `\n  页面 page     ${origin}/\n  发布 release  ${origin}/releases/${id}\n  会商 desk     ${origin}/sandbox\n  核验 verify   `,
      )
      io.err(
        `curl -so ${id}.bundle.json ${origin}/v1/releases/${id}/proof && npx chuanyu verify ${id}.bundle.json --trust ${shellPath(trustFile)}\n\n`,
      )
      io.err('按 Ctrl+C 停止 · Ctrl+C to stop\n')
      await stopped
      io.err('正在停止 · stopping\n')
    } finally {
      await stage.close()
      await running.close()
    }
    return EXIT.ok
  },
}
