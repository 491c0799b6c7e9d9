/** `chuanyu restore`: puts a backup back; its ledger is held until nobody is known to have seen more of it, or it goes on under another name. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HeldLedger, openHeldLedger } from '../../backup/held-ledger.ts'
import { logKeyFile, readLogKey } from '../../backup/log-key.ts'
import { beginOrigin } from '../../backup/new-origin.ts'
import { SEEN_FILE, sizeSeen } from '../../backup/own-seen.ts'
import { compareHeld, putBack } from '../../backup/put-back.ts'
import { isKeyName } from '../../ledger/note.ts'
import { isInitialised, readConfig } from '../../node.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { restoreLines } from '../postgres-tools.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu restore --from BACKUP --data DIR [--keys FOLDER]
            chuanyu restore --data DIR --resume --seen FILE [--seen FILE …]
            chuanyu restore --data DIR --new-origin NAME
            chuanyu restore --data DIR --hold

核对清单后放回新目录。账本随即暂停写入（可读）：备份之后发出的回执不在其中，续写会成为第二部历史。
把各方手中最新的检查点（回执、证明包、witness 的文件）交给 --resume：都不超出备份才放行；
有人见过更多，就用更新的备份，或以 --new-origin 换名续写。先停网关，后重启。
--hold 只暂停写入：账本在 PostgreSQL 中、由其自带工具恢复时用。
Checks the manifest and puts it into a new folder. The ledger is then held (readable, not
appended to): receipts given after the backup are not in it. Hand the newest checkpoints
that others hold (receipts, bundles, a witness's file) to --resume: it goes on only when
none is ahead. Otherwise take a newer backup, or go on under another name. Stop the
gateway first. --hold only holds it: for one in PostgreSQL that its own tools put back.

例 examples:
  chuanyu restore --from /backup/chuanyu-2026-11-26 --data /var/lib/chuanyu --keys /safe/keys
  chuanyu restore --data /var/lib/chuanyu --resume --seen witness.json --seen receipts.ndjson

退出码 exit: 0 完成 done · 3 备份有损 damaged · 4 账本分叉 forked · 6 续写会分叉，或目录非空 would fork, or DIR not empty
`

async function put(from: string, data: string, keys: string | undefined, io: Io): Promise<ExitCode> {
  const postgres = isInitialised(data) ? readConfig(data).postgres : null
  if (postgres) throw new UsageError(restoreLines(data, postgres))
  const done = await putBack({ from, data, ...(keys === undefined ? {} : { keys }), now: new Date().toISOString() })
  if (!done.ok) {
    for (const fault of done.faults) io.err(`✗ ${fault}\n`)
    return EXIT.invalid
  }
  const { ledger, taken } = done.manifest
  io.err(`✓ ${data}: ${ledger.size} 条 leaves, ${taken}\n`)
  if (!done.keys) io.err(`  缺私钥：放入 ${data}/keys · put log.jwk and gateway.jwk into ${data}/keys\n`)
  io.err('  账本暂停写入 · the ledger is held: chuanyu restore --data DIR --resume --seen FILE\n')
  await io.out(`${JSON.stringify(ledger)}\n`)
  return EXIT.ok
}

async function resume(data: string, given: readonly string[], ledger: HeldLedger, io: Io): Promise<ExitCode> {
  if (given.length === 0) throw new UsageError('缺少 --seen · expected at least one --seen FILE')
  if (!(await ledger.isHeld())) {
    io.err('账本没有暂停 · the ledger is not held\n')
    return EXIT.ok
  }
  // What this gateway itself had seen counts as well.
  const own = join(data, SEEN_FILE)
  const files = sizeSeen(data) > 0 ? [...given, own] : given
  const { verifier } = readLogKey(logKeyFile(data), readConfig(data).log)
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const { size, seen } = await compareHeld(ledger, verifier, texts)
  let [known, exit]: [number, ExitCode] = [0, EXIT.ok]
  for (const one of seen) {
    const file = files[one.at] ?? ''
    if (one.verdict === 'known') known++
    else if (one.verdict === 'foreign') io.err(`– ${file}: 没有本账本的检查点 · no checkpoint of this ledger\n`)
    else if (one.verdict === 'ahead') {
      io.err(
        `✗ ${file}: 见过 ${one.size} 条，备份只有 ${size} 条 · has seen ${one.size} leaves, the backup has ${size}\n`,
      )
      if (exit === EXIT.ok) exit = EXIT.conflict
    } else {
      io.err(`✗ ${file}: 第 ${one.size} 条处根不同 · another root at ${one.size} leaves: the ledger has forked\n`)
      exit = EXIT.trust
    }
  }
  if (exit === EXIT.conflict)
    io.err('  续写会分叉：用更新的备份，或 --new-origin · going on would fork: a newer backup, or --new-origin\n')
  if (exit !== EXIT.ok) return exit
  if (known === 0)
    throw new UsageError('所给文件都没有本账本的检查点 · none of the files has a checkpoint of this ledger')
  await ledger.letGo()
  io.err(`✓ ${known} 个检查点都在其中，放行 · ${known} checkpoints are all in it; start the gateway\n`)
  return EXIT.ok
}

async function rename(data: string, name: string, ledger: HeldLedger, io: Io): Promise<ExitCode> {
  if (!isKeyName(name)) throw new UsageError(`--new-origin 应如 gateway.example/log-2 · got ${name}`)
  const begun = await beginOrigin(data, name, ledger)
  await ledger.letGo()
  await io.out(`${JSON.stringify(begun)}\n`)
  io.err(
    '✓ 账本换名续写；双方更新信任文件：log 换新，former 添上原名 · goes on under another name; both sides put the new log and the former one into their trust files\n',
  )
  return EXIT.ok
}

async function holdOnly(ledger: HeldLedger, io: Io): Promise<ExitCode> {
  await ledger.hold(new Date().toISOString())
  io.err('✓ 账本暂停写入，网关重启后生效 · the ledger is held by every gateway that starts from now on\n')
  return EXIT.ok
}

/** `restore`. */
export const restoreCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      from: { type: 'string' },
      data: { type: 'string' },
      keys: { type: 'string' },
      resume: { type: 'boolean' },
      seen: { type: 'string', multiple: true },
      'new-origin': { type: 'string' },
      hold: { type: 'boolean' },
    })
    noFiles(positionals)
    const data = required(values.data, 'data')
    if (values.from !== undefined) return put(values.from, data, values.keys, io)
    if (!isInitialised(data)) throw new UsageError(`${data} 中没有网关 · holds no gateway`)
    const { resume: goesOn, hold, seen = [], 'new-origin': name } = values
    if (!goesOn && !hold && name === undefined)
      throw new UsageError(
        '应给出 --from、--resume、--new-origin 或 --hold · expected one of --from, --resume, --new-origin, --hold',
      )
    const ledger = await openHeldLedger(data, readConfig(data))
    try {
      if (name !== undefined) return await rename(data, name, ledger, io)
      return goesOn ? await resume(data, seen, ledger, io) : await holdOnly(ledger, io)
    } finally {
      await ledger.close()
    }
  },
}
