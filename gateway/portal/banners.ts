/** What a reader must know before reading on: that a release was corrected, or is a correction and of what. */
import { html } from 'hono/html'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import { changeLines } from './change-lines.ts'
import { type Html, href, type Lang, properName } from './lang.ts'
import { releaseLinks } from './links.ts'
import type { ReleaseView } from './view.ts'
import { BANNER } from './words/release.ts'

/** Above all else: that a newer release replaces this one. */
export function supersededBanner({ supersededBy }: ReleaseView, lang: Lang): Html | null {
  if (supersededBy === null) return null
  return html`<div class="banner alert" role="note"><p><strong>${BANNER.superseded[lang]}</strong> ${BANNER.supersededBy[lang]}<a href="${href(releaseLinks(supersededBy).page, lang)}">${supersededBy}</a></p></div>`
}

/** What this release corrects, why, and what changed; nothing for one that is no correction. */
export function correctionBanner({ bulletin }: ReleaseView, lang: Lang): Html | null {
  return bulletin.supersedes === null ? null : correction(bulletin, bulletin.supersedes.id, lang)
}

function correction(bulletin: WaterBulletin, replaced: string, lang: Lang): Html {
  const { reason } = bulletin
  return html`<div class="banner notice" role="note">
<p><strong>${BANNER.supersedes[lang]}</strong> ${BANNER.supersedesText[lang]}<a href="${href(releaseLinks(replaced).page, lang)}">${replaced}</a></p>
${reason === null ? null : html`<p>${BANNER.reason[lang]}${properName(reason, lang)}</p>`}
${changeTable(bulletin, lang)}
</div>`
}

function changeTable({ changes, sections }: WaterBulletin, lang: Lang): Html {
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const lines = changes.flatMap((change) =>
    changeLines(change, lang).map((line) => ({ section: change.section, ...line })),
  )
  if (lines.length === 0) return html`<p>${BANNER.noChanges[lang]}</p>`
  return html`<details${lines.length <= OPEN_LINES ? html` open` : null}><summary>${BANNER.changes[lang]} (${lines.length})</summary>
<table class="changes"><thead><tr>${[BANNER.section, BANNER.member, BANNER.from, BANNER.to].map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ section, what, from, to }) =>
      html`<tr><th scope="row">${section === null ? BANNER.whole[lang] : properName(names.get(section) ?? section, lang)}</th><td>${what}</td><td>${from}</td><td>${to}</td></tr>`,
  )}</tbody></table></details>`
}

/** A correction of up to this many lines is shown opened out. */
const OPEN_LINES = 12
