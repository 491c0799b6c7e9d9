/** The division a row lies in on its day, and whose it is. Standards §7.2, §9 rows 2 and 16. */
import type { DivisionIndex, DivisionRegistry, DivisionResolution } from '../../contracts/registry/index.ts'
import { divisionIndex } from '../../contracts/registry/index.ts'
import type { Division, DivisionKind } from '../../contracts/registry/types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import type { RowCells } from './cells.ts'
import type { RiskSide } from './side.ts'

/** What a site lies in: a county, or a management unit that stands in its place. */
const KINDS: readonly DivisionKind[] = ['county', 'management']
/** Codes of the two provinces begin so. */
const OWN_CODES = /^(?:50|51)/

/** Reads the division of a row on a civil day; adds to `notes`. */
export function placeReader(
  side: RiskSide,
  registry: DivisionRegistry,
): (cells: RowCells, on: string, row: number, notes: Note[]) => Division | Rejection {
  const index = divisionIndex(registry)

  function above(cells: RowCells, on: string): string | undefined {
    const name = cells.word('city')
    const found = name === '' ? undefined : index.resolve({ name, on, kinds: ['province', 'city'] })
    return found && 'division' in found ? found.division.id : undefined
  }

  return (cells, on, row, notes) => {
    const outside = otherProvince(cells, side, row)
    if (outside) return outside
    const sentCode = cells.narrow('divisionCode')
    const name = cells.word('division')
    const field = sentCode === '' || name !== '' ? 'division' : 'divisionCode'
    const heading = cells.heading(field)
    const sent = name || sentCode
    if (sent === '') {
      return reject(row, 'division-missing', heading, '', {
        zh: '没有所在区县，也没有行政区划代码',
        en: 'There is neither a county nor a division code',
      })
    }
    // Codes of towns and villages begin with their county's.
    const code = /^\d{6}(?:\d{3}|\d{6})$/.test(sentCode) ? sentCode.slice(0, 6) : sentCode
    if (name === '' && /^\d{6}$/.test(code) && !OWN_CODES.test(code)) {
      return reject(row, 'territory-outside', heading, sentCode, {
        zh: `行政区划代码 ${sentCode} 不属四川省或重庆市`,
        en: `The division code ${sentCode} is neither Sichuan's nor Chongqing's`,
      })
    }
    const within = above(cells, on)
    const query = {
      on,
      kinds: KINDS,
      ...(code === '' ? {} : { code }),
      ...(name === '' ? {} : { name }),
      ...(within === undefined ? {} : { within }),
    }
    const found = index.resolve({ ...query, party: side.party })
    if (!('division' in found)) {
      const anywhere = index.resolve(query)
      if ('division' in anywhere) return foreign(anywhere.division, row, heading, sent)
      return unresolved(found, index, { row, heading, sent, on })
    }
    const { division, retired } = found
    if (code !== sentCode) notes.push({ field: '/division/code', rule: 'division-code-shortened', sent: sentCode })
    if (retired) notes.push({ field: '/division', rule: 'division-retired', sent })
    else if (code !== '' && code !== division.code)
      notes.push({ field: '/division/code', rule: 'division-code-unregistered', sent: sentCode })
    if (name !== '' && name !== division.name && name !== retired?.name)
      notes.push({ field: '/division/name', rule: 'division-alias', sent: name })
    return division
  }
}

function otherProvince(cells: RowCells, side: RiskSide, row: number): Rejection | null {
  const province = cells.word('province')
  if (province === '' || side.own.includes(province)) return null
  return side.other.includes(province)
    ? reject(row, 'row-of-other-side', cells.heading('province'), province, {
        zh: `该行属对方（${province}），不得由本方报送`,
        en: `The row is the other side's (${province}); this side may not send it`,
      })
    : reject(row, 'territory-outside', cells.heading('province'), province, {
        zh: `「${province}」不在契约的地域范围内`,
        en: `${province} lies outside the contract's territory`,
      })
}

function foreign({ name }: Division, row: number, heading: string, sent: string): Rejection {
  return reject(row, 'row-of-other-side', heading, sent, {
    zh: `「${sent}」属对方的${name}，不得由本方报送`,
    en: `${sent} is ${name} of the other side; this side may not send it`,
  })
}

interface Unresolved {
  readonly row: number
  readonly heading: string
  readonly sent: string
  readonly on: string
}

function unresolved(
  found: DivisionResolution,
  index: DivisionIndex,
  { row, heading, sent, on }: Unresolved,
): Rejection {
  if ('ambiguous' in found) {
    const names = found.ambiguous.map((division) => `${division.code ?? ''}${index.label(division)}`)
    return reject(row, 'division-ambiguous', heading, sent, {
      zh: `「${sent}」在 ${on} 可指：${names.join('、')}；请写明代码与名称，二者须一致`,
      en: `On ${on} ${sent} may mean: ${names.join(', ')}; send a code and a name that agree`,
    })
  }
  if ('absent' in found) {
    return reject(row, 'division-not-in-force', heading, sent, {
      zh: `「${sent}」在 ${on} 不存在`,
      en: `${sent} did not exist on ${on}`,
    })
  }
  const near = 'nearest' in found ? found.nearest : []
  return reject(row, 'division-unknown', heading, sent, {
    zh: `「${sent}」不是登记册中的区县${near.length > 0 ? `；相近的有：${near.join('、')}` : ''}`,
    en: `${sent} is no county of the register${near.length > 0 ? `; the nearest are: ${near.join(', ')}` : ''}`,
  })
}
