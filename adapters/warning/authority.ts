/** Who issues a warning: a government, its command or office (大气污染防治法第九十五条), and the area it governs. Standards §12. */
import type { PartyId } from '../../contracts/types.ts'
import type { AirSide } from '../air/side.ts'
import { halfWidth } from '../tables/marks.ts'

/** Parts of a body's name that may issue warnings, at the end of the name; a mark in brackets may follow. */
const FIT = /(?:人民政府|政府|指挥部|领导小组|工作组|委员会|管委会)(?:办公厅|办公室)?(?:[(][^()]{1,8}[)])?$/
/** Ends of names of bodies of any kind. */
const BODY = /(?:政府|指挥部|小组|工作组|委员会|管委会|办公厅|办公室|[厅局]|中心|公司|总站|协会)(?:[(][^()]{1,8}[)])?$/

const LONGEST = 64
const LONGEST_AREA = 40

/** Whether a text is the name of a body, whoever it may be. */
export function isBody(text: string): boolean {
  const name = halfWidth(text).replace(/\s+/g, '')
  return name.length >= 4 && name.length <= LONGEST && !/[,。:;、《》]/.test(name) && BODY.test(name)
}

/** A body that may issue warnings. */
export interface FoundAuthority {
  /** In its own words, without blanks. */
  readonly authority: string
  /** The words for the area it governs, as its name begins; empty where that is a province or cannot be told. */
  readonly area: string
  /** Whose province its name begins with, where it does. */
  readonly party: PartyId | null
  readonly changed: boolean
}

/** Reads the name of an authority; null when it may not issue warnings. `isArea` tells whether a text names an area of the register. */
export function findAuthority(side: AirSide, text: string, isArea: (name: string) => boolean): FoundAuthority | null {
  const authority = text.replace(/\s+/g, '')
  if (authority.length > LONGEST || authority.includes('/') || !FIT.test(halfWidth(authority))) return null
  const begins = (names: readonly string[]): boolean => names.some((name) => authority.startsWith(name))
  const other = side.party === 'cq' ? 'sc' : 'cq'
  return {
    authority,
    area: areaOf(authority, isArea),
    party: begins(side.other) ? other : begins(side.own) ? side.party : null,
    changed: authority !== text,
  }
}

/** Whether a body's name begins with an area of the register, or with a province. */
export function beginsWithArea(name: string, isArea: (name: string) => boolean): boolean {
  return /^(?:四川|重庆)/.test(name) || areaOf(name, isArea) !== ''
}

/** The longest beginning of a name that is an area, so that 重庆市北碚区 is not read as 重庆市. */
function areaOf(name: string, isArea: (name: string) => boolean): string {
  for (let length = Math.min(name.length - 2, LONGEST_AREA); length >= 2; length--) {
    const head = name.slice(0, length)
    if (isArea(head)) return head
  }
  return ''
}
