/** Generated from gateway/docs/*.md and gateway/docs/zh/*.md by gateway/docs/build.ts; do not edit. */

/** One language of a document: its title as text, its body as HTML. */
export interface RenderedDocument {
  readonly title: string
  readonly html: string
}

/** The documents by name, in both languages. */
export declare const DOCUMENTS: Readonly<
  Record<string, { readonly zh: RenderedDocument; readonly en: RenderedDocument } | undefined>
>
