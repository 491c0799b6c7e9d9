/** HTTP for templates: a contract's table as a workbook to fill in, by side; public, since contract, register and adapter are. */
import { type Context, Hono } from 'hono'
import { PARTIES } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { invalid, readQuery } from '../http/query.ts'
import { XLSX } from '../http/xlsx.ts'
import { templateName, templateWorkbook } from './template.ts'

/** Templates that are kept; there are two a contract version in force. */
const KEPT = 64

async function template(c: Context<Env>, made: Map<string, Promise<Uint8Array>>): Promise<Response> {
  const { standing, adapter: adapterFor, limits } = c.get('gateway')
  const { party } = readQuery(c.req.url, ['party'])
  const side = PARTIES.find((one) => one === party)
  if (side === undefined) throw invalid('party', party ?? '', '应为 cq 或 sc', 'expected cq or sc')
  const id = c.req.param('id') ?? ''
  const version = c.req.param('version')
  const found = standing.contract(id, version)
  const adapter = adapterFor(id, side)
  if (!found || !adapter?.form)
    throw new Problem('contract-unknown', { value: version === undefined ? id : `${id}@${version}` })
  const registry = standing.registry(adapter.register)
  if (!registry) throw new Problem('contract-not-in-force', { value: `registry/${adapter.register}` })
  const { contract, document } = found
  const name = `${document.digest} ${registry.document.digest} ${adapter.id}@${adapter.version}`
  const workbook =
    made.get(name) ??
    templateWorkbook({
      contract,
      digest: document.digest,
      adapter,
      form: adapter.form,
      registry: registry.registry,
      rows: limits.rows,
    })
  // The last asked for stand last; one that failed is made anew.
  made.delete(name)
  made.set(name, workbook)
  workbook.catch(() => made.delete(name))
  const [oldest] = made.keys()
  if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
  return cached(c, {
    contentType: XLSX,
    body: await workbook,
    headers: { 'content-disposition': `attachment; filename="${templateName({ contract, adapter })}"` },
  })
}

/** `/v1/contracts/{id}/template` and that of one version. */
export function templateRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const made = new Map<string, Promise<Uint8Array>>()
  routes.get('/:id/template', (c) => template(c, made))
  routes.get('/:id/:version/template', (c) => template(c, made))
  return routes
}
