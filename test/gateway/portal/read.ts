/** A page taken apart: its tags with their attributes, and its text, as a browser without scripts would have them. */
import { Parser } from 'htmlparser2'
import type { Html } from '../../../gateway/portal/index.ts'

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Page {
  readonly source: string
  readonly tags: readonly Tag[]
  readonly text: string
  /** Text within the first element that has this attribute value, e.g. `id="coverage"`. */
  within(attribute: string, value: string): string
  /** Text of every element of this name, in order. */
  each(name: string): readonly string[]
}

const VOID = new Set(['meta', 'link', 'br', 'rect', 'path', 'img', 'hr'])

/** Renders and reads a page. */
export async function read(html: Html): Promise<Page> {
  const source = String(await html)
  const tags: Tag[] = []
  const spans: { tag: Tag; from: number; to: number }[] = []
  const open: { tag: Tag; from: number; to: number }[] = []
  let text = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = { name, attributes: { ...attributes } }
      const span = { tag, from: text.length, to: text.length }
      tags.push(tag)
      spans.push(span)
      if (!VOID.has(name)) open.push(span)
    },
    ontext: (part) => {
      text += part
    },
    onclosetag(name) {
      if (VOID.has(name)) return
      const span = open.pop()
      if (span) span.to = text.length
      if (BLOCKS.has(name)) text += '\n'
    },
  })
  parser.end(source)
  const textOf = ({ from, to }: { from: number; to: number }) => text.slice(from, to).replace(/\s+/g, ' ').trim()
  return {
    source,
    tags,
    text: text.replace(/\s+/g, ' '),
    within(attribute, value) {
      const span = spans.find(({ tag }) => tag.attributes[attribute] === value)
      if (!span) throw new Error(`expected an element with ${attribute}="${value}"`)
      return textOf(span)
    },
    each: (name) => spans.filter(({ tag }) => tag.name === name).map(textOf),
  }
}

const BLOCKS = new Set(['li', 'td', 'th', 'tr', 'p', 'div', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'a', 'span', 'text'])
