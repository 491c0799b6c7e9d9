/**
 * A ledger put back from a backup is held: what was given out after the backup was taken is not in it, and another leaf in its place would be a second history.
 * It is let go when nobody has seen more of it than it has, or goes on under another name (C2SP tlog-checkpoint: one origin, one history).
 */
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable.ts'

const HOLD = 'hold.json'

/** Why a ledger is held: since when, an instant, and how many leaves it had. */
export interface Hold {
  readonly since: string
  readonly size: number
}

/** The hold on a data folder's ledger, or null. A file that cannot be read holds it all the same. */
export function readHold(data: string): Hold | null {
  const file = join(data, HOLD)
  if (!existsSync(file)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const members = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
    return { since: String(members.get('since') ?? ''), size: Number(members.get('size') ?? 0) }
  } catch {
    return { since: '', size: 0 }
  }
}

/** Puts it on hold, durably. */
export async function hold(data: string, { since, size }: Hold): Promise<void> {
  await writeDurably(join(data, HOLD), `${JSON.stringify({ since, size })}\n`)
}

/** Lets it go. */
export async function letGo(data: string): Promise<void> {
  await rm(join(data, HOLD), { force: true })
}
