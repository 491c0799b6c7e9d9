/** Sealed office documents attached by their digest: the list of them, and where a person checks a file they hold against it. */
import { html } from 'hono/html'
import type { Attached } from '../../release/release-types.ts'
import { type Html, integer, type Lang, properName } from '../lang.ts'
import { localTime } from '../time.ts'
import { ATTACH, HASH_COMMAND } from '../words/desk-attach.ts'
import { byMark } from './matrix/thread.ts'
import type { By } from './matrix/view.ts'

/** One attachment, with who attached it and when (an instant). */
export interface AttachedView extends Attached {
  readonly by: By
  readonly time: string
}

/** So many bytes as people say it, and exactly. */
export function sizeText(bytes: number): string {
  const exact = `${integer(bytes)} B`
  if (bytes < 1024) return exact
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KiB'] : [bytes / (1024 * 1024), 'MiB']
  return `${size.toFixed(1)} ${unit} (${exact})`
}

/** Name, type, size and digest. */
export function attachedFacts({ bytes, digest, mediaType, name }: Attached, lang: Lang): Html {
  return html`<span class="line" data-attached="${digest}">${properName(name, lang)}<span class="sub">${mediaType} · ${sizeText(bytes)}</span><code class="digest">${digest}</code></span>`
}

/** The part of a consultation's page. */
export function attachmentsPart(attachments: readonly AttachedView[], lang: Lang): Html {
  return html`<section class="part" aria-labelledby="attachments-title"><h2 id="attachments-title">${ATTACH.title[lang]}</h2>
<p class="muted small">${ATTACH.lead[lang]}</p>
<div id="attached">${
    attachments.length === 0
      ? html`<p class="muted">${ATTACH.none[lang]}</p>`
      : html`<ul class="thread">${attachments.map((one) => html`<li>${attachedFacts(one, lang)}<p class="byline"><span>${byMark(one.by, lang)}</span><time datetime="${one.time}">${localTime(one.time, lang)}</time></p></li>`)}</ul>`
  }</div>
${fileCheck(lang)}</section>`
}

/** Where a file is checked against what is listed on the page. Its module shows which of the outcomes it is. */
export function fileCheck(lang: Lang): Html {
  return html`<details class="inside file-check" id="file-check"><summary>${ATTACH.check[lang]}</summary>
<p>${ATTACH.checkText[lang]}</p><pre class="command"><code>${HASH_COMMAND}</code></pre>
<div class="acting" data-acts hidden><label class="block" for="check-file">${ATTACH.file[lang]}</label><input type="file" id="check-file">
<div role="status"><p class="muted" data-outcome="working" hidden>${ATTACH.working[lang]}</p>
<p class="met" data-outcome="found" hidden>${ATTACH.found[lang]}<span data-name></span></p>
<p class="missed" data-outcome="unknown" hidden>${ATTACH.unknown[lang]}</p>
<p class="fault" data-outcome="failed" hidden></p>
<p data-outcome="computed" hidden>${ATTACH.digest[lang]} <code class="digest" data-digest></code></p></div></div>
</details>`
}

/** The part of the dialog in which a file to attach is chosen; `most` is the largest a browser hashes at once. */
export function filePart(most: number, lang: Lang): Html {
  const row = (name: string, title: string): Html =>
    html`<div><dt>${title}</dt><dd><output data-fact="${name}"></output></dd></div>`
  return html`<div data-part="file" data-most="${most}" hidden><label class="block" for="act-file">${ATTACH.file[lang]}</label><input type="file" id="act-file">
<p class="muted small">${ATTACH.fileText[lang]}</p><p class="muted" id="act-file-working" role="status" hidden>${ATTACH.working[lang]}</p>
<dl class="facts" id="act-file-facts" hidden>${row('name', ATTACH.name[lang])}${row('size', ATTACH.size[lang])}${row('type', ATTACH.type[lang])}${row('digest', ATTACH.digest[lang])}</dl></div>`
}
