/** Who rated: the level by the side's own words or by the authority's name in the register. 市级 is a prefecture in Sichuan, the municipality in Chongqing. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import { divisionIndex } from '../../contracts/registry/division-index.ts'
import type { DivisionRegistry } from '../../contracts/registry/types.ts'
import type { CreditAuthority } from '../../contracts/standards/credit-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type FieldReader, plainWord } from './cells.ts'
import type { CreditSide } from './side.ts'

type Authority = CreditRecord['authority']

/** As the contract has it (`/authority/name`). */
const LONGEST_NAME = 64
const OFFICE = /(?:生态环境|环境保护|环保)[厅局]$/

/** Whose rows, which columns and table, and the register that authorities are named after. */
export interface AuthorityOptions {
  readonly side: CreditSide
  readonly fields: FieldReader
  readonly registry: DivisionRegistry
  /** The sheet's name or the table's caption, where lists often say whose they are. */
  readonly table: string
}

/** Whether a sheet's name says whose ratings it holds. */
export function authorityInName({ levels }: CreditSide, table: string): CreditAuthority | undefined {
  const words = [...levels].filter(([word]) => word.endsWith('级') && plainWord(table).includes(word))
  // 区县级 holds 县级: the longest word is the one meant.
  return words.sort(([one], [other]) => other.length - one.length)[0]?.[1]
}

/** Reads the authority of each row of a table; `year` is the year rated. Adds to `notes`. */
export function authorityReader({
  side,
  fields,
  registry,
  table,
}: AuthorityOptions): (cells: readonly Cell[], row: number, year: number, notes: Note[]) => Authority | Rejection {
  const index = divisionIndex(registry)
  const inName = authorityInName(side, table)

  const known = new Map<string, ReturnType<typeof resolve>>()

  /** What an authority's name tells, once for each name and year. */
  function named(name: string, year: number): ReturnType<typeof resolve> {
    const id = `${year} ${name}`
    const before = known.get(id)
    if (before) return before
    const made = resolve(name, year)
    known.set(id, made)
    return made
  }

  /** Its level, and the name without the province before it. */
  function resolve(
    name: string,
    year: number,
  ): { readonly level: CreditAuthority | undefined; readonly short: string } {
    const office = OFFICE.exec(name)
    if (!office) return { level: undefined, short: name }
    const found = index.resolve({ party: side.party, name: name.slice(0, office.index), on: `${year}-12-31` })
    if (!('division' in found)) return { level: undefined, short: name }
    const { name: division, kind } = found.retired ?? found.division
    return { level: side.kinds[kind], short: division + office[0] }
  }

  return (cells, row, year, notes) => {
    const sent = fields.text(cells, 'authorityLevel')
    const sentName = plainWord(fields.text(cells, 'authority'))
    const refuse = (heading: 'authorityLevel' | 'authority', value: string, zh: string, en: string) =>
      reject(row, 'authority-unclear', fields.heading(heading), value, { zh, en })
    const byWord = sent === '' ? undefined : side.levels.get(plainWord(sent))
    if (sent !== '' && byWord === undefined) {
      const known = [...side.levels.keys()].filter((word) => word.endsWith('级'))
      return refuse(
        'authorityLevel',
        sent,
        `级别「${sent}」不在：${known.join('、')}`,
        `The level ${sent} is none of: ${known.join(', ')}`,
      )
    }
    if (sentName.includes('/') || sentName.length > LONGEST_NAME) {
      return refuse(
        'authority',
        sentName,
        '评价机关应为一个机关的名称',
        'The authority should be the name of one office',
      )
    }
    const { level: byName, short } = named(sentName, year)
    if (byWord !== undefined && byName !== undefined && byWord !== byName) {
      return refuse(
        'authority',
        sentName,
        `级别写作「${sent}」，评价机关「${sentName}」却是另一级`,
        `The level says ${sent}, but the authority ${sentName} is of another`,
      )
    }
    const level = byWord ?? byName ?? inName
    if (level === undefined) {
      return refuse(
        fields.has('authority') ? 'authority' : 'authorityLevel',
        sentName,
        sentName === '' ? '没有级别，也没有评价机关' : `无法由评价机关「${sentName}」确定级别，请填写级别`,
        sentName === ''
          ? 'Neither level nor authority is stated'
          : `The level cannot be told from the authority ${sentName}; state it`,
      )
    }
    if (byWord !== undefined) notes.push({ field: '/authority/level', rule: 'authority-level-by-side', sent })
    else if (byName !== undefined)
      notes.push({ field: '/authority/level', rule: 'authority-level-by-name', sent: sentName })
    else notes.push({ field: '/authority/level', rule: 'authority-level-from-sheet', sent: table })
    if (sentName === '') {
      if (level !== side.highest.level) return { level, name: null }
      notes.push({ field: '/authority/name', rule: 'authority-name-by-level' })
      return { level, name: side.highest.name }
    }
    if (short !== sentName) notes.push({ field: '/authority/name', rule: 'authority-name-short', sent: sentName })
    return { level, name: short }
  }
}
