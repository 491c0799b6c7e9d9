/** `chuanyu normalise`: files of either side as canonical NDJSON, offline; the very code that the gateway runs. */

import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Adapter } from '../../../adapters/types.ts'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { type Registry, ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { toProblem } from '../../errors/map.ts'
import { ERRORS } from '../../errors/table.ts'
import { returnedWorkbook } from '../../forms/returned.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { normalisedLines } from '../../intake/lines.ts'
import { type Normalised, type NormaliseOptions, normalise } from '../../intake/normalise.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { explainError } from '../explain.ts'
import { readSource } from '../files.ts'
import { readArgs, readParty, readTime, required, someFiles, UsageError } from '../usage.ts'
import { writeNew } from '../workbooks.ts'

const help = `用法 usage: chuanyu normalise --party cq|sc --contract ID [options] FILE…

离线规范化：每条记录、拒收行、重复行各一行 JSON，每个文件末尾一行汇总。
Normalises offline: a line of JSON a record, rejected row and duplicate, and a summary
last for each file. A file that cannot be read is a line {"type":"error"}.

  --party P        报送方 · the side that sends
  --contract ID    契约 · contract, as water-section-quality
  --at TIME        不带年份的时间早于此刻；默认现在 · undated times lie before it; now
  --type MEDIA     声明的媒体类型；默认按内容识别 · declared media type; by content
  --registry ED    登记册版次；默认最新 · edition of the register; newest
  --rejections F    把拒收行写成可改的工作簿（XLSX）· refused rows as a workbook to mend
  --explain        改为逐行讲解：原文、记录、所用规则 · tell a person, row by row, instead
  --row N          只讲解第 N 行 · explain row N only

例 examples:
  chuanyu normalise --party cq --contract water-section-quality 朱沱.csv
  chuanyu normalise --party sc --contract water-section-quality --explain --row 12 白沙.csv

退出码 exit: 3 有文件无法读取或没有一行可接收 · a file failed or had no acceptable row
`

interface Work {
  readonly adapter: Adapter<object>
  readonly contract: Contract
  readonly registry: Registry
  readonly at: number
  readonly mediaType: string | undefined
  /** Where refused rows are written as a workbook. */
  readonly rejections: string | undefined
}

function contractAndAdapter(id: string, party: PartyId): Pick<Work, 'adapter' | 'contract'> {
  const contract = CONTRACTS.findLast((one) => one.id === id)
  const adapter = adapterFor(id, party)
  if (!contract || !adapter) {
    const known = [...new Set(CONTRACTS.map((one) => one.id))].join('、')
    throw new UsageError(`--contract 应为 ${known} · expected --contract ${known}, got ${id}`)
  }
  return { contract, adapter }
}

function registryOf({ register }: Adapter<object>, edition: string | undefined): Registry {
  const editions = ROW_REGISTRIES.filter(({ id }) => id === register)
  const registry = editions.findLast((one) => edition === undefined || one.edition === edition)
  if (registry) return registry
  const known = editions.map((one) => one.edition).join('、')
  throw new UsageError(`--registry 应为 ${known} · expected --registry ${known}, got ${edition}`)
}

function errorLine(error: unknown, source: { file?: string }): string {
  const { code, extra } = toProblem(error)
  // What is not in the table here is a file that the system would not give us.
  const unread = code === 'internal'
  const message = error instanceof Error ? error.message : String(error)
  const detail = unread
    ? { zh: `无法读取：${message}`, en: `cannot be read: ${message}` }
    : (extra.detail ?? ERRORS[code].what)
  const { row, pointer, value } = extra
  return `${JSON.stringify({ type: 'error', ...source, code: unread ? 'file-unreadable' : code, detail, row, pointer, value })}\n`
}

function optionsOf({ mediaType, adapter, contract, registry, at }: Work, bytes: Uint8Array): NormaliseOptions {
  const typed = mediaType === undefined ? {} : { mediaType }
  return { adapter, contract, registry, at, bytes, limits: FORMAT_LIMITS, ...typed }
}

function rejectionsWorkbook(options: NormaliseOptions, result: Normalised): Promise<Uint8Array> {
  const { adapter, contract, registry, bytes, limits, mediaType } = options
  const { rowsIn, records, rejections, duplicates } = result
  return returnedWorkbook({
    bytes,
    ...(mediaType === undefined ? {} : { mediaType }),
    adapter,
    registry,
    limits,
    rejections,
    about: {
      contract: { id: contract.id, version: contract.version },
      counts: {
        in: rowsIn,
        accepted: records.length,
        rejected: rejections.length,
        duplicates: duplicates.length,
      },
      digest: sha256Hex(bytes),
    },
  })
}

async function normaliseFile(file: string, several: boolean, work: Work, io: Io): Promise<ExitCode> {
  const source = several ? { file } : {}
  try {
    const options = optionsOf(work, await readSource(file))
    const result = normalise(options)
    await io.out(normalisedLines(result, several ? file : undefined))
    if (work.rejections !== undefined && result.rejections.length > 0) {
      await writeNew(work.rejections, await rejectionsWorkbook(options, result))
      io.err(`${work.rejections}: 改好标红的单元格后直接报送 · mend the cells marked red, then send this file\n`)
    }
    return result.records.length > 0 ? EXIT.ok : EXIT.invalid
  } catch (error) {
    if (error instanceof UsageError) throw error
    await io.out(errorLine(error, source))
    io.err(explainError(error, file))
    return EXIT.invalid
  }
}

async function explainOne(file: string, row: number | undefined, work: Work, io: Io): Promise<ExitCode> {
  // Only a person asks for it: the code, and the second reading of the file, are not in the way of others.
  const { explainFile } = await import('../lineage/explain-file.ts')
  try {
    const options = optionsOf(work, await readSource(file))
    const { text, accepted } = explainFile({ ...options, file, ...(row === undefined ? {} : { row }) })
    await io.out(text)
    return accepted ? EXIT.ok : EXIT.invalid
  } catch (error) {
    io.err(explainError(error, file))
    return EXIT.invalid
  }
}

function rowOf(value: string | undefined, explain: boolean): number | undefined {
  if (value === undefined) return undefined
  if (!explain) throw new UsageError('--row 须与 --explain 同用 · expected --row with --explain')
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new UsageError(`--row 应为行号，例 12 · expected --row as a row number, got ${value}`)
}

/** `normalise`. */
export const normaliseCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      party: { type: 'string' },
      contract: { type: 'string' },
      at: { type: 'string' },
      type: { type: 'string' },
      registry: { type: 'string' },
      explain: { type: 'boolean', default: false },
      row: { type: 'string' },
      rejections: { type: 'string' },
    })
    const row = rowOf(values.row, values.explain)
    const party = readParty(required(values.party, 'party'))
    const { contract, adapter } = contractAndAdapter(required(values.contract, 'contract'), party)
    const work: Work = {
      contract,
      adapter,
      registry: registryOf(adapter, values.registry),
      at: values.at === undefined ? Date.now() : readTime(values.at, 'at'),
      mediaType: values.type,
      rejections: values.rejections,
    }
    const files = someFiles(positionals)
    if (values.rejections !== undefined && (files.length > 1 || values.explain))
      throw new UsageError(
        '--rejections 只能用于一个文件，且不与 --explain 同用 · expected --rejections with one file and without --explain',
      )
    let exit: ExitCode = EXIT.ok
    for (const [at, file] of files.entries()) {
      io.progress(`${at + 1}/${files.length} ${file}`)
      if (values.explain && at > 0) await io.out('\n')
      const one = values.explain
        ? await explainOne(file, row, work, io)
        : await normaliseFile(file, files.length > 1, work, io)
      if (one !== EXIT.ok) exit = one
    }
    io.progress('')
    return exit
  },
}
