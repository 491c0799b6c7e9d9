/** `chuanyu receipts take`: a gateway's answer that came back across an air gap, held against the package it answers; receipts are kept beside it. */
import { readFile } from 'node:fs/promises'
import { writeDurably } from '../../backup/durable.ts'
import { localError } from '../../client/error.ts'
import { readJwks } from '../../client/gateway-keys.ts'
import { type Taken, takeAnswer } from '../../client/package.ts'
import { readCheckpoint } from '../../client/verify/leaves.ts'
import { readTrust } from '../../client/verify/trust.ts'
import type { Command } from '../command.ts'
import { tellTaken } from '../submit/taken.ts'
import { readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu receipts take RECEIPTS --package PACKAGE --gateway-key FILE [options]

离线核验带回的回执文件：网关签名、每份回执及其账本条目，逐一与本侧的包对照；无误后
把回执每行一份存到包旁。标准输出每个文件一行：accepted、rejected（部分行）或 refused。
Verifies what came back, offline: the gateway's signature, each receipt and its leaf,
against the package that was sent. Receipts are then kept beside the package, a line each.
Stdout has a line a file: accepted, rejected (some rows) or refused.

  --package PACKAGE    送出的包 · the package that was sent
  --gateway-key FILE   网关公钥集，即 /.well-known/jwks.json，须可靠取得
                       the gateway's JWK Set, got by a way you trust
  --trust FILE         另核对账本公钥与信任文件一致 · also hold the log's key to a trust file
  --out FILE           回执存到哪里；默认 PACKAGE.receipts.ndjson · where receipts go

例 examples:
  chuanyu receipts take week47.receipts --package week47.package --gateway-key jwks.json
  chuanyu receipts take week47.receipts --package week47.package --gateway-key jwks.json \\
    --trust trust.json --out receipts/week47.ndjson

退出码 exit: 0 已核验 verified · 3 有文件被拒 a file was refused · 4 未通过 not verified
`

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The log's own signature on every checkpoint, by the key one was given elsewhere. Throws ClientError `receipt-unverified`. */
function holdToTrust(taken: readonly Taken[], trust: string): void {
  const { log } = readTrust(trust)
  try {
    for (const one of taken) if (one.state !== 'refused') readCheckpoint(one.receipt.checkpoint, log)
  } catch (error) {
    throw localError('receipt-unverified', error instanceof Error ? error.message : String(error), error)
  }
}

/** `receipts take`. */
export const receiptsTakeCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      package: { type: 'string' },
      'gateway-key': { type: 'string' },
      trust: { type: 'string' },
      out: { type: 'string' },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0)
      throw new UsageError('应有且只有一个回执文件 · expected exactly one RECEIPTS')
    const sealed = required(values.package, 'package')
    const keys = readJwks((await contentOf(required(values['gateway-key'], 'gateway-key'))).toString('utf8'))
    const taken = takeAnswer((await contentOf(file)).toString('utf8'), await contentOf(sealed), keys)
    if (values.trust !== undefined) holdToTrust(taken, (await contentOf(values.trust)).toString('utf8'))
    const receipts = taken.flatMap((one) => (one.state === 'refused' ? [] : [`${one.text}\n`]))
    const out = values.out ?? `${sealed}.receipts.ndjson`
    if (receipts.length > 0) {
      await writeDurably(out, receipts.join(''))
      io.err(`${out}: ${receipts.length} 份回执 · receipts\n`)
    }
    return tellTaken(taken, io)
  },
}
