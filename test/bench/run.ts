/** `npm run bench`: floor and gateway get identical bytes in one run; prints one JSON object of figures and ratios. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'undici'
import { CONTRACTS } from '../../contracts/index.ts'
import { canonical } from '../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../contracts/registry/index.ts'
import { DOCUMENT_TYPES } from '../../gateway/documents/cosign.ts'
import { printCursor } from '../../gateway/exchange/records.ts'
import { assembleDocument, signDocument } from '../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk, type SigningKey } from '../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../gateway/identity/keys.ts'
import { signRequest } from '../../gateway/identity/request.ts'
import { initialise } from '../../gateway/node.ts'
import { adapterFigures } from './adapters.ts'
import { pageFigures } from './pages.ts'
import { nativeJson } from './workload.ts'

const ORIGIN = 'http://127.0.0.1:8787'
const HERE = import.meta.dirname
const PARTIES = ['cq', 'sc'] as const
const TYPE = 'application/json'

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Where the floor is asked for the same, when its words for it differ. */
  readonly floorPath?: string
  readonly body?: Buffer
}

interface Server {
  readonly pool: Pool
  readonly isFloor: boolean
  stop(): void
}

const agency = importPrivateJwk(generateKey().privateJwk)
const signatories = { cq: importPrivateJwk(generateKey().privateJwk), sc: importPrivateJwk(generateKey().privateJwk) }
const roots = { cq: generateKey(), sc: generateKey() }

function signed({ method, path, body }: Call, key: SigningKey): Record<string, string> {
  const created = Math.floor(Date.now() / 1000)
  const write = body ? { contentType: TYPE, body, nonce: randomBytes(16).toString('base64url') } : {}
  return signRequest({ method, url: ORIGIN + path, key, created, ...write })
}

async function start(script: string, args: readonly string[]): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, [join(HERE, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
    child.once('exit', () => reject(new Error(`${script} ended before it listened`)))
  })
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 32, headersTimeout: 20_000, bodyTimeout: 20_000 })
  return {
    pool,
    isFloor: script === 'floor.ts',
    stop() {
      pool.destroy()
      child.kill('SIGKILL')
    },
  }
}

async function send(server: Server, call: Call, headers: Record<string, string>): Promise<void> {
  const { statusCode, body } = await server.pool.request({
    method: call.method,
    path: call.path,
    headers,
    body: call.body ?? null,
  })
  const text = await body.text()
  if (statusCode >= 300) throw new Error(`${call.method} ${call.path}: ${statusCode} ${text.slice(0, 300)}`)
}

