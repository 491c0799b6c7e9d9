/** Keeps what Node makes of the TypeScript sources from one run to the next, so that the command starts in half the time. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectFolder, runsFromSources } from './project.ts'

/**
 * From now on, for this process and its threads. Beside the packages, where only those who may change the code itself can write: what
 * lies there is run, and in a folder for temporary files it could be anybody's. Where it cannot be written, nothing is kept.
 */
export function keepCompiled(): void {
  // What was bundled is JavaScript already, and installed where the one who runs it does not write.
  if (!runsFromSources() || process.env.NODE_COMPILE_CACHE !== undefined) return
  const folder = join(projectFolder(), 'node_modules/.cache/chuanyu')
  enableCompileCache(folder)
  process.env.NODE_COMPILE_CACHE = folder
}
