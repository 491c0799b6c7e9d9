/** HTTP for contracts and their lives: proposed, compared, signed, in force, superseded, retired; every step signed and in the ledger. */
import { type Context, Hono } from 'hono'
import { compareContracts } from '../../contracts/compare/index.ts'
import { compareVersions } from '../../contracts/life.ts'
import { Problem } from '../errors/problem.ts'
import { cached, cachedJson } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { JOSE_JSON, wantsJose } from '../http/jose.ts'
import { invalid, readQuery } from '../http/query.ts'
import { storedJws } from './cosign.ts'
import { retirementRoutes } from './retire.ts'
import type { ContractStanding, Standing } from './standing.ts'
import { propose, readSigned, sign, signingState } from './steps.ts'
import { withdrawalRoutes } from './withdraw.ts'

/** A version of a contract, or the one in force where none is named. Throws Problem `contract-unknown`. */
function contractStanding(c: Context<Env>, id: string, version?: string): ContractStanding {
  const found = c.get('gateway').standing.contract(id, version)
  if (!found) throw new Problem('contract-unknown', { value: version === undefined ? id : `${id}@${version}` })
  return found
}

function lifeOf(
  standing: Standing,
  { contract, document, state, retirement }: ContractStanding,
): Record<string, unknown> {
  return {
    ...signingState(standing, document),
    state,
    effective: contract.terms.effective,
    transition: contract.terms.transition,
    supersedes: document.supersedes,
    retirement: retirement && signingState(standing, retirement),
  }
}

function contractAnswer(c: Context<Env>, one: ContractStanding): Promise<Response> {
  if (wantsJose(c)) return cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(one.document)) })
  return cached(c, {
    contentType: 'application/json; charset=utf-8',
    body: `{"contract":${one.contract.source},"signing":${JSON.stringify(lifeOf(c.get('gateway').standing, one))}}`,
  })
}

function summaries(standing: Standing): Record<string, unknown>[] {
  return standing.contracts().map((one) => {
    const { id, version, title } = one.contract
    return { id, version, title, ...lifeOf(standing, one) }
  })
}

/** The newest version below this one that both have signed. */
function predecessor(c: Context<Env>, id: string, version: string): ContractStanding | undefined {
  return c
    .get('gateway')
    .standing.contracts()
    .filter(({ contract, state }) => contract.id === id && state !== 'proposed' && state !== 'withdrawn')
    .filter(({ contract }) => compareVersions(contract.version, version) < 0)
    .sort((a, b) => compareVersions(b.contract.version, a.contract.version))[0]
}

/** Refuses a version whose number does not go up as far as its changes ask. Throws Problem `version-step`. */
function mustFitStep(c: Context<Env>, id: string, version: string, source: string): void {
  const before = predecessor(c, id, version)
  if (!before) return
  const { step } = compareContracts(JSON.parse(before.contract.source), JSON.parse(source))
  if (!step.fits) throw new Problem('version-step', { value: `${step.from} → ${step.to}`, detail: step.why })
}

function comparison(c: Context<Env>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const { from, to } = readQuery(c.req.url, ['from', 'to'])
  if (from === undefined) throw invalid('from', '', '必填，例：1.0.0', 'expected a version, as 1.0.0')
  if (to === undefined) throw invalid('to', '', '必填，例：1.1.0', 'expected a version, as 1.1.0')
  const [old, next] = [contractStanding(c, id, from), contractStanding(c, id, to)]
  const compared = compareContracts(JSON.parse(old.contract.source), JSON.parse(next.contract.source))
  return cached(c, {
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ contract: id, from, to, ...compared }),
  })
}

/** `/v1/contracts…` */
export function contractRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) => cachedJson(c, { contracts: summaries(c.get('gateway').standing) }))
  routes.get('/:id', (c) => contractAnswer(c, contractStanding(c, c.req.param('id'))))
  routes.get('/:id/compare', comparison)
  routes.get('/:id/:version', (c) => contractAnswer(c, contractStanding(c, c.req.param('id'), c.req.param('version'))))
  routes.get('/:id/:version/schema', (c) => {
    const { contract } = contractStanding(c, c.req.param('id'), c.req.param('version'))
    return cached(c, { contentType: 'application/schema+json; charset=utf-8', body: JSON.stringify(contract.schema) })
  })
  routes.post('/', (c) => {
    const signed = readSigned(c, 'contract')
    // A gateway takes only contracts it has a compiled validator for.
    const contract = c.get('gateway').contracts.find((one) => one.source === signed.payload)
    if (!contract) throw new Problem('contract-unknown')
    const { id, version } = contract
    mustFitStep(c, id, version, contract.source)
    return propose(c, { type: 'contract', kind: 'contract', signed }, () => ({
      id: `contract/${id}/${version}`,
      supersedes: predecessor(c, id, version)?.document.id ?? null,
    }))
  })
  routes.post('/:id/:version/signatures', (c) => {
    const { contract, document } = contractStanding(c, c.req.param('id'), c.req.param('version'))
    const signed = readSigned(c, 'contract')
    mustFitStep(c, contract.id, contract.version, contract.source)
    return sign(c, { type: 'contract-signature', kind: 'contract', signed }, document)
  })
  const at = (c: Context<Env>): ContractStanding =>
    contractStanding(c, c.req.param('id') ?? '', c.req.param('version') ?? '')
  withdrawalRoutes(routes, '/:id/:version', (c) => at(c).document)
  retirementRoutes(routes, at)
  return routes
}
