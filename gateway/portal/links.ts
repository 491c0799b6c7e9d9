/** The addresses the pages link to, as the design names them. */
import type { PartyId } from '../../contracts/types.ts'

/** Where a release can be had: its page, its forms, its proof bundle, and what that bundle is saved as. */
export function releaseLinks(id: string) {
  const segment = encodeURIComponent(id)
  const base = `/v1/releases/${segment}`
  return {
    page: `/releases/${segment}`,
    json: `${base}.json`,
    jws: `${base}.jws`,
    csv: `${base}.csv`,
    geojson: `${base}.geojson`,
    xlsx: `${base}.xlsx`,
    html: `${base}.html`,
    proof: `${base}/proof`,
    bundle: `${id}.bundle.json`,
  }
}

/** A city's page. */
export function cityLink(id: string): string {
  return `/cities/${encodeURIComponent(id)}`
}

/** A river's page. */
export function riverLink(id: string): string {
  return `/rivers/${encodeURIComponent(id)}`
}

/** Where a contract's version can be read: its page, that of its changes, the page of the version that counts now, and its data. */
export function contractLinks(id: string, version: string) {
  const [contract, own] = [encodeURIComponent(id), encodeURIComponent(version)]
  return {
    newest: `/contracts/${contract}`,
    page: `/contracts/${contract}/${own}`,
    changes: `/contracts/${contract}/${own}/changes`,
    data: `/v1/contracts/${contract}/${own}`,
    schema: `/v1/contracts/${contract}/${own}/schema`,
    template: (party: PartyId) => `/v1/contracts/${contract}/${own}/template?party=${party}`,
  }
}

/** A standard as data, by its slug. */
export function standardLink(slug: string): string {
  return `/v1/standards/${slug}`
}

/** A document's page. */
export function documentLink(name: string): string {
  return `/docs/${encodeURIComponent(name)}`
}

/** The page of a group of calls. */
export function referenceLink(group: string): string {
  return `${LINKS.reference}/${encodeURIComponent(group)}`
}

/** The page of a problem type. */
export function errorLink(code: string): string {
  return `/errors/${encodeURIComponent(code)}`
}

/** Addresses the pages name. */
export const LINKS = {
  home: '/',
  releases: '/releases',
  atom: '/releases.atom',
  errors: '/errors',
  credit: '/credit',
  creditData: '/v1/credit',
  comparison: '/standards/comparison',
  cities: '/cities',
  rivers: '/rivers',
  verify: '/verify',
  about: '/about',
  docs: '/docs',
  reference: '/docs/reference',
  openapi: '/openapi.json',
  contractPages: '/contracts',
  contracts: '/v1/contracts',
  register: '/v1/registry',
  checkpoint: '/v1/ledger/checkpoint',
  comparisonData: '/v1/standards/comparison',
  practice: '/v1/standards/comparison/practice',
  suggestions: '/v1/warnings/suggestions',
} as const

/** What checks a release offline. */
export function verifyCommand(id: string): string {
  return `npx chuanyu verify ${releaseLinks(id).bundle} --trust trust.json`
}
