/** Whether the disk of the data folder has room. */
import { statfs } from 'node:fs/promises'
import type { ReadinessCheck } from '../operations/types.ts'

/** Free bytes of a folder's disk, for who is not root. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The check, against the least that must be free. */
export function diskCheck(
  folder: string,
  least: number,
  free: (folder: string) => Promise<number> = freeBytes,
): ReadinessCheck {
  return {
    name: 'disk',
    async look() {
      const bytes = await free(folder)
      if (bytes >= least) return null
      return {
        zh: `数据目录所在磁盘剩余 ${bytes} 字节，低于限额 ${least}`,
        en: `the disk of the data folder has ${bytes} bytes left, fewer than ${least}`,
      }
    },
  }
}
