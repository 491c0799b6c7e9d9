/** `consult draft`: a draft out of what the ledger holds now. */
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import type { ExitCode } from '../exit.ts'
import { civilDay, readTime, required, UsageError } from '../usage.ts'
import { type Call, told } from './call.ts'

const DAY_MS = 86_400_000

/** Makes it. */
export async function draft(call: Call): Promise<ExitCode> {
  const { client, values } = call
  const product = PRODUCT_IDS.find((one) => one === required(values.product, 'product'))
  if (!product) throw new UsageError(`--product 应为 ${PRODUCT_IDS.join('、')} · got ${values.product}`)
  const [from, to] = [civilDay(required(values.from, 'from'), 'from'), civilDay(required(values.to, 'to'), 'to')]
  const { corrects = null, reason = null, embargo = null } = values
  if (embargo !== null) readTime(embargo, 'embargo')
  const { ledgerSize } = await client.read('/v1/consultations')
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  const period = { start: `${from}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
  const made = { type: 'draft', basis: ledgerSize ?? 0, corrects, embargo, period, product, reason } as const
  return told(call, '已建立草稿 · drafted', await client.step(null, made, 0))
}
