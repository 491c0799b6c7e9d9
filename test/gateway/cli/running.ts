/** A real gateway on a loopback port, from a data folder of its own, with both sides enrolled and all signed over HTTP. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { CONSULTATION_2026_11, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { type Client, createClient } from '../../../gateway/client/client.ts'
import type { GrantedRole } from '../../../gateway/identity/access.ts'
import type { AlgorithmName } from '../../../gateway/identity/algorithms.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk, type PrivateJwk } from '../../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { writeKey } from '../../../gateway/key-file.ts'
import { initialise, listen, type NodeConfig, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'

/** A key pair, ready to sign with and as it is kept. */
export type TestKey = ReturnType<typeof testKey>

/** One side's keys. */
export interface TestSide {
  readonly root: TestKey
  readonly agency: TestKey
  readonly operator: TestKey
  readonly reviewer: TestKey
  readonly signatory: TestKey
}

/** A gateway that listens, and both sides' clients. */
export interface RunningWorld {
  readonly folder: string
  /** The data folder. */
  readonly data: string
  readonly origin: string
  readonly port: number
  readonly sides: Readonly<Record<PartyId, TestSide>>
  running(): Running
  client(key: TestKey, timeoutMs?: number): Client
  /** Writes a private key where the command finds it. */
  keyFile(name: string, key: TestKey): string
  /** Stops listening and closes the store; the data folder stays. */
  stop(): Promise<void>
  /** Listens again on the same port. */
  start(): Promise<void>
  /** Stops, and removes the folder. */
  close(): Promise<void>
}

/** A new key pair. */
export function testKey(alg: AlgorithmName = 'ed25519') {
  const { privateJwk } = generateKey(alg)
  const kept: PrivateJwk = privateJwk
  return { ...importPrivateJwk(privateJwk), privateJwk: kept }
}

/** What the two sides sign here: one contract, so that a leaf's place does not depend on how many there are. */
const WATER = CONTRACTS.filter(({ id }) => id === 'water-section-quality')

/** The first or a later key list of a side. */
export function keyList(
  party: PartyId,
  { root, agency, operator, reviewer, signatory }: TestSide,
  {
    edition = 1,
    previous = null,
    revoked = [],
  }: { edition?: number; previous?: string | null; revoked?: readonly TestKey[] } = {},
): { readonly payload: string; readonly jws: GeneralJws } {
  const row = (key: TestKey, role: GrantedRole, post: string | null) => ({
    agency: `${party}-monitoring`,
    alg: key.alg,
    jwk: key.jwk,
    kid: key.kid,
    operator: post,
    roles: [role],
    status: revoked.includes(key) ? 'revoked' : 'active',
  })
  const keys = [
    row(agency, 'agency', null),
    row(operator, 'operator', '值班员'),
    row(reviewer, 'reviewer', '审核人'),
    row(signatory, 'signatory', '签发人'),
  ]
  const payload = canonical({ edition, issued: '2026-11-01T08:00:00+08:00', keys, party, previous })
  return { payload, jws: assembleDocument(payload, [signDocument(payload, { ...root, typ: KEY_LIST_TYP })]) }
}

/** Algorithms of a side's keys, by hand. */
export type TestAlgorithms = { readonly [Hand in keyof TestSide]?: AlgorithmName }

function newSide({ root, agency, operator, reviewer, signatory }: TestAlgorithms = {}): TestSide {
  return {
    root: testKey(root),
    agency: testKey(agency),
    operator: testKey(operator),
    reviewer: testKey(reviewer),
    signatory: testKey(signatory ?? 'ecdsa-p256-sha256'),
  }
}

/** Starts one. `signed: false` leaves contract and register unsigned by Sichuan; `algs` are those of Sichuan's keys; `config` is what else its gateway.json says. */
export async function startWorld({
  signed = true,
  algs,
  config = {},
}: {
  signed?: boolean
  algs?: TestAlgorithms
  config?: Partial<NodeConfig>
} = {}): Promise<RunningWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-cli-'))
  const data = join(folder, 'data')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const sides: Record<PartyId, TestSide> = { cq: newSide(), sc: newSide(algs) }
  mkdirSync(data)
  initialise(data, {
    origin,
    log: 'gateway.test/log',
    sandbox: true,
    contact: 'mailto:security@gateway.test',
    roots: { cq: sides.cq.root.jwk, sc: sides.sc.root.jwk },
    ...config,
  })
  const open = async (): Promise<Running> => listen(await openNodeGateway(data), { port })
  let running: Running | null = await open()
  const clients: Client[] = []
  const world: RunningWorld = {
    folder,
    data,
    origin,
    port,
    sides,
    running() {
      if (!running) throw new TypeError('the gateway is stopped')
      return running
    },
    client(key, timeoutMs) {
      const client = createClient({ origin, key, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
      clients.push(client)
      return client
    },
    keyFile(name, key) {
      const file = join(folder, `${name}.jwk`)
      writeKey(file, key.privateJwk)
      return file
    },
    async stop() {
      await Promise.all(clients.splice(0).map((client) => client.close()))
      await running?.close()
      running = null
    },
    async start() {
      running ??= await open()
    },
    async close() {
      await world.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  for (const party of PARTIES) {
    const client = world.client(sides[party].signatory)
    await client.putKeys(keyList(party, sides[party]).jws)
    if (party === 'sc' && !signed) break
    for (const contract of WATER) await client.signContract(contract)
    for (const register of [SECTIONS_2026_11, CONSULTATION_2026_11]) await client.signRegistry(register)
  }
  return world
}
