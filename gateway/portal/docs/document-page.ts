/** `/docs` and `/docs/<name>`: the documents in the reader's language, as they come with this version. */
import { html, raw } from 'hono/html'
import { DOCUMENTS } from '../../docs/generated/documents.js'
import { type Html, href, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { documentLink, LINKS } from '../links.ts'
import { DOCS } from '../words/docs.ts'

/** The documents in the order a newcomer reads them; others follow. */
const ORDER = ['start', 'api', 'datasets', 'excel', 'consultation', 'verify', 'install', 'operate', 'observe', 'limits']

/** The names of all documents. */
function documentList(): readonly string[] {
  const place = (name: string): number => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1)
  return Object.keys(DOCUMENTS).sort((a, b) => place(a) - place(b))
}

/** `/docs` */
export function documentsPage({ sandbox }: { readonly sandbox: boolean }, options: PageOptions): Html {
  const { lang } = options
  const main = html`<article class="prose">
<h1>${DOCS.title[lang]}</h1>
<p class="lead">${DOCS.lead[lang]}</p>
<ul class="notes">${documentList().map((name) => html`<li><a href="${href(documentLink(name), lang)}">${DOCUMENTS[name]?.[lang].title ?? name}</a></li>`)}
<li><a href="${href(LINKS.reference, lang)}">${DOCS.reference[lang]}</a> · <a href="${LINKS.openapi}">OpenAPI 3.1</a></li></ul>
</article>`
  return layout({ title: DOCS.title[lang], sandbox, main }, options)
}

/** A document's page, or null where there is none of this name. */
export function documentPage(
  name: string,
  { sandbox }: { readonly sandbox: boolean },
  options: PageOptions,
): Html | null {
  const { lang } = options
  const document = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined
  if (!document) return null
  const { title, html: body } = document[lang]
  // Links between documents stay in the reader's language.
  const kept = lang === 'zh' ? body : body.replace(/href="(\/docs\/[a-z-]+)(#[^"]*)?"/g, 'href="$1?lang=en$2"')
  const main = html`<p class="back"><a href="${href(LINKS.docs, lang)}">${DOCS.all[lang]}</a></p>
<article class="document">${raw(kept)}</article>`
  return layout({ title, sandbox, main }, options)
}
