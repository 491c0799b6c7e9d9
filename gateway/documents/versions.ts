/** Contract versions as the documents of a ledger make them stand on a day: which is in force, and which of several is meant. */
import type { Contract } from '../../contracts/index.ts'
import { type ContractState, compareVersions, stateOn } from '../../contracts/life.ts'
import type { StoredDocument } from '../ports.ts'
import { closingOf, retirementsOf } from './closing.ts'
import { readRetirement } from './retirement.ts'

/** A contract version, how far its signing has got, where it stands on the day, and the retirement proposed last. */
export interface ContractStanding {
  readonly contract: Contract
  readonly document: StoredDocument
  readonly state: ContractState
  readonly retirement: StoredDocument | null
}

/** Every version there is a document of, among the contracts known, as it stands on a civil day; `documents` by id, in ledger order. */
export function contractsOn(
  documents: ReadonlyMap<string, StoredDocument>,
  known: readonly Contract[],
  day: string,
): readonly ContractStanding[] {
  const found = [...documents.values()].flatMap((document) => {
    const contract = known.find(({ id, version }) => document.id === `contract/${id}/${version}`)
    if (!contract || contract.source !== document.payload) return []
    const { id, version, terms } = contract
    const retirement = retirementsOf(documents, id, version).at(-1) ?? null
    const retired = retirement?.inForce == null ? null : readRetirement(JSON.parse(retirement.payload)).from
    const withdrawn = closingOf(documents, document.id) !== null
    const { effective, transition } = terms
    const life = { version, signed: document.inForce !== null, withdrawn, effective, transition, retired }
    return [{ contract, document, retirement, life }]
  })
  return found.map(({ contract, document, retirement, life }) => {
    const all = found.filter((other) => other.contract.id === contract.id).map((other) => other.life)
    return { contract, document, retirement, state: stateOn(life, all, day) }
  })
}

/** The version named; without one the newest in force, else the newest that was not withdrawn, else the newest. */
export function contractAmong(
  standings: readonly ContractStanding[],
  id: string,
  version?: string,
): ContractStanding | undefined {
  const versions = standings.filter(({ contract }) => contract.id === id)
  if (version !== undefined) return versions.find(({ contract }) => contract.version === version)
  const inForce = versions.filter(({ state }) => state === 'in-force')
  const kept = versions.filter(({ state }) => state !== 'withdrawn')
  return ([inForce, kept].find((some) => some.length > 0) ?? versions).reduce<ContractStanding | undefined>(
    (best, one) => (best && compareVersions(best.contract.version, one.contract.version) > 0 ? best : one),
    undefined,
  )
}
