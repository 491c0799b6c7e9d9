/** A replay told to a person: only what differs or could not be replayed, field by field, and what it all comes to. */
import type { Rejection } from '../../../contracts/types.ts'
import { EXPLAINED } from '../explain.ts'
import { printable } from '../printable.ts'
import type { Change } from './changes.ts'
import type { Both, ChangedRecord, Difference, RecordPlace } from './difference.ts'
import type { Compared, Refused, SubmissionName, Verdict, Versions } from './replay.ts'
import type { Tally } from './tally.ts'

const CHANGES_SHOWN = 12

function nameText({ id, index, party, time }: SubmissionName): string {
  return `报送 submission ${id}（第 ${index} 条 leaf ${index}，${party}，${time}）`
}

function valueText(value: unknown): string {
  return value === undefined ? '无 absent' : printable(JSON.stringify(value))
}

function changeText({ pointer, before, after }: Change): string {
  return `      ${printable(pointer || '/')}: ${valueText(before)} → ${valueText(after)}\n`
}

function placeText({ row, sheet, key }: RecordPlace): string {
  return `第 ${row} 行 row ${row}${sheet === undefined ? '' : `（${printable(sheet)}）`}  ${printable(key)}`
}

function changedText(record: ChangedRecord): string {
  const { keyBefore, changes } = record
  const more = changes.length - CHANGES_SHOWN
  return [
    `    ≠ ${placeText(record)}\n`,
    ...(keyBefore === undefined ? [] : [`      键 key: ${printable(keyBefore)} → ${printable(record.key)}\n`]),
    ...changes.slice(0, CHANGES_SHOWN).map(changeText),
    ...(more > 0 ? [`      另有 ${more} 处 · ${more} more places\n`] : []),
  ].join('')
}

function some<T>(list: readonly T[], tell: (one: T) => string): string {
  const more = list.length - EXPLAINED
  return list.slice(0, EXPLAINED).map(tell).join('') + (more > 0 ? `    另有 ${more} 条 · ${more} more\n` : '')
}

function rejectionText(mark: string): (rejection: Rejection) => string {
  return ({ row, sheet, type, detail }) =>
    `    ${mark} 拒收 rejection 第 ${row} 行 row ${row}${sheet === undefined ? '' : `（${printable(sheet)}）`} [${type}] ${printable(detail.zh)} · ${printable(detail.en)}\n`
}

function bothText<T>({ appearing, gone }: Both<T>, tell: (mark: string) => (one: T) => string): string {
  return some(appearing, tell('+')) + some(gone, tell('−'))
}

function differenceText({ changed, appearing, gone, goneUnnamed, rejections, duplicates, notes }: Difference): string {
  const other = (what: string) => (mark: string) => (one: unknown) => `    ${mark} ${what} ${valueText(one)}\n`
  return [
    some(changed, changedText),
    some(appearing, (place) => `    + ${placeText(place)}\n`),
    some(gone, (place) => `    − ${placeText(place)}\n`),
    goneUnnamed === 0
      ? ''
      : `    − ${goneUnnamed} 条与当时已有记录相同的记录不再得出 · ${goneUnnamed} records equal to ones then standing do not come out\n`,
    bothText(rejections, rejectionText),
    bothText(duplicates, other('重复 duplicate')),
    bothText(notes, other('文件说明 note of the file')),
  ].join('')
}

function versionsText({ under, before, after }: Compared | Refused): string {
  const moved = (['adapter', 'contract', 'registry'] as const satisfies readonly (keyof Versions)[]).map((name) =>
    before[name] === after[name] ? after[name] : `${before[name]} → ${after[name]}`,
  )
  const how = under === 'then' ? '按当时版本 under the versions of then' : '按现行版本 under the versions of now'
  return `  ${how}：${moved.map(printable).join('，')}\n`
}

function countsText({ difference }: Compared): string {
  const { same, changed, appearing, gone, goneUnnamed, rejections } = difference
  return `  记录 records：${same} 同 same，${changed.length} 变 changed，${appearing.length} 增 new，${gone.length + goneUnnamed} 失 gone；拒收 rejections：${rejections.appearing.length} 增 new，${rejections.gone.length} 失 gone\n`
}

/** One submission; empty when all is the same, unless `always`. */
export function verdictText(verdict: Verdict, always: boolean): string {
  const name = nameText(verdict)
  switch (verdict.outcome) {
    case 'same':
      return always ? `✓ ${name}\n${versionsText(verdict)}${countsText(verdict)}` : ''
    case 'not-replayed':
      return `– ${name}\n  未重算 not replayed：${printable(verdict.reason.zh)} · ${printable(verdict.reason.en)}\n`
    case 'refused': {
      const { reason, code, accepted } = verdict
      return `✗ ${name}\n${versionsText(verdict)}  整个文件将被拒收，原 ${accepted} 条记录全失 · the file would be refused whole, ${accepted} records gone [${code}]\n  ${printable(reason.zh)} · ${printable(reason.en)}\n`
    }
    default: {
      const tree = verdict.treeDiffers
        ? '    接收树与重算不符，而所存记录无差异（见 ledger audit） · the leaves committed to do not come out, though no stored record differs (see ledger audit)\n'
        : ''
      return `✗ ${name}\n${versionsText(verdict)}${countsText(verdict)}${differenceText(verdict.difference)}${tree}`
    }
  }
}

/** What it all came to. */
export function tallyText({ submissions, same, different, refused, notReplayed, records, rejections }: Tally): string {
  const clean = submissions === same
  return [
    `${clean ? '✓ 无差异 · no difference' : '✗ 有差异或未能重算 · differences, or not replayed'}\n`,
    `  报送 submissions ${submissions}：${same} 同 same，${different} 不同 different，${refused} 整个拒收 refused whole，${notReplayed} 未重算 not replayed\n`,
    `  记录 records：${records.same} 同 same，${records.changed} 变 changed，${records.appearing} 增 new，${records.gone} 失 gone\n`,
    `  拒收 rejections：${rejections.appearing} 增 new，${rejections.gone} 失 gone\n`,
  ].join('')
}
