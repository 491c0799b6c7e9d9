/** HTTP for enterprise credit: anybody asks for what is public by code or name, partners for all that is held of one code. */
import { Hono } from 'hono'
import type { CreditRow, PublicCredit } from '../../contracts/enterprise-credit/public.ts'
import { ratingTitle } from '../../contracts/enterprise-credit/titles.ts'
import { PARTIES } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { invalid, readQuery } from '../http/query.ts'
import { askCredit, type CreditAnswer, type EnterpriseCredit, partnerCredit } from './lookup.ts'
import { type CreditQuestion, readCreditQuestion } from './question.ts'
import { CREDIT_DATASET } from './read.ts'
import { CREDIT_NOTES } from './words.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

function rowJson({ key, record, setAsideBy, recognition }: CreditRow<PublicCredit>): object {
  return { key, title: ratingTitle(record), setAsideBy, recognition, record }
}

function enterpriseJson<R extends PublicCredit>(
  { code, names, sides }: EnterpriseCredit<R>,
  print: (row: CreditRow<R>) => object = rowJson,
): object {
  return { code, names, sides: Object.fromEntries(PARTIES.map((party) => [party, sides[party].map(print)])) }
}

function termsJson({ contract, terms }: Pick<CreditAnswer, 'contract' | 'terms'>): object {
  return { contract, mutualRecognition: terms?.mutualRecognition ?? null, display: terms?.display ?? null }
}

function questionOf(parameter: string, sent: string): CreditQuestion {
  const question = readCreditQuestion(sent)
  if (!('fault' in question)) return question
  const { zh, en, suggestion } = question
  if (suggestion === null) throw invalid(parameter, sent, zh, en)
  throw invalid(parameter, sent, `${zh}；是否为 ${suggestion}？`, `${en}; was ${suggestion} meant?`)
}

/** `/v1/credit…` */
export function creditRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const { q = '' } = readQuery(c.req.url, ['q'])
    const question = questionOf('q', q)
    const found = await askCredit(c.get('gateway'), question)
    const { day, enterprises, more } = found
    const body = {
      question,
      day,
      ...termsJson(found),
      enterprises: enterprises.map((one) => enterpriseJson(one)),
      more,
      notes: CREDIT_NOTES,
    }
    return cached(c, { contentType: JSON_TYPE, body: JSON.stringify(body) })
  })
  routes.get('/:code', async (c) => {
    callerOf(c)
    readQuery(c.req.url, [])
    const question = questionOf('code', c.req.param('code'))
    if (question.by !== 'code')
      throw invalid(
        'code',
        c.req.param('code'),
        '应为18位统一社会信用代码',
        'expected a unified social credit code of 18 characters',
      )
    const found = await partnerCredit(c.get('gateway'), question.code)
    if (!found) throw new Problem('contract-not-in-force', { value: CREDIT_DATASET })
    const { asOf, day, enterprise, shown, more } = found
    const body = {
      asOf,
      day,
      ...termsJson(found),
      ...enterpriseJson(enterprise, (row) => ({ ...rowJson(row), shown: shown.has(row.key) })),
      more,
    }
    return cached(c, { contentType: JSON_TYPE, body: JSON.stringify(body) })
  })
  return routes
}
