/** A published release as its JSON address gives it. */
import type { WaterBulletin } from '../../gateway/release/bulletin-types.ts'
import { readBulletin } from '../gateway/frozen.ts'

/** The bulletin that both sides signed, and its digest. */
export interface ReleaseJson {
  readonly release: WaterBulletin
  readonly digest: string
}

/** Reads `/v1/releases/{id}.json`. */
export async function readRelease(origin: string, id: string): Promise<ReleaseJson> {
  const answer = await fetch(`${origin}/v1/releases/${id}.json`)
  const read: unknown = await answer.json()
  if (typeof read !== 'object' || read === null || !('release' in read) || !('digest' in read)) {
    throw new TypeError(`expected a release, got ${answer.status}`)
  }
  return { release: readBulletin(JSON.stringify(read.release)), digest: String(read.digest) }
}
