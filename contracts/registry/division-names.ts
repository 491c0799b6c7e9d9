/** The ways a division is written: alone, after the divisions it lies in, and without the word for what it is (市, 区, 县, 自治州). */
import { plainName } from './names.ts'
import type { Division } from './types.ts'

/** Spellings of one division, all plain: `full` names say what it is, `short` ones leave that word out. */
export interface DivisionSpellings {
  readonly full: ReadonlySet<string>
  readonly short: ReadonlySet<string>
}

const AUTONOMOUS = /(?:土家族|羌族|藏族|彝族|苗族)+自治[州县]$/
const SUFFIX: Readonly<Partial<Record<Division['kind'], RegExp>>> = {
  province: /[省市]$/,
  city: /市$/,
  county: /[市区县]$/,
}

/** The name without its last word; null when what is left is a single character (泸县), which is no name people write. */
function stemOf({ name, kind }: Division): string | null {
  const stem = AUTONOMOUS.test(name) ? name.replace(AUTONOMOUS, '') : name.replace(SUFFIX[kind] ?? /$^/, '')
  return stem.length >= 2 && stem !== name ? stem : null
}

/** Every way a division is written; `above` is what it lies in, nearest first. */
export function divisionSpellings(division: Division, above: readonly Division[]): DivisionSpellings {
  const full = new Set<string>()
  const short = new Set<string>()
  const stem = stemOf(division)
  for (const before of prefixes(above)) {
    for (const name of [division.name, ...division.aliases]) full.add(plainName(before + name))
    if (stem !== null) short.add(plainName(before + stem))
  }
  return { full, short }
}

/** `四川省内江市`, `四川内江`, `内江市` and so on: each level whole, short or left out, the highest first. */
function prefixes(above: readonly Division[]): readonly string[] {
  let found: readonly string[] = ['']
  for (const division of above) {
    const stem = stemOf(division)
    const written = ['', division.name, ...division.aliases, ...(stem === null ? [] : [stem])]
    found = found.flatMap((rest) => written.map((name) => name + rest))
  }
  return found
}
