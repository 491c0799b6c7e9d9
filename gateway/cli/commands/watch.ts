/** `chuanyu watch`: a folder whose files are sent as they appear, each with its receipt or its problem beside it in the end. */
import { stat } from 'node:fs/promises'
import { createClient } from '../../client/client.ts'
import type { Command } from '../command.ts'
import { keyOption } from '../signer/signing-key.ts'
import { stopSignal } from '../stop.ts'
import { readArgs, readOrigin, required, UsageError } from '../usage.ts'
import { watchFolder } from '../watch/watch.ts'

const help = `用法 usage: chuanyu watch --origin URL --key FILE --contract ID [options] FOLDER

守候一个文件夹：出现的文件写完之后按原样报送，每个一次；随后移到 done/（旁有回执，
有拒收行时附可改的工作簿）或 refused/（旁有原因）。断网时文件留着，恢复后接着报。
Watches a folder: files that appear are sent as they are once they are whole, each once,
then moved to done/ with the receipt beside it, and a workbook of refused rows to mend,
or to refused/ with the problem. Without a network they wait.

  --origin URL      网关地址 · the gateway's address
  --key FILE        本单位私钥 · private key, as keygen writes it
  --contract ID     契约 · contract
  --type MEDIA      媒体类型；默认按扩展名 · media type; by extension
  --every SECONDS   每隔多久看一次，默认 5 · how often to look, 5
  --settle SECONDS  多久不变才算写完，默认 5 · how long unchanged to be whole, 5
  --once            报完现有的就结束，供定时任务用 · end when all is sent, for a scheduler

例 examples:
  chuanyu watch --origin https://gateway.example --key agency.jwk \\
    --contract water-section-quality /srv/outbox >> receipts.ndjson
  chuanyu watch --once --origin https://gateway.example --key agency.jwk \\
    --contract water-section-quality D:\\\\报送

退出码 exit: 3 --once 时有文件被拒 a file was refused · 4 密钥或签名有误 · 5 --once 时断网
`

/** Seconds of an option, in ms. Throws UsageError. */
function readSeconds(value: string | undefined, name: string): number {
  const seconds = /^\d{1,4}(?:\.\d)?$/.test(value ?? '5') ? Number(value ?? '5') : 0
  if (seconds > 0) return seconds * 1000
  throw new UsageError(`--${name} 应为秒数，0.1–9999 · expected --${name} as seconds, 0.1 to 9999, got ${value}`)
}

/** How long one call may wait when the gateway asks it to, ms. */
const PATIENCE_MS = 60_000

/** `watch`. */
export const watchCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      origin: { type: 'string' },
      key: { type: 'string' },
      contract: { type: 'string' },
      type: { type: 'string' },
      every: { type: 'string' },
      settle: { type: 'string' },
      once: { type: 'boolean' },
    })
    const origin = readOrigin(required(values.origin, 'origin'))
    const contract = required(values.contract, 'contract')
    const [folder, ...others] = positionals
    if (folder === undefined || others.length > 0)
      throw new UsageError('应有且只有一个文件夹 · expected exactly one FOLDER')
    const there = await stat(folder).catch(() => null)
    if (!there?.isDirectory()) throw new UsageError(`${folder} 不是文件夹 · is no folder`)
    const [everyMs, settleMs] = [readSeconds(values.every, 'every'), readSeconds(values.settle, 'settle')]
    const key = keyOption(required(values.key, 'key'))
    const stop = new AbortController()
    void stopSignal().then(() => stop.abort())
    io.err(`守候 watching ${folder}\n`)
    return watchFolder(
      {
        ...{ folder, contract, everyMs, settleMs, type: values.type, once: values.once ?? false, stop: stop.signal },
        open: () => createClient({ origin, key, patienceMs: PATIENCE_MS }),
      },
      io,
    )
  },
}