/** Sends all calls with so many under way at once; signatures are made before the clock starts. Calls a second. */
async function rate(server: Server, asked: readonly Call[], concurrency: number): Promise<number> {
  const calls = asked.map((call) => ({ ...call, path: server.isFloor ? (call.floorPath ?? call.path) : call.path }))
  const ready = calls.map((call) => ({ call, headers: signed(call, agency) }))
  let next = 0
  const worker = async (): Promise<void> => {
    for (let one = ready[next++]; one; one = ready[next++]) await send(server, one.call, one.headers)
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  return calls.length / ((performance.now() - begun) / 1000)
}

async function post(server: Server, path: string, payload: string, typ: string, key: SigningKey): Promise<void> {
  const body = Buffer.from(JSON.stringify(assembleDocument(payload, [signDocument(payload, { ...key, typ })])))
  const call: Call = { method: 'POST', path, body }
  await send(server, call, path === '/v1/keys' ? { 'content-type': TYPE } : signed(call, key))
}

/** Key lists, contract and register, signed by both. */
async function agree(server: Server): Promise<void> {
  for (const party of PARTIES) {
    const held = party === 'cq' ? [{ key: agency, role: 'agency' }] : []
    const keys = [...held, { key: signatories[party], role: 'signatory' }].map(({ key, role }) => ({
      agency: party,
      alg: key.alg,
      jwk: key.jwk,
      kid: key.kid,
      operator: null,
      roles: [role],
      status: 'active',
    }))
    const list = canonical({ party, edition: 1, previous: null, issued: '2026-01-01T00:00:00Z', keys })
    await post(server, '/v1/keys', list, KEY_LIST_TYP, importPrivateJwk(roots[party].privateJwk))
  }
  const [contract] = CONTRACTS
  if (!contract) throw new Error('no contract')
  const registry = canonical(SECTIONS_2026_11)
  await post(server, '/v1/contracts', contract.source, DOCUMENT_TYPES.contract, signatories.cq)
  await post(
    server,
    `/v1/contracts/${contract.id}/${contract.version}/signatures`,
    contract.source,
    DOCUMENT_TYPES.contract,
    signatories.sc,
  )
  await post(server, '/v1/registry', registry, DOCUMENT_TYPES.registry, signatories.cq)
  await post(
    server,
    `/v1/registry/sections/${SECTIONS_2026_11.edition}/signatures`,
    registry,
    DOCUMENT_TYPES.registry,
    signatories.sc,
  )
}

const SUBMIT = '/v1/submissions?contract=water-section-quality'
const RECORDS = '/v1/records/water-section-quality'
const ROUNDS = 5
/** Key lists, contract and register with two signatures each, and then the large files: a ledger of that size holds them all. */
const INGESTED = 6 + (ROUNDS + 1) * 4

interface Work {
  readonly name: 'ingest' | 'single' | 'read' | 'pages'
  readonly unit: string
  readonly rows: number
  readonly concurrency: number
  calls(round: number): readonly Call[]
}

// Requests are numbered so that no two bodies hold the same rows.
let serial = 0
const WORK: readonly Work[] = [
  {
    name: 'ingest',
    unit: 'records a second, 5,000 a request',
    rows: 5000,
    concurrency: 2,
    calls: () => Array.from({ length: 4 }, () => ({ method: 'POST', path: SUBMIT, body: nativeJson(serial++, 5000) })),
  },
  {
    name: 'single',
    unit: 'requests a second, one record each',
    rows: 1,
    concurrency: 32,
    calls: () =>
      Array.from({ length: 600 }, () => ({ method: 'POST', path: SUBMIT, body: nativeJson(1_000_000 + serial++, 1) })),
  },
  {
    name: 'read',
    unit: 'requests a second, 50 records each',
    rows: 1,
    concurrency: 32,
    calls: () => Array.from({ length: 800 }, () => ({ method: 'GET', path: `${RECORDS}?limit=50` })),
  },
  {
    name: 'pages',
    unit: 'requests a second, 50 records each, no page twice',
    rows: 1,
    concurrency: 32,
    calls: (round) =>
      Array.from({ length: 400 }, (_, at) => {
        const after = (round * 400 + at) * 50
        return {
          method: 'GET',
          path: `${RECORDS}?limit=50&cursor=${printCursor(INGESTED, after)}`,
          floorPath: `${RECORDS}?limit=50&after=${after}`,
        }
      }),
  },
]

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const servers: Server[] = []
const folder = mkdtempSync(join(tmpdir(), 'chuanyu-bench-'))
try {
  const data = join(folder, 'gateway')
  initialise(data, {
    origin: ORIGIN,
    log: 'bench.chuanyu.example/log',
    sandbox: true,
    contact: 'mailto:bench@example.org',
    roots: { cq: roots.cq.publicJwk, sc: roots.sc.publicJwk },
  })
  const gateway = await start('gateway.ts', [data, ORIGIN])
  const floor = await start('floor.ts', [join(folder, 'floor.sqlite'), JSON.stringify(agency.jwk), ORIGIN])
  servers.push(gateway, floor)
  await agree(gateway)
  const figures: Record<string, unknown> = {}
  const ratios: Record<string, number> = {}
  for (const work of WORK) {
    const rates: { floor: number; gateway: number; ratio: number }[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const calls = work.calls(round)
      // Who goes first alternates, so that neither always has the warmer machine.
      const order = round % 2 === 0 ? [floor, gateway] : [gateway, floor]
      const measured = new Map<Server, number>()
      for (const server of order) measured.set(server, await rate(server, calls, work.concurrency))
      const [base, ours] = [measured.get(floor) ?? 0, measured.get(gateway) ?? 0]
      if (round > 0) rates.push({ floor: base, gateway: ours, ratio: ours / base })
    }
    figures[work.name] = {
      unit: work.unit,
      floor: Math.round(median(rates.map((one) => one.floor)) * work.rows),
      gateway: Math.round(median(rates.map((one) => one.gateway)) * work.rows),
      ratios: rates.map((one) => Number(one.ratio.toFixed(3))),
    }
    ratios[work.name] = Number(median(rates.map((one) => one.ratio)).toFixed(3))
  }
  for (const server of servers) server.stop()
  const adapters = await adapterFigures()
  const publicPages = await pageFigures()
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' }
  process.stdout.write(
    `${JSON.stringify({ ...ratios, aims: { ingest: 0.5, single: 0.7, read: 0.9 }, figures, adapters, publicPages, machine }, null, 2)}\n`,
  )
} finally {
  for (const server of servers) server.stop()
  rmSync(folder, { recursive: true, force: true })
}
