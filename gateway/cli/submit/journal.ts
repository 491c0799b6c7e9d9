/** The journal of a backfill: a line a receipt, on the disk before the next file counts as sent; what it holds is not sent again. */
import { type FileHandle, open } from 'node:fs/promises'
import { settle } from '../../backup/durable.ts'
import { UsageError } from '../usage.ts'

/** A file that has its receipt. `receipt` is the text as signed. */
export interface JournalLine {
  readonly contract: string
  readonly digest: string
  readonly file: string
  readonly origin: string
  readonly receipt: string
}

/** An open journal. */
export interface Journal {
  /** The digests that have a receipt from this gateway under this contract. */
  readonly done: ReadonlySet<string>
  write(line: JournalLine): Promise<void>
  close(): Promise<void>
}

function notOne(file: string, at: number): UsageError {
  return new UsageError(`--journal ${file} 第 ${at} 行不是补录日志 · line ${at} is not of such a journal`)
}

const BEGINS = '{"contract":"'

/** Whether a text without an end is the beginning of a line, or nothing: no other file is to be cut short. */
function isHalf(text: string): boolean {
  return text.startsWith(BEGINS) || BEGINS.startsWith(text)
}

function lineOf(text: string, file: string, at: number): JournalLine {
  try {
    const { contract, digest, origin, file: name, receipt } = JSON.parse(text)
    if ([contract, digest, origin, name].every((one) => typeof one === 'string') && receipt !== undefined)
      return { contract, digest, origin, file: name, receipt: JSON.stringify(receipt) }
  } catch {
    // Told below, as any other line that is none.
  }
  throw notOne(file, at)
}

/** Lines that were written whole; a kill may have left half of one at the end. */
function whole(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** Opens a journal, new or begun before. Throws UsageError for a file that is none. */
export async function openJournal(
  file: string,
  { origin, contract }: Pick<JournalLine, 'origin' | 'contract'>,
): Promise<Journal> {
  let handle: FileHandle
  try {
    handle = await open(file, 'a+', 0o600)
  } catch (error) {
    throw new UsageError(`--journal ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const text = await handle.readFile('utf8')
    const kept = whole(text)
    const lines = kept
      .split('\n')
      .slice(0, -1)
      .map((line, at) => lineOf(line, file, at + 1))
    if (!isHalf(text.slice(kept.length))) throw notOne(file, lines.length + 1)
    // Half a line is a receipt that was not kept: its file is sent again, and gets the same one.
    if (kept !== text) await handle.truncate(Buffer.byteLength(kept))
    await settle(file)
    const own = lines.filter((line) => line.origin === origin && line.contract === contract)
    let turn = Promise.resolve()
    return {
      done: new Set(own.map(({ digest }) => digest)),
      write({ receipt, ...line }) {
        const text = `${JSON.stringify(line).slice(0, -1)},"receipt":${receipt}}\n`
        // One line after another, each on the disk.
        turn = turn.then(async () => {
          await handle.appendFile(text)
          await handle.datasync()
        })
        return turn
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}
