/** The parts of the check page that say exactly what is signed, what it derives from and whose hands it has been through. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Actor } from '../../../release/consultation/acts.ts'
import type { ReleaseCell } from '../../../release/downloads/table.ts'
import { type Html, href, integer, type Lang, properName } from '../../lang.ts'
import { LINKS, releaseLinks } from '../../links.ts'
import { mixed } from '../../mixed.ts'
import { localTime, periodDays } from '../../time.ts'
import { PARTY } from '../../words/common.ts'
import { TAKE } from '../../words/desk.ts'
import { DESK_CHECK, recordsText, sizeText, sourcesText } from '../../words/desk-check.ts'
import { DETAIL } from '../../words/release.ts'
import { attachedFacts, fileCheck } from '../attachments.ts'
import { sideMark } from '../layout.ts'
import { nameIn } from '../name.ts'
import type { SignedTable } from './cells.ts'
import { correctionLines } from './corrections.ts'
import type { CheckView, EditLine, Exact, Hands } from './view.ts'

const row = (title: string, value: Html | string): Html => html`<div><dt>${title}</dt><dd>${value}</dd></div>`
const said = (text: string, lang: Lang): Html => html`<span class="said">${properName(text, lang)}</span>`

/** Title, period, who may see it and when, the words on the whole, what it corrects, what is attached. */
export function whatIsSigned({ release }: Exact, lang: Lang): Html {
  const { title, id, label, period, audience, embargo, statement, supersedes, reason, attachments } = release
  return html`<dl class="facts">
${row(DESK_CHECK.title[lang], mixed(title, lang))}
${row(DESK_CHECK.id[lang], html`<code>${id}</code>`)}
${row(DESK_CHECK.label[lang], html`${mixed(label, lang)}${release.sandbox ? html`<span class="sub">${DESK_CHECK.sandbox[lang]}</span>` : null}`)}
${row(DESK_CHECK.period[lang], html`${periodDays(period, lang)}<span class="sub"><code>${period.start}</code> – <code>${period.end}</code></span>`)}
${row(DESK_CHECK.audience[lang], (audience === 'public' ? DESK_CHECK.public : DESK_CHECK.joint)[lang])}
${row(DESK_CHECK.embargo[lang], embargo === null ? DESK_CHECK.atOnce[lang] : html`<time datetime="${embargo}">${localTime(embargo, lang)}</time>`)}
${row(DESK_CHECK.statement[lang], statement === null ? DESK_CHECK.noStatement[lang] : said(statement, lang))}
${row(DESK_CHECK.corrects[lang], supersedes === null ? DESK_CHECK.notCorrection[lang] : html`<a href="${href(releaseLinks(supersedes.id).page, lang)}">${supersedes.id}</a> <code class="digest">${supersedes.digest}</code>`)}
${reason === null ? null : row(DESK_CHECK.reason[lang], said(reason, lang))}
${row(
  DESK_CHECK.attachments[lang],
  attachments.length === 0
    ? DESK_CHECK.noAttachments[lang]
    : html`${attachments.map((one) => attachedFacts(one, lang))}${fileCheck(lang)}`,
)}
</dl>`
}

/** What a correction changes; nothing for what is none. */
export function corrected({ credit, release }: Exact, lang: Lang): Html | null {
  const lines = correctionLines(release, credit, lang)
  if (lines.length === 0) return null
  const heads = [DESK_CHECK.where, DESK_CHECK.item, DESK_CHECK.before, DESK_CHECK.after]
  return html`<h3>${DESK_CHECK.changes[lang]} <span class="count">${lines.length}</span></h3>
<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ where, what, from, to }) =>
      html`<tr><th scope="row">${where}</th><td data-label="${DESK_CHECK.item[lang]}">${what}</td><td data-label="${DESK_CHECK.before[lang]}">${from}</td><td data-label="${DESK_CHECK.after[lang]}"><b>${to}</b></td></tr>`,
  )}</tbody></table>`
}

/** The cells that were given a value here. */
export function edited({ edits }: Exact, lang: Lang): Html {
  if (edits.length === 0) return html`<p class="muted">${DESK_CHECK.noEdits[lang]}</p>`
  const heads = [
    DESK_CHECK.where,
    DESK_CHECK.owners,
    DESK_CHECK.joint_value,
    DESK_CHECK.take,
    DESK_CHECK.why,
    DESK_CHECK.by,
  ]
  return html`<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${edits.map((edit) => editRow(edit, lang))}</tbody></table>`
}

function editRow({ title, before, after, take, reason, by }: EditLine, lang: Lang): Html {
  return html`<tr><th scope="row">${mixed(title, lang)}</th>
<td data-label="${DESK_CHECK.owners[lang]}">${before === null ? '–' : mixed(before, lang)}</td>
<td data-label="${DESK_CHECK.joint_value[lang]}"><b class="said">${mixed(after, lang)}</b></td>
<td data-label="${DESK_CHECK.take[lang]}"><span class="whole">${TAKE[take][lang]}</span></td>
<td data-label="${DESK_CHECK.why[lang]}">${reason === null ? '–' : said(reason, lang)}</td>
<td data-label="${DESK_CHECK.by[lang]}"><span>${sideMark(by.party, lang)} ${nameIn(by.operator, lang)}</span></td></tr>`
}

