/** One consultation over HTTP: its page, its cells and rows, and what the page's modules ask for. Nobody learns of one their side may not know of. */
import { type Context, Hono } from 'hono'
import type { DivisionRegistry } from '../../../../contracts/registry/index.ts'
import { Problem } from '../../../errors/problem.ts'
import { cached, json } from '../../../http/answer.ts'
import type { Env } from '../../../http/caller.ts'
import { readQuery } from '../../../http/query.ts'
import type { Consultation } from '../../../release/consultation/consultations.ts'
import { etagOf, stateTag } from '../../../release/consultation/etag.ts'
import { isSeenBy } from '../../../release/consultation/state.ts'
import { underOf } from '../../../release/consultation/table.ts'
import { langOf } from '../../lang.ts'
import { pageOptions } from '../../public/answer-page.ts'
import { SHOWS } from '../../words/desk-matrix.ts'
import { deskPage } from '../layout.ts'
import { type Person, personOf } from '../person.ts'
import { cellPage } from './cell-page.ts'
import { tableText } from './data.ts'
import { neighboursOf } from './neighbours.ts'
import { consultationPage } from './page.ts'
import { readEvidence } from './read-evidence.ts'
import { readDesk } from './read-view.ts'
import { readWeather } from './read-weather.ts'
import { rowPage } from './row-page.ts'
import { readSupposed, suggestionsOn } from './suggestion.ts'
import type { DeskView } from './view.ts'

interface Found {
  readonly consultation: Consultation
  readonly person: Person
  readonly view: DeskView
}

/** What an address names, if the reader may know of it. Throws Problem `not-found`, which is a page for who asks for one. */
async function find(c: Context<Env>): Promise<Found> {
  const gateway = c.get('gateway')
  const person = personOf(c)
  const consultation = await gateway.consultations.find(c.req.param('id') ?? '')
  if (!consultation || !isSeenBy(consultation.state, person.party)) throw missing(c)
  return { consultation, person, view: await readDesk(gateway, consultation, person) }
}

function missing(c: Context<Env>): Problem {
  return new Problem('not-found', { pointer: c.req.path })
}

/** The register of divisions a consultation on air works under; null for one on something else. */
function divisionsOf(c: Context<Env>, { consultation, view }: Found): DivisionRegistry | null {
  if (view.rows === null) return null
  const { registry } = underOf(c.get('gateway'), consultation).registry
  return registry.id === 'divisions' ? registry : null
}

/** `/{id}`, `/{id}/cells/{cell}`, `/{id}/rows/{row}`, `/{id}/table`, `/{id}/suggestion` */
export function consultationPages(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/:id', async (c) => {
    const found = await find(c)
    const show = SHOWS.find((one) => one === c.req.query('show')) ?? 'all'
    const weather = await readWeather(c.get('gateway'), found.view)
    return deskPage(c, consultationPage({ ...found.view, weather }, show, pageOptions(c)))
  })
  routes.get('/:id/cells/:cell{.+}', async (c) => {
    const found = await find(c)
    const cell = found.view.cells.get(c.req.param('cell'))
    if (!cell) throw missing(c)
    const registry = divisionsOf(c, found)
    const neighbours = registry && neighboursOf(found.view, cell, registry)
    const weather = await readWeather(c.get('gateway'), found.view)
    return deskPage(c, cellPage({ ...found.view, weather }, cell, neighbours, pageOptions(c)))
  })
  routes.get('/:id/rows/:row{.+}', async (c) => {
    const found = await find(c)
    const row = found.view.rows?.find(({ id }) => id === c.req.param('row'))
    if (!row || divisionsOf(c, found) === null) throw missing(c)
    const gateway = c.get('gateway')
    // What was known when it was consulted on: not what came after its period began.
    const until = Math.min(gateway.now(), Date.parse(found.view.period.start))
    const weather = await readWeather(gateway, found.view, row.id)
    const evidence = await readEvidence(gateway, row, until)
    return deskPage(c, rowPage({ ...found.view, weather }, row.id, evidence, pageOptions(c)))
  })
  routes.get('/:id/table', async (c) => {
    const found = await find(c)
    const body = tableText(found.view, langOf(c.req.query('lang')))
    // Named as the consultation itself is, so that what is drafted from it can be sent by If-Match.
    const etag = etagOf(await stateTag(c.get('gateway'), found.consultation), body)
    return cached(c, { contentType: 'application/json; charset=utf-8', body, etag })
  })
  routes.get('/:id/suggestion', async (c) => {
    const found = await find(c)
    const registry = divisionsOf(c, found)
    if (!registry) throw missing(c)
    const { row = '', values = '' } = readQuery(c.req.url, ['row', 'values'])
    const suggestions = suggestionsOn(found.view, readSupposed(row, values), registry)
    return json(c, { kind: 'suggestion', suggestions })
  })
  return routes
}
