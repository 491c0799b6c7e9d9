/** Where the project lies, whether its sources run or what was bundled of them: the nearest package above that has the samples. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder with package.json and `seeds/`. Throws when there is none. */
export function projectFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'seeds'))) return from
  const above = dirname(from)
  if (above === from) throw new Error(`${import.meta.filename}: expected a folder above with package.json and seeds`)
  return projectFolder(above)
}

/** Whether the sources run, not what was bundled of them. */
export const runsFromSources = (): boolean => import.meta.filename.endsWith('.ts')
