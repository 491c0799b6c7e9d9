/** What lies in a watched folder: files that have come to rest, and those that somebody may still be writing. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What is on its way and not there yet: hidden files, owner files of office programs, what copying and downloading programs write first. */
const UNFINISHED =
  /^(?:\.|~)|~$|\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp|lock)$|^(?:thumbs\.db|desktop\.ini)$/i

/** The files by which Excel, WPS and LibreOffice say that they have one open. */
const openBy = (name: string): readonly string[] => [`~$${name}`, `.~${name}`, `.~lock.${name}#`]

/** One look into the folder. */
export interface Look {
  /** Names of files at rest, those changed longest ago first. */
  readonly ready: readonly string[]
  /** How many may still be being written. */
  readonly waiting: number
  /** Names of files at rest that are empty, or that somebody has open. */
  readonly held: readonly string[]
}

interface Seen {
  readonly print: string
  readonly since: number
}

/** Looks into a folder; a file is at rest when size and time of change have been the same for so long (ms) and nobody has it open. */
export function inboxOf(folder: string, settleMs: number): { look(now: number): Promise<Look> } {
  let seen = new Map<string, Seen>()
  return {
    async look(now) {
      const entries = await readdir(folder, { withFileTypes: true })
      const names = new Set(entries.map(({ name }) => name))
      const next = new Map<string, Seen>()
      const ready: { name: string; changed: number }[] = []
      const held: string[] = []
      let waiting = 0
      for (const entry of entries) {
        const { name } = entry
        if (!entry.isFile() || UNFINISHED.test(name)) continue
        // It may be gone by now.
        const found = await stat(join(folder, name)).catch(() => null)
        if (!found) continue
        const print = `${found.ino} ${found.size} ${found.mtimeMs}`
        const before = seen.get(name)
        const since = before?.print === print ? before.since : now
        next.set(name, { print, since })
        if (now - since < settleMs) waiting++
        // An empty file is one that somebody is about to write.
        else if (found.size === 0 || openBy(name).some((owner) => names.has(owner))) held.push(name)
        else ready.push({ name, changed: found.mtimeMs })
      }
      seen = next
      ready.sort((a, b) => a.changed - b.changed || (a.name < b.name ? -1 : 1))
      return { ready: ready.map(({ name }) => name), waiting, held }
    },
  }
}
