/** HTTP for taking data in: submissions, their receipts, rejections and evidence, and the dry run that keeps nothing. */
import { type Context, Hono } from 'hono'
import type { Adapter } from '../../adapters/types.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import { PARTIES } from '../../contracts/types.ts'
import type { ContractStanding, RegistryStanding } from '../documents/standing.ts'
import { Problem } from '../errors/problem.ts'
import { answer, json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { invalid, readInstant, readQuery } from '../http/query.ts'
import type { StoredSubmission } from '../ports.ts'
import { openEvidence } from './evidence.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/

interface Terms {
  readonly contract: ContractStanding
  readonly registry: RegistryStanding<Registry>
  readonly adapter: Adapter<object>
}

const STATES: Readonly<Record<ContractStanding['state'], Bilingual>> = {
  proposed: { zh: '双方尚未签齐', en: 'is not signed by both sides yet' },
  withdrawn: { zh: '已由提出方撤回', en: 'is withdrawn by the side that proposed it' },
  agreed: { zh: '尚未到生效日期', en: 'is signed and not effective yet' },
  'in-force': { zh: '现行有效', en: 'is in force' },
  superseded: { zh: '已被新版本取代', en: 'is superseded by a newer version' },
  retired: { zh: '已退役', en: 'is retired' },
}

function notInForce({ document, state, contract }: ContractStanding): { value: string; detail: Bilingual } {
  const since = state === 'agreed' ? `（${contract.terms.effective}）` : ''
  return {
    value: document.id,
    detail: {
      zh: `契约 ${contract.id}@${contract.version} ${STATES[state].zh}${since}`,
      en: `The contract ${contract.id}@${contract.version} ${STATES[state].en}${since && ` (${contract.terms.effective})`}`,
    },
  }
}

/** The contract named as `id` or `id@version` and the register in force, and the side's adapter. Throws Problem `contract-unknown`, `contract-not-in-force`. */
function termsInForce(c: Context<Env>, named: string | undefined, party: PartyId): Terms {
  const { standing, adapter: adapterFor } = c.get('gateway')
  if (named === undefined) throw invalid('contract', '', '必填', 'expected one')
  const [id = '', version] = named.split('@', 2)
  const contract = standing.contract(id, version)
  if (!contract) throw new Problem('contract-unknown', { value: named })
  const adapter = adapterFor(id, party)
  if (!adapter) throw new Problem('contract-unknown', { value: id })
  const registry = standing.registry(adapter.register)
  if (contract.state !== 'in-force') throw new Problem('contract-not-in-force', notInForce(contract))
  if (!registry) throw new Problem('contract-not-in-force', { value: `registry/${adapter.register}` })
  return { contract, registry, adapter }
}

/** When undated times must lie before: as asked, never later than now. */
function referenceTime(c: Context<Env>, at: string | undefined): number {
  const now = c.get('gateway').now()
  if (at === undefined) return now
  const asked = readInstant('at', at)
  if (asked > now) throw invalid('at', at, '不得晚于当前时刻', 'expected no later than now')
  return asked
}

function idempotencyKey(c: Context<Env>): string | null {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key))
    throw new Problem('idempotency-key-invalid', { value: key.slice(0, 120) })
  return key ?? null
}

async function submit(c: Context<Env>): Promise<Response> {
  const { intake } = c.get('gateway')
  const caller = callerOf(c)
  const { contract: id, at } = readQuery(c.req.url, ['contract', 'at'])
  const { contract, registry, adapter } = termsInForce(c, id, caller.party)
  if (!caller.nonce) throw new Problem('nonce-missing')
  const header = (name: string): string => c.req.header(name) ?? ''
  const done = await intake.submit({
    party: caller.party,
    agency: caller.agency,
    kid: caller.kid,
    nonce: caller.nonce,
    idempotencyKey: idempotencyKey(c),
    mediaType: header('content-type'),
    bytes: caller.body,
    digest: caller.digest,
    evidence: {
      method: c.req.method,
      targetUri: caller.targetUri,
      contentType: header('content-type'),
      contentDigest: header('content-digest'),
      signatureInput: header('signature-input'),
      signature: header('signature'),
    },
    at: referenceTime(c, at),
    contract: contract.contract,
    contractDigest: contract.document.digest,
    registry,
    adapter,
  })
  return json(c, done.receipt, {
    status: done.repeated ? 200 : 201,
    headers: { location: `/v1/submissions/${done.id}` },
  })
}

async function submissionOf(c: Context<Env>, caller: Caller): Promise<StoredSubmission> {
  const found = await c.get('gateway').store.submission(c.req.param('id') ?? '')
  // Another side's submission is not told from one that does not exist.
  if (!found || (caller.reach === 'own-party' && found.party !== caller.party)) throw new Problem('submission-unknown')
  return found
}

/** `/v1/submissions…` */
export function submissionRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/', submit)
  routes.get('/:id', async (c) => {
    const found = await submissionOf(c, callerOf(c))
    const { id, party, agency, kid, dataset, version, digest, counts, index, time, notes } = found
    const head = { id, party, agency, kid, contract: { id: dataset, version }, digest, counts, leaf: { index, time } }
    return json(c, `${JSON.stringify(head).slice(0, -1)},"notes":${notes},"header":${found.opening.header}}`)
  })
  routes.get('/:id/receipt', async (c) => json(c, (await submissionOf(c, callerOf(c))).receipt))
  routes.get('/:id/rejections', async (c) => {
    const { counts, rejections, duplicates } = await submissionOf(c, callerOf(c))
    return json(c, `{"counts":${JSON.stringify(counts)},"rejections":${rejections},"duplicates":${duplicates}}`)
  })
  routes.get('/:id/evidence', async (c) => {
    const { blobs } = c.get('gateway')
    const caller = callerOf(c)
    const found = await submissionOf(c, caller)
    // Originals are the sender's own, also to an auditor of the other side.
    if (found.party !== caller.party) throw new Problem('other-party')
    const sealed = found.evidence ?? (await blobs.get(found.id))
    if (!sealed) throw new Problem('evidence-removed')
    const { head, body } = openEvidence(sealed, found.evidenceKey)
    const headers = { 'chuanyu-evidence': Buffer.from(head).toString('base64url') }
    return answer(c, { contentType: 'application/octet-stream', body, headers })
  })
  return routes
}

/** `/v1/normalise`: what a submission would give, nothing kept. NDJSON as the command writes it. */
export function normaliseRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/', async (c) => {
    const { limits, dryRun } = c.get('gateway')
    const caller = callerOf(c)
    const { contract: id, party, at } = readQuery(c.req.url, ['contract', 'party', 'at'])
    const asked = party === undefined ? caller.party : PARTIES.find((one) => one === party)
    if (!asked) throw invalid('party', party ?? '', '应为 cq 或 sc', 'expected cq or sc')
    const { contract, registry } = termsInForce(c, id, asked)
    const { digest, payload } = registry.document
    const file = {
      party: asked,
      contract: { id: contract.contract.id, version: contract.contract.version },
      registry: { digest, payload },
      bytes: caller.body,
      mediaType: c.req.header('content-type') ?? '',
      at: referenceTime(c, at),
      limits,
    }
    const body = await dryRun(file, registry.registry)
    return answer(c, { contentType: 'application/x-ndjson; charset=utf-8', body })
  })
  return routes
}
