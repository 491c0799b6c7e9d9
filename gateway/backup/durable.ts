/** Files and folders that are on the disk when the promise resolves. */
import { constants, copyFile, mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const OWN_FILE = 0o600
const OWN_FOLDER = 0o700

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

/** Writes a text over what is there, all or nothing. */
export async function writeDurably(file: string, content: string): Promise<void> {
  const part = `${file}.part`
  await writeFile(part, content, { mode: OWN_FILE })
  await settle(part)
  await rename(part, file)
  await settle(dirname(file))
}
