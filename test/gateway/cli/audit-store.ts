/** A store with something of everything in it, and copies of it to damage. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PARTIES } from '../../../contracts/types.ts'
import { type AuditOptions, audit } from '../../../gateway/cli/audit/audit.ts'
import type { AuditReport } from '../../../gateway/cli/audit/report.ts'
import { withStored } from '../../../gateway/cli/stored.ts'
import { cosigned, type WitnessKey, witnessVerifier } from '../../../gateway/client/cosign.ts'
import { gatewayKeys } from '../../../gateway/client/gateway-keys.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { readKey } from '../../../gateway/key-file.ts'
import { readConfig } from '../../../gateway/node.ts'
import { folderBlobs } from '../../../gateway/store/blob-folder.ts'
import { type Database, openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { configure } from '../machine/folder.ts'
import { keyList, type RunningWorld, startWorld } from './running.ts'

const HEAD = '断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)'
export const CONTRACT = 'water-section-quality'

/** A file of rows, each a section, a time and a permanganate index. */
export function file(...rows: readonly (readonly [section: string, time: string, codMn: string])[]): Uint8Array {
  return Buffer.from(`${[HEAD, ...rows.map((row) => `${row[0]},${row[1]},7.8,8.6,${row[2]},0.12,0.05`)].join('\n')}\n`)
}

/** A file too large to be kept beside its submission: a remark of 4,000 characters a row. */
export function largeFile(): Uint8Array {
  const rows = Array.from(
    { length: 24 },
    (_, at) => `金子,2025-10-${at + 1} 08:00,7.8,8.6,1.${at},0.12,0.05,${'备'.repeat(4000)}`,
  )
  return Buffer.from(`${[`${HEAD},备注`, ...rows].join('\n')}\n`)
}

function newWitness(): WitnessKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return {
    name: 'witness.test/one',
    publicKey: Buffer.from(x, 'base64url'),
    sign: (message) => sign(null, message, privateKey),
  }
}

/** The witness that a filled world lists. */
export const WITNESS = newWitness()

/** Has the world list its witness, and the witness cosign the newest checkpoint. */
async function witness(world: RunningWorld): Promise<void> {
  await configure(world, { witnesses: [witnessVerifier(WITNESS)] })
  const checkpoint = await (await fetch(`${world.origin}/v1/ledger/checkpoint`)).text()
  const body = cosigned(checkpoint, WITNESS, Date.now())
  const { status } = await fetch(`${world.origin}/v1/ledger/cosignatures`, { method: 'POST', body })
  if (status !== 201) throw new Error(`the cosignature was answered ${status}`)
}

/** One gateway's week: values sent, corrected and taken back, rows rejected and doubled, a release and its correction, a key revoked, a checkpoint cosigned. Stopped when it is returned. */
export async function filledWorld(): Promise<RunningWorld> {
  const world = await startWorld()
  const { sides } = world
  const [cq, sc] = [world.client(sides.cq.agency), world.client(sides.sc.agency)]
  const send = (client: typeof cq, bytes: Uint8Array) =>
    client.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
  const first = file(['朱沱', '2025-11-04 08:00', '1.1'], ['晒网坝', '2025-11-04 08:00', '1.9'])
  await send(cq, first)
  await send(cq, file(['朱沱', '2025-11-04 08:00', '2.2'], ['晒网坝', '2025-11-04 08:00', '1.9']))
  await send(cq, first)
  await send(
    cq,
    file(
      ['朱沱', '2025-11-05 08:00', '1.2'],
      ['没有这个断面', '2025-11-05 08:00', '1.2'],
      ['朱沱', '2025-11-05 08:00', '1.2'],
    ),
  )
  await send(sc, file(['金子', '2025-11-04 08:00', '1.4'], ['金子', '2025-11-05 08:00', '1.5']))
  await send(sc, largeFile())
  const desk = world.client(sides.sc.operator)
  const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
  const publish = async (request: Parameters<typeof desk.consult>[0]): Promise<string> => {
    const { id } = await desk.consult(request)
    for (const party of PARTIES) await world.client(sides[party].reviewer).agree(id)
    for (const party of PARTIES) await world.client(sides[party].signatory).signRelease(id)
    return id
  }
  const corrects = await publish({ period })
  await send(sc, file(['金子', '2025-11-05 08:00', '7.5']))
  await publish({ period, corrects, reason: '高锰酸盐指数复核' })
  const revoked = keyList('cq', sides.cq, {
    edition: 2,
    previous: sha256Hex(keyList('cq', sides.cq).payload),
    revoked: [sides.cq.operator],
  })
  await world.client(sides.cq.signatory).putKeys(revoked.jws)
  await witness(world)
  await world.stop()
  return world
}

/** The keys and names by which a world is audited. */
function trusted(world: RunningWorld): Omit<AuditOptions, 'db' | 'blobs'> {
  const [log, gateway] = ['log', 'gateway'].map((name) => readKey(join(world.data, 'keys', `${name}.jwk`)).jwk)
  if (log?.kty !== 'OKP' || !gateway) throw new TypeError('the world has no keys')
  return {
    roots: PARTIES.map((party) => ({ party, jwk: world.sides[party].root.jwk })),
    gatewayKeys: gatewayKeys([gateway, log]),
    log: { name: 'gateway.test/log', publicKey: Buffer.from(log.x, 'base64url') },
    witnesses: readConfig(world.data).witnesses ?? [],
  }
}

/** Audits a database file of the world, with the world's keys and, unless told otherwise, its evidence. */
export async function auditFile(
  world: RunningWorld,
  database: string,
  evidence = join(world.data, 'evidence'),
): Promise<AuditReport> {
  const db = await openDatabase(database, { readOnly: true })
  try {
    return await audit({ db, blobs: folderBlobs(evidence), ...trusted(world) })
  } finally {
    await db.close()
  }
}

/** Audits the world's ledger wherever its configuration says it is. */
export function auditWorld(world: RunningWorld): Promise<AuditReport> {
  const { postgres } = readConfig(world.data)
  return withStored(world.data, postgres, (stored) => audit({ ...stored, ...trusted(world) }))
}

/** Audits a copy of the world's store after damage was done to it. */
export async function auditDamaged(
  world: RunningWorld,
  damage: (db: Database) => Promise<unknown>,
): Promise<AuditReport> {
  const folder = mkdtempSync(join(world.folder, 'damaged-'))
  const copy = join(folder, 'chuanyu.sqlite')
  copyFileSync(join(world.data, 'chuanyu.sqlite'), copy)
  const db = await openDatabase(copy)
  await db.exec('PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF')
  await damage(db)
  await db.close()
  try {
    return await auditFile(world, copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
