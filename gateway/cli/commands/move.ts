/** `chuanyu move`: a stopped gateway's ledger out of its files into PostgreSQL, proven before it counts. */
import { moveLedger } from '../../backup/move.ts'
import { type MoveHindrance, MoveRefused } from '../../backup/move-refused.ts'
import { isInitialised, readConfig } from '../../node.ts'
import { CopyFailed } from '../../store/move/copy.ts'
import { audit } from '../audit/audit.ts'
import { auditPostgres } from '../audit/database.ts'
import type { AuditReport } from '../audit/report.ts'
import { tickList } from '../audit/tick-list.ts'
import { trustOf } from '../audit/trust.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu move --data DIR --to URL

把目录中的账本、记录与原件移入新的空 PostgreSQL 数据库，供几个网关共用；先停网关。逐行读回比对，
并对副本做全面检查，之后才提交；gateway.json 随即写上 postgres，原有文件移到 DIR/before-move。
中途断了，再执行一次即可接着做完。只能移入，不能移回。
Moves ledger, records and originals of a stopped gateway into a new, empty PostgreSQL
database, for several gateways. Every row is read back and the copy audited before it
counts; then gateway.json names the database, and the former files lie in DIR/before-move.
Broken off, it is ended by running it once more. There is no way back.

  --data DIR   数据目录 · the data folder
  --to URL     数据库地址，不含密码；gateway.json 已写明时可省
               the database, without a password; not needed where gateway.json names it

例 examples:
  chuanyu move --data /var/lib/chuanyu --to 'postgres://chuanyu@db.example/chuanyu?sslmode=verify-full'
  chuanyu move --data ./data --to 'postgres://chuanyu@127.0.0.1/chuanyu'

退出码 exit: 0 完成 done · 2 地址或配置不妥 url or configuration · 3 账本受损 damaged ·
  4 有签名不成立 a signature fails · 6 正在使用，或数据库非空 in use, or not empty · 7 数据库不可用 away
`

const EXITS: Readonly<Record<MoveHindrance, ExitCode>> = {
  asked: EXIT.usage,
  damaged: EXIT.invalid,
  conflict: EXIT.conflict,
}

/** The copy is not a sound ledger, as the files then are not. */
class Unsound extends Error {
  override readonly name = 'Unsound'
  readonly report: AuditReport

  constructor(report: AuditReport) {
    super('the copy is not clean')
    this.report = report
  }
}

function refusal(error: unknown, io: Io): ExitCode {
  if (error instanceof MoveRefused) {
    io.err(`${error.message}\n`)
    return EXITS[error.hindrance]
  }
  if (error instanceof CopyFailed) {
    io.err(`✗ 副本不符，什么也没有改变 · the copy is not the same, nothing was changed: ${error.message}\n`)
    return EXIT.invalid
  }
  if (!(error instanceof Unsound)) throw error
  io.err(`${tickList(error.report)}✗ 账本未移动 · the ledger was not moved: chuanyu ledger audit --data DIR\n`)
  return error.report.damage === 'signature' ? EXIT.trust : EXIT.invalid
}

function next(place: string, aside: string): string {
  return `  启动网关；其余网关复制 gateway.json 与 keys/ · start the gateway; others get gateway.json and keys/
  此后用 pg_dump 备份 · from now on pg_dump backs it up: chuanyu backup --data DIR
  ${aside}：网关运行正常并备份 ${place} 之后，妥善销毁 · destroy it with care once gateways run and ${place} is backed up
`
}

/** `move`. */
export const moveCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, to: { type: 'string' } })
    noFiles(positionals)
    const data = required(values.data, 'data')
    if (!isInitialised(data)) throw new UsageError(`${data} 中没有网关 · holds no gateway`)
    const begun = performance.now()
    try {
      const { head, copied, place, aside } = await moveLedger({
        data,
        ...(values.to === undefined ? {} : { to: values.to }),
        now: Date.now(),
        progress: (done, of) => io.progress(`${done}/${of}`),
        async prove({ db, blobs }) {
          const report = await audit({
            db,
            blobs,
            auditDatabase: auditPostgres,
            ...trustOf(data, readConfig(data)),
            progress: (done, of) => io.progress(`检查 auditing ${done}/${of}`),
          })
          if (!report.ok) throw new Unsound(report)
        },
      })
      io.progress('')
      const { size, checkpoint } = head
      const rows = copied?.rows ?? {}
      const seconds = Math.round((performance.now() - begun) / 100) / 10
      if (!copied) io.err(`✓ ${size} 条在 ${place}，收尾完成 · ${size} leaves are at ${place}; what was left is done\n`)
      else
        io.err(
          `✓ ${place}: ${size} 条 leaves, ${rows.submission} 批 submissions, ${rows.record} 条记录 records, ${copied.evidence} 份原件 originals (${copied.evidenceBytes} bytes), ${seconds} s\n`,
        )
      io.err(next(place, aside))
      await io.out(`${JSON.stringify({ size, checkpoint, place, seconds, ...copied })}\n`)
      return EXIT.ok
    } catch (error) {
      io.progress('')
      return refusal(error, io)
    }
  },
}
