/** Workbooks the command writes: never over a file that is there, since somebody may be filling it in. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { UsageError } from './usage.ts'

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** Writes a file of this name. Throws UsageError when there is one. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' })
  } catch (error) {
    if (isThere(error)) throw new UsageError(`${file} 已存在，不予覆盖 · ${file} exists and is not overwritten`)
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`无法写入 ${file}：${message} · cannot write ${file}: ${message}`)
  }
}

/** How many names of one file are tried. */
const MOST = 1000

/** Writes the refused rows of a source into a folder, under a name that is free, and tells which. Throws UsageError. */
export async function writeRejections(folder: string, source: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const stem = basename(source, extname(source))
  for (let n = 1; n <= MOST; n += 1) {
    const file = join(folder, `${stem}.rejections${n === 1 ? '' : `-${n}`}.xlsx`)
    try {
      await writeFile(file, bytes, { flag: 'wx' })
      return file
    } catch (error) {
      if (!isThere(error)) throw error
    }
  }
  throw new UsageError(`${folder} 中同名文件过多 · too many files of this name in ${folder}`)
}
