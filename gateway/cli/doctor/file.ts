/** A file as it would be sent: what it is by its content, in which encoding, and whose adapter reads it. */

import { detectFormat } from '../../../adapters/formats/detect.ts'
import { decodeText } from '../../../adapters/formats/text.ts'
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { toProblem } from '../../errors/map.ts'
import { ERRORS } from '../../errors/table.ts'
import { normalise } from '../../intake/normalise.ts'
import { type Finding, look, well, wrong } from './finding.ts'

const TEXTS: readonly string[] = ['csv', 'json', 'html', 'hj212']

function refused(error: unknown): Finding {
  const { code, extra } = toProblem(error)
  const { what, fix } = ERRORS[code]
  const detail = extra.detail ?? what
  return wrong(`${detail.zh} [${code}]`, `${detail.en} [${code}]`, fix.zh, fix.en)
}

function textFindings(bytes: Uint8Array): Finding[] {
  const { encoding, text } = decodeText(bytes)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const name = `${encoding === 'gb18030' ? 'GB 18030（GBK）' : 'UTF-8'}${bom ? '，有 BOM · with a BOM' : ''}`
  const findings = [well(`编码 ${name}`, `encoding ${name}`)]
  if (text.includes('\ufffd'))
    findings.push(
      look('有替换字符 U+FFFD：文件在此之前已转坏过', 'there is U+FFFD: the file was damaged by a conversion before', {
        zh: '由源系统重新导出',
        en: 'export it anew from where it comes from',
      }),
    )
  return findings
}

/** How a file's rows would fare under one contract and side, at `at` (ms). */
function tried(
  bytes: Uint8Array,
  at: number,
): { readonly name: string; readonly accepted: number; readonly rows: number }[] {
  return [...new Set(CONTRACTS.map(({ id }) => id))].flatMap((id) =>
    PARTIES.flatMap((party) => {
      const contract = CONTRACTS.findLast((one) => one.id === id)
      const adapter = adapterFor(id, party)
      const registry = ROW_REGISTRIES.findLast((one) => one.id === adapter?.register)
      if (!contract || !adapter || !registry) return []
      try {
        const { records, rowsIn } = normalise({ adapter, contract, registry, at, bytes, limits: FORMAT_LIMITS })
        return records.length === 0 ? [] : [{ name: `${id} --party ${party}`, accepted: records.length, rows: rowsIn }]
      } catch {
        // This adapter finds nothing of its own in it.
        return []
      }
    }),
  )
}

/** Looks at a file's bytes. */
export function fileFindings(name: string, bytes: Uint8Array, at: number): readonly Finding[] {
  const findings: Finding[] = []
  try {
    const format = detectFormat(bytes)
    findings.push(well(`${name}：${format}，${bytes.length} 字节`, `${name}: ${format}, ${bytes.length} bytes`))
    if (TEXTS.includes(format)) findings.push(...textFindings(bytes))
  } catch (error) {
    return [refused(error)]
  }
  const fits = tried(bytes, at).toSorted((a, b) => b.accepted - a.accepted)
  if (fits.length === 0)
    return [
      ...findings,
      wrong(
        '没有一个契约的适配器能读出一行',
        'no adapter of any contract reads a row of it',
        '用 chuanyu normalise --explain 看逐行原因，或取填报模板：chuanyu template',
        'see why, row by row, with chuanyu normalise --explain, or take a template: chuanyu template',
      ),
    ]
  return [
    ...findings,
    ...fits.map(({ name: fit, accepted, rows }) =>
      well(
        `可按 --contract ${fit} 报送：${rows} 行可接收 ${accepted} 行`,
        `fits --contract ${fit}: ${accepted} of ${rows} rows`,
      ),
    ),
  ]
}
