/** `/desk/submissions/{id}`: what one's own side sent, from the check page: how many rows counted, and which did not and why. */
import { html } from 'hono/html'
import type { StoredSubmission } from '../../ports.ts'
import { type Html, href, integer, type Lang, type PageOptions, properName } from '../lang.ts'
import { errorLink } from '../links.ts'
import { localTime, utcTime } from '../time.ts'
import { DESK } from '../words/desk.ts'
import { countsText, DESK_SUBMISSION, shownText } from '../words/desk-submission.ts'
import { deskLayout } from './layout.ts'
import { nameIn } from './name.ts'
import type { Person } from './person.ts'

/** What the page is drawn from. */
export interface SubmissionView {
  readonly submission: Pick<
    StoredSubmission,
    'agency' | 'counts' | 'dataset' | 'digest' | 'id' | 'index' | 'kid' | 'party' | 'rejections' | 'time' | 'version'
  >
  readonly person: Person
  readonly sandbox: boolean
  readonly now: number
}

/** Rejected rows shown. */
const SHOWN = 100

interface Rejected {
  readonly row: string
  readonly type: string
  readonly detail: string
  readonly value: string
}

/** The page. */
export function submissionPage({ submission, person, sandbox, now }: SubmissionView, options: PageOptions): Html {
  const { lang } = options
  const { id, agency, kid, dataset, version, digest, counts, index, time, party } = submission
  const row = (title: string, value: Html | string): Html => html`<div><dt>${title}</dt><dd>${value}</dd></div>`
  const main = html`<article>
<p><a href="${href('/desk', lang)}">← ${DESK.list[lang]}</a></p>
<h1>${DESK_SUBMISSION.title[lang]} <code>${id}</code></h1>
<dl class="facts">
${row(DESK_SUBMISSION.agency[lang], nameIn(agency, lang))}
${row(DESK_SUBMISSION.key[lang], html`<code>${kid}</code>`)}
${row(DESK_SUBMISSION.contract[lang], html`<code>${dataset} ${version}</code><span class="sub"><a href="/v1/records/${encodeURIComponent(dataset)}?party=${party}">${DESK_SUBMISSION.records[lang]}</a></span>`)}
${row(DESK_SUBMISSION.time[lang], html`${localTime(time, lang)}<span class="sub">${utcTime(time)}</span>`)}
${row(DESK_SUBMISSION.leaf[lang], integer(index))}
${row(DESK_SUBMISSION.digest[lang], html`<code>${digest}</code>`)}
${row(DESK_SUBMISSION.rows[lang], countsText(counts)[lang])}
</dl>
<section class="part" aria-labelledby="rejected"><h2 id="rejected">${DESK_SUBMISSION.rejected[lang]} <span class="count">${counts.rejected}</span></h2>${rejected(submission, lang)}</section>
</article>`
  return deskLayout({ title: DESK_SUBMISSION.title[lang], sandbox, person, main, now }, options)
}

function rejected({ rejections, counts }: SubmissionView['submission'], lang: Lang): Html {
  const rows = readRejections(rejections, lang).slice(0, SHOWN)
  if (rows.length === 0) return html`<p class="muted">${DESK_SUBMISSION.none[lang]}</p>`
  const heads = [DESK_SUBMISSION.row, DESK_SUBMISSION.why, DESK_SUBMISSION.value]
  return html`${rows.length < counts.rejected ? html`<p class="muted">${shownText(rows.length, counts.rejected)[lang]}</p>` : null}
<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ row, type, detail, value }) =>
      html`<tr><th scope="row">${row}</th><td data-label="${DESK_SUBMISSION.why[lang]}"><span>${properName(detail, lang)}<span class="sub"><a href="${href(errorLink(type), lang)}"><code>${type}</code></a></span></span></td><td data-label="${DESK_SUBMISSION.value[lang]}"><code lang="zh-CN">${value}</code></td></tr>`,
  )}</tbody></table>`
}

/** Rejections as the store has them, in the reader's language. */
function readRejections(json: string, lang: Lang): readonly Rejected[] {
  const listed: unknown = JSON.parse(json)
  return (Array.isArray(listed) ? listed : []).map((one): Rejected => {
    const { row, sheet, type, detail, value }: Readonly<Record<string, unknown>> = Object(one)
    const told: Readonly<Record<string, unknown>> = Object(detail)
    const place = [sheet, row].filter((part) => part !== undefined).join(' ')
    return {
      row: place,
      type: String(type),
      detail: String(told[lang] ?? ''),
      value: value === undefined ? '–' : String(value),
    }
  })
}
