/** The keys and names by which a gateway's own ledger is audited: those of its folder, never the store's. */
import { join } from 'node:path'
import { PARTIES } from '../../../contracts/types.ts'
import { gatewayKeys } from '../../client/gateway-keys.ts'
import { readKey } from '../../key-file.ts'
import { parseVerifierKey } from '../../ledger/note-ed25519.ts'
import type { ReadConfig } from '../../machine/config.ts'
import { UsageError } from '../usage.ts'
import type { AuditOptions } from './audit.ts'

function publicKeyOf(jwk: { readonly kty: string; readonly x: string }): Uint8Array {
  if (jwk.kty !== 'OKP') throw new UsageError('日志密钥应为 Ed25519 · expected an Ed25519 log key')
  return Buffer.from(jwk.x, 'base64url')
}

/** Reads them. Throws UsageError where they are not complete. */
export function trustOf(
  folder: string,
  config: ReadConfig,
): Pick<AuditOptions, 'roots' | 'gatewayKeys' | 'formerLogs' | 'witnesses' | 'log'> {
  const [log, gateway] = ['log', 'gateway'].map((name) => readKey(join(folder, 'keys', `${name}.jwk`)).jwk)
  if (!log || !gateway) throw new UsageError(`${folder}/keys 不全 · is not complete`)
  const former = (config.formerLogs ?? []).map(({ key, size }) => ({ ...parseVerifierKey(key), size }))
  const formerKeys = former.map(({ publicKey }) => ({
    crv: 'Ed25519',
    kty: 'OKP',
    x: Buffer.from(publicKey).toString('base64url'),
  }))
  return {
    roots: PARTIES.map((party) => ({ party, jwk: config.roots[party] })),
    gatewayKeys: gatewayKeys([gateway, log, ...formerKeys]),
    formerLogs: former,
    witnesses: config.witnesses ?? [],
    log: { name: config.log, publicKey: publicKeyOf(log) },
  }
}
