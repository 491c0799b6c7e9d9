/** Where a release comes from: whose figures they are, who reviewed and signed it, what it corrects, and how anyone checks that. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { type Html, href, integer, type Lang, properName } from './lang.ts'
import { LINKS, releaseLinks, verifyCommand } from './links.ts'
import type { ReleaseBody } from './release-body.ts'
import { localTime, utcTime } from './time.ts'
import type { ReleaseView } from './view.ts'
import { COMMON, PARTY } from './words/common.ts'
import { byteCount, DETAIL, moreAttachments, PROVENANCE, RELEASE } from './words/release.ts'

/** So many sealed documents at most stand on the page, so that it stays light; all of them are in the release. */
export const MOST_ATTACHMENTS = 12

/** The provenance card. */
export function provenanceSection(view: ReleaseView, body: ReleaseBody, lang: Lang): Html {
  const { supersedes } = view.release
  return html`<div class="card provenance">
<dl class="facts">
${body.origin.map(({ title, text }) => html`<div><dt>${title[lang]}</dt><dd>${text}</dd></div>\n`)}<div><dt>${PROVENANCE.signed[lang]}</dt><dd>${PARTIES.map((party) => signature(view, party, lang))}</dd></div>
<div><dt>${PROVENANCE.corrects[lang]}</dt><dd>${
    supersedes === null
      ? PROVENANCE.correctsNothing[lang]
      : html`<a href="${href(releaseLinks(supersedes.id).page, lang)}">${supersedes.id}</a>`
  }</dd></div>${attachments(view, lang)}
</dl>
${verification(view, lang)}
${details(view, body, lang)}
</div>`
}

/** Documents sealed with the release are told by name and digest; whoever holds one can hold it against them. */
function attachments({ release }: ReleaseView, lang: Lang): Html | null {
  if (release.attachments.length === 0) return null
  const left = release.attachments.length - MOST_ATTACHMENTS
  return html`\n<div><dt>${PROVENANCE.attachments[lang]}</dt><dd>${release.attachments
    .slice(0, MOST_ATTACHMENTS)
    .map(
      ({ name, bytes, digest }) =>
        html`<span class="line">${properName(name, lang)} <span class="sub">${byteCount(bytes)[lang]}</span><code class="digest">${digest}</code></span>`,
    )}${left > 0 ? html`<span class="line"><a href="${releaseLinks(release.id).json}">${moreAttachments(left)[lang]}</a></span>` : null}</dd></div>`
}

function signature({ signatures }: ReleaseView, party: PartyId, lang: Lang): Html {
  const found = signatures.filter((one) => one.party === party)
  if (found.length === 0)
    return html`<span class="line missed">${PARTY[party][lang]} ${PROVENANCE.notSigned[lang]}</span>`
  return html`${found.map(
    ({ agency, post, time }) =>
      html`<span class="line"><b>${PARTY[party][lang]}</b> ${agency[lang]} · ${post[lang]}<span class="sub"><time datetime="${time}">${localTime(time, lang)}</time>${lang === 'zh' ? html`（${COMMON.localTime[lang]}）` : html` (${COMMON.localTime[lang]})`} · ${utcTime(time)}</span></span>`,
  )}`
}

function verification({ release, signatures }: ReleaseView, lang: Lang): Html {
  const complete = PARTIES.every((party) => signatures.some((one) => one.party === party))
  const links = releaseLinks(release.id)
  return html`<div class="verify">
<p class="${complete ? 'seal' : 'seal broken'}"><span aria-hidden="true">${complete ? '✓' : '✗'}</span> <strong>${
    complete ? PROVENANCE.verified[lang] : PROVENANCE.unverified[lang]
  }</strong> ${complete ? PROVENANCE.verifiedText[lang] : PROVENANCE.unverifiedText[lang]}</p>
<h3>${PROVENANCE.yourself[lang]}</h3>
<ol>
<li><a href="${links.proof}" download="${links.bundle}">${PROVENANCE.stepBundle[lang]}</a> <code>${links.bundle}</code></li>
<li>${release.sandbox ? PROVENANCE.stepTrustSandbox[lang] : PROVENANCE.stepTrust[lang]}</li>
<li>${PROVENANCE.stepRun[lang]}<pre class="command"><code>${verifyCommand(release.id)}</code></pre></li>
</ol>
</div>`
}

function details({ release, signatures }: ReleaseView, body: ReleaseBody, lang: Lang): Html {
  const { ledger, derivedFrom, registry, contract, keys, standards, consultation } = release
  return html`<details class="inside"><summary>${RELEASE.details[lang]}</summary>
<p>${PROVENANCE.merkle[lang]}</p>
<dl class="facts">
<div><dt>${PROVENANCE.ledger[lang]}</dt><dd><code>${ledger.origin}</code> <span class="sub">${DETAIL.ledger(ledger.size)[lang]} · <a href="${LINKS.checkpoint}">${PROVENANCE.checkpoint[lang]}</a></span></dd></div>
<div><dt>${PROVENANCE.signingKey[lang]}</dt><dd>${signatures.map(
    ({ party, kid, ledgerIndex }) =>
      html`<span class="line">${PARTY[party][lang]} <code>${kid}</code> <span class="sub">${PROVENANCE.inLedger[lang]} ${integer(ledgerIndex)}</span></span>`,
  )}</dd></div>
<div><dt>${PROVENANCE.keys[lang]}</dt><dd>${PARTIES.map(
    (party) =>
      html`<span class="line">${DETAIL.keys(party, PARTY[party], keys[party].edition)[lang]} <code class="digest">${keys[party].digest}</code></span>`,
  )}</dd></div>
<div><dt>${PROVENANCE.derived[lang]}</dt><dd>${DETAIL.derived(derivedFrom.count)[lang]} <code class="digest">${derivedFrom.digest}</code></dd></div>
<div><dt>${PROVENANCE.contract[lang]}</dt><dd><code>${contract.id} ${contract.version}</code> <code class="digest">${contract.digest}</code></dd></div>
<div><dt>${body.register[lang]}</dt><dd><code>${registry.id} ${registry.edition}</code> <code class="digest">${registry.digest}</code></dd></div>
<div><dt>${PROVENANCE.standards[lang]}</dt><dd>${standards.map((standard) => html`<span class="line"><code>${standard}</code></span>`)}</dd></div>
${
  consultation.steps === 0
    ? null
    : html`<div><dt>${PROVENANCE.consultation[lang]}</dt><dd><code>${consultation.id}</code> <span class="sub">${DETAIL.steps(consultation.steps)[lang]}</span> <code class="digest">${consultation.digest}</code></dd></div>`
}
</dl>
</details>`
}