/** A table of what is signed, in a box that scrolls by itself. */
export function signedTable({ title, columns, rows }: SignedTable, lang: Lang): Html {
  const anyChanged = rows.some(({ changed }) => changed)
  return html`<div class="scroll" role="region" aria-label="${title[lang]}" tabindex="0"><table class="signed"><caption class="sr">${title[lang]}</caption>
<thead><tr>${columns.map(({ title: head, unit }) => html`<th scope="col">${head[lang]}${unit === undefined ? null : html` <span class="muted">${unit}</span>`}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ changed, cells }) =>
      html`<tr${changed ? html` class="changed"` : null}>${cells.map((cell, at) => {
        const text = cellText(cell, lang)
        return at === 0
          ? html`<th scope="row">${text}${changed && anyChanged ? html` <span class="tag">${DESK_CHECK.changed[lang]}</span>` : null}</th>`
          : html`<td>${text}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
}

function cellText(cell: ReleaseCell, lang: Lang): Html | string {
  if (cell === null) return '–'
  if (typeof cell === 'object') return mixed(cell, lang)
  return typeof cell === 'number' ? String(cell) : properName(cell, lang)
}

/** Who of each side drafted, reviewed and signed. */
export function handsOf({ hands }: Pick<CheckView, 'hands'>, lang: Lang): Html {
  const people = (actors: readonly Actor[], none: string): Html =>
    actors.length === 0
      ? html`<span class="muted">${none}</span>`
      : html`<span>${actors.map(({ operator, agency }) => html`<span class="line">${nameIn(operator, lang)}<span class="sub">${nameIn(agency, lang)}</span></span>`)}</span>`
  const side = (party: PartyId, { drafted, reviewed, signed }: Hands): Html =>
    html`<tr><th scope="row">${sideMark(party, lang)}</th><td data-label="${DESK_CHECK.drafted[lang]}">${people(drafted, DESK_CHECK.none[lang])}</td><td data-label="${DESK_CHECK.reviewed[lang]}">${people(reviewed, DESK_CHECK.notYet[lang])}</td><td data-label="${DESK_CHECK.signed[lang]}">${people(signed, DESK_CHECK.notYet[lang])}</td></tr>`
  const heads = [DESK_CHECK.side, DESK_CHECK.drafted, DESK_CHECK.reviewed, DESK_CHECK.signed]
  return html`<p class="lead">${DESK_CHECK.fourEyes[lang]}</p>
<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${PARTIES.map((party) => side(party, hands[party]))}</tbody></table>`
}

/** The records: how many, by which digest, as of which ledger size, out of which submissions; one's own side's can be looked into. */
export function derivedFrom({ release, sources }: Exact, own: PartyId, lang: Lang): Html {
  const { derivedFrom: derived, ledger } = release
  const sideText = (party: PartyId): string => {
    const of = sources.filter((one) => one.party === party)
    const records = of.reduce((sum, one) => sum + one.records, 0)
    return sourcesText(of.length, records, PARTY[party])[lang]
  }
  const heads = [DESK_CHECK.submissions, DESK_CHECK.side, DESK_CHECK.records, DESK_CHECK.leaf]
  return html`<dl class="facts">
${row(DESK_CHECK.count[lang], html`${recordsText(derived.count)[lang]}${PARTIES.map((party) => html`<span class="sub">${sideText(party)}</span>`)}`)}
${row(DESK_CHECK.recordsDigest[lang], html`<code>${derived.digest}</code>`)}
${row(DESK_CHECK.basis[lang], html`${sizeText(ledger.size)[lang]} <span class="sub"><a href="${LINKS.checkpoint}">${ledger.origin}</a></span>`)}
${'base' in release && release.base !== null ? row(DESK_CHECK.base[lang], html`<code>${release.base.id}</code> <code class="digest">${release.base.digest}</code>`) : null}
</dl>
<details class="inside"><summary>${DESK_CHECK.submissions[lang]} <span class="count">${sources.length}</span></summary>
<table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${sources.map(
    ({ id, party, records, leaf }) =>
      html`<tr><th scope="row">${party === own ? html`<a href="${href(`/desk/submissions/${encodeURIComponent(id)}`, lang)}"><code>${id}</code></a>` : html`<code>${id}</code>`}</th><td data-label="${DESK_CHECK.side[lang]}">${sideMark(party, lang)}</td><td data-label="${DESK_CHECK.records[lang]}">${integer(records)}</td><td data-label="${DESK_CHECK.leaf[lang]}">${integer(leaf)}</td></tr>`,
  )}</tbody></table></details>`
}

/** Contract, register, key lists, standards, and the steps until its content was last changed. */
export function underWhat({ release }: Pick<Exact, 'release'>, lang: Lang): Html {
  const { contract, registry, keys, standards, consultation } = release
  return html`<dl class="facts">
${row(DESK_CHECK.contract[lang], html`<code>${contract.id} ${contract.version}</code> <code class="digest">${contract.digest}</code>`)}
${row(DESK_CHECK.registry[lang], html`<code>${registry.id} ${registry.edition}</code> <code class="digest">${registry.digest}</code>`)}
${row(DESK_CHECK.keys[lang], html`${PARTIES.map((party) => html`<span class="line">${DETAIL.keys(party, PARTY[party], keys[party].edition)[lang]} <code class="digest">${keys[party].digest}</code></span>`)}`)}
${row(DESK_CHECK.standards[lang], html`${standards.map((standard) => html`<span class="line"><code>${standard}</code></span>`)}`)}
${row(DESK_CHECK.steps[lang], html`<code>${consultation.id}</code> · ${integer(consultation.steps)} <code class="digest">${consultation.digest}</code>`)}
</dl>`
}
