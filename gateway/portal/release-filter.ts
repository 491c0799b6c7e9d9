/** Which releases a reader asked for: by kind, by year of the period, only those that stand; a page at a time. */
import { PRODUCT_IDS, type ProductId } from '../../contracts/registry/types.ts'
import type { ReleaseItem } from './view.ts'

/** What was asked; null for anything. Pages count from 1. */
export interface ReleaseFilter {
  readonly product: ProductId | null
  readonly year: number | null
  readonly current: boolean
  readonly page: number
}

/** Releases a page of the list shows. */
export const PER_PAGE = 60

/** No filter. */
export const ALL_RELEASES: ReleaseFilter = { product: null, year: null, current: false, page: 1 }

/** The filter of a query; what is no kind, year or page asks for nothing. */
export function readFilter(asked: (name: string) => string | undefined): ReleaseFilter {
  const year = /^\d{4}$/.exec(asked('year') ?? '')?.[0]
  const page = /^[1-9]\d{0,4}$/.exec(asked('page') ?? '')?.[0]
  return {
    product: PRODUCT_IDS.find((id) => id === asked('product')) ?? null,
    year: year === undefined ? null : Number(year),
    current: asked('current') === '1',
    page: page === undefined ? 1 : Number(page),
  }
}

/** It as a query, without its leading `?`; empty for none. */
export function printFilter({ product, year, current, page }: ReleaseFilter): string {
  const query = new URLSearchParams()
  if (product !== null) query.set('product', product)
  if (year !== null) query.set('year', String(year))
  if (current) query.set('current', '1')
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

/** The civil year a release's period begins in. */
export function yearOf({ period }: Pick<ReleaseItem, 'period'>): number {
  return Number(period.start.slice(0, 4))
}

/** Those that fit, in their order. */
export function filtered(
  releases: readonly ReleaseItem[],
  { product, year, current }: ReleaseFilter,
): readonly ReleaseItem[] {
  return releases.filter(
    (item) =>
      (product === null || item.type === product) &&
      (year === null || yearOf(item) === year) &&
      (!current || item.supersededBy === null),
  )
}
