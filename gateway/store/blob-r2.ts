/** Evidence in Cloudflare R2, an object a blob; a put has reached the bucket for good when it resolves. */
import type { BlobStore } from '../ports.ts'

/** The part of an R2 binding that is used. */
export interface R2Binding {
  put(key: string, value: Uint8Array): Promise<unknown>
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>
  delete(key: string): Promise<void>
}

/** Blobs in a bucket, below `evidence/`. */
export function r2Blobs(bucket: R2Binding): BlobStore {
  const key = (id: string): string => `evidence/${id}`
  return {
    async put(id, bytes) {
      await bucket.put(key(id), bytes)
    },
    async get(id) {
      const found = await bucket.get(key(id))
      return found && new Uint8Array(await found.arrayBuffer())
    },
    delete: (id) => bucket.delete(key(id)),
  }
}
