/** `submit --to-file`: files sealed into a package for where only files pass; nothing is sent. */
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { sealFiles } from '../../client/package.ts'
import type { SigningKey } from '../../identity/jwk.ts'
import { PACKAGE_LIMITS } from '../../identity/limits.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { mediaTypeOf, readSource } from '../files.ts'
import { UsageError } from '../usage.ts'
import { writeNew } from '../workbooks.ts'

const DAY = 86_400

/** What to seal, and into which file. */
export interface SealOptions {
  readonly out: string
  readonly origin: string
  readonly contract: string
  readonly key: SigningKey
  readonly files: readonly string[]
  readonly type: string | undefined
  readonly at: string | undefined
  readonly days: string | undefined
  readonly backfill: boolean
}

function readDays(value: string): number {
  const days = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (days >= 1 && days <= 366) return days
  throw new UsageError(`--days 应为 1–366 · expected --days from 1 to 366, got ${value}`)
}

/** Seals the files. Throws UsageError when they are too many, or `out` is there. */
export async function sealToFile(options: SealOptions, io: Io): Promise<ExitCode> {
  const { out, origin, contract, key, files: paths, type, at, days, backfill } = options
  const window = days === undefined ? PACKAGE_LIMITS.window : readDays(days) * DAY
  if (paths.length > PACKAGE_LIMITS.files)
    throw new UsageError(
      `一个包至多 ${PACKAGE_LIMITS.files} 个文件，请分成几包 · at most ${PACKAGE_LIMITS.files} files a package; make several`,
    )
  const files = []
  let size = 0
  for (const path of paths) {
    const bytes = await readSource(path)
    size += bytes.length
    if (size > PACKAGE_LIMITS.bytes)
      throw new UsageError(
        `文件共超过 ${PACKAGE_LIMITS.bytes} 字节，请分成几包 · more than ${PACKAGE_LIMITS.bytes} bytes; make several packages`,
      )
    files.push({ name: basename(path), bytes, mediaType: type ?? mediaTypeOf(path) })
  }
  const now = Date.now()
  const sealed = sealFiles({
    ...{ origin, contract, key, files, window, backfill, random: randomBytes, now: () => now },
    ...(at === undefined ? {} : { at }),
  })
  await writeNew(out, sealed)
  const until = new Date(now + window * 1000).toISOString().slice(0, 10)
  io.err(
    `${out}: ${files.length} 个文件，${sealed.length} 字节，${until} 前摆渡入网关` +
      ` · ${files.length} files, ${sealed.length} bytes; ingest by ${until}\n`,
  )
  return EXIT.ok
}
