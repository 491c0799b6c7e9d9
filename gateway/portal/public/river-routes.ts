/** `/rivers` over HTTP. */
import { Hono } from 'hono'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import type { WaterBulletin } from '../../release/bulletin-types.ts'
import { type NamedRiver, riverHistory } from '../river-page/history.ts'
import { riversPage } from '../river-page/list.ts'
import { riverPage } from '../river-page/page.ts'
import { pagesOf } from '../river-page/window.ts'
import { notFound, page, pageOptions } from './answer-page.ts'
import { cadencesNow, published } from './release-views.ts'

/** So many weeks at most are set side by side. */
const WEEKS = 8

/** The weekly bulletins that stand, the newest first. */
async function bulletins(gateway: Gateway): Promise<readonly WaterBulletin[]> {
  const standing = (await published(gateway)).flatMap(({ release, supersededBy }) =>
    release.type === 'weekly-water-bulletin' && supersededBy === null ? [release] : [],
  )
  return standing.toSorted((a, b) => Date.parse(b.period.end) - Date.parse(a.period.end)).slice(0, WEEKS)
}

/** Rivers of the register in force, and any a bulletin has that it no longer names. */
function riversOf(gateway: Gateway, weeks: readonly WaterBulletin[]): readonly NamedRiver[] {
  const registered = gateway.standing.registry('sections')?.registry.rivers ?? []
  const known = new Map<string, NamedRiver>(registered.map((river) => [river.id, river]))
  for (const { rivers } of weeks) for (const river of rivers) if (!known.has(river.id)) known.set(river.id, river)
  return [...known.values()]
}

/** `/rivers`, `/rivers/{id}` */
export function riverRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/rivers', async (c) => {
    const gateway = c.get('gateway')
    const weeks = await bulletins(gateway)
    const histories = riversOf(gateway, weeks).map((river) => riverHistory(river, weeks))
    return page(
      c,
      riversPage(
        { histories, now: gateway.now(), cadences: cadencesNow(gateway), sandbox: gateway.config.sandbox },
        pageOptions(c),
      ),
    )
  })
  routes.get('/rivers/:id', async (c) => {
    const gateway = c.get('gateway')
    const weeks = await bulletins(gateway)
    const rivers = riversOf(gateway, weeks)
    const river = rivers.find(({ id }) => id === c.req.param('id'))
    if (!river) return notFound(c)
    const into = rivers.find(({ id }) => id === river.into) ?? null
    const history = riverHistory(river, weeks)
    const asked = Number(c.req.query('page') ?? 1)
    const number = Number.isInteger(asked) && asked >= 1 && asked <= pagesOf(history) ? asked : 1
    const view = {
      history,
      into,
      now: gateway.now(),
      cadences: cadencesNow(gateway),
      page: number,
      sandbox: gateway.config.sandbox,
    }
    return page(c, riverPage(view, { ...pageOptions(c), ...(number > 1 ? { query: `page=${number}` } : {}) }))
  })
  return routes
}
