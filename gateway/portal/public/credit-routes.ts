/** `/credit`: the look-up of enterprise credit over HTTP. */
import { Hono } from 'hono'
import { askCredit, creditStanding } from '../../credit/lookup.ts'
import { readCreditQuestion } from '../../credit/question.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import { creditPage } from '../credit-page.ts'
import { FORM_HEADERS } from '../headers.ts'
import type { CreditView } from '../view.ts'
import { page, pageOptions } from './answer-page.ts'

/** What was asked and what came of it; a page opened without a question has neither a fault nor an answer. */
async function creditView(gateway: Gateway, asked: string): Promise<CreditView> {
  const view = { asked, standing: creditStanding(gateway), sandbox: gateway.config.sandbox }
  const question = readCreditQuestion(asked)
  if (!('fault' in question)) return { ...view, fault: null, answer: await askCredit(gateway, question) }
  return { ...view, fault: question.fault === 'empty' ? null : question, answer: null }
}

/** `/credit` */
export function creditPageRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/credit', async (c) =>
    page(c, creditPage(await creditView(c.get('gateway'), c.req.query('q') ?? ''), pageOptions(c)), 200, FORM_HEADERS),
  )
  return routes
}
