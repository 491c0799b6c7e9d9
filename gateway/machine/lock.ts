/** One writer a folder: a file with the process that holds it. What a process that is gone has left counts for nothing. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'

const NAME = 'lock'
/** Folders held by this process: its own id tells nothing of that. */
const held = new Set<string>()

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function take(file: string): boolean {
  try {
    const fd = openSync(file, 'wx', 0o600)
    writeSync(fd, `${process.pid}\n`)
    closeSync(fd)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Holds a folder; null when another holds it. Gives back how to let go. */
export function holdLock(folder: string): (() => void) | null {
  const file = join(resolve(folder), NAME)
  if (held.has(file)) return null
  if (!take(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (!Number.isSafeInteger(pid) || (pid > 0 && isAlive(pid))) return null
    rmSync(file, { force: true })
    if (!take(file)) return null
  }
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}
