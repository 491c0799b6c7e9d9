/** The XML inside a workbook or document, streamed: local names, decoded text, bounded nesting. */
import { Parser } from 'htmlparser2'
import { type Container, WORKBOOK } from './container.ts'
import { FormatError } from './error.ts'

/** An element's attributes by name as written, prefix included. */
export type Attributes = Readonly<Record<string, string>>

/** What is told of a document while it is read, in order. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(data: string): void
}

/** No part of a workbook or document and no page of tables nests as deep; without a bound, closing tags that match nothing cost their depth each. */
export const ELEMENT_DEPTH = 256

/** Streams one part. Names lose their namespace prefix. Throws `xlsx-invalid` (the code of `kind`) when it is not UTF-8, `too-deep` past `ELEMENT_DEPTH`. */
export function readXml(bytes: Uint8Array, part: string, handler: XmlHandler, kind: Container = WORKBOOK): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > ELEMENT_DEPTH) throw elementsTooDeep()
        handler.open?.(localName(name), attributes)
      },
      onclosetag(name) {
        depth -= 1
        handler.close?.(localName(name))
      },
      ontext(data) {
        handler.text?.(data)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decode(bytes, part, kind))
}

/** `too-deep` for elements nested past `ELEMENT_DEPTH`. */
export function elementsTooDeep(): FormatError {
  return new FormatError('too-deep', {
    zh: `标签嵌套超过上限 ${ELEMENT_DEPTH} 层`,
    en: `expected elements nested at most ${ELEMENT_DEPTH} deep, got more`,
  })
}

/** `xlsx-invalid` (the code of `kind`), naming the part and what is wrong with it. */
export function invalidPart(part: string, zh: string, en: string, kind: Container = WORKBOOK): FormatError {
  return new FormatError(
    kind.code,
    { zh: `${kind.zh} ${part}：${zh}`, en: `${kind.en} part ${part}: ${en}` },
    { value: part },
  )
}

/** `_x000D_` and the like, for characters XML cannot hold (ECMA-376 part 1 §22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decode(bytes: Uint8Array, part: string, kind: Container): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalidPart(part, '不是 UTF-8', 'not UTF-8', kind)
  }
}
