/** `chuanyu ledger replay`: runs the adapters again on a store's originals and lists what would be otherwise; writes nothing. */
import { civilDay } from '../../../contracts/life.ts'
import { isInitialised, readConfig } from '../../node.ts'
import type { StoredDocument } from '../../ports.ts'
import { readDocuments, readSubmission } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { tallyText, verdictText } from '../replay/print.ts'
import { type ReplayOptions, replaySubmission, type Verdict } from '../replay/replay.ts'
import { isClean, NO_TALLY, type Tally, tallied } from '../replay/tally.ts'
import { openReference } from '../replay/terms.ts'
import { countSubmissions, eachSubmission } from '../replay/walk.ts'
import { withStored } from '../stored.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu ledger replay --data DIR [--submission ID] [--current] [--json]

只读：对所存每份原始文件再次运行适配器，列出与所存记录、拒收的差异。用当时的适配器、
契约与登记册（此版本有同一版本时），否则用现行的。网关运行时也可执行。
Reads only: runs the adapters again on every stored original and lists what differs from
the records and rejections kept. Under the adapter, contract and register of then where
this program has them, else under those of now. It may run beside the gateway.

  --data DIR        数据目录 · the data folder
  --submission ID   只重算这一份 · this submission only
  --current         一律用今日有效的版本，看会改变什么 · under what is in force today: what would change
  --json            每份一行 JSON，末行汇总 · a line of JSON a submission, a summary last

例 examples:
  chuanyu ledger replay --data /var/lib/chuanyu
  chuanyu ledger replay --data ./data --current --json > replay.ndjson

退出码 exit: 0 无差异 no difference · 3 有差异或有未能重算的 differences, or some not replayed
`

async function referenceOf(db: Rows): Promise<ReplayOptions['reference']> {
  const documents: StoredDocument[] = []
  for (const kind of ['contract', 'registry', 'retirement', 'withdrawal'] as const)
    documents.push(...(await readDocuments(db, 'kind', kind)))
  return openReference(new Map(documents.map((document) => [document.digest, document])))
}

async function tell(verdict: Verdict, { json, always }: { json: boolean; always: boolean }, io: Io): Promise<void> {
  const text = json ? `${JSON.stringify({ type: 'submission', ...verdict })}\n` : verdictText(verdict, always)
  if (text !== '') await io.out(text)
}

async function replayAll(options: ReplayOptions & { readonly db: Rows }, json: boolean, io: Io): Promise<Tally> {
  const all = await countSubmissions(options.db)
  let tally = NO_TALLY
  for await (const submission of eachSubmission(options.db)) {
    io.progress(`${tally.submissions + 1}/${all}`)
    const verdict = await replaySubmission(options, submission)
    tally = tallied(tally, verdict)
    await tell(verdict, { json, always: false }, io)
  }
  io.progress('')
  return tally
}

async function replayOne(options: ReplayOptions, id: string, json: boolean, io: Io): Promise<Tally> {
  const submission = await readSubmission(options.db, id)
  if (!submission) throw new UsageError(`没有报送 ${id} · no such submission`)
  const verdict = await replaySubmission(options, submission)
  await tell(verdict, { json, always: true }, io)
  return tallied(NO_TALLY, verdict)
}

/** `ledger replay`. */
export const ledgerReplayCommand: Command = {
  help,
  async run(args, io): Promise<ExitCode> {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      submission: { type: 'string' },
      current: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    })
    noFiles(positionals)
    const folder = required(values.data, 'data')
    if (!isInitialised(folder)) throw new UsageError(`${folder} 中没有网关 · holds no gateway`)
    const { submission, json } = values
    const tally = await withStored(folder, readConfig(folder).postgres, async ({ db, blobs }) => {
      const day = civilDay(Date.now())
      const options = { db, blobs, reference: await referenceOf(db), now: values.current, day }
      return submission === undefined ? replayAll(options, json, io) : replayOne(options, submission, json, io)
    })
    await io.out(json ? `${JSON.stringify({ type: 'summary', ...tally })}\n` : tallyText(tally))
    return isClean(tally) ? EXIT.ok : EXIT.invalid
  },
}
