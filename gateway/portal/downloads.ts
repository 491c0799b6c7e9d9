/** What can be taken away, without a login, and what it says of itself. */
import { html } from 'hono/html'
import type { Html, Lang } from './lang.ts'
import { releaseLinks } from './links.ts'
import type { ReleaseBody } from './release-body.ts'
import { localTime, utcTime } from './time.ts'
import type { ReleaseView } from './view.ts'
import { DOWNLOADS } from './words/release.ts'

/** The downloads of a release. */
export function downloadsSection({ release, digest, publishedAt }: ReleaseView, body: ReleaseBody, lang: Lang): Html {
  const links = releaseLinks(release.id)
  const files = [
    { link: links.csv, name: 'CSV', text: body.files.csv },
    { link: links.xlsx, name: 'XLSX', text: body.files.xlsx },
    { link: links.json, name: 'JSON', text: DOWNLOADS.json },
    ...(body.files.geojson ? [{ link: links.geojson, name: 'GeoJSON', text: body.files.geojson }] : []),
    { link: links.html, name: 'HTML', text: DOWNLOADS.html },
    { link: links.jws, name: 'JWS', text: DOWNLOADS.jws },
  ]
  return html`<p class="lead">${DOWNLOADS.lead[lang]}</p>
<ul class="files">${files.map(
    ({ link, name, text }) => html`<li><a href="${link}"><b>${name}</b></a><span>${text[lang]}</span></li>`,
  )}<li><a href="${links.proof}" download="${links.bundle}"><b>${DOWNLOADS.proof[lang]}</b></a><span>${DOWNLOADS.proofText[lang]}</span></li></ul>
<dl class="facts">
<div><dt>${DOWNLOADS.id[lang]}</dt><dd><code>${release.id}</code></dd></div>
<div><dt>${DOWNLOADS.digest[lang]}</dt><dd><code>${digest.slice(0, 12)}…</code><details><summary>${DOWNLOADS.fullDigest[lang]}</summary><code>${digest}</code></details></dd></div>
<div><dt>${DOWNLOADS.contract[lang]}</dt><dd><code>${release.contract.id} ${release.contract.version}</code></dd></div>
<div><dt>${DOWNLOADS.local[lang]}</dt><dd><time datetime="${publishedAt}">${localTime(publishedAt, lang)}</time></dd></div>
<div><dt>${DOWNLOADS.utc[lang]}</dt><dd><code>${utcTime(publishedAt)}</code></dd></div>
</dl>`
}
