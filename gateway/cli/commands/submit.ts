/** `chuanyu submit`: sends files as they are, signed; checked receipts go to stdout, what was not accepted is explained on stderr. */
import { type Client, createClient } from '../../client/client.ts'
import { readKey } from '../../key-file.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode, exitOf, worse } from '../exit.ts'
import { explainError, explainRejections } from '../explain.ts'
import { mediaTypeOf, readSource } from '../files.ts'
import { readArgs, readOrigin, readTime, required, someFiles, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu submit --origin URL --key FILE --contract ID [options] FILE…

按原样报送文件，核验回执及其账本条目；回执每行一份写到标准输出，拒收行逐条说明。
Sends files as they are and checks each receipt and its leaf in the ledger. Receipts go
to stdout, a line each; rejected rows are explained on stderr. The same file again gets
the same receipt.

  --origin URL           网关地址 · the gateway's address
  --key FILE             本单位私钥 · private key, as keygen writes it
  --contract ID          契约 · contract
  --at TIME              不带年份的时间早于此刻 · undated times lie before it
  --type MEDIA           媒体类型；默认按扩展名 · media type; by extension
  --idempotency-key K    另行报送同样字节时用 · to send the same bytes as new work

例 examples:
  chuanyu submit --origin https://gateway.example --key agency.jwk \\
    --contract water-section-quality 朱沱.csv
  chuanyu submit --origin http://127.0.0.1:8787 --key agency.jwk \\
    --contract water-section-quality --type text/csv week47/* > receipts.ndjson
`

interface Sending {
  readonly client: Client
  readonly contract: string
  readonly at: string | undefined
  readonly type: string | undefined
  readonly idempotencyKey: string | undefined
}

async function submitFile(
  file: string,
  { client, contract, at, type, idempotencyKey }: Sending,
  io: Io,
): Promise<ExitCode> {
  try {
    const { id, text, header, repeated } = await client.submit({
      contract,
      bytes: await readSource(file),
      mediaType: type ?? mediaTypeOf(file),
      ...(at === undefined ? {} : { at }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    })
    await io.out(`${text}\n`)
    const { rows, accepted, rejected, duplicates } = header
    const again = repeated ? '，此前已报送 · sent before' : ''
    io.err(
      `${file}: 共 ${rows} 行，接收 ${accepted.count}，拒收 ${rejected.count}，重复 ${duplicates}${again}` +
        ` · ${rows} rows: ${accepted.count} accepted, ${rejected.count} rejected, ${duplicates} duplicates\n`,
    )
    if (rejected.count > 0) io.err(explainRejections((await client.rejections(id)).rejections, file))
    return EXIT.ok
  } catch (error) {
    io.err(explainError(error, file))
    return isUnreadable(error) ? EXIT.invalid : exitOf(error)
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function keyFrom(file: string): ReturnType<typeof readKey> {
  try {
    return readKey(file)
  } catch (error) {
    throw new UsageError(`--key ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `submit`. Rejected rows alone are no failure: the others count. */
export const submitCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      origin: { type: 'string' },
      key: { type: 'string' },
      contract: { type: 'string' },
      at: { type: 'string' },
      type: { type: 'string' },
      'idempotency-key': { type: 'string' },
    })
    const origin = readOrigin(required(values.origin, 'origin'))
    const contract = required(values.contract, 'contract')
    if (values.at !== undefined) readTime(values.at, 'at')
    const files = someFiles(positionals)
    const client = createClient({ origin, key: keyFrom(required(values.key, 'key')) })
    const sending = { client, contract, at: values.at, type: values.type, idempotencyKey: values['idempotency-key'] }
    let exit: ExitCode = EXIT.ok
    try {
      for (const [at, file] of files.entries()) {
        io.progress(`${at + 1}/${files.length} ${file}`)
        exit = worse(exit, await submitFile(file, sending, io))
        // The others would fail alike.
        if (exit === EXIT.network) break
      }
    } finally {
      io.progress('')
      await client.close()
    }
    return exit
  },
}
