/** Answers are read with care: JSON of unknown content, its members asked for by name and type. */
import type { Rejection } from '../../contracts/types.ts'
import { localError, type MovedCell, type ProblemReport } from './error.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of UTF-8 bytes. Throws ClientError `answer-malformed`. */
export function readText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw localError('answer-malformed', 'expected UTF-8', cause)
  }
}

/** JSON of unknown content. Throws ClientError `answer-malformed`. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw localError('answer-malformed', 'expected JSON', cause)
  }
}

/** The members of an object. Throws ClientError `answer-malformed` for anything else. */
export function membersOf(value: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw localError('answer-malformed', `expected ${what} as an object`)
  }
  return new Map(Object.entries(value))
}

/** An array. Throws ClientError `answer-malformed`. */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw localError('answer-malformed', `expected ${what} as an array`)
  return value
}

/** Text. Throws ClientError `answer-malformed`. */
export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw localError('answer-malformed', `expected ${what} as text`)
  return value
}

/** An integer from 0. Throws ClientError `answer-malformed`. */
export function countOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw localError('answer-malformed', `expected ${what} as an integer from 0`)
  }
  return value
}

function optionalText(value: unknown, what: string): string | undefined {
  return value === undefined ? undefined : textOf(value, what)
}

/** One rejected row. Throws ClientError `answer-malformed`. */
export function readRejection(value: unknown): Rejection {
  const members = membersOf(value, 'a rejection')
  const detail = membersOf(members.get('detail'), 'detail')
  const [sheet, pointer, sent] = ['sheet', 'pointer', 'value'].map((name) => optionalText(members.get(name), name))
  return {
    row: countOf(members.get('row'), 'row'),
    type: textOf(members.get('type'), 'type'),
    detail: { zh: textOf(detail.get('zh'), 'zh'), en: textOf(detail.get('en'), 'en') },
    ...(sheet === undefined ? {} : { sheet }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(sent === undefined ? {} : { value: sent }),
  }
}

function readCell(value: unknown): MovedCell {
  const members = membersOf(value, 'a cell')
  const by = members.get('by')
  const who = by === null ? null : membersOf(by, 'by')
  return {
    cell: textOf(members.get('cell'), 'cell'),
    revision: countOf(members.get('revision'), 'revision'),
    value: members.get('value') ?? null,
    by: who && { party: textOf(who.get('party'), 'party'), operator: textOf(who.get('operator'), 'operator') },
  }
}

/** A problem document, or null when the body is none. */
export function readProblem(contentType: string, body: Uint8Array): ProblemReport | null {
  if (!contentType.startsWith('application/problem+json')) return null
  try {
    const members = membersOf(readJson(readText(body)), 'a problem')
    const row = members.get('row')
    const [pointer, value] = ['pointer', 'value'].map((name) => optionalText(members.get(name), name))
    const [rejections, cells] = [members.get('rejections'), members.get('cells')]
    return {
      code: textOf(members.get('code'), 'code'),
      title: textOf(members.get('title'), 'title'),
      detail: textOf(members.get('detail'), 'detail'),
      ...(row === undefined ? {} : { row: countOf(row, 'row') }),
      ...(pointer === undefined ? {} : { pointer }),
      ...(value === undefined ? {} : { value }),
      ...(rejections === undefined ? {} : { rejections: listOf(rejections, 'rejections').map(readRejection) }),
      ...(cells === undefined ? {} : { cells: listOf(cells, 'cells').map(readCell) }),
    }
  } catch {
    return null
  }
}
