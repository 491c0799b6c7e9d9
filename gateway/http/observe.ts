/** Every request told once it is answered: in the log, in figures, and where it is a matter of security in the security log. Traced by W3C Trace Context. */
import type { Context, MiddlewareHandler } from 'hono'
import { toProblem } from '../errors/map.ts'
import { securityEvent } from '../operations/security.ts'
import { printTrace, type Trace, traceOf } from '../operations/trace.ts'
import type { RequestLine } from '../operations/types.ts'
import type { Env } from './caller.ts'
import { pathAndQuery } from './paths.ts'

/** The route of a call that the access matrix does not name. */
const NO_ROUTE = 'none'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** A member of a query that has a name: what stands alone, or is no name, may be a value, and a secret. */
const NAMED = /^([A-Za-z][\w.-]{0,39}=)/
/** Characters of a path that are told, and members of a query. */
const TOLD = { path: 512, members: 32 } as const

/** A path with the names of its query's members and none of their values: `…` for a member without a name. */
export function withoutValues(target: string): string {
  const [path = '/', query = ''] = target.slice(0, 4096).split('?', 2)
  const names = query === '' ? [] : query.split('&', TOLD.members).map((member) => NAMED.exec(member)?.[1] ?? '…')
  return `${path}${names.length === 0 ? '' : `?${names.join('&')}`}`.slice(0, TOLD.path)
}

function declaredLength({ headers }: Response): number | null {
  const declared = headers.get('content-length')
  return declared === null ? null : Number(declared)
}

function lineOf(c: Context<Env>, trace: Trace, begun: number): RequestLine {
  const actor = c.get('caller') ?? c.get('actor') ?? null
  const { res, error } = c
  return {
    requestId: trace.span,
    traceId: trace.id,
    // A method nobody knows would be a label of its own for whoever makes them up.
    method: METHODS.has(c.req.method) ? c.req.method : 'other',
    route: c.get('route') ?? NO_ROUTE,
    path: withoutValues(pathAndQuery(c.req.url)),
    status: res.status,
    ms: Math.round((performance.now() - begun) * 10) / 10,
    bytes: c.get('bytes') ?? declaredLength(res),
    party: actor?.party ?? null,
    agency: actor?.agency ?? null,
    kid: actor?.kid ?? null,
    code: error ? toProblem(error).code : null,
  }
}

/** Stands before everything else. */
export function observe(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { operations, random } = c.get('gateway')
    const begun = performance.now()
    const { headers } = c.req.raw
    const trace = traceOf(headers.get('traceparent'), random)
    c.set('requestId', trace.span)
    const traced = { 'x-request-id': trace.span, traceresponse: printTrace(trace) }
    c.set('traced', traced)
    await next()
    const line = lineOf(c, trace, begun)
    // Most answers have them from the first: a head opened again costs as much as a small answer.
    if (c.get('traced')) for (const [name, value] of Object.entries(traced)) c.res.headers.set(name, value)
    operations.log.request(line)
    operations.measure(line)
    const event = securityEvent(line, {
      address: () => operations.address(c.req.raw, c.env),
      signatureInput: headers.get('signature-input'),
    })
    if (event) operations.security.note(event)
  }
}
