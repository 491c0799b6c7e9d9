/** The sandbox's keys: both parties' roots and every holder's, made on the first start and kept beside its data. Nobody's real keys. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { HOLDERS, type Holder } from '../../../seeds/parties.ts'
import { generateKey, type PublicJwk, type SigningKey } from '../../identity/jwk.ts'
import { readKey, writeKey } from '../../key-file.ts'
import type { SamplePerson } from '../../ports.ts'

/** A private key with its public half. */
export interface SandboxKey extends SigningKey {
  readonly jwk: PublicJwk
}

/** A holder with the key it acts by. */
export interface KeyHolder extends Holder {
  readonly key: SandboxKey
}

/** All keys of a sandbox. */
export interface SandboxKeys {
  readonly roots: Readonly<Record<PartyId, SandboxKey>>
  readonly holders: readonly KeyHolder[]
  /** The holder of a name. TypeError when there is none. */
  holder(name: string): KeyHolder
}

/** The posts of a sandbox with their private keys, for whoever opens it to act as; machines are no people. */
export function samplePeople({ holders }: Pick<SandboxKeys, 'holders'>): readonly SamplePerson[] {
  return holders.flatMap(({ name, party, agency, operator, roles, key }) => {
    // A browser acts by keys that it knows.
    if (operator === null || 'sign' in key.privateKey) return []
    const members = Object.entries(key.privateKey.export({ format: 'jwk' }))
    const jwk = Object.fromEntries(
      members.flatMap(([member, value]) => (typeof value === 'string' ? [[member, value]] : [])),
    )
    return [{ name, party, agency, operator, roles, jwk }]
  })
}

function keyAt(folder: string, name: string): SandboxKey {
  const file = join(folder, `${name}.jwk`)
  if (!existsSync(file)) writeKey(file, generateKey('ed25519').privateJwk)
  return readKey(file)
}

/** Reads the keys of a sandbox, making those that are not there. */
export function sandboxKeys(folder: string): SandboxKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [cq, sc] = PARTIES.map((party) => keyAt(folder, `${party}-root`))
  if (!cq || !sc) throw new TypeError('expected two parties')
  const holders = HOLDERS.map((holder) => ({ ...holder, key: keyAt(folder, holder.name) }))
  return {
    roots: { cq, sc },
    holders,
    holder(name) {
      const found = holders.find((one) => one.name === name)
      if (!found) throw new TypeError(`the sandbox has no holder ${name}`)
      return found
    },
  }
}
