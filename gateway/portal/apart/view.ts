/** What the pages of periods without a joint release need: plain data. */
import type { ProductId } from '../../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { OwnValues } from '../../release/consultation/apart.ts'

/** One period in a list. `passed` is the deadline as an instant. */
export interface ApartItem {
  readonly id: string
  readonly type: ProductId
  readonly title: Bilingual
  readonly period: { readonly start: string; readonly end: string }
  readonly passed: string
}

/** Its page; `edition` of the terms, `basis` the ledger's size its records are of. */
export interface ApartView {
  readonly item: ApartItem
  readonly edition: string
  readonly basis: number
  readonly own: Readonly<Record<PartyId, OwnValues>>
  readonly sandbox: boolean
}
