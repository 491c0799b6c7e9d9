/** The level of a warning, the one before it and the response it brings, within the one scheme it goes by. Standards §3. */
import type { AirWarningRecord, WarnedLevel, WarningAction } from '../../contracts/air-warning/record.ts'
import type { WarningLevel, WarningScheme } from '../../contracts/standards/air-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { isEmptyMark } from '../tables/marks.ts'
import { shown } from '../tables/reject.ts'
import type { Refuse, WarningWords } from './draft.ts'
import { levelOfResponse, parseLevel } from './words.ts'

/** The members of a record that are read here. */
export type Levels = Pick<AirWarningRecord, 'level' | 'previousLevel' | 'response'>

const ZH: Readonly<Record<WarningLevel, string>> = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }

/** Reads one level of the scheme; null when none is given. Adds to `notes`. */
function readLevel(
  sent: string,
  part: 'level' | 'previous',
  scheme: WarningScheme,
  notes: Note[],
  refuse: Refuse,
): WarnedLevel | null | Rejection {
  if (sent === '' || isEmptyMark(sent) || sent === '无') return null
  const found = parseLevel(sent)
  const has = scheme.levels.map(({ level }) => level).filter((level) => level !== 'blue')
  const level = has.find((one) => one === found?.level)
  if (!found || level === undefined) {
    const [zh, en] = [has.map((one) => ZH[one]).join('、'), has.join(', ')]
    return refuse('warning-level-unknown', part, sent, {
      zh: `${scheme.id} 没有「${shown(sent)}」；可写的级别：${zh}`,
      en: `${scheme.id} has no level ${shown(sent)}; the levels that are taken: ${en}`,
    })
  }
  if (found.numbered)
    notes.push({
      field: part === 'level' ? '/level' : '/previousLevel',
      rule: 'warning-level-by-number',
      sent: shown(sent),
    })
  return level
}

const isRejection = (value: WarnedLevel | null | Rejection): value is Rejection =>
  typeof value === 'object' && value !== null

/** Both levels and the response, as the action has them. Adds to `notes`. */
export function levelsOf(
  words: WarningWords,
  action: WarningAction,
  scheme: WarningScheme,
  notes: Note[],
  refuse: Refuse,
): Levels | Rejection {
  const stated = readLevel(words.level, 'level', scheme, notes, refuse)
  if (isRejection(stated)) return stated
  const before = readLevel(words.previous, 'previous', scheme, notes, refuse)
  if (isRejection(before)) return before
  if (action === 'lift') {
    if (stated !== null && before !== null && stated !== before) {
      return refuse('warning-action-conflict', 'level', words.level, {
        zh: `解除的级别写作「${words.level}」，原级别却写作「${words.previous}」`,
        en: `The level lifted says ${words.level}, and the level before says ${words.previous}`,
      })
    }
    if (words.response !== '') notes.push({ field: '/response', rule: 'ended-by-lift', sent: shown(words.response) })
    return { level: null, previousLevel: before ?? stated, response: null }
  }
  if (stated === null) {
    return refuse('warning-level-missing', 'level', words.level, {
      zh: '没有写明预警级别',
      en: 'The level of the warning is not stated',
    })
  }
  if (action === 'issue' && before !== null) {
    return refuse('warning-action-conflict', 'previous', words.previous, {
      zh: `动作为发布，却写有原级别「${words.previous}」；改变级别的应为调整`,
      en: `The action is to issue, yet a level before it is given (${words.previous}); a change of level is an adjustment`,
    })
  }
  if (action === 'adjust' && stated === before) {
    return refuse('warning-level-unchanged', 'level', words.level, {
      zh: `调整前后都是${ZH[stated]}`,
      en: `The level is ${stated} before and after`,
    })
  }
  const response = words.response === '' || isEmptyMark(words.response) ? null : words.response
  if (response !== null && levelOfResponse(response) !== stated)
    notes.push({ field: '/response', rule: 'response-differs', sent: shown(response) })
  return { level: stated, previousLevel: before, response }
}
