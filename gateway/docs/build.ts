/** Renders the documents to HTML that both runtimes import and the gateway serves at `/docs`; run by `npm run build:docs`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked, type Tokens } from 'marked'

const HERE = import.meta.dirname
/** Chinese beside English: the same names in a folder of their own. */
const FOLDERS = { zh: join(HERE, 'zh'), en: HERE } as const

/** One language of a document. `title` is its first heading, as plain text. */
export interface Rendered {
  readonly title: string
  readonly html: string
}

/** The names of the documents, without ending. */
export function documentNames(): readonly string[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort()
}

/** A document as written. */
export function documentText(name: string, lang: keyof typeof FOLDERS): string {
  return readFileSync(join(FOLDERS[lang], `${name}.md`), 'utf8')
}

/** A heading's anchor, as code hosts make it: lower case, blanks to hyphens, punctuation gone. */
function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** A link between documents is one between pages; what stands outside them is named, not linked, since the gateway does not serve it. */
function pageLink(to: string): string | null {
  const [, name, anchor = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(to) ?? []
  if (name !== undefined) return `/docs/${name}${anchor}`
  return /^(?:\/|#|https:)/.test(to) ? to : null
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function plain(tokens: readonly Tokens.Generic[]): string {
  return tokens.map((token) => (token.tokens ? plain(token.tokens) : String(token.text ?? token.raw))).join('')
}

/** Chinese is written without blanks between words: a line's end within it is none. Code keeps its lines. */
function joined(html: string): string {
  return html
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/(?<=[\p{Script=Han}，。；：、）》”])\n(?=[\p{Script=Han}（《“])/gu, ''),
    )
    .join('')
}

/** Markdown as HTML of our own pages: no inline style, no HTML of its own, tables whose cells know their heads. */
export function render(markdown: string): Rendered {
  let title = ''
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const words = plain(tokens)
        if (depth === 1) title = words
        return `<h${depth} id="${escaped(anchorOf(words))}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}\n</code></pre>\n`,
      html: ({ text }) => escaped(text),
      link({ href, tokens }) {
        const to = pageLink(href)
        const words = this.parser.parseInline(tokens)
        return to === null ? words : `<a href="${escaped(to)}">${words}</a>`
      },
      table({ header, rows }) {
        const heads = header.map(({ tokens }) => plain(tokens))
        const head = header.map(({ tokens }) => `<th scope="col">${this.parser.parseInline(tokens)}</th>`).join('')
        // On a narrow screen a row is a card, whose cells say what they are.
        const cell = ({ tokens }: Tokens.TableCell, at: number): string =>
          `<td data-label="${escaped(heads[at] ?? '')}">${this.parser.parseInline(tokens)}</td>`
        const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>\n`).join('')
        return `<div class="across" tabindex="0"><table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>\n`
      },
    },
  })
  const html = joined(marked.parse(markdown, { async: false }))
  if (title === '') throw new TypeError('expected a document to begin with a heading')
  return { title, html }
}

/** The module that holds them, and the types beside it. */
export function renderedDocuments(): { readonly source: string; readonly declaration: string } {
  const names = documentNames()
  const pages = names.map((name) => {
    const [zh, en] = [render(documentText(name, 'zh')), render(documentText(name, 'en'))]
    return `  ${JSON.stringify(name)}: ${JSON.stringify({ zh, en })},\n`
  })
  const note = 'Generated from gateway/docs/*.md and gateway/docs/zh/*.md by gateway/docs/build.ts; do not edit.'
  return {
    source: `// ${note}\nexport const DOCUMENTS = {\n${pages.join('')}}\n`,
    declaration: `/** ${note} */

/** One language of a document: its title as text, its body as HTML. */
export interface RenderedDocument {
  readonly title: string
  readonly html: string
}

/** The documents by name, in both languages. */
export declare const DOCUMENTS: Readonly<
  Record<string, { readonly zh: RenderedDocument; readonly en: RenderedDocument } | undefined>
>
`,
  }
}

/** Where the two are kept. */
export const RENDERED = join(HERE, 'generated', 'documents')

if (process.argv[1] === import.meta.filename) {
  const { source, declaration } = renderedDocuments()
  writeFileSync(`${RENDERED}.js`, source)
  writeFileSync(`${RENDERED}.d.ts`, declaration)
}
