/** HTTP for scores, for partners alone: how near forecasts came, whether joining helped, and where the sides differed. */
import { type Context, Hono } from 'hono'
import { cached } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { divergencesCsv, scoresCsv } from './csv.ts'
import { SCORE_DEFINITIONS, SCORE_NOTES } from './definitions.ts'
import { type Parameter, readScoreQuestion, type ScoreQuestion } from './question.ts'
import { type Divergences, divergencesOf, type Scores, scoresOf } from './scores.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const CSV_TYPE = 'text/csv; charset=utf-8'

/** A list of divergences is told apart by nothing, and always of both sides. */
const OF_DIVERGENCES: readonly Parameter[] = ['from', 'to', 'area', 'horizon', 'asOf']

function questionOf(c: Context<Env>, allowed?: readonly Parameter[]): ScoreQuestion {
  callerOf(c)
  const { log, now } = c.get('gateway')
  return readScoreQuestion(c.req.url, { now: now(), size: log.head().size }, allowed)
}

function answer(c: Context<Env>, json: () => object, csv: () => string): Promise<Response> {
  const headers = { vary: 'accept' }
  return c.req.header('accept')?.includes('text/csv')
    ? cached(c, { contentType: CSV_TYPE, body: csv(), headers })
    : cached(c, { contentType: JSON_TYPE, body: JSON.stringify(json()), headers })
}

function scoresJson({ question, counts, read, groups, pairs }: Scores): object {
  return { ...question, counts, read, groups, pairs, definitions: SCORE_DEFINITIONS, notes: SCORE_NOTES }
}

function divergencesJson({ question, read, found, list }: Divergences): object {
  const { asOf, from, to, area, horizon } = question
  return { asOf, from, to, area, horizon, read, found, divergences: list, notes: SCORE_NOTES }
}

/** `/v1/scores`, `/v1/scores/divergence` */
export function scoreRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const found = await scoresOf(c.get('gateway'), questionOf(c))
    return answer(
      c,
      () => scoresJson(found),
      () => scoresCsv(found),
    )
  })
  routes.get('/divergence', async (c) => {
    const found = await divergencesOf(c.get('gateway'), questionOf(c, OF_DIVERGENCES))
    return answer(
      c,
      () => divergencesJson(found),
      () => divergencesCsv(found),
    )
  })
  return routes
}
