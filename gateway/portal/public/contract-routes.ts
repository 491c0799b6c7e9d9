/** `/contracts` over HTTP: the signed contracts as pages. */
import { type Context, Hono } from 'hono'
import { compareContracts } from '../../../contracts/compare/index.ts'
import { exampleOf } from '../../../contracts/examples.ts'
import { compareVersions } from '../../../contracts/life.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { readRetirement } from '../../documents/retirement.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import { changesPage } from '../contract-page/changes.ts'
import { contractsPage, newestFirst } from '../contract-page/list.ts'
import { contractPage } from '../contract-page/page.ts'
import type { VersionView } from '../contract-page/view.ts'
import { notFound, page, pageOptions } from './answer-page.ts'
import { bilingual } from './release-views.ts'

type Standing = ReturnType<Gateway['standing']['contracts']>[number]

async function versionView(
  gateway: Gateway,
  { contract, document, retirement, state }: Standing,
): Promise<VersionView> {
  const { keys } = gateway.standing.keys()
  const timeAt = async (index: number): Promise<string> => (await gateway.store.leaves(index, index + 1))[0]?.time ?? ''
  return {
    contract,
    digest: document.digest,
    state,
    signatures: await Promise.all(
      document.signatures.map(async ({ party, kid, index }) => ({
        party,
        agency: bilingual(keys.get(kid)?.agency ?? ''),
        post: bilingual(keys.get(kid)?.operator ?? ''),
        ledgerIndex: index,
        time: await timeAt(index),
      })),
    ),
    retirement: retirementOf(retirement),
  }
}

function retirementOf(retirement: Standing['retirement']): VersionView['retirement'] {
  if (retirement === null) return null
  const { from, reason } = readRetirement(JSON.parse(retirement.payload))
  return { from, reason, signed: retirement.inForce !== null }
}

async function contractAnswer(c: Context<Env>, found: Standing | undefined): Promise<Response> {
  if (!found) return notFound(c)
  const gateway = c.get('gateway')
  const { id } = found.contract
  const own = gateway.standing.contracts().filter(({ contract }) => contract.id === id)
  const view = {
    version: await versionView(gateway, found),
    versions: newestFirst(await Promise.all(own.map((one) => versionView(gateway, one)))),
    before: before(gateway, found)?.contract.version ?? null,
    example: exampleOf(found.contract),
    templates: PARTIES.filter((party) => gateway.adapter(id, party)?.form !== undefined),
    origin: gateway.config.origin,
    sandbox: gateway.config.sandbox,
  }
  return page(c, contractPage(view, pageOptions(c)))
}

/** The newest version below it that was not withdrawn. */
function before({ standing }: Gateway, { contract }: Standing): Standing | undefined {
  return standing
    .contracts()
    .filter(({ contract: other, state }) => other.id === contract.id && state !== 'withdrawn')
    .filter(({ contract: other }) => compareVersions(other.version, contract.version) < 0)
    .toSorted((a, b) => compareVersions(b.contract.version, a.contract.version))[0]
}

/** `/contracts`, `/contracts/{id}`, `/contracts/{id}/{version}`, `/contracts/{id}/{version}/changes` */
export function contractPageRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/contracts', async (c) => {
    const gateway = c.get('gateway')
    const versions = await Promise.all(gateway.standing.contracts().map((one) => versionView(gateway, one)))
    return page(c, contractsPage({ versions, sandbox: gateway.config.sandbox }, pageOptions(c)))
  })
  routes.get('/contracts/:id', (c) => contractAnswer(c, c.get('gateway').standing.contract(c.req.param('id'))))
  routes.get('/contracts/:id/:version', (c) =>
    contractAnswer(c, c.get('gateway').standing.contract(c.req.param('id'), c.req.param('version'))),
  )
  routes.get('/contracts/:id/:version/changes', (c) => {
    const gateway = c.get('gateway')
    const { id, version } = c.req.param()
    const to = gateway.standing.contract(id, version)
    const asked = c.req.query('from')
    const from = to && (asked === undefined ? before(gateway, to) : gateway.standing.contract(id, asked))
    if (!to || !from) return notFound(c)
    const { title } = to.contract
    const comparison = compareContracts(JSON.parse(from.contract.source), JSON.parse(to.contract.source))
    const { sandbox } = gateway.config
    const view = { id, title, from: from.contract.version, to: version, comparison, sandbox }
    return page(c, changesPage(view, pageOptions(c)))
  })
  return routes
}
