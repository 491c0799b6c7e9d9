/** Whether what a gateway has open is still what lies at its path: a file moved away or put in its place is written to for nobody. */
import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Bilingual } from '../../contracts/types.ts'
import { StoreFailed } from '../ports.ts'

/** One path that is watched. */
export interface Place {
  readonly path: string
  /** What is wrong there now; null while it is what it was when it was first seen. */
  fault(): Bilingual | null
}

/** Device and number, which a file keeps as long as it is there; null for none. */
function identity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}/${found.ino}`
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Watches a path from now on; what is not there yet counts from when it is. */
export function watchPlace(path: string): Place {
  let first = identity(path)
  return {
    path,
    fault() {
      const now = identity(path)
      first ??= now
      const name = basename(path)
      if (now === first && (now === null || writable(path))) return null
      if (now === null) return { zh: `${name} 不在原处`, en: `${name} is not where it was` }
      return now === first
        ? { zh: `${name} 不可写`, en: `${name} cannot be written` }
        : { zh: `${name} 已被换成另一个`, en: `another ${name} stands in its place` }
    },
  }
}

/** The first fault of several places. */
export function faultOf(places: readonly Place[]): Bilingual | null {
  for (const place of places) {
    const fault = place.fault()
    if (fault) return fault
  }
  return null
}

/** Does nothing while the places are as they were. Throws StoreFailed. */
export function mustBeInPlace(places: readonly Place[]): void {
  const fault = faultOf(places)
  if (fault) throw new StoreFailed(fault.en)
}
