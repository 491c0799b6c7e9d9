/** What normalising a submission again would change of what is stored: records field by field, rejections, duplicates, notes of the file. */
import { canonical } from '../../../contracts/jcs.ts'
import type { Note, Rejection } from '../../../contracts/types.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Keyed, type Pairing, pairRecords } from './pair.ts'
import type { Replayed, ReplayedRecord } from './terms.ts'

/** A record by its place in the file. */
export interface RecordPlace {
  readonly row: number
  readonly sheet?: string
  readonly key: string
}

/** A record that would be another; `keyBefore` where it would have another key. */
export interface ChangedRecord extends RecordPlace {
  readonly keyBefore?: string
  readonly changes: readonly Change[]
}

/** What comes only after and what was only before. */
export interface Both<T> {
  readonly appearing: readonly T[]
  readonly gone: readonly T[]
}

/** All that differs. `goneUnnamed`: records equal to ones then standing, so that their keys are not stored with the submission. */
export interface Difference {
  readonly same: number
  readonly changed: readonly ChangedRecord[]
  readonly appearing: readonly RecordPlace[]
  readonly gone: readonly RecordPlace[]
  readonly goneUnnamed: number
  readonly rejections: Both<Rejection>
  readonly duplicates: Both<unknown>
  readonly notes: Both<Note>
}

/** A submission's outcome as stored. */
export interface StoredOutcome {
  /** The records that added a revision, in order. */
  readonly records: readonly Keyed[]
  readonly accepted: number
  readonly rejections: readonly Rejection[]
  readonly duplicates: readonly { readonly row: number; readonly sheet?: string }[]
  readonly notes: readonly Note[]
}

/** What is in one list and not in the other, each as often as it stands there; members in any order. */
function bothWays<T>(before: readonly T[], after: readonly T[]): Both<T> {
  const waiting = Map.groupBy(before, canonical)
  const appearing = after.filter((one) => waiting.get(canonical(one))?.shift() === undefined)
  return { appearing, gone: [...waiting.values()].flat() }
}

function placeOf({ row, sheet, key }: ReplayedRecord): RecordPlace {
  return { row, ...(sheet === undefined ? {} : { sheet }), key }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // A text that was damaged in the store is shown as it is.
    return body
  }
}

function changesOf(before: string, after: string): readonly Change[] {
  if (before === after) return []
  const changes = changesBetween(parsed(before), parsed(after))
  return changes.length > 0 ? changes : [{ pointer: '', before, after }]
}

function changedRecord(before: Keyed, after: ReplayedRecord): ChangedRecord | null {
  const changes = changesOf(before.body, after.body)
  const moved = before.key === after.key ? {} : { keyBefore: before.key }
  if (changes.length === 0 && before.key === after.key) return null
  return { ...placeOf(after), ...moved, changes }
}

const rowName = ({ row, sheet = '' }: { readonly row: number; readonly sheet?: string }): string => `${row} ${sheet}`

/** Pairs what came out with the records stored with a submission; what is left may have been equal to records standing then. */
export function pairOutcome(stored: StoredOutcome, { records }: Replayed): Pairing<ReplayedRecord> {
  return pairRecords(stored.records, records)
}

/** The difference. `standing`: texts that stood then under the keys left unpaired. */
export function differenceOf(
  stored: StoredOutcome,
  replayed: Replayed,
  { pairs, gone, left }: Pairing<ReplayedRecord>,
  standing: ReadonlyMap<string, readonly string[]>,
): Difference {
  const changed = pairs.flatMap(({ before, after }) => changedRecord(before, after) ?? [])
  let same = pairs.length - changed.length
  const refused = new Set([...stored.rejections, ...stored.duplicates].map(rowName))
  const stood = (one: ReplayedRecord): boolean => standing.get(one.key)?.includes(one.body) === true
  let unnamed = stored.accepted - stored.records.length
  const appearing: RecordPlace[] = []
  // Records equal to one standing are surely among the unnamed; what is left of those goes to the others.
  for (const after of [...left.filter(stood), ...left.filter((one) => !stood(one))]) {
    const text = stood(after) ? after.body : standing.get(after.key)?.at(-1)
    if (unnamed === 0 || text === undefined || (text !== after.body && refused.has(rowName(after)))) {
      appearing.push(placeOf(after))
      continue
    }
    unnamed--
    const found = changedRecord({ ...after, body: text }, after)
    if (found) changed.push(found)
    else same++
  }
  return {
    same,
    changed: changed.sort((a, b) => a.row - b.row),
    appearing: appearing.sort((a, b) => a.row - b.row),
    gone: gone.map(({ row, key }) => ({ row, key })),
    goneUnnamed: unnamed,
    rejections: bothWays(stored.rejections, replayed.rejections),
    duplicates: bothWays<unknown>(stored.duplicates, replayed.duplicates),
    notes: bothWays(stored.notes, replayed.notes),
  }
}

/** Whether anything differs. */
export function differs({ changed, appearing, gone, goneUnnamed, rejections, duplicates, notes }: Difference): boolean {
  const lists = [
    changed,
    appearing,
    gone,
    ...[rejections, duplicates, notes].flatMap((both) => [both.appearing, both.gone]),
  ]
  return goneUnnamed > 0 || lists.some((list) => list.length > 0)
}
