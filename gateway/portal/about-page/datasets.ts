/** A contract as the page about the data tells of it: who produces it, how far it is reviewed, how often, and who may see what. */
import type { Contract } from '../../../contracts/index.ts'
import type { Audience, Bilingual } from '../../../contracts/types.ts'
import { isMembers, listOf, membersOf } from '../contract-page/members.ts'
import { fieldsOf } from '../contract-page/schema-fields.ts'
import { PRODUCER, REVIEWED } from '../words/about.ts'

/** One dataset. `open` may be told to everybody by the contract, `closed` to both sides alone; `released` whether it names products. */
export interface Dataset {
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly sources: readonly Bilingual[]
  readonly review: readonly Bilingual[]
  readonly cadence: readonly Bilingual[]
  readonly open: readonly Bilingual[]
  readonly closed: readonly Bilingual[]
  readonly released: boolean
}

/** The dataset of a contract. */
export function datasetOf({ id, version, title, schema, terms, source }: Contract): Dataset {
  const fields = fieldsOf(schema)
  const named = (who: Audience): readonly Bilingual[] =>
    Object.entries(terms.audience).flatMap(([member, audience]) => {
      if (audience !== who || member === 'original') return []
      return fields.find(({ path }) => path === member)?.title ?? { zh: member, en: member }
    })
  const json = membersOf(JSON.parse(source))
  const { cadence, products } = membersOf(json.terms)
  return {
    id,
    version,
    title,
    sources: words(PRODUCER, enumOf(schema, 'originator')),
    review: words(REVIEWED, enumOf(schema, 'review')),
    cadence: Object.values(membersOf(cadence)).flatMap((one) => {
      const { zh, en } = membersOf(one)
      return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : []
    }),
    open: named('public'),
    closed: named('joint'),
    released: listOf(products).length > 0,
  }
}

function enumOf(schema: object, member: string): readonly unknown[] {
  const property = membersOf(membersOf(schema).properties)[member]
  return isMembers(property) ? listOf(property.enum) : []
}

function words(table: Readonly<Record<string, Bilingual>>, keys: readonly unknown[]): readonly Bilingual[] {
  return keys.flatMap((key) => table[String(key)] ?? [])
}
