/** The agreed release another consultation starts from: that of a forecast for warning suggestions. */
import type { Gateway } from '../../gateway.ts'
import type { Base, Product } from '../products/product.ts'
import type { ReleaseEntry } from '../releases.ts'
import { releaseId } from './fold.ts'
import { statusAt } from './next.ts'
import type { State } from './state.ts'

/** Whether both sides hold to it: it is published, or what its consultation has agreed to stands and can still be signed. */
async function holds({ consultations, now }: Gateway, { release, publishedAt }: ReleaseEntry): Promise<boolean> {
  if (publishedAt !== null) return true
  const found = await consultations.find(release.consultation.id)
  if (!found || releaseId(found.id, found.state.editions) !== release.id) return false
  const status = statusAt(found.state, now())
  return status === 'agreed' || status === 'signed-by-one'
}

/** The newest release of the kind a product is based on, for the same first day, that both had agreed to by the consultation's basis. */
export async function baseOf(
  gateway: Gateway,
  { basedOn }: Product,
  { period, basis }: Pick<State, 'basis' | 'period'>,
): Promise<Base | null> {
  if (basedOn === undefined) return null
  const first = Date.parse(period.start)
  const candidates = (await gateway.releases.all())
    .filter(({ release }) => release.type === basedOn && Date.parse(release.period.start) === first)
    .filter(({ document }) => document.index < basis)
    .toSorted((a, b) => b.document.index - a.document.index)
  for (const entry of candidates) {
    if (await holds(gateway, entry)) return { release: entry.release, digest: entry.document.digest }
  }
  return null
}
