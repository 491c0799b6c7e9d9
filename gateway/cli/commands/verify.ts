/** `chuanyu verify`: a proof bundle against the keys one trusts, offline; nothing is taken on the gateway's word. */
import { readFile } from 'node:fs/promises'
import { verifyBundle } from '../../client/verify/index.ts'
import type { Check, VerifyReport } from '../../client/verify/report.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { printableLine } from '../printable.ts'
import { readArgs, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu verify BUNDLE [--trust FILE] [--json]

离线核验联合发布的证明包：双方签名、账本条目与所依据的记录，逐项列出。
Verifies the proof bundle of a release offline: both signatures, the ledger's leaves, and
the records it derives from, check by check.

  --trust FILE   双方根公钥与账本公钥，须另行取得；没有则只看前后一致，不算核验通过
                 both sides' root keys and the log's, got by a way of your own; without
                 it the bundle can only be consistent, its signers unconfirmed
  --json         输出 JSON · report as JSON

例 examples:
  chuanyu verify weekly-water-2026-11-16.bundle.json --trust trust.json
  chuanyu verify weekly-water-2026-11-16.bundle.json --trust trust.json --json

退出码 exit: 0 已核验 verified · 4 未通过 not verified
`

const MARKS: Readonly<Record<Check['state'], string>> = { ok: '✓', failed: '✗', consistent: '–', 'not-checked': '–' }

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

// What is no JSON, or is null, is handed on as text: a trust file was given, and the check of it must refuse this one.
function parsed(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    return value ?? text
  } catch {
    return text
  }
}

function conclusion({ ok, checks, sandbox }: VerifyReport, trusted: boolean): string {
  const practice = sandbox === true ? '（沙箱，非正式数据 · a sandbox, not official data）' : ''
  if (ok) return `已核验 · verified${practice}\n`
  const holds = checks.every(({ id, state }) => id === 'trust' || state === 'ok' || state === 'consistent')
  if (!trusted && holds) return `前后一致，签署人未经确认 · consistent, signers unconfirmed${practice}\n`
  return `未通过核验 · not verified${practice}\n`
}

function withheldLine(count: number): string {
  return `  依法不再展示、仅存承诺 ${count} 行 · ${count} row${count === 1 ? '' : 's'} lawfully removed from display, here by commitment alone\n`
}

function tickList(report: VerifyReport, trusted: boolean): string {
  const lines = report.checks.map(({ state, title, detail }) => {
    // What a check found may repeat what the bundle says, and nothing in that is to look like a line of ours.
    const why = detail ? `：${printableLine(`${detail.zh} · ${detail.en}`)}` : ''
    return `${MARKS[state]} ${title.zh} · ${title.en}${why}\n`
  })
  const { release } = report
  const about = release
    ? [
        `${printableLine(`${release.title.zh} · ${release.title.en} (${release.id})`)}\n`,
        ...release.signers.map(
          ({ party, agency, operator, time }) => `  ${printableLine(`${party} ${agency} ${operator ?? ''} ${time}`)}\n`,
        ),
        `  SHA-256 ${release.digest}\n`,
        ...(release.witnesses ?? []).map(({ name, time }) => `  见证 witnessed ${name} ${time}\n`),
        ...(release.withheld > 0 ? [withheldLine(release.withheld)] : []),
      ]
    : []
  return [...lines, ...about, conclusion(report, trusted)].join('')
}

/** `verify`. */
export const verifyCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { trust: { type: 'string' }, json: { type: 'boolean' } })
    const [bundle, ...others] = positionals
    if (bundle === undefined || others.length > 0)
      throw new UsageError('应有且只有一个证明包 · expected exactly one BUNDLE')
    const trust = values.trust === undefined ? null : parsed(await readInput(values.trust))
    const report = verifyBundle(await readInput(bundle), trust)
    await io.out(values.json ? `${JSON.stringify(report)}\n` : tickList(report, trust !== null))
    return report.ok ? EXIT.ok : EXIT.trust
  },
}
