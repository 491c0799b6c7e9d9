/** Node itself, as the npm package `node` brought it: the binary, what is in it, and its licence. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './bundle.ts'
import { sha256 } from './files.ts'
import type { Runtime } from './sbom.ts'
import type { Shipped } from './shipped.ts'

/** The binary, below the project. */
export const NODE = 'node_modules/node/bin/node'

function run(command: string, args: readonly string[], cwd: string = ROOT): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error?.message ?? stderr}`)
  return stdout
}

/** Asks the binary what it is. */
export function readRuntime(): Runtime {
  const told: unknown = JSON.parse(run(join(ROOT, NODE), ['-p', 'JSON.stringify(process.versions)']))
  const parts = Object.fromEntries(
    Object.entries(typeof told === 'object' && told !== null ? told : {}).map(([name, of]) => [name, String(of)]),
  )
  if (parts.node === undefined) throw new Error(`${NODE}: expected it to tell its version`)
  return { version: parts.node, sha256: sha256(join(ROOT, NODE)), parts }
}

/**
 * The licence of the runtime. It lies in the package that `node` takes its binary from; where that was tidied away, npm
 * brings it again, and its binary must be the one that ships.
 */
export function runtimeLicence({ version, sha256: digest }: Runtime): Shipped {
  const name = `node-${process.platform}-${process.arch}`
  const beside = join(ROOT, 'node_modules/node/node_modules', name, 'LICENSE')
  const licence = (text: string): Shipped => ({ name: 'node', version, licence: 'MIT', texts: [text.trim()] })
  if (existsSync(beside)) return licence(readFileSync(beside, 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-runtime-'))
  try {
    run('npm', ['pack', '--silent', '--prefer-offline', `${name}@${version}`], folder)
    run('tar', ['-xzf', `${name}-${version}.tgz`, 'package/LICENSE', 'package/bin/node'], folder)
    if (sha256(join(folder, 'package/bin/node')) !== digest) throw new Error(`${NODE}: is not the one of ${name}`)
    return licence(readFileSync(join(folder, 'package/LICENSE'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
