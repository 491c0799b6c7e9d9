/** Every kind of joint release. */
import type { ProductId } from '../../../contracts/registry/types.ts'
import { DAILY_AIR } from './air/daily.ts'
import { WARNING } from './air/warning.ts'
import { WEEKLY_AIR } from './air/weekly.ts'
import { CREDIT_LIST } from './credit.ts'
import type { Product } from './product.ts'
import { MONTHLY_WATER, WEEKLY_WATER } from './water.ts'

/** The products, in the order people know them. */
export const PRODUCTS: readonly Product[] = [WEEKLY_WATER, MONTHLY_WATER, DAILY_AIR, WEEKLY_AIR, WARNING, CREDIT_LIST]

/** The product of an id; undefined for one this gateway does not make. */
export function productOf(id: ProductId): Product | undefined {
  return PRODUCTS.find((product) => product.id === id)
}
