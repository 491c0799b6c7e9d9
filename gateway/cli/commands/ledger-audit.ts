/** `chuanyu ledger audit`: checks a gateway's own store from end to end, without changing anything. */
import { isInitialised, readConfig } from '../../node.ts'
import { audit } from '../audit/audit.ts'
import { tickList } from '../audit/tick-list.ts'
import { trustOf } from '../audit/trust.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { withStored } from '../stored.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu ledger audit --data DIR [--json]

只读检查 DIR 的全部存储：账本逐字节重算，签名逐个核验，每份报送由原始文件重新规范化，
每条记录重算其叶。网关运行时也可执行。
Checks the whole store of DIR without changing it: the ledger recomputed from its bytes,
every signature verified, every submission normalised again from its original, every
record's leaf recomputed. It may run beside the gateway.

  --data DIR   数据目录 · the data folder
  --json       输出 JSON · report as JSON

例 examples:
  chuanyu ledger audit --data /var/lib/chuanyu
  chuanyu ledger audit --data ./data --json > audit.json

退出码 exit: 0 无误 clean · 3 数据受损 damaged · 4 有签名不成立 a signature fails
`

/** `ledger audit`. */
export const ledgerAuditCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, json: { type: 'boolean' } })
    noFiles(positionals)
    const folder = required(values.data, 'data')
    if (!isInitialised(folder)) throw new UsageError(`${folder} 中没有网关 · holds no gateway`)
    const config = readConfig(folder)
    const report = await withStored(folder, config.postgres, (stored) =>
      audit({
        ...stored,
        ...trustOf(folder, config),
        progress: (done, of) => io.progress(`${done}/${of}`),
      }),
    )
    io.progress('')
    await io.out(values.json ? `${JSON.stringify(report)}\n` : tickList(report))
    if (report.damage === 'signature') return EXIT.trust
    return report.damage === 'data' ? EXIT.invalid : EXIT.ok
  },
}
