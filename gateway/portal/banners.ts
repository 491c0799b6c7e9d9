/** What a reader must know before reading on: that a release was corrected, or is a correction and of what. */
import { html } from 'hono/html'
import { type Html, href, type Lang, properName } from './lang.ts'
import { releaseLinks } from './links.ts'
import type { ReleaseBody } from './release-body.ts'
import type { ReleaseView } from './view.ts'
import { BANNER, moreChanges } from './words/release.ts'

/** Above all else: that a newer release replaces this one. */
export function supersededBanner({ supersededBy }: Pick<ReleaseView, 'supersededBy'>, lang: Lang): Html | null {
  if (supersededBy === null) return null
  return html`<div class="banner alert" role="note"><p><strong>${BANNER.superseded[lang]}</strong> ${BANNER.supersededBy[lang]}<a href="${href(releaseLinks(supersededBy).page, lang)}">${supersededBy}</a></p></div>`
}

/** What this release corrects, why, and what changed; nothing for one that is no correction. */
export function correctionBanner({ release }: ReleaseView, body: ReleaseBody, lang: Lang): Html | null {
  const { reason, supersedes } = release
  if (supersedes === null) return null
  return html`<div class="banner notice" role="note">
<p><strong>${BANNER.supersedes[lang]}</strong> ${BANNER.supersedesText[lang]}<a href="${href(releaseLinks(supersedes.id).page, lang)}">${supersedes.id}</a></p>
${reason === null ? null : html`<p>${BANNER.reason[lang]}${properName(reason, lang)}</p>`}
${changeTable(body, releaseLinks(release.id).json, lang)}
</div>`
}

function changeTable({ changes, changed }: ReleaseBody, json: string, lang: Lang): Html {
  if (changes.length === 0) return html`<p>${BANNER.noChanges[lang]}</p>`
  return html`<details${changes.length <= OPEN_LINES ? html` open` : null}><summary>${BANNER.changes[lang]} (${changes.length})</summary>
<table class="changes"><thead><tr>${[changed, BANNER.member, BANNER.from, BANNER.to].map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${changes
    .slice(0, MOST_LINES)
    .map(
      ({ where, what, from, to }) =>
        html`<tr><th scope="row">${where}</th><td>${what}</td><td>${from}</td><td>${to}</td></tr>`,
    )}</tbody></table>${
    changes.length > MOST_LINES
      ? html`<p><a href="${json}">${moreChanges(changes.length - MOST_LINES)[lang]}</a></p>`
      : null
  }</details>`
}

/** So many lines at most stand on the page, so that it stays light; all of them are in the release. */
export const MOST_LINES = 60
/** A correction of up to this many lines is shown opened out. */
const OPEN_LINES = 12
