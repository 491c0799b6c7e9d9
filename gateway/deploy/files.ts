/** Writing a distribution's folder: fixed modes, a list of digests, and an archive whose bytes depend on nothing but the files. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The list of digests, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS'

/** Every file below a folder, sorted by bytes, with `/` between names. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
}

/** SHA-256 of a file, hex. */
export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Copies a file, making its folder. */
export function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Copies what is below a folder, where `keep` says so of the path below it. */
export function copyFolder(from: string, to: string, keep: (path: string) => boolean = () => true): void {
  for (const path of filesBelow(from).filter(keep)) copyInto(join(from, path), join(to, path))
}

/** Sets every mode, whatever the umask was, and writes the list of digests. `programs` may be run. */
export function seal(folder: string, programs: readonly string[]): void {
  const files = filesBelow(folder).filter((path) => path !== SUMS)
  writeFileSync(join(folder, SUMS), files.map((path) => `${sha256(join(folder, path))}  ${path}\n`).join(''))
  for (const path of filesBelow(folder)) chmodSync(join(folder, path), programs.includes(path) ? 0o755 : 0o644)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  chmodSync(folder, 0o755)
}

/** How hard to compress, and the one time all files have, in seconds since 1970. */
export interface ArchiveOptions {
  readonly epoch: number
  readonly level: number
}

/** Packs a folder under its own name as `.tar.gz`, with its digest beside it. Returns its size in bytes. */
export function archive(folder: string, file: string, { epoch, level }: ArchiveOptions): number {
  const script = `tar --sort=name --format=ustar --mtime=@${epoch} --owner=0 --group=0 --numeric-owner -cf - -C "$1" "$2" | gzip -n -${level} > "$3"`
  const { status, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', script, 'archive', dirname(folder), basename(folder), file],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`tar ended with ${status}: ${stderr}`)
  writeFileSync(`${file}.sha256`, `${sha256(file)}  ${basename(file)}\n`)
  return statSync(file).size
}
