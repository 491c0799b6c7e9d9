/**
 * What a gateway itself has last seen of a ledger that is kept elsewhere, as a file in its folder: one witness more against a database that was
 * put back, and against beginning a second ledger under the same name and key.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Checkpoint, parseCheckpoint } from '../ledger/checkpoint.ts'
import { equalBytes } from '../ledger/encoding.ts'
import { LedgerError } from '../ledger/error.ts'
import { parseNote } from '../ledger/note.ts'
import { tileReader } from '../ledger/tile-hashes.ts'
import { readRoot } from '../ledger/tree.ts'
import type { ReadConfig } from '../machine/config.ts'
import { STORE_FILE } from '../machine/operations.ts'
import { type ConfigFault, ConfigRefused, fault } from '../machine/refused.ts'
import type { LedgerHead, Store } from '../ports.ts'
import { writeDurably } from './durable.ts'

/** The file's name in a data folder. */
export const SEEN_FILE = 'seen.json'

interface Seen {
  readonly size: number
  readonly checkpoint: Checkpoint | null
}

function readNote(note: unknown): Checkpoint | null {
  try {
    return typeof note === 'string' ? parseCheckpoint(parseNote(note).text) : null
  } catch {
    return null
  }
}

function readSeen(data: string): Seen {
  try {
    const value: unknown = JSON.parse(readFileSync(join(data, SEEN_FILE), 'utf8'))
    const members = new Map<string, unknown>(Object.entries(Object(value)))
    const size = members.get('size')
    return { size: typeof size === 'number' ? size : 0, checkpoint: readNote(members.get('checkpoint')) }
  } catch {
    return { size: 0, checkpoint: null }
  }
}

/** How many leaves it had; 0 where nothing was seen, or what was cannot be read. */
export const sizeSeen = (data: string): number => readSeen(data).size

/** Whether a ledger of `size` leaves, read by its tiles, is the one that was seen, and has no less of it. */
export async function goesOnFromSeen(data: string, size: number, tile: Store['tile']): Promise<boolean> {
  const { size: seen, checkpoint } = readSeen(data)
  if (seen > size) return false
  if (checkpoint === null) return true
  const hashes = async (level: number, index: number): Promise<Uint8Array> => {
    const found = await tile(level, index)
    if (!found) throw new LedgerError('tile-data', `the store has no tile ${level}/${index}`)
    return found
  }
  const reader = tileReader({ size, read: (tiles) => Promise.all(tiles.map((one) => hashes(one.level, one.index))) })
  return equalBytes(await readRoot(reader, checkpoint.size), checkpoint.root)
}

/** Writes down what is seen now, unless more was seen before. */
export async function keepSeen(data: string, { size, checkpoint }: LedgerHead): Promise<void> {
  if (size < sizeSeen(data)) return
  await writeDurably(join(data, SEEN_FILE), `${JSON.stringify({ checkpoint, size })}\n`)
}

function elsewhere(data: string, { postgres }: ReadConfig): ConfigFault | null {
  const [file, seen] = [STORE_FILE, SEEN_FILE].map((name) => join(data, name))
  if (postgres && file !== undefined && existsSync(file))
    return fault(
      file,
      {
        zh: '此目录已有自己的账本，改存 PostgreSQL 会以同一名称另起一部',
        en: 'this folder has a ledger of its own; in PostgreSQL another would begin under the same name',
      },
      {
        zh: '用 chuanyu move --data DIR 把它移过去（移到一半的，再执行一次），或删去 gateway.json 的 postgres',
        en: 'move it there by chuanyu move --data DIR (once more, where a move broke off), or take postgres out of gateway.json',
      },
    )
  if (!postgres && seen !== undefined && existsSync(seen))
    return fault(
      seen,
      {
        zh: '此网关的账本在 PostgreSQL 中，存入本目录会以同一名称另起一部',
        en: "this gateway's ledger is in PostgreSQL; in this folder another would begin under the same name",
      },
      { zh: '把 postgres 写回 gateway.json', en: 'put postgres back into gateway.json' },
    )
  return null
}

/** Holds a folder to keep its ledger where it began. Throws ConfigRefused. */
export function mustKeepStore(data: string, config: ReadConfig): void {
  const found = elsewhere(data, config)
  if (found) throw new ConfigRefused([found])
}

/** Holds a database of `size` leaves, where that is none, to be one that this gateway has seen none of. Throws ConfigRefused. */
export function mustNotBeginAgain(data: string, size: number, place: string): void {
  const seen = sizeSeen(data)
  if (size > 0 || seen === 0) return
  throw new ConfigRefused([
    fault(
      join(data, SEEN_FILE),
      {
        zh: `${place} 中没有账本，而此网关见过 ${seen} 条：那里会以同一名称另起一部`,
        en: `${place} holds no ledger, and this gateway has seen ${seen} leaves: another would begin there under the same name`,
      },
      {
        zh: '核对 gateway.json 的 postgres/url；数据库丢失的，先由备份恢复',
        en: 'check postgres/url in gateway.json; where the database was lost, restore it first',
      },
    ),
  ])
}
