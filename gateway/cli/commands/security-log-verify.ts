/** `chuanyu security-log verify`: whether the security log is as it was written. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SECURITY_FOLDER } from '../../machine/operations.ts'
import { type SecurityReport, verifySecurityLog } from '../../machine/security-verify.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu security-log verify --data DIR [--json]

逐条核验 DIR/security 中的安全日志：每条都带上一条的摘要，改动、删去或插入都会显出来。
末尾被截去时日志自身看不出来：请另存输出中的 head。网关运行时也可执行。
Checks the security log of DIR line by line: each holds the hash of the one before, so that
a change, a removal or an insertion shows. Lines cut off at the end do not: keep the head
it prints elsewhere. It may run beside the gateway.

  --data DIR   数据目录 · the data folder
  --json       输出 JSON · report as JSON

例 examples:
  chuanyu security-log verify --data /var/lib/chuanyu
  chuanyu security-log verify --data ./data --json > security.json

退出码 exit: 0 无误 clean · 3 有改动 changed
`

const SHOWN = 10

function told({ folder, ok, days, lines, from, to, head, faults }: SecurityReport): string {
  const first = `${ok ? '✓' : '✗'} ${folder}：${days} 天，${lines} 条（${from ?? '–'}–${to ?? '–'}） · ${days} days, ${lines} lines\n`
  const shown = faults.slice(0, SHOWN).map(({ where, zh, en }) => `    ${where}：${zh} · ${en}\n`)
  const more = faults.length - shown.length
  const rest = more > 0 ? `    另有 ${more} 处 · ${more} more\n` : ''
  return `${first}${shown.join('')}${rest}    head ${head ?? '–'}\n`
}

/** The folders of security logs in a data folder: several gateways over the same data have one each. */
function foldersOf(data: string): readonly string[] {
  return readdirSync(data)
    .filter((name) => new RegExp(`^${SECURITY_FOLDER}(?:-\\d+)?$`).test(name))
    .sort()
    .map((name) => join(data, name))
}

/** `security-log verify`. */
export const securityLogVerifyCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, json: { type: 'boolean' } })
    noFiles(positionals)
    const data = required(values.data, 'data')
    const folders = existsSync(data) ? foldersOf(data) : []
    if (folders.length === 0) throw new UsageError(`${data} 中没有安全日志 · holds no security log`)
    const reports = folders.map(verifySecurityLog)
    const ok = reports.every((report) => report.ok)
    await io.out(values.json ? `${JSON.stringify({ ok, logs: reports })}\n` : reports.map(told).join(''))
    return ok ? EXIT.ok : EXIT.invalid
  },
}
