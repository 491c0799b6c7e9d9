/** `chuanyu ledger audit`: checks a gateway's own store from end to end, without changing anything. */
import { join } from 'node:path'
import { PARTIES } from '../../../contracts/types.ts'
import { gatewayKeys } from '../../client/gateway-keys.ts'
import { readKey } from '../../key-file.ts'
import { parseVerifierKey } from '../../ledger/note-ed25519.ts'
import { isInitialised, readConfig } from '../../node.ts'
import { audit } from '../audit/audit.ts'
import type { AuditReport } from '../audit/report.ts'
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

const FAULTS_SHOWN = 10

function tickList({ ok, size, checks }: AuditReport): string {
  const lines = checks.map(({ title, count, found, faults, unchecked, reason, ...check }) => {
    const skipped = unchecked > 0 && reason ? `；${unchecked} 项未查 not checked：${reason.zh} · ${reason.en}` : ''
    const shown = faults.slice(0, FAULTS_SHOWN).map(({ where, zh, en }) => `    ${where}：${zh} · ${en}\n`)
    const more = found > shown.length ? `    另有 ${found - shown.length} 处 · ${found - shown.length} more\n` : ''
    const mark = !check.ok ? '✗' : count === 0 ? '–' : '✓'
    return `${mark} ${title.zh} · ${title.en} (${count})${skipped}\n${shown.join('')}${more}`
  })
  const end = ok ? `无误 · clean (${size} 条 leaves)\n` : '发现损坏 · damage found\n'
  return lines.join('') + end
}

function publicKeyOf(jwk: { readonly kty: string; readonly x: string }): Uint8Array {
  if (jwk.kty !== 'OKP') throw new UsageError('日志密钥应为 Ed25519 · expected an Ed25519 log key')
  return Buffer.from(jwk.x, 'base64url')
}

/** `ledger audit`. */
export const ledgerAuditCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, json: { type: 'boolean' } })
    noFiles(positionals)
    const folder = required(values.data, 'data')
    if (!isInitialised(folder)) throw new UsageError(`${folder} 中没有网关 · holds no gateway`)
    const config = readConfig(folder)
    const [log, gateway] = ['log', 'gateway'].map((name) => readKey(join(folder, 'keys', `${name}.jwk`)).jwk)
    if (!log || !gateway) throw new UsageError(`${folder}/keys 不全 · is not complete`)
    const former = (config.formerLogs ?? []).map(({ key, size }) => ({ ...parseVerifierKey(key), size }))
    const formerKeys = former.map(({ publicKey }) => ({
      crv: 'Ed25519',
      kty: 'OKP',
      x: Buffer.from(publicKey).toString('base64url'),
    }))
    const report = await withStored(folder, config.postgres, (stored) =>
      audit({
        ...stored,
        roots: PARTIES.map((party) => ({ party, jwk: config.roots[party] })),
        gatewayKeys: gatewayKeys([gateway, log, ...formerKeys]),
        formerLogs: former,
        witnesses: config.witnesses ?? [],
        log: { name: config.log, publicKey: publicKeyOf(log) },
        progress: (done, of) => io.progress(`${done}/${of}`),
      }),
    )
    io.progress('')
    await io.out(values.json ? `${JSON.stringify(report)}\n` : tickList(report))
    if (report.damage === 'signature') return EXIT.trust
    return report.damage === 'data' ? EXIT.invalid : EXIT.ok
  },
}
