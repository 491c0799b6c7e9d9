/** Files and folders that are on the disk when the promise resolves. */
import { constants, copyFile, mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const OWN_FILE = 0o600
const OWN_FOLDER = 0o700

/** A place that must be new, and is not. */
export class Occupied extends Error {
  override readonly name = 'Occupied'
}

/** What a failure to write comes to in words: a full disk says so; `left` tells what is there now. */
export function inWords(error: unknown, left: string): unknown {
  const full =
    error instanceof Error &&
    (('code' in error && error.code === 'ENOSPC') || /SQLITE_FULL|disk is full/.test(error.message))
  return full ? new Error(`磁盘已满 · the disk is full; ${left}`, { cause: error }) : error
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A folder that only its owner may enter. */
export async function ownFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: OWN_FOLDER })
}

/** Copies a file into a folder made for it; shares its blocks where the disk can. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await ownFolder(dirname(to))
  await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  const handle = await open(to, 'r+')
  try {
    await handle.chmod(OWN_FILE)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a content over what is there, all or nothing. */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.part`
  await writeFile(part, content, { mode: OWN_FILE })
  await settle(part)
  await rename(part, file)
  await settle(dirname(file))
}
