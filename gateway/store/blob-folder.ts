/** Evidence in a folder: a file a blob, two characters of its id as sub-folder, durable before `put` resolves. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlobStore, StoreFailed } from '../ports.ts'

const ID = /^[A-Za-z0-9_-]{8,64}$/

/** Makes the names in a folder durable: a file's own sync says nothing of its entry there. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Blobs below `folder`. An id that could leave the folder throws a TypeError; what the disk refuses is a StoreFailed. */
export function folderBlobs(folder: string): BlobStore {
  const made = new Set<string>()
  const place = (id: string): { parent: string; file: string } => {
    if (!ID.test(id)) throw new TypeError('a blob id is 8 to 64 characters of A–Z, a–z, 0–9, - and _')
    const parent = join(folder, id.slice(-2))
    return { parent, file: join(parent, id) }
  }
  return {
    async put(id, bytes) {
      const { parent, file } = place(id)
      try {
        if (!made.has(parent)) {
          await mkdir(parent, { recursive: true })
          await syncFolder(folder)
          made.add(parent)
        }
        const handle = await open(`${file}.part`, 'w', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(`${file}.part`, file)
        await syncFolder(parent)
      } catch (error) {
        made.delete(parent)
        await rm(`${file}.part`, { force: true }).catch(() => undefined)
        throw new StoreFailed(error instanceof Error ? error.message : String(error), { cause: error })
      }
    },
    async get(id) {
      try {
        return await readFile(place(id).file)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    delete: (id) => rm(place(id).file, { force: true }),
  }
}
