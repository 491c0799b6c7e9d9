/** Every adapter: each side's reader of each dataset. */
import type { PartyId } from '../contracts/types.ts'
import { chongqingWater } from './chongqing/water.ts'
import { sichuanWater } from './sichuan/water.ts'
import type { Adapter } from './types.ts'

/** In the order of the contracts, Chongqing's first. */
export const ADAPTERS: readonly Adapter<object>[] = [chongqingWater, sichuanWater]

/** The adapter of one side for one contract. */
export function adapterFor(contract: string, party: PartyId): Adapter<object> | undefined {
  return ADAPTERS.find((adapter) => adapter.contract === contract && adapter.party === party)
}
