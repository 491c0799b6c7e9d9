/** `chuanyu backup`: a data folder as of one commit, with a manifest, while its gateway runs. */
import { logKeyFile, readLogKey } from '../../backup/log-key.ts'
import { readManifest } from '../../backup/manifest.ts'
import { checkBackup, takeBackup } from '../../backup/take.ts'
import { isInitialised, readConfig } from '../../node.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { dumpLines } from '../postgres-tools.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu backup --data DIR --to FOLDER [--with-keys]
            chuanyu backup --check FOLDER

在线备份：账本与记录取自同一次提交，附其所引的原件和逐文件校验的清单；网关照常运行。
FOLDER 要么完整，要么没有。备份含双方数据，请加密保管。
Online backup: ledger and records as of one commit, the originals it names, and a manifest
with a checksum a file; the gateway goes on. FOLDER is there whole or not at all. It holds
both sides' data: keep it encrypted. One in PostgreSQL is told the lines to use instead.

  --data DIR     数据目录 · the data folder
  --to FOLDER    新目录 · a new folder
  --with-keys    连同网关私钥；默认不带 · with the gateway's private keys; not by default
  --check FOLDER 核对已有备份 · check a backup against its manifest

例 examples:
  chuanyu backup --data /var/lib/chuanyu --to /backup/chuanyu-2026-11-26
  chuanyu backup --check /backup/chuanyu-2026-11-26

退出码 exit: 0 完成 done · 3 备份不完整 not whole · 6 目录已存在 folder exists
`

async function check(folder: string, io: Io): Promise<ExitCode> {
  const manifest = await readManifest(folder)
  const faults = await checkBackup(folder, manifest)
  for (const fault of faults) io.err(`✗ ${fault}\n`)
  if (faults.length > 0) return EXIT.invalid
  io.err(`✓ ${manifest.files.length} 个文件与清单相符 · files as the manifest says\n`)
  await io.out(`${JSON.stringify(manifest.ledger)}\n`)
  return EXIT.ok
}

/** `backup`. */
export const backupCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      to: { type: 'string' },
      'with-keys': { type: 'boolean' },
      check: { type: 'string' },
    })
    noFiles(positionals)
    if (values.check !== undefined) return check(values.check, io)
    const data = required(values.data, 'data')
    const to = required(values.to, 'to')
    if (!isInitialised(data)) throw new UsageError(`${data} 中没有网关 · holds no gateway`)
    const config = readConfig(data)
    if (config.postgres) throw new UsageError(dumpLines(data, config.postgres))
    const { verifier } = readLogKey(logKeyFile(data), config.log)
    const { manifest, missing } = await takeBackup({
      data,
      to,
      log: verifier,
      taken: new Date().toISOString(),
      withKeys: values['with-keys'] ?? false,
      progress: (done, of) => io.progress(`${done}/${of}`),
    })
    io.progress('')
    for (const place of missing) io.err(`✗ 原件缺失 evidence missing: ${place}\n`)
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    io.err(`✓ ${to}: ${manifest.files.length} 个文件 files, ${bytes} 字节 bytes, ${manifest.ledger.size} 条 leaves\n`)
    if (!values['with-keys'])
      io.err('  未含私钥：keys/ 请另行妥善保存 · private keys are not in it: keep keys/ elsewhere\n')
    await io.out(`${JSON.stringify({ taken: manifest.taken, log: manifest.log, ...manifest.ledger })}\n`)
    return missing.length > 0 ? EXIT.invalid : EXIT.ok
  },
}
