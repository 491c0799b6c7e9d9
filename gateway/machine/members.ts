/** Reading the members of gateway.json: what is not as it must be is put down as a fault, and reading goes on, so that all of it is told at once. */
import type { Bilingual } from '../../contracts/types.ts'
import { type ConfigFault, fault } from './refused.ts'

/** The members of one object of the file. `take` marks a name as known. */
export interface Members {
  /** The value of a member; undefined when it is not there. */
  take(name: string): unknown
  text(name: string): string
  flag(name: string): boolean
  /** A number of at least `least`; `standard` when it is not there. */
  number(name: string, standard: number, least: number): number
  /** One of these words; `standard` when it is not there. */
  word<const Word extends string>(name: string, words: readonly Word[], standard: Word): Word
  /** The members of an object; null when it is not there. */
  object(name: string): Members | null
  /** Members that nobody asked for, here and below, as `/metrics/prot`. */
  unknown(): readonly string[]
  wrong(name: string, what: Bilingual, fix: Bilingual): void
}

/** An object's members; `at` is its place in the file, `faults` where faults are put down. */
export function membersOf(value: object, faults: ConfigFault[], at = ''): Members {
  const members = new Map<string, unknown>(Object.entries(value))
  const asked = new Set<string>()
  const below: Members[] = []
  const take = (name: string): unknown => {
    asked.add(name)
    return members.get(name)
  }
  const wrong = (name: string, what: Bilingual, fix: Bilingual): void => {
    faults.push(fault(`gateway.json ${at}/${name}`, what, fix))
  }
  return {
    take,
    wrong,
    text(name) {
      const found = take(name)
      if (typeof found === 'string' && found !== '') return found
      wrong(
        name,
        { zh: `缺少 ${name}，或不是文字`, en: `expected ${name} as text` },
        { zh: `在 gateway.json 中写入 "${name}": "…"`, en: `write "${name}": "…" into gateway.json` },
      )
      return ''
    },
    flag(name) {
      const found = take(name)
      if (found !== undefined && typeof found !== 'boolean') {
        wrong(
          name,
          { zh: `${name} 应为 true 或 false`, en: `expected ${name} as true or false` },
          { zh: '写 true 或 false，不加引号', en: 'write true or false without quotes' },
        )
      }
      return found === true
    },
    number(name, standard, least) {
      const found = take(name)
      if (found === undefined) return standard
      if (typeof found === 'number' && Number.isFinite(found) && found >= least) return found
      wrong(
        name,
        { zh: `${name} 应为不小于 ${least} 的数`, en: `expected ${name} as a number of at least ${least}` },
        {
          zh: `改为不小于 ${least} 的数，或删去以用默认值 ${standard}`,
          en: `write a number of at least ${least}, or leave it out for ${standard}`,
        },
      )
      return standard
    },
    word(name, words, standard) {
      const found = take(name)
      if (found === undefined) return standard
      const known = words.find((one) => one === found)
      if (known !== undefined) return known
      wrong(
        name,
        { zh: `${name} 应为 ${words.join('、')} 之一`, en: `expected ${name} as one of ${words.join(', ')}` },
        { zh: `改为其中之一，或删去以用默认值 ${standard}`, en: `write one of them, or leave it out for ${standard}` },
      )
      return standard
    },
    object(name) {
      const found = take(name)
      if (found === undefined) return null
      if (typeof found === 'object' && found !== null && !Array.isArray(found)) {
        const read = membersOf(found, faults, `${at}/${name}`)
        below.push(read)
        return read
      }
      wrong(
        name,
        { zh: `${name} 应为对象`, en: `expected ${name} as an object` },
        { zh: `写成 "${name}": { … }，或删去`, en: `write "${name}": { … }, or leave it out` },
      )
      return null
    },
    unknown: () => [
      ...[...members.keys()].filter((name) => !asked.has(name)).map((name) => `${at}/${name}`),
      ...below.flatMap((one) => one.unknown()),
    ],
  }
}
