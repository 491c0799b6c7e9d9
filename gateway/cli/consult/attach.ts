/** `consult attach` and `consult check`: sealed documents by their SHA-256. The file itself is read here and goes nowhere. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { countOf, listOf, membersOf, textOf } from '../../client/read-json.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { mediaTypeOf } from '../files.ts'
import { printableLine } from '../printable.ts'
import { UsageError } from '../usage.ts'
import { act, type Call, pathOf } from './call.ts'

/** Media types that sealed documents come in, beside those of data files. */
const SEALED: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.ofd': 'application/ofd',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
}

/** A file's size and SHA-256 in hexadecimal, read piece by piece: it may be larger than memory. Throws UsageError where there is none. */
async function digestOfFile(file: string): Promise<{ readonly bytes: number; readonly digest: string }> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`没有文件 ${file} · no such file`)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  // Something else than what was looked at a moment ago is not to be signed.
  if (bytes !== found.size) throw new UsageError(`文件读取时有改动 ${file} · it changed while it was read`)
  return { bytes, digest: hash.digest('hex') }
}

/** Attaches a file: its name, size, media type and digest are signed. */
export async function attach(call: Call): Promise<ExitCode> {
  const { file, io } = call
  const { bytes, digest } = await digestOfFile(file)
  const name = basename(file).normalize('NFC')
  const mediaType = SEALED[extname(file).toLowerCase()] ?? mediaTypeOf(file)
  io.err(`${name}\t${mediaType}\t${bytes} B\t${digest}\n`)
  return act(call, '已附上摘要 · attached by digest', () => ({ type: 'attach', bytes, digest, mediaType, name }))
}

/** Whether a file is one of the attachments, by its bytes alone. */
export async function check({ client, id, file, io }: Call): Promise<ExitCode> {
  const { bytes, digest } = await digestOfFile(file)
  const body = membersOf((await client.read(pathOf(id))).json(), 'a consultation')
  const attached = listOf(body.get('attachments'), 'attachments').map((one) => membersOf(one, 'an attachment'))
  const found = attached.find((one) => textOf(one.get('digest'), 'digest') === digest)
  const told = found && { name: textOf(found.get('name'), 'name'), party: textOf(found.get('party'), 'party') }
  await io.out(`${JSON.stringify({ consultation: id, file, bytes, digest, attached: told ?? null })}\n`)
  if (!found || !told) {
    io.err(`✗ 不是 ${attached.length} 个附件中的任何一个 · none of the ${attached.length} attachments\n`)
    return EXIT.trust
  }
  io.err(
    `✓ 是附件 · attached as ${printableLine(`${told.name} (${told.party}`)}, ${countOf(found.get('bytes'), 'bytes')} B)\n`,
  )
  return EXIT.ok
}
