/** `chuanyu doctor`: looks at machine, folder, gateway, key, file and signed request, and says what to mend. */
import { readFile } from 'node:fs/promises'
import { arch, platform, version } from 'node:process'
import { createTransport } from '../../client/transport.ts'
import { importPublicJwk } from '../../identity/jwk.ts'
import type { Command, Io } from '../command.ts'
import { fileFindings } from '../doctor/file.ts'
import { type Finding, toldFinding, wrong } from '../doctor/finding.ts'
import { folderFindings, isElsewhere } from '../doctor/folder.ts'
import { readWrittenRequest } from '../doctor/http-message.ts'
import { driverFinding, nodeFinding, proxyFindings } from '../doctor/machine.ts'
import { remoteFindings } from '../doctor/remote.ts'
import { examineRequest } from '../doctor/request.ts'
import { EXIT } from '../exit.ts'
import { readSource } from '../files.ts'
import { publicJwkIn } from '../public-jwk.ts'
import { keyOption } from '../signer/signing-key.ts'
import { readArgs, readOrigin, readTime, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu doctor [--data DIR] [--origin URL [--key FILE]] [--request FILE] [FILE…]

检查并说明怎么改：Node 与存储驱动、代理；--data 的配置、密钥、存储、磁盘、端口；--origin
能否连上、时钟差、密钥是否在清单中；FILE 的格式、编码、哪个契约读得懂。
--request 逐行解释一个签名的请求：覆盖了什么、网关会算出什么、错在哪里。
Looks, and says what to mend: Node, store driver, proxies; a folder's configuration, keys,
store, disk, port; whether a gateway is reached, the clocks, whether a key is listed; what
a FILE is, its encoding, which contract reads it. --request explains a signed request line
by line.

  --request FILE  请求原文：首行、头、空行、正文 · request line, headers, empty line, body
  --public FILE   应当签名的公钥 · the public key that should have signed
  --at TIME       按此刻判断请求 · judge the request as of this instant
  --json          输出 JSON · findings as JSON

例 examples:
  chuanyu doctor --data /var/lib/chuanyu
  chuanyu doctor --origin https://gateway.example --key agency.jwk \\
    --request failed.http --public agency.public.json water.csv

退出码 exit: 0 无须改 nothing to mend · 3 有须改之处 something to mend
`

const TIMEOUT_MS = 10_000

interface Tell {
  readonly io: Io
  readonly json: boolean
}

async function tell(findings: readonly Finding[], { io, json }: Tell): Promise<boolean> {
  for (const one of findings) await io.out(json ? `${JSON.stringify(one)}\n` : toldFinding(one))
  return findings.every(({ state }) => state !== 'wrong')
}

async function gatewayFindings(origin: string, keyFile: string | undefined): Promise<readonly Finding[]> {
  const transport = createTransport({ timeoutMs: TIMEOUT_MS })
  try {
    return await remoteFindings(origin, keyFile === undefined ? null : keyOption(keyFile).kid, transport, Date.now)
  } finally {
    await transport.close()
  }
}

async function requestFindings(
  file: string,
  { origin, publicFile, at, how }: { origin: string; publicFile: string | undefined; at: number; how: Tell },
): Promise<boolean> {
  const key = publicFile === undefined ? null : importPublicJwk(publicJwkIn(await readFile(publicFile, 'utf8')))
  let examined: ReturnType<typeof examineRequest>
  try {
    examined = examineRequest({ request: readWrittenRequest(await readFile(file)), origin, key, now: at })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const fix = 'POST /v1/submissions?contract=… HTTP/1.1'
    return tell([wrong(error.message, error.message, fix, fix)], how)
  }
  const sound = await tell(examined.findings, how)
  if (examined.base !== null)
    await how.io.out(
      how.json
        ? `${JSON.stringify({ base: examined.base })}\n`
        : `\n签名基串 · the text to be signed:\n${examined.base.replace(/^/gm, '  ')}\n`,
    )
  return sound
}

/** `doctor`. */
export const doctorCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      origin: { type: 'string' },
      key: { type: 'string' },
      request: { type: 'string' },
      public: { type: 'string' },
      at: { type: 'string' },
      json: { type: 'boolean' },
    })
    const how = { io, json: values.json ?? false }
    if (values.key !== undefined && values.origin === undefined)
      throw new UsageError('--key 须与 --origin 同用 · expected --key with --origin')
    const machine = { version, platform, arch, env: process.env }
    const elsewhere = values.data !== undefined && isElsewhere(values.data)
    const sqlite = elsewhere ? [] : [await driverFinding()]
    let sound = await tell([nodeFinding(machine), ...sqlite, ...proxyFindings(machine)], how)
    if (values.data !== undefined) sound = (await tell(await folderFindings(values.data), how)) && sound
    if (values.origin !== undefined)
      sound = (await tell(await gatewayFindings(readOrigin(values.origin), values.key), how)) && sound
    const at = values.at === undefined ? Date.now() : readTime(values.at, 'at')
    for (const file of positionals) sound = (await tell(fileFindings(file, await readSource(file), at), how)) && sound
    if (values.request !== undefined) {
      const origin = readOrigin(required(values.origin, 'origin'))
      sound = (await requestFindings(values.request, { origin, publicFile: values.public, at, how })) && sound
    }
    return sound ? EXIT.ok : EXIT.invalid
  },
}
