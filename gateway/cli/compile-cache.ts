/** Keeps what Node makes of the TypeScript sources from one run to the next, so that the command starts in half the time. */
import { lstatSync, type Stats, statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectFolder, runsFromSources } from './project.ts'

const WRITABLE_BY_OTHERS = 0o022

function isAsSafe(folder: string, packages: Stats): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  // It will be made by this process.
  if (!found) return true
  const trusted = [0, packages.uid, process.getuid?.()].includes(found.uid)
  return found.isDirectory() && trusted && (found.mode & ~packages.mode & WRITABLE_BY_OTHERS) === 0
}

/**
 * The folder beside the packages; null where others can write in it than in those: what lies there is run, and `node_modules/.cache` is
 * often opened to everybody.
 */
export function cacheFolder(packages: string): string | null {
  const found = statSync(packages, { throwIfNoEntry: false })
  if (!found) return null
  const [shared, own] = [join(packages, '.cache'), join(packages, '.cache/chuanyu')]
  return isAsSafe(shared, found) && isAsSafe(own, found) ? own : null
}

/** From now on, for this process and its threads. Where it cannot be written, nothing is kept. */
export function keepCompiled(): void {
  // What was bundled is JavaScript already, and installed where the one who runs it does not write.
  if (!runsFromSources() || process.env.NODE_COMPILE_CACHE !== undefined) return
  const folder = cacheFolder(join(projectFolder(), 'node_modules'))
  if (folder === null) return
  enableCompileCache(folder)
  process.env.NODE_COMPILE_CACHE = folder
}
