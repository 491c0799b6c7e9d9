/** What a backup holds: every file with its length and SHA-256, and the ledger's head it stands at. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Guard, list, matching, nullable, oneOf, read, shape, text } from '../../contracts/read.ts'

/** The name of the manifest in a backup's folder. */
export const MANIFEST = 'manifest.json'

/** One file; `path` is below the backup's folder, with `/`. */
export interface BackedUpFile {
  readonly bytes: number
  readonly path: string
  readonly sha256: string
}

/** The manifest. `checkpoint` is the signed note of the head, null for a ledger without leaves; `log` its verifier key. */
export interface Manifest {
  readonly format: 'chuanyu-backup'
  readonly v: 1
  /** When it was taken, an instant. */
  readonly taken: string
  readonly log: string
  readonly ledger: { readonly size: number; readonly checkpoint: string | null }
  readonly files: readonly BackedUpFile[]
}

/** A path that stays below its folder: names with `/` between, none of them `.` or `..`. */
const PATH = /^(?!\.{1,2}(?:\/|$))[\w.-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)*$/
const whole: Guard<number> = (given, at, faults): given is number => {
  if (Number.isSafeInteger(given) && Number(given) >= 0) return true
  faults.push(`${at} expected a whole number`)
  return false
}

const manifest = shape<Manifest>({
  format: oneOf('chuanyu-backup'),
  v: oneOf(1),
  taken: text,
  log: text,
  ledger: shape<Manifest['ledger']>({ size: whole, checkpoint: nullable(text) }),
  files: list(
    shape<BackedUpFile>({
      bytes: whole,
      path: matching(PATH, 'a path below the folder'),
      sha256: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
    }),
  ),
})

/** A folder that holds no backup, or one whose manifest cannot be read. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup'
}

/** The manifest of a backup's folder. Throws NoBackup naming what is at fault. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST)
  let content: string
  try {
    content = await readFile(file, 'utf8')
  } catch {
    throw new NoBackup(
      `${folder}: 没有 ${MANIFEST}，不是完整的备份 · no ${MANIFEST} there: not a backup, or one cut short`,
    )
  }
  try {
    return read(MANIFEST, manifest, JSON.parse(content))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new NoBackup(`${file}: 清单残缺或有误（${why}）· the manifest is cut short or wrong: ${why}`)
  }
}

/** Length and SHA-256 of a file, read in pieces. */
export async function measure(file: string): Promise<Omit<BackedUpFile, 'path'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file)) {
    const chunk: Uint8Array = piece
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
