/** HTTP for duty rosters, for partners: read both sides', set one's own. */
import { type Context, Hono } from 'hono'
import { dateOf, dayNumber } from '../../../adapters/standards/civil-date.ts'
import { workingDay } from '../../../adapters/standards/working-day.ts'
import { civilDay } from '../../../contracts/life.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import { cached, json } from '../../http/answer.ts'
import { callerOf, type Env } from '../../http/caller.ts'
import { parseBody } from '../../http/jose.ts'
import { invalid, readQuery } from '../../http/query.ts'
import { acceptDuty } from './accept-duty.ts'
import { DUTY_LIMITS } from './limits.ts'
import { type DutyBook, dutyBook, peopleOf } from './on-duty.ts'
import { linesOn } from './roster.ts'

/** Days shown when nobody asks for others. */
const WEEK = 7

interface Asked {
  readonly parties: readonly PartyId[]
  readonly from: string
  readonly to: string
}

function readDay(name: string, value: string): number {
  try {
    return dayNumber(value)
  } catch {
    throw invalid(name, value, '应为日期，例：2026-10-01', 'expected a civil day as 2026-10-01')
  }
}

function askedFor(url: string, today: string): Asked {
  const { party, from = today, to } = readQuery(url, ['party', 'from', 'to'])
  const parties = PARTIES.filter((one) => party === undefined || one === party)
  if (parties.length === 0) throw invalid('party', party ?? '', '应为 cq 或 sc', 'expected cq or sc')
  const first = readDay('from', from)
  const last = to === undefined ? first + WEEK - 1 : readDay('to', to)
  const most = DUTY_LIMITS.days
  if (last < first || last - first >= most) {
    throw invalid('to', to ?? '', `应为 from 起 1–${most} 天内`, `expected 1 to ${most} days from the first`)
  }
  return { parties, from, to: dateOf(last) }
}

function rosterOf(party: PartyId, { from, to }: Omit<Asked, 'parties'>, book: DutyBook): object {
  const roster = book.rosters[party]
  const first = dayNumber(from)
  const days = Array.from({ length: dayNumber(to) - first + 1 }, (_, at) => dateOf(first + at))
  return {
    party,
    steps: roster.length,
    days: days.map((day) => ({
      day,
      ...workingDay(day),
      lines: linesOn(roster, day).map((line) => ({
        post: line.post,
        product: line.product,
        onDuty: peopleOf(line, book),
        note: line.note,
        step: line.n,
        ledgerIndex: line.index,
      })),
    })),
  }
}

async function rosters(c: Context<Env>, { parties, from, to }: Asked): Promise<object> {
  const book = await dutyBook(c.get('gateway'))
  return { from, to, rosters: parties.map((party) => rosterOf(party, { from, to }, book)) }
}

/** `/v1/duty` */
export function dutyRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const asked = askedFor(c.req.url, civilDay(c.get('gateway').now()))
    const body = JSON.stringify(await rosters(c, asked))
    return cached(c, { contentType: 'application/json; charset=utf-8', body })
  })
  routes.post('/', async (c) => {
    const { party, kid, nonce, body } = callerOf(c)
    const { entries } = await acceptDuty(c.get('gateway'), { jws: parseBody(body), party, kid, nonce })
    const days = entries.flatMap(({ from, to }) => [from, to]).sort()
    const [from, end] = [days[0], days.at(-1)]
    if (from === undefined || end === undefined) throw new Problem('body-invalid', { pointer: '/entries' })
    // What was set, as far as one answer goes.
    const last = Math.min(dayNumber(end), dayNumber(from) + DUTY_LIMITS.days - 1)
    return json(c, await rosters(c, { parties: [party], from, to: dateOf(last) }), { status: 201 })
  })
  return routes
}
