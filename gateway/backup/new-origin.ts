/** Lets a ledger that has lost leaves go on under another name and key: the same tree so far, another history from there, and nobody is shown two under one name. */
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKey } from '../identity/jwk.ts'
import { writeKey } from '../key-file.ts'
import { signCheckpoint } from '../ledger/checkpoint.ts'
import { parseCommented, printCommented } from '../machine/commented.ts'
import { holdLock } from '../machine/lock.ts'
import { SECURITY_FOLDER } from '../machine/operations.ts'
import { ownFolder, settle, writeDurably } from './durable.ts'
import type { HeldLedger } from './held-ledger.ts'
import { logKeyFile, readLogKey } from './log-key.ts'
import { SEEN_FILE } from './own-seen.ts'

/** What became of it: the verifier key that counts now, and what the trust files say of the one before. */
export interface NewOrigin {
  readonly log: string
  readonly former: { readonly key: string; readonly size: number }
}

/**
 * Begins one. The former key stays in the folder under another name, and signs nothing any more. Throws when a gateway runs over the folder, or
 * the name is the one it has.
 */
export async function beginOrigin(data: string, name: string, ledger: HeldLedger): Promise<NewOrigin> {
  const folder = join(data, SECURITY_FOLDER)
  await ownFolder(folder)
  const unlock = holdLock(folder)
  if (!unlock) throw new Error(`先停网关 · stop the gateway first: ${data}`)
  try {
    await ledger.mustBeAlone()
    return await goOnAs(data, name, ledger)
  } finally {
    unlock()
  }
}

async function goOnAs(data: string, name: string, ledger: HeldLedger): Promise<NewOrigin> {
  const file = join(data, 'gateway.json')
  const config: unknown = parseCommented(await readFile(file, 'utf8'))
  const members = new Map<string, unknown>(typeof config === 'object' && config !== null ? Object.entries(config) : [])
  const before = String(members.get('log'))
  if (before === name) throw new Error(`账本已叫 ${name} · the ledger has this name already`)
  const own = logKeyFile(data)
  const head = await ledger.head()
  const former = { key: readLogKey(own, before).verifier, size: head?.size ?? 0 }
  const listed = members.get('formerLogs')
  const formerLogs = [...(Array.isArray(listed) ? listed : []), former]
  // Broken off anywhere below, the ledger stays held: the caller lets it go only once all of this is done.
  await rename(own, join(data, 'keys', `log.former-${formerLogs.length}.jwk`))
  writeKey(own, generateKey('ed25519').privateJwk)
  await settle(join(data, 'keys'))
  const { signer, verifier } = readLogKey(own, name)
  if (head) await ledger.replaceCheckpoint(signCheckpoint({ origin: name, ...head }, [signer]))
  await writeDurably(file, printCommented({ ...Object.fromEntries(members), log: name, formerLogs }))
  // It told of the former name, and of leaves that are lost.
  await rm(join(data, SEEN_FILE), { force: true })
  return { log: verifier, former }
}
