/** What every distribution holds: the bundle, the samples, the documents, the licences and the bill of materials. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, ROOT } from './bundle.ts'
import { copyFolder, copyInto } from './files.ts'
import { type Runtime, sbom } from './sbom.ts'
import { licencesText, readShipped, type Shipped } from './shipped.ts'

/** Which version, as of when, and what goes along with it. */
export interface AppOptions {
  readonly version: string
  /** Seconds since 1970: the one time in it. */
  readonly epoch: number
  readonly runtime: Runtime | null
  /** Packages that are copied as they are, as folders below the project. */
  readonly copied: readonly string[]
  readonly licences?: readonly Shipped[]
}

/** Members of the project's package.json. */
export function projectPackage(): ReadonlyMap<string, unknown> {
  const json: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
}

/** The project's own version. */
export function projectVersion(): string {
  return String(projectPackage().get('version'))
}

/** The time a distribution has: `SOURCE_DATE_EPOCH`, else that of the commit, else 2026-01-01. */
export function sourceEpoch(environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const asked = environment.SOURCE_DATE_EPOCH
  if (asked !== undefined) {
    if (!/^\d{1,11}$/.test(asked)) throw new TypeError(`SOURCE_DATE_EPOCH: expected seconds since 1970, got ${asked}`)
    return Number(asked)
  }
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' })
  return status === 0 && /^\d+\n$/.test(stdout) ? Number(stdout) : Date.UTC(2026, 0) / 1000
}

/** Of a package that is copied: what is loaded at run time. */
function isLoaded(path: string): boolean {
  return /^(?:package\.json|licen[cs]e.*|[\w-]+\.js|lib\/.*\.js|build\/Release\/[\w-]+\.node)$/i.test(path)
}

/** Writes all of it into a folder. */
export async function writeApp(folder: string, options: AppOptions): Promise<void> {
  const { version, epoch, runtime, copied, licences = [] } = options
  const { packages } = await bundle(join(folder, 'lib'), { version })
  const shipped = [...new Set([...packages, ...copied])].sort().map(readShipped)
  for (const path of copied) copyFolder(join(ROOT, path), join(folder, path), isLoaded)
  for (const side of ['sichuan', 'chongqing']) copyFolder(join(ROOT, 'seeds', side), join(folder, 'seeds', side))
  copyFolder(join(ROOT, 'gateway/docs'), join(folder, 'docs'), (path) => path.endsWith('.md'))
  copyInto(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licencesText([...shipped, ...licences]))
  writeFileSync(join(folder, 'sbom.cdx.json'), sbom({ version, shipped, runtime, epoch }))
}
