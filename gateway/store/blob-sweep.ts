/** Evidence that was written for a commit that never came: a crash between the two leaves it behind, and no key opens it. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** `committed`: the ledger's last time, in ms. `known` tells which of these ids a submission has. */
export interface SweepOptions {
  readonly folder: string
  readonly committed: number
  readonly known: (ids: readonly string[]) => Promise<ReadonlySet<string>>
}

/** How long before the ledger's last commit a file must have been written to be no part of one under way, ms. */
const SETTLED = 3_600_000
const PART = '.part'

/**
 * Removes what belongs to no submission; resolves with how many files that were. Only files older than the ledger's last commit by an hour count:
 * a store put back from a backup knows nothing of what came after, and its evidence may yet be wanted.
 */
export async function sweepBlobs({ folder, committed, known }: SweepOptions): Promise<number> {
  let removed = 0
  for (const parent of await names(folder)) {
    const inside = join(folder, parent)
    const old: string[] = []
    for (const name of await names(inside)) {
      if ((await stat(join(inside, name))).mtimeMs < committed - SETTLED) old.push(name)
    }
    const kept = old.length === 0 ? new Set<string>() : await known(old.filter((name) => !name.endsWith(PART)))
    for (const name of old) {
      if (kept.has(name)) continue
      await rm(join(inside, name))
      removed++
    }
  }
  return removed
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
