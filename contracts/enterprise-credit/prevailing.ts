/** Which of several ratings of one enterprise and year prevails, by its scheme's order of authorities (渝环规〔2021〕7号: 市级 before 区县级); all are kept. */
import type { CreditScheme } from '../standards/credit-types.ts'
import { CREDIT_SCHEMES } from '../standards/index.ts'
import type { CreditRecord } from './record.ts'

/** Ratings that stand, and those set aside with the one that stands before them. */
export interface Prevailing<R> {
  readonly standing: readonly R[]
  readonly setAside: readonly { readonly rating: R; readonly by: R }[]
}

/**
 * Sorts the ratings of any enterprises and years, in the order given. Only a rating sets another aside, never a mere status,
 * and only within one scheme that says whose goes first: ratings of the two sides, and of authorities whose order is not
 * established, stand beside one another.
 */
export function prevailing<R extends CreditRecord>(
  records: readonly R[],
  schemes: readonly CreditScheme[] = CREDIT_SCHEMES,
): Prevailing<R> {
  const orders = new Map(schemes.map(({ id, authorities }) => [id, authorities?.precedence ?? []]))
  const rankOf = ({ scheme, authority }: R): number => orders.get(scheme)?.indexOf(authority.level) ?? -1
  const highest = new Map<string, R>()
  for (const record of records) {
    const rank = rankOf(record)
    if (record.status !== 'rated' || rank < 0) continue
    const best = highest.get(groupOf(record))
    if (!best || rank < rankOf(best)) highest.set(groupOf(record), record)
  }
  const standing: R[] = []
  const setAside: { rating: R; by: R }[] = []
  for (const record of records) {
    const best = highest.get(groupOf(record))
    if (best && rankOf(record) > rankOf(best)) setAside.push({ rating: record, by: best })
    else standing.push(record)
  }
  return { standing, setAside }
}

function groupOf({ enterprise, ratingYear, scheme }: CreditRecord): string {
  return `${enterprise.code}/${ratingYear}/${scheme}`
}
