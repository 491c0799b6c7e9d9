/** The addresses the pages link to, as the design names them. */

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
    proof: `${base}/proof`,
    bundle: `${id}.bundle.json`,
  }
}

/** The page of a problem type. */
export function errorLink(code: string): string {
  return `/errors/${encodeURIComponent(code)}`
}

/** Addresses the pages name. */
export const LINKS = {
  home: '/',
  releases: '/releases',
  errors: '/errors',
  comparison: '/standards/comparison',
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
