/** What a consultation has come to among all releases: its own document, and whether another was faster. */
import type { ReleaseEntry } from '../releases.ts'
import type { Consultation } from './consultations.ts'
import { releaseId } from './fold.ts'
import { type Status, statusAt } from './next.ts'

/** The release document of the bytes agreed last, once there are any. */
export function releaseOf(
  { id, state }: Pick<Consultation, 'id' | 'state'>,
  releases: readonly ReleaseEntry[],
): ReleaseEntry | undefined {
  if (state.editions === 0) return undefined
  const name = releaseId(id, state.editions)
  return releases.find(({ release }) => release.id === name)
}

/** Whether another release for its period has been published meanwhile, so that this one never will be. */
export function isOvertaken(
  { id, state, product }: Pick<Consultation, 'id' | 'product' | 'state'>,
  releases: readonly ReleaseEntry[],
): boolean {
  if (state.phase === 'published') return false
  const start = Date.parse(state.period.start)
  const standing = releases.find(
    ({ release, publishedAt, supersededBy }) =>
      publishedAt !== null &&
      supersededBy === null &&
      release.type === product.id &&
      Date.parse(release.period.start) === start,
  )
  return standing !== undefined && standing.release.consultation.id !== id && standing.release.id !== state.corrects
}

/** The status people read; `closed` when it was overtaken. */
export function statusOf(
  consultation: Pick<Consultation, 'id' | 'product' | 'state'>,
  releases: readonly ReleaseEntry[],
  now: number,
): Status | 'closed' {
  return isOvertaken(consultation, releases) ? 'closed' : statusAt(consultation.state, now)
}
