/** `chuanyu submit`: sends files as they are, signed; checked receipts go to stdout, what was not accepted is explained on stderr. */
import { type Client, createClient } from '../../client/client.ts'
import { ClientError } from '../../client/error.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode, exitOf, worse } from '../exit.ts'
import { explainError, explainRejections } from '../explain.ts'
import { mediaTypeOf, readSource } from '../files.ts'
import { keyOption } from '../signer/signing-key.ts'
import { backfill, findFiles, readInFlight } from '../submit/backfill.ts'
import { sealToFile } from '../submit/seal.ts'
import { readArgs, readOrigin, readTime, required, someFiles, UsageError } from '../usage.ts'
import { writeRejections } from '../workbooks.ts'

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
  --rejections DIR       拒收行写成可改的工作簿 · refused rows as workbooks to mend and send
  --wait SECONDS         网关要求稍候时至多等多久，默认 60 · how long to wait when asked to
  --to-file PACKAGE      离线封包而不发送，[--days N] 天内有效 · seal, send nothing
  --backfill --journal F 批量补录历史，可续；文件夹与通配符亦可，[--in-flight N] 个并发
                         years of history; resumes; folders and patterns too

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
  /** Where refused rows are written as workbooks. */
  readonly rejections: string | undefined
}

/** Nothing was taken, and the rows are named. */
function isRefusedWhole(error: unknown): boolean {
  return error instanceof ClientError && (error.code === 'no-acceptable-row' || error.code === 'all-or-nothing-refused')
}

async function keepRejections(file: string, folder: string, bytes: Uint8Array, io: Io): Promise<void> {
  const written = await writeRejections(folder, file, bytes)
  io.err(`${written}: 改好标红的单元格后直接报送 · mend the cells marked red, then send this file\n`)
}

async function submitFile(
  file: string,
  { client, contract, at, type, idempotencyKey, rejections }: Sending,
  io: Io,
): Promise<ExitCode> {
  const mediaType = type ?? mediaTypeOf(file)
  try {
    const bytes = await readSource(file)
    const { id, text, header, repeated } = await client.submit({
      contract,
      bytes,
      mediaType,
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
    if (rejected.count > 0 && rejections !== undefined)
      await keepRejections(file, rejections, await client.rejectedWorkbook(id), io)
    return EXIT.ok
  } catch (error) {
    io.err(explainError(error, file))
    if (isRefusedWhole(error) && rejections !== undefined) {
      const tried = { contract, bytes: await readSource(file), mediaType, ...(at === undefined ? {} : { at }) }
      await keepRejections(file, rejections, await client.tryForWorkbook(tried), io)
    }
    return isUnreadable(error) ? EXIT.invalid : exitOf(error)
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

/** Seconds to wait at most, in ms. Throws UsageError. */
function readWait(value = '60'): number {
  if (/^\d{1,4}$/.test(value)) return Number(value) * 1000
  throw new UsageError(`--wait 应为秒数，0–9999 · expected --wait as seconds up to 9999, got ${value}`)
}

/** Options that mean something only beside another, or not beside it. Throws UsageError. */
function mustFit(values: Readonly<Record<string, string | boolean | undefined>>): void {
  const given = (name: string): boolean => values[name] !== undefined
  const lone: readonly (readonly [string, string])[] = [
    ['days', 'to-file'],
    ['journal', 'backfill'],
    ['in-flight', 'backfill'],
  ]
  for (const [one, other] of lone)
    if (given(one) && !given(other))
      throw new UsageError(`--${one} 只与 --${other} 同用 · --${one} goes with --${other} alone`)
  for (const other of ['to-file', 'backfill'])
    for (const one of ['idempotency-key', 'rejections'])
      if (given(one) && given(other))
        throw new UsageError(`--${one} 不与 --${other} 同用 · --${one} does not go with --${other}`)
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
      rejections: { type: 'string' },
      wait: { type: 'string' },
      'to-file': { type: 'string' },
      days: { type: 'string' },
      backfill: { type: 'boolean' },
      journal: { type: 'string' },
      'in-flight': { type: 'string' },
    })
    const origin = readOrigin(required(values.origin, 'origin'))
    const contract = required(values.contract, 'contract')
    if (values.at !== undefined) readTime(values.at, 'at')
    const named = someFiles(positionals)
    mustFit(values)
    const files = values.backfill ? await findFiles(named) : named
    const patienceMs = readWait(values.wait)
    const key = keyOption(required(values.key, 'key'))
    const { at: before, type, backfill: past = false } = values
    if (values['to-file'] !== undefined) {
      const { days } = values
      return sealToFile(
        { out: values['to-file'], origin, contract, key, files, type, at: before, days, backfill: past },
        io,
      )
    }
    const client = createClient({ origin, patienceMs, key })
    if (past) {
      const journal = required(values.journal, 'journal')
      const inFlight = readInFlight(values['in-flight'])
      try {
        return await backfill({ client, origin, contract, files, journal, inFlight, type, at: before }, io)
      } finally {
        await client.close()
      }
    }
    const sending: Sending = {
      client,
      contract,
      at: values.at,
      type: values.type,
      idempotencyKey: values['idempotency-key'],
      rejections: values.rejections,
    }
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
