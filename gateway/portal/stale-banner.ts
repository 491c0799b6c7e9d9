/** That the newest of a kind is out of date, where it is. */
import { html } from 'hono/html'
import { formatInstant } from '../../adapters/tables/time.ts'
import { type Cadences, overdueSince } from './cadence.ts'
import type { Html, Lang } from './lang.ts'
import { localTime } from './time.ts'
import type { ReleaseItem } from './view.ts'
import { HOME } from './words/home.ts'
import { overdue } from './words/products.ts'

/** Why it is, in a sentence; null while the release is what should be there. */
export function overdueText(
  release: Pick<ReleaseItem, 'period' | 'type'>,
  now: number,
  cadences: Cadences,
  lang: Lang,
): string | null {
  const due = overdueSince(release, now, cadences)
  return due === null ? null : overdue(localTime(formatInstant(due), lang))[lang]
}

/** The banner; null while the release is what should be there. */
export function staleBanner(
  release: Pick<ReleaseItem, 'period' | 'type'>,
  now: number,
  cadences: Cadences,
  lang: Lang,
): Html | null {
  const why = overdueText(release, now, cadences, lang)
  if (why === null) return null
  return html`<div class="banner notice" role="note"><p><strong>${HOME.stale[lang]}</strong> ${why}</p></div>`
}
