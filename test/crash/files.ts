/** Files of every size, no two alike: single rows, 200 rows, and some whose evidence goes to the blob folder. */
import { formatInstant } from '../../adapters/tables/time.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Dice } from './dice.ts'

/** One file: a section's hours from `from` (ms), an hour a row. */
export interface SentFile {
  readonly party: PartyId
  readonly bytes: Uint8Array
  readonly rows: number
  readonly from: number
  readonly to: number
  /** Too large to be kept beside its submission. */
  readonly large: boolean
  /** The register's id of the section. */
  readonly section: string
}

/** One sender's section, and the hour it begins at; senders of one section stay years apart. */
export interface Sender {
  readonly party: PartyId
  readonly name: string
  readonly begin: number
}

const HOUR = 3_600_000
const HEAD = '断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)'
/** Pads a row, so that 24 of them are far over what is kept inline (64 KiB). */
const REMARK = '备'.repeat(1200)

export const SENDERS: readonly Sender[] = (['2004', '2014'] as const).flatMap((year) =>
  (
    [
      ['cq', '朱沱'],
      ['cq', '晒网坝'],
      ['sc', '金子'],
      ['sc', '联盟桥'],
    ] as const
  ).map(([party, name]) => ({ party, name, begin: Date.parse(`${year}-01-01T00:00:00+08:00`) })),
)

/** The file of one section's rows; `value` tells the permanganate index of a row. */
export function fileOf(
  { party, name }: Pick<Sender, 'party' | 'name'>,
  from: number,
  rows: number,
  { value, large = false }: { value: (row: number) => string; large?: boolean },
): SentFile {
  const remark = large ? `,${REMARK}` : ''
  const lines = Array.from({ length: rows }, (_, row) => {
    const time = formatInstant(from + row * HOUR)
      .slice(0, 16)
      .replace('T', ' ')
    return `${name},${time},7.8,8.6,${value(row)},0.12,0.05${remark}`
  })
  const bytes = Buffer.from(`${[large ? `${HEAD},备注` : HEAD, ...lines].join('\n')}\n`)
  return { party, bytes, rows, from, to: from + rows * HOUR, large, section: `${party}-${name}` }
}

/** One sender's files after one another, each of hours not sent before. */
export function fileMaker(sender: Sender, dice: Dice): () => SentFile {
  let next = sender.begin
  return () => {
    const kind = dice.below(10)
    const large = kind === 9
    const rows = large ? dice.between(24, 40) : kind >= 7 ? 200 : 1
    const file = fileOf(sender, next, rows, { large, value: () => `${dice.between(1, 5)}.${dice.below(10)}` })
    next = file.to
    return file
  }
}
