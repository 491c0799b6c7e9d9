/** One file of a watched folder on its way: sent once, its outcome on the disk before it moves on. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FormatError } from '../../../adapters/formats/error.ts'
import { type Client, ClientError } from '../../client/client.ts'
import type { Io } from '../command.ts'
import { EXIT, exitOf } from '../exit.ts'
import { explainError, explainRejections } from '../explain.ts'
import { mediaTypeOf, readSource } from '../files.ts'
import { type Desk, type End, OUTCOMES } from './desk.ts'

/** What files are sent with. */
export interface Sending {
  readonly desk: Desk
  readonly client: Client
  readonly contract: string
  readonly type: string | undefined
}

/** The gateway could not be asked, or could not answer for now: nothing is wrong with the file. */
export class Later extends Error {
  override readonly name = 'Later'
}

/** Answers that are about the file, and would be the same whenever it is sent. */
const OF_THE_FILE: ReadonlySet<number> = new Set([400, 413, 415, 422])

function isOfTheFile(error: unknown): boolean {
  if (error instanceof FormatError) return true
  return error instanceof ClientError && error.problem !== null && OF_THE_FILE.has(error.status)
}

/** Throws Later for what passes, and the error itself for what does not: a key nobody knows, an answer nobody signed. */
function passOn(error: unknown): never {
  const exit = error instanceof ClientError ? exitOf(error) : null
  if (exit === EXIT.network || exit === EXIT.limited || exit === EXIT.conflict) throw new Later(explainError(error))
  throw error
}

/** A problem as programs read it. */
function problemOf(error: unknown): string {
  if (error instanceof ClientError) return `${JSON.stringify({ status: error.status, ...error.problem })}\n`
  if (!(error instanceof FormatError)) throw error
  const { code, detail } = error
  return `${JSON.stringify({ code, detail: `${detail.zh} · ${detail.en}` })}\n`
}

interface Receipt {
  readonly submission: string
  readonly rejected: number
}

function receiptOf(text: string): Receipt {
  const { submission, rejected } = JSON.parse(text).receipt.header
  return { submission: String(submission), rejected: Number(rejected.count) }
}

async function send(name: string, { desk, client, contract, type }: Sending, io: Io): Promise<End> {
  const file = join(desk.sending, name)
  const mediaType = type ?? mediaTypeOf(name)
  try {
    const { text, header, repeated } = await client.submit({ contract, bytes: await readSource(file), mediaType })
    await desk.write(name, OUTCOMES.done, `${text}\n`)
    await io.out(`${text}\n`)
    const { rows, accepted, rejected, duplicates } = header
    const again = repeated ? '，此前已报送 · sent before' : ''
    io.err(
      `${name}: 共 ${rows} 行，接收 ${accepted.count}，拒收 ${rejected.count}，重复 ${duplicates}${again}` +
        ` · ${rows} rows: ${accepted.count} accepted, ${rejected.count} rejected, ${duplicates} duplicates\n`,
    )
    return 'done'
  } catch (error) {
    if (!isOfTheFile(error)) passOn(error)
    const told = explainError(error, name)
    // A byte order mark: an editor of office machines opens it as UTF-8.
    await desk.write(name, '.problem.txt', `\ufeff${told}`)
    await desk.write(name, OUTCOMES.refused, problemOf(error))
    io.err(told)
    return 'refused'
  }
}

/** The refused rows as a workbook to mend; without a table there is none. */
async function bringRejections(
  name: string,
  end: End,
  { desk, client, contract, type }: Sending,
  io: Io,
): Promise<void> {
  if (await desk.has(name, '.rejections.xlsx')) return
  const outcome = await readFile(join(desk.sending, `.${name}${OUTCOMES[end]}`), 'utf8')
  try {
    if (end === 'done') {
      const { submission, rejected } = receiptOf(outcome)
      if (rejected === 0) return
      io.err(explainRejections((await client.rejections(submission)).rejections, name))
      await desk.write(name, '.rejections.xlsx', await client.rejectedWorkbook(submission))
    } else if (['no-acceptable-row', 'all-or-nothing-refused'].includes(JSON.parse(outcome).code)) {
      const bytes = await readSource(join(desk.sending, name))
      const mediaType = type ?? mediaTypeOf(name)
      await desk.write(name, '.rejections.xlsx', await client.tryForWorkbook({ contract, bytes, mediaType }))
    }
  } catch (error) {
    if (error instanceof ClientError && exitOf(error) === EXIT.invalid) return
    passOn(error)
  }
}

/** Brings a file of `sending` to its end, from wherever an earlier run left it. Throws Later, and what ends the watching. */
export async function deliver(name: string, sending: Sending, io: Io): Promise<End> {
  const { desk } = sending
  const before = await desk.endOf(name)
  const end = before ?? (await send(name, sending, io))
  if (await desk.holds(name)) await bringRejections(name, end, sending, io)
  const place = await desk.finish(name, end)
  io.err(`${name} → ${end}/${place}\n`)
  return end
}
