/** What a consultation has on the table, and the bytes both sides would sign now: pure functions of records, edits and what is in force. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import type { ContractStanding, RegistryStanding } from '../../documents/standing.ts'
import { contractAmong } from '../../documents/versions.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { sha256Hex } from '../../identity/digest.ts'
import type { Store } from '../../ports.ts'
import { derivationDigest } from '../derivation.ts'
import type { Bound, ProductInput, Table } from '../products/product.ts'
import { bind } from '../products/select.ts'
import type { Release } from '../release-types.ts'
import type { ReleaseEntry } from '../releases.ts'
import { sourcesOf } from '../sources.ts'
import { baseOf } from './base.ts'
import type { Consultation } from './consultations.ts'
import { releaseId } from './fold.ts'
import { type Keeping, keeping } from './kept.ts'
import { isAgreed, type State } from './state.ts'

/** What a consultation works under. */
export interface Under {
  readonly contract: ContractStanding
  readonly registry: RegistryStanding
}

/**
 * The contract version and register edition both sides had signed by its basis, as the release says of them: a later one counts
 * from a rebase on. Throws Problem `contract-not-in-force` where there are none.
 */
export function underOf(
  { standing }: Pick<Gateway, 'standing'>,
  { product, state }: Pick<Consultation, 'state' | 'product'>,
): Under {
  const { basis } = state
  const registry = standing.registry(product.registry, basis)
  const signed = standing
    .contracts()
    .filter(({ contract, document }) => contract.id === product.contract && (document.inForce ?? basis) < basis)
  // One that was retired or superseded meanwhile is still what its records came under; one to come is not.
  const begun = signed.filter(({ state: life }) => life !== 'agreed')
  const contract = contractAmong(begun, product.contract)
  if (!contract || !registry) throw new Problem('contract-not-in-force', { value: product.contract })
  return { contract, registry }
}

/** Sets of records kept in memory; that of a month is some ten megabytes. */
const SETS_KEPT = 2

const kept = new WeakMap<Store, Keeping<readonly Bound[]>>()

/** The records as of the basis. They are the same however often they are read. */
function recordsOf(
  { store }: Pick<Gateway, 'store'>,
  { product, state }: Pick<Consultation, 'state' | 'product'>,
  { registry }: Under,
): Promise<readonly Bound[]> {
  const { period, basis } = state
  const keep = kept.get(store) ?? keeping<readonly Bound[]>(SETS_KEPT)
  kept.set(store, keep)
  return keep(canonical([product.id, period.start, period.end, basis, registry.document.digest]), async () =>
    bind(store, await product.select(store, period, basis, registry.registry)),
  )
}

/** All that was selected as of the consultation's basis, listed or not. Throws Problem `contract-not-in-force`. */
export async function selectedOf(
  gateway: Gateway,
  { state, product }: Pick<Consultation, 'state' | 'product'>,
): Promise<ProductInput> {
  const under = underOf(gateway, { state, product })
  return {
    period: state.period,
    records: await recordsOf(gateway, { state, product }, under),
    registry: under.registry.registry,
    contracts: gateway.contracts,
    contract: under.contract.contract,
    edits: state.edits,
    issued: formatInstant(state.contentAt),
    base: await baseOf(gateway, product, state),
  }
}

/** What a product's table and release are made of, as of the consultation's basis. Throws Problem `contract-not-in-force`. */
export async function inputOf(
  gateway: Gateway,
  { state, product }: Pick<Consultation, 'state' | 'product'>,
): Promise<ProductInput> {
  const input = await selectedOf(gateway, { state, product })
  if (!product.listed) return input
  const before = state.corrects === null ? undefined : await gateway.releases.find(state.corrects)
  const corrected = before ? (await sourcesOf(gateway, before.release)).made : null
  return { ...input, records: product.listed(input), corrected }
}

/** The table with the joint values as last revised. */
export function tableOf({ product, state }: Pick<Consultation, 'state' | 'product'>, input: ProductInput): Table {
  const table = product.table(input)
  const cells = table.cells.map((cell) => {
    const edit = state.edits.get(cell.id)
    if (!edit) return cell
    const { joint, take } = product.settle?.(edit, cell) ?? { joint: edit.value, take: edit.take }
    return { ...cell, joint, take }
  })
  return { ...table, cells }
}

/** The release as it would be signed now: its canonical text and digest, and the id and predecessor of its document. */
export interface Frozen {
  readonly id: string
  readonly payload: string
  readonly digest: string
  readonly supersedes: string | null
  /** Digests of the key lists it names. */
  readonly underKeys: Readonly<Record<'cq' | 'sc', string>>
  readonly release: Release
}

/** The digest over the steps until what would be released was last changed: SHA-256 of the JCS of their digests. */
function stepsDigest(digests: readonly string[], content: number): string {
  return sha256Hex(canonical(digests.slice(0, content)))
}

/** Makes it. Throws Problem `contract-not-in-force`, `release-unknown` when what it corrects is gone. */
export function freeze(
  gateway: Gateway,
  { state, product, terms, digests }: Pick<Consultation, 'state' | 'product' | 'terms' | 'digests'>,
  input: ProductInput,
  releases: readonly ReleaseEntry[],
): Frozen {
  const { config, standing } = gateway
  const { contract, registry } = underOf(gateway, { state, product })
  const { lists } = standing.keys()
  const [cq, sc] = PARTIES.map((party) => lists.get(party))
  if (!cq || !sc) throw new Problem('contract-not-in-force', { value: product.contract })
  const corrected = correctedBy(state, releases)
  const id = releaseId(state.id, isAgreed(state) ? state.editions : state.editions + 1)
  const bound = input.records.map(({ leaf, stored: { submission, position } }) => ({ leaf, submission, position }))
  const made = product.release(input, {
    v: 1,
    id,
    sandbox: config.sandbox,
    period: state.period,
    supersedes: corrected && { id: corrected.release.id, digest: corrected.document.digest },
    reason: state.reason,
    ledger: { origin: config.log, size: state.basis },
    contract: { id: contract.contract.id, version: contract.contract.version, digest: contract.document.digest },
    registry: { id: registry.registry.id, edition: registry.registry.edition, digest: registry.document.digest },
    keys: { cq, sc },
    derivedFrom: { count: bound.length, digest: derivationDigest(bound) },
    audience: terms.audience,
    attachments: state.attachments.map(({ bytes, digest, mediaType, name }) => ({ bytes, digest, mediaType, name })),
    consultation: { digest: stepsDigest(digests, state.content), id: state.id, steps: state.content },
    embargo: state.embargo,
  })
  const release = corrected ? { ...made, changes: product.changes(corrected.release, made, input) } : made
  const payload = canonical(release)
  return {
    id: `release/${id}`,
    payload,
    digest: sha256Hex(payload),
    supersedes: corrected ? corrected.document.id : null,
    underKeys: { cq: cq.digest, sc: sc.digest },
    release,
  }
}

function correctedBy({ corrects }: State, releases: readonly ReleaseEntry[]): ReleaseEntry | null {
  if (corrects === null) return null
  const found = releases.find((entry) => entry.release.id === corrects)
  if (!found) throw new Problem('release-unknown', { pointer: '/act/corrects', value: corrects })
  return found
}
