/** `/verify` and `/about` over HTTP, and what robots may read. */
import { Hono } from 'hono'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import { datasetOf } from '../about-page/datasets.ts'
import { type AboutView, aboutPage } from '../about-page/page.ts'
import { FORM_HEADERS } from '../headers.ts'
import { verifyPage } from '../verify-page/page.ts'
import { page, pageOptions } from './answer-page.ts'
import { bilingual, published } from './release-views.ts'

/** Everybody's pages may be read by robots; the desk is for people, and programs ask the data. */
const ROBOTS = 'User-agent: *\nDisallow: /desk\nDisallow: /v1/\n'

/** Agencies with a key that counts, by side. */
function agencies({ standing }: Gateway): AboutView['agencies'] {
  const keys = [...standing.keys().keys.values()]
  const of = (party: PartyId) =>
    [...new Set(keys.filter((key) => key.party === party).map(({ agency }) => agency))].map(bilingual)
  const [cq, sc] = PARTIES.map(of)
  return { cq: cq ?? [], sc: sc ?? [] }
}

/** `/verify`, `/about`, `/robots.txt` */
export function helpRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/verify', async (c) => {
    const gateway = c.get('gateway')
    const releases = (await published(gateway)).map(({ release, document, supersededBy }) => ({
      id: release.id,
      title: release.title,
      digest: document.digest,
      supersededBy,
    }))
    const asked = (c.req.query('q') ?? '').slice(0, 200)
    const view = { asked, releases, sandbox: gateway.config.sandbox }
    const query = asked === '' ? '' : `q=${encodeURIComponent(asked)}`
    return page(c, verifyPage(view, { ...pageOptions(c), query }), 200, FORM_HEADERS)
  })
  routes.get('/about', (c) => {
    const gateway = c.get('gateway')
    const { contact, origin, sandbox } = gateway.config
    const inForce = gateway.standing.contracts().filter(({ state }) => state === 'in-force')
    const view = {
      datasets: inForce.map(({ contract }) => datasetOf(contract)),
      products: gateway.standing.registry('consultation')?.registry.products ?? [],
      agencies: agencies(gateway),
      contact,
      origin,
      sandbox,
    }
    return page(c, aboutPage(view, pageOptions(c)))
  })
  routes.get('/robots.txt', (c) => c.text(ROBOTS, 200, { 'cache-control': 'public, max-age=86400' }))
  return routes
}
