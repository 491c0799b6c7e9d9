/** Takes a backup of a data folder while its gateway runs: the store as of one commit, the evidence that commit knows of, configuration, and a manifest over all. */
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { readSnapshot, snapshotStore } from '../store/sqlite/snapshot.ts'
import { copyDurably, inWords, Occupied, ownFolder, settle, writeDurably } from './durable.ts'
import { type BackedUpFile, MANIFEST, type Manifest, measure } from './manifest.ts'

/** The store's file in a data folder, and in a backup. */
export const STORE_FILE = 'chuanyu.sqlite'

/** What to back up. `log` is the verifier key of its ledger, `taken` an instant. */
export interface TakeOptions {
  readonly data: string
  readonly to: string
  readonly log: string
  readonly taken: string
  /** Whether the gateway's private keys go along: then whoever has the backup can sign as the gateway. */
  readonly withKeys?: boolean
  readonly progress?: (done: number, of: number) => void
}

/** A backup taken. `missing` is evidence that the store names and the folder has not: nothing of it was there to copy. */
export interface Taken {
  readonly manifest: Manifest
  readonly missing: readonly string[]
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/**
 * Takes it. Evidence is written before the commit that names it and never changes after, so what the snapshot names is there whole, however long
 * the copying takes. The folder `to` is there whole or not at all. Throws when it is there already.
 */
export async function takeBackup(options: TakeOptions): Promise<Taken> {
  const { data, to, log, taken, withKeys = false, progress = () => undefined } = options
  if (await isThere(to)) throw new Occupied(`${to} 已存在 · is there already`)
  const part = `${to}.part`
  await rm(part, { recursive: true, force: true })
  await ownFolder(part)
  try {
    const { size, checkpoint, evidence } = await snapshotStore(join(data, STORE_FILE), join(part, STORE_FILE))
    await settle(join(part, STORE_FILE))
    const missing: string[] = []
    const places = evidence.map((id) => join('evidence', id.slice(-2), id))
    const others = [join(data, 'gateway.json'), ...(await filesBelow(join(data, 'security')))]
    if (withKeys) others.push(...(await filesBelow(join(data, 'keys'))))
    const wanted = [...places, ...others.map((file) => relative(data, file))]
    for (const [at, place] of wanted.entries()) {
      progress(at, wanted.length)
      if (await isThere(join(data, place))) await copyDurably(join(data, place), join(part, place))
      else missing.push(place)
    }
    const files: BackedUpFile[] = []
    for (const file of (await filesBelow(part)).toSorted())
      files.push({ ...(await measure(file)), path: relative(part, file).split(sep).join('/') })
    const manifest: Manifest = { format: 'chuanyu-backup', v: 1, taken, log, ledger: { size, checkpoint }, files }
    await writeDurably(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(part, to)
    await settle(dirname(to))
    return { manifest, missing }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw inWords(error, `没有留下备份 · no backup was left at ${to}`)
  }
}

/** What of a backup is not as its manifest says: missing, changed or added files, a store that is not at the head it names. Empty when it is sound. */
export async function checkBackup(folder: string, { files, ledger }: Manifest): Promise<readonly string[]> {
  const faults: string[] = []
  for (const { path, bytes, sha256 } of files) {
    const file = join(folder, path)
    if (!(await isThere(file))) {
      faults.push(`${path}: 缺失 · missing`)
      continue
    }
    const found = await measure(file)
    if (found.bytes !== bytes || found.sha256 !== sha256) faults.push(`${path}: 内容已变 · changed`)
  }
  const known = new Set([MANIFEST, ...files.map(({ path }) => path)])
  for (const file of await filesBelow(folder)) {
    const path = relative(folder, file).split(sep).join('/')
    if (!known.has(path)) faults.push(`${path}: 清单中没有 · not in the manifest`)
  }
  if (faults.length > 0) return faults
  const { size, checkpoint } = await readSnapshot(join(folder, STORE_FILE))
  if (size !== ledger.size || checkpoint !== ledger.checkpoint)
    faults.push(`${STORE_FILE}: 账本与清单不符 · ledger not as named`)
  return faults
}
