/** Reading a command's arguments: strict options, and a refusal that says what was expected. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { readInstant } from '../http/query.ts'

/** The command was not called as it wants to be. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The id of a key (RFC 7638 thumbprint by SHA-256, base64url) that begins as an option does. */
const HYPHENED_ID = /^-[\w-]{42}$/

/** The arguments so that an id which begins with a hyphen is what it was meant as: the text of the option before it, or an argument by itself. */
function withIds(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>): string[] {
  const takesText = (arg = ''): boolean =>
    arg.startsWith('--') && Object.hasOwn(options, arg.slice(2)) && options[arg.slice(2)]?.type === 'string'
  const [out, alone]: [string[], string[]] = [[], []]
  const rest = args.includes('--') ? args.slice(args.indexOf('--') + 1) : []
  for (const arg of args.slice(0, args.length - rest.length)) {
    if (arg === '--') continue
    const option = out.at(-1)
    if (!HYPHENED_ID.test(arg)) out.push(arg)
    else if (takesText(option)) out.push(`${out.pop()}=${arg}`)
    else alone.push(arg)
  }
  return [...out, '--', ...alone, ...rest]
}

/** Options and files of a command line. Throws UsageError. */
export function readArgs<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: withIds(args, options), options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** An option that must be there. Throws UsageError. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`缺少 --${name} · expected --${name}`)
  return value
}

/** At least one file. Throws UsageError. */
export function someFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('缺少文件 · expected at least one FILE')
  return files
}

/** No files. Throws UsageError. */
export function noFiles(files: readonly string[]): void {
  if (files.length > 0) throw new UsageError(`多余的参数 · unexpected argument: ${files.join(' ')}`)
}

/** A side. Throws UsageError. */
export function readParty(value: string): PartyId {
  const party = PARTIES.find((one) => one === value)
  if (party === undefined) throw new UsageError(`--party 应为 cq 或 sc · expected --party cq or sc, got ${value}`)
  return party
}

/** An instant with its zone, in ms. Throws UsageError. */
export function readTime(value: string, name: string): number {
  try {
    return readInstant(name, value)
  } catch {
    const example = '2026-11-16T00:00:00+08:00'
    throw new UsageError(
      `--${name} 应为带时区的时刻，例 ${example} · expected --${name} as an instant with a zone, got ${value}`,
    )
  }
}

/** An origin, scheme://host[:port]. Throws UsageError. */
export function readOrigin(value: string): string {
  if (URL.canParse(value)) {
    const { origin, protocol } = new URL(value)
    if ((protocol === 'https:' || protocol === 'http:') && (value === origin || value === `${origin}/`)) return origin
  }
  throw new UsageError(`--origin 应为 https://主机[:端口] · expected --origin as https://host[:port], got ${value}`)
}

/** A TCP port; 0 lets the system choose. Throws UsageError. */
export function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw new UsageError(`--port 应为 0–65535 · expected --port from 0 to 65535, got ${value}`)
  return port
}

/** A civil day, `YYYY-MM-DD`. Throws UsageError. */
export function civilDay(value: string, name: string): string {
  const ms = Date.parse(`${value}T00:00:00Z`)
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(ms)
  if (exists && new Date(ms).toISOString().startsWith(value)) return value
  throw new UsageError(`--${name} 应为日期，例 2026-11-16 · expected --${name} as a day, got ${value}`)
}
