/** The page of scores over HTTP. */
import { Hono } from 'hono'
import type { Env } from '../../../http/caller.ts'
import { pageOptions } from '../../public/answer-page.ts'
import { deskPage } from '../layout.ts'
import { personOf } from '../person.ts'
import { scoresPage } from './page.ts'
import { readAsked, scoresView } from './view.ts'

/** `/desk/scores`. */
export function scorePages(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/scores', async (c) => {
    const asked = readAsked((name) => c.req.query(name))
    const view = await scoresView(c.get('gateway'), personOf(c), asked)
    return deskPage(c, scoresPage(view, pageOptions(c)))
  })
  return routes
}
