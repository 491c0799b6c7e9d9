/** Versions of the contract that differ from the one in force in their terms alone, for tests of what the terms decide. */
import json from '../../../contracts/enterprise-credit/v1.0.0.json' with { type: 'json' }
import { CONTRACTS, type Contract, contract } from '../../../contracts/index.ts'

type Terms = (typeof json)['terms']

/** The contract in force. */
export const CREDIT: Contract = (() => {
  const found = CONTRACTS.find(({ id }) => id === 'enterprise-credit')
  if (!found) throw new TypeError('there is no contract enterprise-credit')
  return found
})()

/** Another version, its terms changed. */
export function creditVersion(version: string, change: (terms: Terms) => object): Contract {
  const changed = structuredClone(json)
  return contract({ ...changed, version, terms: { ...changed.terms, ...change(changed.terms) } }, CREDIT.validate)
}

/** The same with mutual recognition. */
export const RECOGNISING: Contract = creditVersion('2.0.0', ({ mutualRecognition }) => ({
  mutualRecognition: {
    ...mutualRecognition,
    enabled: true,
    zh: '双方互认对方评价等级',
    en: 'Each side recognises the other’s levels',
  },
}))
