/** `chuanyu init`: a new gateway's folder, with its keys and one commented configuration. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PARTIES } from '../../../contracts/types.ts'
import { logKeyFile, readLogKey } from '../../backup/log-key.ts'
import { importPublicJwk, type PublicJwk } from '../../identity/jwk.ts'
import { isKeyName } from '../../ledger/note.ts'
import { initialise, isInitialised } from '../../node.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { publicJwkIn } from '../public-jwk.ts'
import { noFiles, readArgs, readOrigin, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu init --data DIR --origin URL --root-cq FILE --root-sc FILE
                    [--log NAME] [--contact ADDRESS] [--sandbox]

新建网关目录：自身密钥（仅本人可读）和一份逐项注释的 gateway.json。
FILE 是该方的根公钥（keygen 的输出），须向该方当面取得。
Makes a new gateway's folder: its own keys (readable by their owner alone) and one
commented gateway.json. FILE is the party's root public key (as keygen prints it), got
from the party itself.

  --data DIR         新目录 · the new folder
  --origin URL       对外地址 · the address callers use
  --root-cq FILE     重庆根公钥 · Chongqing's root public key
  --root-sc FILE     四川根公钥 · Sichuan's root public key
  --log NAME         账本名，默认 主机/log · the ledger's name, by default HOST/log
  --contact ADDRESS  安全联系方式 · where to report a vulnerability
  --sandbox          沙箱 · a sandbox

例 examples:
  chuanyu keygen --out root.jwk > root.public.json
  chuanyu init --data /var/lib/chuanyu --origin https://gateway.example \\
    --root-cq cq-root.public.json --root-sc sc-root.public.json \\
    --contact mailto:security@gateway.example
`

function rootIn(file: string, name: string): PublicJwk {
  try {
    return importPublicJwk(publicJwkIn(readFileSync(file, 'utf8'))).jwk
  } catch (error) {
    throw new UsageError(`--${name} ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `init`. A folder that holds a gateway ends it with a conflict. Stdout has what others need: the log's verifier key and a trust file's content. */
export const initCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      origin: { type: 'string' },
      log: { type: 'string' },
      contact: { type: 'string' },
      'root-cq': { type: 'string' },
      'root-sc': { type: 'string' },
      sandbox: { type: 'boolean' },
    })
    noFiles(positionals)
    const data = required(values.data, 'data')
    const origin = readOrigin(required(values.origin, 'origin'))
    const log = values.log ?? `${new URL(origin).host}/log`
    if (!isKeyName(log)) throw new UsageError(`--log 应如 gateway.example/log · got ${log}`)
    const [cq, sc] = PARTIES.map((party) => rootIn(required(values[`root-${party}`], `root-${party}`), `root-${party}`))
    if (!cq || !sc) throw new UsageError('缺少根公钥 · expected both roots')
    const sandbox = values.sandbox ?? false
    if (isInitialised(data)) {
      io.err(`✗ ${data} 中已有网关，未改动 · holds a gateway already; nothing was changed\n`)
      return EXIT.conflict
    }
    const contact = values.contact ?? (sandbox ? 'mailto:security@gateway.example' : required(undefined, 'contact'))
    initialise(data, { origin, log, sandbox, contact, roots: { cq, sc } })
    const { verifier } = readLogKey(logKeyFile(data), log)
    const trust = { format: 'chuanyu-trust', v: 1, sandbox, log: verifier, roots: { cq, sc } }
    await io.out(`${JSON.stringify(trust, null, 2)}\n`)
    io.err(`✓ ${resolve(data)}/gateway.json

接下来 next:
  1 检查配置 check      chuanyu doctor --data ${data}
  2 启动 run            chuanyu serve --data ${data}
  3 双方登记密钥 keys   chuanyu keys add --origin ${origin} …（各用根密钥 each by its root）
  4 双方签契约 sign     chuanyu sign --origin ${origin} --key SIGNATORY contract ID
标准输出是信任文件，交给要核验的人 · stdout is the trust file for those who verify
`)
    return EXIT.ok
  },
}
