/** Takes a draft in: of a product with terms, about a period that has records and no release yet, or a correction of the one that stands. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { SignedOnce } from '../../documents/cosign.ts'
import { stepEntry } from '../../documents/step.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import type { RegisteredKey } from '../../identity/keys.ts'
import { nextTime } from '../../ledger/leaf.ts'
import type { NonceUse } from '../../ports.ts'
import { productOf } from '../products/index.ts'
import type { Product } from '../products/product.ts'
import type { DraftAct, Happened } from './acts.ts'
import { termsOf } from './consultations.ts'
import { deadlinesOf } from './deadlines.ts'
import { actorOf, STREAM_PREFIX } from './fold.ts'
import { judge } from './machine.ts'
import { refusalProblem } from './refusals.ts'
import { inputOf } from './table.ts'

/** A draft as signed; its signature holds. */
export interface SignedDraft extends Omit<SignedOnce<RegisteredKey>, 'value'> {
  readonly act: DraftAct
  readonly seen: number
}

/** Takes it in and gives the id it got. Throws Problem. */
export async function acceptDraft(gateway: Gateway, signed: SignedDraft, nonce: NonceUse | null): Promise<string> {
  const { standing, log, random } = gateway
  const { act, seen, key } = signed
  const product = productOf(act.product)
  const terms = termsOf(standing, act.product)
  if (!product || !terms) throw new Problem('terms-not-in-force', { value: act.product })
  const time = nextTime(gateway.now(), log.head().time)
  if (!product.isPeriod(act.period, time)) {
    throw new Problem('period-invalid', { pointer: '/act/period', value: `${act.period.start} – ${act.period.end}` })
  }
  if (act.basis > log.head().size)
    throw new Problem('body-invalid', { pointer: '/act/basis', value: String(act.basis) })
  await mustCorrectWhatStands(gateway, product, act)
  const id = await nextId(gateway, product.idOf(act.period))
  const anchor = product.anchorOf(act.period, formatInstant(time).slice(0, 10))
  const deadlines = deadlinesOf(terms, anchor, time, terms.calendar)
  mustBeEmbargo(act, deadlines.signBy, terms.embargoHours)
  const happened: Happened = { act, actor: actorOf(key), index: log.head().size, n: 1, seen, time }
  const judged = judge(null, happened, { id, deadlines, digest: null })
  if (!judged.ok) throw refusalProblem(judged.refusal, null)
  const { records } = await inputOf(gateway, { state: judged.state, product })
  if (records.length === 0) throw new Problem('no-record-in-period', { pointer: '/act/period' })
  await log.append(
    stepEntry({
      type: 'consultation-step',
      stream: STREAM_PREFIX + id,
      n: 1,
      signed,
      nonce: nonce ?? undefined,
      salt: random(16),
    }),
  )
  return id
}

/** The name of the period, with the first number that neither a consultation nor a release has. */
async function nextId({ consultations, releases }: Gateway, base: string): Promise<string> {
  const used = new Set([
    ...(await consultations.all()).map((one) => one.id),
    ...(await releases.all()).map((one) => one.release.id),
  ])
  const named = (number: number): string => (number === 1 ? base : `${base}-${number}`)
  let number = 1
  while (used.has(named(number))) number++
  return named(number)
}

/** A new release for a period that has one must say that it corrects it; a correction must name the one that stands. */
async function mustCorrectWhatStands({ releases }: Gateway, product: Product, act: DraftAct): Promise<void> {
  const standing = (await releases.all()).find(
    ({ release, publishedAt, supersededBy }) =>
      publishedAt !== null &&
      supersededBy === null &&
      release.type === product.id &&
      Date.parse(release.period.start) === Date.parse(act.period.start),
  )
  if (act.corrects === null) {
    if (standing) throw new Problem('document-exists', { pointer: '/act/corrects', value: standing.release.id })
  } else if (standing?.release.id !== act.corrects) {
    throw new Problem('release-unknown', { pointer: '/act/corrects', value: act.corrects })
  }
  if ((act.corrects === null) === (act.reason === null)) return
  throw new Problem('body-invalid', {
    pointer: '/act/reason',
    detail: {
      zh: '更正须说明原因，非更正不写原因',
      en: 'expected a reason with a correction, and none without',
    },
  })
}

function mustBeEmbargo({ embargo }: DraftAct, signBy: number, hours: number): void {
  if (embargo === null) return
  if (hours > 0 && Date.parse(embargo) <= signBy + hours * 3_600_000) return
  throw new Problem('embargo-invalid', { pointer: '/act/embargo', value: embargo })
}
