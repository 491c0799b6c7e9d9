/** A change of a correction as lines a person can read: one for each figure that differs, never a dump of JSON. */
import { WATER_ITEMS, type WaterClass } from '../../contracts/water-section-quality/record.ts'
import type { Change } from '../release/bulletin-types.ts'
import type { Lang } from './lang.ts'
import { CHANGE, MEMBER } from './words/change.ts'
import { COMMON, classPhrase, LIST, REASON } from './words/common.ts'
import { itemInUnit } from './words/items.ts'

/** What changed, what it was and what it is now; plain text. */
export interface ChangeLine {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** The lines of one change; `from` and `to` are read as JSON, or shown as they are where they are none. */
export function changeLines({ member, from, to }: Change, lang: Lang): readonly ChangeLine[] {
  const label = MEMBER[member]?.[lang] ?? member
  const [before, after] = [parse(from), parse(to)]
  if (member === 'section') {
    const listed = (value: unknown) => (value === null ? CHANGE.absent : CHANGE.present)[lang]
    return [{ what: label, from: listed(before), to: listed(after) }]
  }
  if (member === 'row') {
    const is = after === null ? CHANGE.absent : before === null ? CHANGE.present : CHANGE.otherwise
    return [{ what: label, from: (before === null ? CHANGE.absent : CHANGE.present)[lang], to: is[lang] }]
  }
  if (member === 'rivers') return riverLines(label, before, after, lang)
  if (isObject(before) && isObject(after)) return leafLines(label, before, after, lang)
  return [{ what: label, from: print(member, before, lang), to: print(member, after, lang) }]
}

/** Longest text a cell shows of what it has no words for. */
const LONGEST = 80

function leafLines(label: string, before: object, after: object, lang: Lang): ChangeLine[] {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const last = path.slice(path.lastIndexOf(' ') + 1)
    const [was, is] = [print(last, old.get(path), lang), print(last, now.get(path), lang)]
    return was === is ? [] : [{ what: `${label} · ${pathText(path, lang)}`, from: was, to: is }]
  })
}

function riverLines(label: string, before: unknown, after: unknown, lang: Lang): ChangeLine[] {
  const [old, now] = [ratings(before, lang), ratings(after, lang)]
  const lines = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name) ?? COMMON.none[lang], now.get(name) ?? COMMON.none[lang]]
    return was === is ? [] : [{ what: `${label} · ${name}`, from: was, to: is }]
  })
  return lines.length > 0 ? lines : [{ what: label, from: '', to: CHANGE.recomputed[lang] }]
}

function ratings(value: unknown, lang: Lang): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const river of Array.isArray(value) ? value : []) {
    const [title, rating] = [wordIn(memberOf(river, 'title'), lang), wordIn(memberOf(river, 'rating'), lang)]
    if (title !== undefined && rating !== undefined) found.set(title, rating)
  }
  return found
}

/** Every figure of a nested object by its path, joined by spaces; arrays count as one. */
function leavesOf(value: object, path = '', found = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  for (const [name, inner] of Object.entries(value)) {
    const here = path === '' ? name : `${path} ${name}`
    if (isObject(inner)) leavesOf(inner, here, found)
    else found.set(here, inner)
  }
  return found
}

function pathText(path: string, lang: Lang): string {
  return path
    .split(' ')
    .map((name) => {
      const item = WATER_ITEMS.find((known) => known === name)
      if (item) return itemInUnit(item)[lang]
      const waterClass = CLASSES.find((known) => String(known) === name)
      return waterClass === undefined ? (MEMBER[name]?.[lang] ?? name) : classPhrase(waterClass, lang)
    })
    .join(' ')
}

function print(member: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return COMMON.none[lang]
  if (Array.isArray(value)) return printList(value, lang)
  if (member === 'class' || member === 'target') {
    const found = CLASSES.find((waterClass) => waterClass === value)
    if (found !== undefined) return classPhrase(found, lang)
  }
  if (member === 'attains') return value === true ? COMMON.attains[lang] : COMMON.misses[lang]
  if (member === 'gap') return reason(value, lang)
  return cut(typeof value === 'string' ? value : JSON.stringify(value))
}

/** Pollutants with their multiples, gaps by their section; anything else by how it is written. */
function printList(values: readonly unknown[], lang: Lang): string {
  if (values.length === 0) return COMMON.none[lang]
  const names = values.map((value) => {
    const section = memberOf(value, 'section')
    if (typeof section === 'string') return section
    const title = wordIn(memberOf(value, 'title'), lang)
    const multiple = memberOf(value, 'multiple')
    return title === undefined ? JSON.stringify(value) : typeof multiple === 'string' ? `${title}(${multiple})` : title
  })
  return cut(names.join(LIST[lang]))
}

function reason(value: unknown, lang: Lang): string {
  const known = Object.entries(REASON).find(([name]) => name === value)
  return known ? known[1][lang] : cut(String(value))
}

function wordIn(value: unknown, lang: Lang): string | undefined {
  const word = memberOf(value, lang)
  return typeof word === 'string' ? word : undefined
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Object.entries(value).find(([known]) => known === name)?.[1] : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const CLASSES: readonly WaterClass[] = [1, 2, 3, 4, 5, 6]
