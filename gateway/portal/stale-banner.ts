/** That the newest of a kind is out of date, where it is. */
import { html } from 'hono/html'
import { staleFor } from './cadence.ts'
import type { Html, Lang } from './lang.ts'
import type { ReleaseItem } from './view.ts'
import { HOME } from './words/home.ts'
import { staleSince } from './words/products.ts'

/** Kinds that tell of days to come. */
export function isForecast(type: ReleaseItem['type']): boolean {
  return type === 'daily-air-forecast' || type === 'weekly-zone-outlook' || type === 'warning-suggestion'
}

/** The banner; null while the release is what should be there. */
export function staleBanner(release: Pick<ReleaseItem, 'period' | 'type'>, now: number, lang: Lang): Html | null {
  const days = staleFor(release, now)
  if (days === null) return null
  return html`<div class="banner notice" role="note"><p><strong>${HOME.stale[lang]}</strong> ${staleSince(days, isForecast(release.type))[lang]}</p></div>`
}
