/** Puts a backup into a new data folder, held until it is known that nobody has seen more of its ledger. */
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rootOf } from '../ledger/tree.ts'
import { copyDurably, inWords, Occupied, ownFolder, settle } from './durable.ts'
import type { HeldLedger } from './held-ledger.ts'
import { hold } from './hold.ts'
import { readLogKey } from './log-key.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { type Comparison, checkpointsIn, compareSeen } from './seen.ts'
import { checkBackup } from './take.ts'

/** From where to where; `keys` is a folder with the gateway's two private keys, for a backup without them. `now` an instant. */
export interface PutBackOptions {
  readonly from: string
  readonly data: string
  readonly keys?: string
  readonly now: string
}

/** What became of it: the faults of a backup that was not put back, or its manifest. */
export type PutBack =
  | { readonly ok: true; readonly manifest: Manifest; readonly keys: boolean }
  | { readonly ok: false; readonly faults: readonly string[] }

const KEYS = ['log.jwk', 'gateway.jwk'] as const

/**
 * Puts it back: all or nothing, and only what is as its manifest says. `data` must be new or empty. What the backup lacks of keys has to be put there
 * before the gateway starts.
 */
export async function putBack({ from, data, keys, now }: PutBackOptions): Promise<PutBack> {
  if (existsSync(data) && (await readdir(data)).length > 0) throw new Occupied(`${data} 不是空目录 · is not empty`)
  const manifest = await readManifest(from)
  const faults = await checkBackup(from, manifest)
  const given = keys === undefined ? undefined : join(keys, 'log.jwk')
  // The name of a verifier key is what comes before its hash.
  if (given !== undefined && readLogKey(given, manifest.log.split('+')[0] ?? '').verifier !== manifest.log)
    return { ok: false, faults: [...faults, `${given}: 不是这部账本的密钥 · not the key of this ledger`] }
  if (faults.length > 0) return { ok: false, faults }
  const part = `${data}.part`
  await rm(part, { recursive: true, force: true })
  await ownFolder(part)
  try {
    for (const { path } of manifest.files) await copyDurably(join(from, path), join(part, path))
    const own = manifest.files.some(({ path }) => path.startsWith('keys/'))
    if (keys !== undefined && !own)
      for (const name of KEYS) await copyDurably(join(keys, name), join(part, 'keys', name))
    await hold(part, { since: now, size: manifest.ledger.size })
    await rm(data, { recursive: true, force: true })
    await rename(part, data)
    await settle(dirname(data))
    return { ok: true, manifest, keys: own || keys !== undefined }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw inWords(error, `什么也没有放回 · nothing was put back at ${data}`)
  }
}

/** What others have seen of a held ledger, a text a file, compared with what it has; and how many leaves that is. */
export async function compareHeld(
  ledger: Pick<HeldLedger, 'size' | 'hashes'>,
  log: string,
  texts: readonly string[],
): Promise<{ readonly size: number; readonly seen: readonly (Comparison & { readonly at: number })[] }> {
  const size = await ledger.size()
  const rootAt = async (count: number): Promise<Uint8Array> => rootOf(await ledger.hashes(count))
  const seen: (Comparison & { at: number })[] = []
  for (const [at, text] of texts.entries()) {
    const notes = checkpointsIn(text)
    if (notes.length === 0) seen.push({ verdict: 'foreign', at })
    for (const note of notes) seen.push({ ...(await compareSeen(note, { log, size, rootAt })), at })
  }
  return { size, seen }
}
