/** Where a release comes from: who measured, sent, reviewed and signed it, what it corrects, and how anyone checks that. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import type { BulletinSection } from '../release/bulletin-types.ts'
import { type Html, href, integer, type Lang } from './lang.ts'
import { LINKS, releaseLinks, verifyCommand } from './links.ts'
import { localTime, utcTime } from './time.ts'
import type { ReleaseView } from './view.ts'
import { COMMON, LIST, PARTY } from './words/common.ts'
import { DETAIL, ORIGINATOR, PROVENANCE, RELEASE, REVIEW, sentBy } from './words/release.ts'

/** The provenance card. */
export function provenanceSection(view: ReleaseView, lang: Lang): Html {
  const { bulletin, originators, review } = view
  const { supersedes } = bulletin
  return html`<div class="card provenance">
<dl class="facts">
<div><dt>${PROVENANCE.measured[lang]}</dt><dd>${originators.map((one) => ORIGINATOR[one][lang]).join(LIST[lang])}</dd></div>
<div><dt>${PROVENANCE.sent[lang]}</dt><dd>${PARTIES.map((party) => html`<span class="line">${sentBy(PARTY[party], sent(bulletin.sections, party))[lang]}</span>`)}</dd></div>
<div><dt>${PROVENANCE.review[lang]}</dt><dd>${REVIEW[review][lang]}</dd></div>
<div><dt>${PROVENANCE.signed[lang]}</dt><dd>${PARTIES.map((party) => signature(view, party, lang))}</dd></div>
<div><dt>${PROVENANCE.corrects[lang]}</dt><dd>${
    supersedes === null
      ? PROVENANCE.correctsNothing[lang]
      : html`<a href="${href(releaseLinks(supersedes.id).page, lang)}">${supersedes.id}</a>`
  }</dd></div>
</dl>
${verification(view, lang)}
${details(view, lang)}
</div>`
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

function verification({ bulletin, signatures }: ReleaseView, lang: Lang): Html {
  const complete = PARTIES.every((party) => signatures.some((one) => one.party === party))
  const links = releaseLinks(bulletin.id)
  return html`<div class="verify">
<p class="${complete ? 'seal' : 'seal broken'}"><span aria-hidden="true">${complete ? '✓' : '✗'}</span> <strong>${
    complete ? PROVENANCE.verified[lang] : PROVENANCE.unverified[lang]
  }</strong> ${complete ? PROVENANCE.verifiedText[lang] : PROVENANCE.unverifiedText[lang]}</p>
<h3>${PROVENANCE.yourself[lang]}</h3>
<ol>
<li><a href="${links.proof}" download="${links.bundle}">${PROVENANCE.stepBundle[lang]}</a> <code>${links.bundle}</code></li>
<li>${bulletin.sandbox ? PROVENANCE.stepTrustSandbox[lang] : PROVENANCE.stepTrust[lang]}</li>
<li>${PROVENANCE.stepRun[lang]}<pre class="command"><code>${verifyCommand(bulletin.id)}</code></pre></li>
</ol>
</div>`
}

function details({ bulletin, signatures }: ReleaseView, lang: Lang): Html {
  const { ledger, derivedFrom, registry, contract, keys, standards } = bulletin
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
<div><dt>${PROVENANCE.registry[lang]}</dt><dd><code>${registry.id} ${registry.edition}</code> <code class="digest">${registry.digest}</code></dd></div>
<div><dt>${PROVENANCE.standards[lang]}</dt><dd>${standards.map((standard) => html`<span class="line"><code>${standard}</code></span>`)}</dd></div>
</dl>
</details>`
}

function sent(sections: readonly BulletinSection[], party: PartyId): number {
  return sections.reduce((sum, { records }) => sum + records.bySide[party], 0)
}
