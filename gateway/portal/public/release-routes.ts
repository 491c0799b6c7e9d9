/** `/` and the releases over HTTP. */
import { Hono } from 'hono'
import type { Env } from '../../http/caller.ts'
import { creditList, isCreditList } from '../../release/credit-list.ts'
import { isWater, type ReleaseEntry } from '../../release/releases.ts'
import { apartPage } from '../apart/page.ts'
import { FORM_HEADERS } from '../headers.ts'
import { homePage } from '../home-page.ts'
import { hasPage, type PagedRelease } from '../release-body.ts'
import { printFilter, readFilter } from '../release-filter.ts'
import { releasesPage } from '../release-list.ts'
import { releasePage } from '../release-page.ts'
import { mayActAsPeople } from '../sandbox-routes.ts'
import { waterPartPage } from '../water-parts/page.ts'
import { partsOf } from '../water-parts/split.ts'
import { notFound, page, pageOptions } from './answer-page.ts'
import { apartItems, apartView } from './apart-views.ts'
import { cadencesNow, isDailyAir, newest, published, releaseItem, releaseView } from './release-views.ts'

function isPaged(entry: ReleaseEntry): entry is ReleaseEntry<PagedRelease> {
  return hasPage(entry.release)
}

/** `/`, `/releases`, `/releases/{id}`, `/releases/{id}/sections/{number}` */
export function releasePageRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const gateway = c.get('gateway')
    const entries = await published(gateway)
    const [water, air] = [newest(entries.filter(isWater)), newest(entries.filter(isDailyAir))]
    const view = {
      latest: water ? releaseView(gateway, water) : null,
      air: air ? releaseView(gateway, air) : null,
      releases: entries.map(releaseItem),
      sandbox: gateway.config.sandbox,
      now: gateway.now(),
      cadences: cadencesNow(gateway),
      people: mayActAsPeople(gateway),
      apart: await apartItems(gateway),
    }
    return page(c, homePage(view, pageOptions(c)))
  })
  routes.get('/releases', async (c) => {
    const gateway = c.get('gateway')
    const releases = (await published(gateway)).map(releaseItem)
    const filter = readFilter((name) => c.req.query(name))
    const view = { releases, filter, sandbox: gateway.config.sandbox, apart: await apartItems(gateway) }
    return page(c, releasesPage(view, { ...pageOptions(c), query: printFilter(filter) }), 200, FORM_HEADERS)
  })
  routes.get('/releases/:id', async (c) => {
    const gateway = c.get('gateway')
    const entry = (await published(gateway)).find(({ release }) => release.id === c.req.param('id'))
    if (!entry || !isPaged(entry)) {
      const apart = entry ? undefined : await apartView(gateway, c.req.param('id'))
      return apart ? page(c, apartPage(apart, pageOptions(c))) : notFound(c)
    }
    const list = isCreditList(entry) ? { list: await creditList(gateway, entry) } : {}
    return page(c, releasePage({ ...releaseView(gateway, entry), ...list }, pageOptions(c)))
  })
  routes.get('/releases/:id/sections/:number', async (c) => {
    const gateway = c.get('gateway')
    const { id, number } = c.req.param()
    const entry = (await published(gateway)).filter(isWater).find(({ release }) => release.id === id)
    const parts = entry ? partsOf(entry.release) : []
    const part = parts.find((one) => String(one.number) === number)
    if (!entry || !part) return notFound(c)
    const view = { view: releaseView(gateway, entry), part, count: parts.length }
    return page(c, waterPartPage(view, pageOptions(c)))
  })
  return routes
}
