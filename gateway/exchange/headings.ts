/** What the columns of a contract's records are called, counted in and shown to, out of the contract itself. */
import type { Contract } from '../../contracts/index.ts'
import type { Audience, Bilingual } from '../../contracts/types.ts'
import type { Column } from './columns.ts'
import { isNode, type Node, resolved, titleOf, unitOf } from './schema.ts'

/** A column as people read it. `pointer` leads to its cell in a record (RFC 6901). */
export interface Heading {
  readonly name: string
  readonly title: Bilingual
  readonly unit: string | null
  readonly audience: Audience
  readonly pointer: string
}

/** A column's heading: the titles on the way to its cell, the last one's unit, the audience of the member it lies in. */
export function headingOf({ schema, terms }: Contract, { heading, path }: Column): Heading {
  const root: Node = isNode(schema) ? schema : {}
  const titles: Bilingual[] = []
  let at: Node = root
  for (const member of path) {
    const { properties } = resolved(at, root)
    at = resolved(isNode(properties) ? properties[member] : undefined, root)
    titles.push(titleOf(at) ?? { zh: member, en: member })
  }
  return {
    name: heading,
    title: { zh: trail(titles.map(({ zh }) => zh)), en: trail(titles.map(({ en }) => en)) },
    unit: unitOf(at),
    audience: terms.audience[path[0] ?? ''] ?? 'joint',
    pointer: path.map((member) => `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  }
}

/** `断面 · 断面名称` says no more than `断面名称`. */
function trail(titles: readonly string[]): string {
  return titles.filter((title, at) => !titles[at + 1]?.startsWith(title)).join(' · ')
}
