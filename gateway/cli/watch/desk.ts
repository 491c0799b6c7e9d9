/**
 * The folders of a watched folder, and how a file goes through them so that a kill at any point leaves it to be found and finished: first into
 * `sending`, then its outcome is written beside it under a hidden name, then both go to `done` or `refused`.
 */
import { mkdir, readdir, rename } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ownFolder, settle, writeDurably } from '../../backup/durable.ts'

/** Where a file ends. */
export type End = 'done' | 'refused'

/** What is written beside a file: by which its end is known, and what comes along. */
export const OUTCOMES: Readonly<Record<End, string>> = { done: '.receipt.json', refused: '.problem.json' }
const BESIDE = ['.rejections.xlsx', '.problem.txt'] as const
/** What may stand beside a file. */
export type Beside = (typeof OUTCOMES)[End] | (typeof BESIDE)[number]

/** How many names of one file are tried. */
const MOST = 10_000

const hidden = (name: string, suffix: string): string => `.${name}${suffix}`

function* namesOf(name: string): Generator<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let n = 1; n <= MOST; n += 1) yield n === 1 ? name : `${stem}-${n}${ending}`
}

/** The desk of one folder. */
export interface Desk {
  readonly sending: string
  /** Files that were under way when the last run ended, and outcomes that lost theirs to their end already. */
  left(): Promise<readonly string[]>
  /** Takes a file out of the folder; false when somebody has it open or it is gone. */
  claim(name: string): Promise<boolean>
  /** Whether a file is in `sending` still, and has not gone to its end. */
  holds(name: string): Promise<boolean>
  /** How a file of `sending` ended, null while it has not. */
  endOf(name: string): Promise<End | null>
  has(name: string, suffix: Beside): Promise<boolean>
  write(name: string, suffix: Beside, content: string | Uint8Array): Promise<void>
  /** Moves a file and all beside it to its end, under a name that is free there; gives that name. */
  finish(name: string, end: End): Promise<string>
}

const code = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
/** Windows refuses to move what a program has open. */
const HELD: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOENT'])

/** Opens it, making its folders. */
export async function openDesk(folder: string): Promise<Desk> {
  const at = { sending: join(folder, 'sending'), done: join(folder, 'done'), refused: join(folder, 'refused') }
  await ownFolder(at.sending)
  for (const end of [at.done, at.refused]) await mkdir(end, { recursive: true })
  const inside = async (): Promise<ReadonlySet<string>> => new Set(await readdir(at.sending))

  async function endOf(name: string): Promise<End | null> {
    const names = await inside()
    if (names.has(hidden(name, OUTCOMES.done))) return 'done'
    return names.has(hidden(name, OUTCOMES.refused)) ? 'refused' : null
  }

  /** Where a file goes: a name that neither it nor what stands beside it has there yet; or the name it has already. */
  async function placeFor(name: string, end: End, moved: boolean): Promise<string> {
    const taken = new Set(await readdir(at[end]))
    for (const one of namesOf(name)) {
      const told = taken.has(`${one}${OUTCOMES[end]}`)
      if (moved && taken.has(one) && !told) return one
      if (!moved && !taken.has(one) && !told && BESIDE.every((suffix) => !taken.has(`${one}${suffix}`))) return one
    }
    throw new Error(`${at[end]}: ${name} 同名文件过多 · too many files of this name`)
  }

  return {
    sending: at.sending,
    endOf,
    async left() {
      const names = [...(await inside())]
      const files = names.filter((name) => !name.startsWith('.'))
      const orphans = Object.values(OUTCOMES).flatMap((suffix) =>
        names
          .filter((name) => name.startsWith('.') && name.endsWith(suffix))
          .map((name) => name.slice(1, -suffix.length)),
      )
      return [...new Set([...files, ...orphans])].sort()
    },
    async claim(name) {
      try {
        await rename(join(folder, name), join(at.sending, name))
      } catch (error) {
        if (HELD.has(code(error))) return false
        throw error
      }
      await settle(at.sending)
      return true
    },
    holds: async (name) => (await inside()).has(name),
    async has(name, suffix) {
      return (await inside()).has(hidden(name, suffix))
    },
    async write(name, suffix, content) {
      await writeDurably(join(at.sending, hidden(name, suffix)), content)
    },
    async finish(name, end) {
      const names = await inside()
      const place = await placeFor(name, end, !names.has(name))
      if (names.has(name)) {
        await rename(join(at.sending, name), join(at[end], place))
        await settle(at[end])
      }
      // The outcome itself goes last: until then the file is known to be unfinished.
      for (const suffix of [...BESIDE, OUTCOMES[end]])
        if (names.has(hidden(name, suffix)))
          await rename(join(at.sending, hidden(name, suffix)), join(at[end], `${place}${suffix}`))
      await settle(at[end])
      return place
    },
  }
}
