/** One made-up file of the sandbox before it is bytes: its text with the encoding, or the one sheet of a workbook. */
import type { PartyId } from '../../contracts/types.ts'

/** Text in the encoding its side writes. */
export interface DayText {
  readonly encoding: 'utf-8' | 'gb18030'
  readonly text: string
}

/** The one sheet of a workbook, headings first. */
export interface DaySheet {
  readonly sheet: string
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A file as a side sends it; `name` as its office would call it. */
export interface DayFile {
  readonly party: PartyId
  readonly contract: string
  readonly name: string
  readonly mediaType: string
  readonly body: DayText | DaySheet
}

/** In every row, so that no part of a sample passes for a measurement or a forecast. */
export const LABEL = '示例数据'

/** Chongqing's CSV, in GB 18030 as its office programs save it. */
export function gbCsv(contract: string, name: string, lines: readonly string[]): DayFile {
  const text = `${lines.join('\r\n')}\r\n`
  return {
    party: 'cq',
    contract,
    name,
    mediaType: 'text/csv; charset=gb18030',
    body: { encoding: 'gb18030', text },
  }
}

/** What a platform of Sichuan answers. */
export function sichuanJson(contract: string, name: string, value: unknown): DayFile {
  const text = `${JSON.stringify(value)}\n`
  return { party: 'sc', contract, name, mediaType: 'application/json', body: { encoding: 'utf-8', text } }
}
