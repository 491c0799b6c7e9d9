/** `chuanyu ingest`: a package that came across an air gap, given to the running gateway of this machine; its signed answer goes back as a file. */
import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../../backup/durable.ts'
import { createCaller } from '../../client/call.ts'
import { gatewayKeys } from '../../client/gateway-keys.ts'
import { takeAnswer } from '../../client/package.ts'
import { createTransport } from '../../client/transport.ts'
import { PACKAGE_LIMITS } from '../../identity/limits.ts'
import { readKey } from '../../key-file.ts'
import { isInitialised, readConfig } from '../../node.ts'
import type { Command } from '../command.ts'
import { tellTaken } from '../submit/taken.ts'
import { readArgs, readPort, required, UsageError } from '../usage.ts'
import { listenOn } from './serve.ts'

const help = `用法 usage: chuanyu ingest --data DIR PACKAGE --receipts OUT [--port N]

把跨网闸送来的报送包交给本机正在运行的网关，逐个文件入账，所得回执与拒收说明由网关
签名写入 OUT，再由网闸带回报送单位。同一包再次执行，得到同样的回执，不会重复入账。
Gives a package that came across an air gap to the running gateway of this machine: every
file is taken in as if sent alone. Receipts and refusals go into OUT, signed by the
gateway, to be carried back. The same package again brings the same receipts.

  --data DIR       数据目录 · the gateway's data folder
  --receipts OUT   回执文件 · where the answer goes
  --port N         网关监听的端口；默认同 serve · the port it listens on; by default serve's

例 examples:
  chuanyu ingest --data /var/lib/chuanyu week47.package --receipts week47.receipts
  chuanyu ingest --data ./data --port 9000 week47.package --receipts week47.receipts
`

/** A package may hold years; each file of it is a commit of its own. */
const TIMEOUT_MS = 30 * 60_000
const PATIENCE_MS = 60_000

async function readPackage(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    const most = PACKAGE_LIMITS.head + PACKAGE_LIMITS.bytes
    if (size > most) throw new UsageError(`${file}: ${size} 字节，至多 ${most} · at most ${most} bytes`)
    return await readFile(file)
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** What is at OUT may be an answer of before, and nothing else. Throws UsageError. */
async function mustBeFree(file: string): Promise<void> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  if (!/^\{"answer":\{"at":"[^"]*","files":/.test(text))
    throw new UsageError(`${file} 已存在，不予覆盖 · ${file} exists and is not overwritten`)
}

/** `ingest`. */
export const ingestCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      receipts: { type: 'string' },
      port: { type: 'string' },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw new UsageError('应有且只有一个包 · expected exactly one PACKAGE')
    const folder = required(values.data, 'data')
    const out = required(values.receipts, 'receipts')
    if (!isInitialised(folder)) throw new UsageError(`${folder} 中没有网关 · holds no gateway`)
    const { port } = listenOn(readConfig(folder).origin, values.port === undefined ? undefined : readPort(values.port))
    const [log, gateway] = ['log', 'gateway'].map((name) => readKey(join(folder, 'keys', `${name}.jwk`)))
    if (!log || !gateway) throw new UsageError(`${folder}/keys 不全 · is not complete`)
    const body = await readPackage(file)
    await mustBeFree(out)
    const keys = gatewayKeys([gateway.jwk, log.jwk])
    const transport = createTransport({ timeoutMs: TIMEOUT_MS })
    const { write } = createCaller({
      ...{ transport, keys, now: Date.now, random: randomBytes, patience: { patienceMs: PATIENCE_MS } },
      // The package stands on its own signature: this key signs nothing here.
      ...{ origin: `http://127.0.0.1:${port}`, key: gateway },
    })
    try {
      const answer = await write('/v1/packages', { body, contentType: 'application/octet-stream' })
      const taken = takeAnswer(answer.text(), body, keys)
      await writeDurably(out, answer.text())
      return await tellTaken(taken, io)
    } finally {
      await transport.close()
    }
  },
}
