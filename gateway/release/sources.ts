/** What a release stands on, out of the store: contract, register and records, held to what its payload names. */
import { readRegistry } from '../../contracts/registry/index.ts'
import type { ContractStanding, Standing } from '../documents/standing.ts'
import type { Store, StoredDocument } from '../ports.ts'
import { derivationDigest } from './derivation.ts'
import { productOf } from './products/index.ts'
import type { Made } from './products/product.ts'
import { bind } from './products/select.ts'
import type { Release } from './release-types.ts'

/** Where it is looked for. */
export interface SourcePorts {
  readonly store: Store
  readonly standing: Pick<Standing, 'contracts' | 'document'>
}

/** The documents a release names, with every version of its contract there is, and its records. */
export interface Sources {
  readonly contract: ContractStanding
  readonly versions: readonly ContractStanding[]
  readonly registry: StoredDocument
  readonly made: Made
}

/** Finds them. Throws TypeError when the store no longer gives the records and documents that the payload names. */
export async function sourcesOf({ store, standing }: SourcePorts, release: Release): Promise<Sources> {
  const { id, type, contract: terms, registry: edition, period, ledger, derivedFrom } = release
  const product = productOf(type)
  if (!product) throw new TypeError(`${id} is of a kind this gateway does not make`)
  const versions = standing.contracts().filter((one) => one.contract.id === terms.id)
  const contract = versions.find((one) => one.document.digest === terms.digest)
  const registry = standing.document(`registry/${edition.id}/${edition.edition}`)
  if (!contract || registry?.digest !== edition.digest)
    throw new TypeError(`${id} names documents the store does not have`)

  const selected = await product.select(store, period, ledger.size, readRegistry(JSON.parse(registry.payload)))
  const all: Made = {
    contract: contract.contract,
    contracts: versions.map((one) => one.contract),
    issued: 'issued' in release ? release.issued : '',
    period,
    records: await bind(store, selected),
  }
  const made = product.listed ? { ...all, records: product.listed(all) } : all
  const places = made.records.map(({ leaf, stored: { submission, position } }) => ({ leaf, submission, position }))
  if (places.length !== derivedFrom.count || derivationDigest(places) !== derivedFrom.digest)
    throw new TypeError(`the records of ${id} are no longer those it derives from`)
  return { contract, versions, registry, made }
}
