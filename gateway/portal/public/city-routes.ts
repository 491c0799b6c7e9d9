/** `/cities` over HTTP. */
import { Hono } from 'hono'
import type { AirArea } from '../../../contracts/air-forecast/record.ts'
import { civilDay } from '../../../contracts/life.ts'
import { divisionIndex } from '../../../contracts/registry/index.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import { areaOf } from '../../release/products/air/areas.ts'
import type { AirRelease, ForecastCell } from '../../release/release-types.ts'
import type { ReleaseEntry } from '../../release/releases.ts'
import { datasetOf } from '../about-page/datasets.ts'
import { dayNow } from '../air/air-today.ts'
import { citiesPage } from '../city-page/list.ts'
import { placeDays } from '../city-page/outlook.ts'
import { type CityView, cityPage } from '../city-page/page.ts'
import { notFound, page, pageOptions } from './answer-page.ts'
import { cadencesNow, isDailyAir, newest, published, releaseView } from './release-views.ts'

const OBSERVATIONS = 'air-observation'

/** The daily forecasts that stand. */
async function forecasts(gateway: Gateway): Promise<readonly ReleaseEntry<AirRelease>[]> {
  return (await published(gateway)).filter(isDailyAir).filter(({ supersededBy }) => supersededBy === null)
}

/** A city of the register in force, or one a release names. */
function cityOf(gateway: Gateway, id: string, releases: readonly AirRelease[]): AirArea | null {
  const registry = gateway.standing.registry('divisions')?.registry
  const division = registry && divisionIndex(registry).byId(id)
  const area =
    (division && areaOf(division)) ?? releases.flatMap(({ cells }) => cells).find((cell) => cell.area.id === id)?.area
  return area?.kind === 'city' ? area : null
}

/** Cells of what lies in a city, in the newest release. */
function countiesOf(gateway: Gateway, city: string, release: AirRelease | undefined): readonly ForecastCell[] {
  const registry = gateway.standing.registry('divisions')?.registry
  if (!registry || !release) return []
  const index = divisionIndex(registry)
  return release.cells.filter(({ area }) => {
    const division = area.kind === 'county' || area.kind === 'management' ? index.byId(area.id) : undefined
    return division !== undefined && index.childOf(division, city)
  })
}

/** What of observations is not for everybody, by the contract in force. */
function observation(gateway: Gateway): CityView['observation'] {
  const found = gateway.standing.contract(OBSERVATIONS)
  if (found?.state !== 'in-force') return null
  return datasetOf(found.contract)
}

/** `/cities`, `/cities/{id}` */
export function cityRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/cities', async (c) => {
    const gateway = c.get('gateway')
    const found = newest(await forecasts(gateway))
    const asked = c.req.query('day')
    const now = gateway.now()
    const days = found?.release.summary.map(({ from }) => from) ?? []
    const day =
      days.find((one) => one === asked) ?? (found && dayNow(found.release, civilDay(now))) ?? days.at(-1) ?? null
    const air = found ? releaseView(gateway, found) : null
    return page(
      c,
      citiesPage({ air, day, now, cadences: cadencesNow(gateway), sandbox: gateway.config.sandbox }, pageOptions(c)),
    )
  })
  routes.get('/cities/:id', async (c) => {
    const gateway = c.get('gateway')
    const entries = await forecasts(gateway)
    const releases = entries.map(({ release }) => release)
    const area = cityOf(gateway, c.req.param('id'), releases)
    if (!area) return notFound(c)
    const now = gateway.now()
    const today = civilDay(now)
    const days = placeDays(area.id, releases)
    const asked = Number(c.req.query('year'))
    const year = days.some(({ day }) => Number(day.slice(0, 4)) === asked) ? asked : Number(today.slice(0, 4))
    const counties = countiesOf(gateway, area.id, newest(entries)?.release)
    const view = {
      area,
      days,
      counties,
      published: new Map(entries.map(({ release, publishedAt }) => [release.id, publishedAt ?? ''])),
      now,
      cadences: cadencesNow(gateway),
      year,
      observation: observation(gateway),
      sandbox: gateway.config.sandbox,
    }
    return page(c, cityPage(view, { ...pageOptions(c), ...(asked === year ? { query: `year=${year}` } : {}) }))
  })
  return routes
}
