/** HTTP for taking data in: submissions, their receipts, rejections and evidence, and the dry run that keeps nothing. */
import { type Context, Hono } from 'hono'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { answer, json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { invalid, readQuery } from '../http/query.ts'
import { XLSX } from '../http/xlsx.ts'
import type { StoredSubmission } from '../ports.ts'
import { openEvidence, shownHead } from './evidence.ts'
import { dryRunWorkbook, type Reading, submissionWorkbook } from './returned.ts'
import { backfillBefore, readBackfill, referenceTime, termsInForce } from './terms.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/

function idempotencyKey(c: Context<Env>): string | null {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key))
    throw new Problem('idempotency-key-invalid', { value: key.slice(0, 120) })
  return key ?? null
}

async function submit(c: Context<Env>): Promise<Response> {
  const { intake, now } = c.get('gateway')
  const caller = callerOf(c)
  const { contract: id, at, backfill } = readQuery(c.req.url, ['contract', 'at', 'backfill'])
  const { contract, registry, adapter } = termsInForce(c, id, caller.party)
  const history = readBackfill(backfill) ? { backfillBefore: backfillBefore(contract.contract, now()) } : {}
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
    ...history,
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

/** The original of a submission, its sender's own, also from an auditor of the other side. */
async function originalOf(
  c: Context<Env>,
  caller: Caller,
  found: StoredSubmission,
): Promise<ReturnType<typeof openEvidence>> {
  if (found.party !== caller.party) throw new Problem('other-party')
  const sealed = found.evidence ?? (await c.get('gateway').blobs.get(found.id))
  if (!sealed) throw new Problem('evidence-removed')
  return openEvidence(sealed, found.evidenceKey)
}

function wantsWorkbook(c: Context<Env>): boolean {
  return c.req.header('accept')?.includes(XLSX) ?? false
}

function workbookAnswer(c: Context<Env>, body: Uint8Array, name: string): Promise<Response> {
  const headers = { vary: 'accept', 'content-disposition': `attachment; filename="${name}-rejections.xlsx"` }
  return answer(c, { contentType: XLSX, body, headers })
}

/** What reads a side's files of a contract now. */
function readingOf(c: Context<Env>, contract: string, party: PartyId): Reading {
  const { adapter: adapterFor, standing, limits, config } = c.get('gateway')
  const adapter = adapterFor(contract, party)
  const registry = adapter && standing.registry(adapter.register)
  if (!adapter || !registry) throw new Problem('contract-unknown', { value: contract })
  return { adapter, registry: registry.registry, limits, origin: config.origin }
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
    const caller = callerOf(c)
    const found = await submissionOf(c, caller)
    if (wantsWorkbook(c)) {
      const { body } = await originalOf(c, caller, found)
      const reading = readingOf(c, found.dataset, found.party)
      return workbookAnswer(c, await submissionWorkbook(found, body, reading), found.id)
    }
    const { counts, rejections, duplicates } = found
    return json(c, `{"counts":${JSON.stringify(counts)},"rejections":${rejections},"duplicates":${duplicates}}`)
  })
  routes.get('/:id/evidence', async (c) => {
    const caller = callerOf(c)
    const { head, body } = await originalOf(c, caller, await submissionOf(c, caller))
    const headers = { 'chuanyu-evidence': Buffer.from(shownHead(head)).toString('base64url') }
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
    if (wantsWorkbook(c)) {
      const tried = { bytes: file.bytes, digest: caller.digest, contract: file.contract, lines: body }
      return workbookAnswer(c, await dryRunWorkbook(tried, readingOf(c, file.contract.id, asked)), file.contract.id)
    }
    return answer(c, { contentType: 'application/x-ndjson; charset=utf-8', body })
  })
  return routes
}
