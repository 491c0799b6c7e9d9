/** What the pages of contracts are drawn from: versions as they stand, who signed them and when. Types only. */
import type { Comparison } from '../../../contracts/compare/index.ts'
import type { Contract } from '../../../contracts/index.ts'
import type { ContractState } from '../../../contracts/life.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'

/** One version. */
export interface VersionView {
  readonly contract: Contract
  readonly digest: string
  readonly state: ContractState
  /** Its signatures in ledger order; `time` of the leaf, UTC. */
  readonly signatures: readonly {
    readonly party: PartyId
    readonly agency: Bilingual
    readonly post: Bilingual
    readonly ledgerIndex: number
    readonly time: string
  }[]
  /** From which day it no longer counts, as both have signed or one side has proposed. */
  readonly retirement: { readonly from: string; readonly reason: Bilingual; readonly signed: boolean } | null
}

/** The list. */
export interface ContractsView {
  readonly versions: readonly VersionView[]
  readonly sandbox: boolean
}

/** One version's page; `versions` are all of its contract, newest first. */
export interface ContractView {
  readonly version: VersionView
  readonly versions: readonly VersionView[]
  readonly before: string | null
  readonly example: object | undefined
  /** The sides whose table can be filled in by hand. */
  readonly templates: readonly PartyId[]
  readonly origin: string
  readonly sandbox: boolean
}

/** The page of changes between two versions. */
export interface ChangesView {
  readonly id: string
  readonly title: Bilingual
  readonly from: string
  readonly to: string
  readonly comparison: Comparison
  readonly sandbox: boolean
}
