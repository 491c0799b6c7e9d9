/** What the page on consultation says of steps is what the gateway holds them to: acts, posts, phases, examples, refusals. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { ERRORS, isErrorCode } from '../../../gateway/errors/table.ts'
import { ACT_POSTS, type Act, POSTS } from '../../../gateway/release/consultation/acts.ts'
import { readStep } from '../../../gateway/release/consultation/read-act.ts'
import { histories, play } from '../release/history.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs/consultation.md'), 'utf8')
const steps = page.slice(page.indexOf('## Steps'), page.indexOf('### Refusals'))
const refusals = page.slice(page.indexOf('### Refusals'), page.indexOf('## Air'))

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
const blocksOf = (text: string): string[] => [...text.matchAll(/```json\n([^`]+)```/g)].map(([, body = '']) => body)
const wrapped = (act: JsonValue, type: string) => ({
  act,
  consultation: type === 'draft' ? null : 'weekly-water-2026-11-02',
  nonce: 'k3Jw0aZ8q1Xr5tYb',
  seen: 1,
  type: 'consultation-step',
  v: 1,
})

test('names every act that comes as a step, and who may', () => {
  const acts: string[] = Object.keys(ACT_POSTS).filter((act) => act !== 'sign')
  const told = rowsOf(steps).map(([act = '', by = '']) => [
    act.slice(1, -1),
    by === 'all' ? [...POSTS] : by.split(', '),
  ])
  expect(told.map(([act]) => act).sort()).toEqual(acts.sort())
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(Object.entries(ACT_POSTS).filter(([act]) => act !== 'sign')),
  )
})

test('says while what each act is possible: no history has one at another time, and each time it names occurs', () => {
  const phases: Record<string, readonly string[]> = {
    always: ['draft', 'open', 'agreed', 'signed-by-one', 'published', 'withdrawn'],
    'until published': ['draft', 'open', 'agreed', 'signed-by-one'],
    '–': [],
  }
  const told = new Map(
    rowsOf(steps).map(([act = '', , when = '']) => [act.slice(1, -1), phases[when] ?? when.split(', ')]),
  )
  const seen = new Map<Act['type'], Set<string>>()
  for (const history of fc.sample(histories, { numRuns: 4000, seed: 7 }))
    for (const { before, advance, happened } of play(history).turns)
      if (before && advance.ok) {
        const { type } = happened.act
        seen.set(type, (seen.get(type) ?? new Set()).add(before.phase))
      }
  for (const [act, when] of told) {
    if (act === 'draft') continue
    const found = [...seen].find(([type]) => type === act)?.[1] ?? new Set()
    expect([...found].sort(), act).toEqual([...when].sort())
  }
})

test('shows a sound step of every act', () => {
  const [frame = '', examples = ''] = blocksOf(steps)
  expect(readStep(JSON.parse(frame))).toEqual(JSON.parse(frame))
  const acts = examples
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  for (const act of acts) expect(readStep(wrapped(act, act.type)).act).toEqual(act)
  expect(acts.map(({ type }) => type)).toEqual([...new Set(acts.map(({ type }) => type))])
  expect(acts.map(({ type }) => type).sort()).toEqual(
    Object.keys(ACT_POSTS)
      .filter((act) => act !== 'sign')
      .sort(),
  )
})

test('tells refusals of the error table by their status, in order, and among them all that the machine gives', () => {
  const told = rowsOf(refusals).map(([code = '', status]) => [code.slice(1, -1), Number(status)] as const)
  const codes = told.map(([code]) => code)
  expect(codes.filter((code) => !isErrorCode(code))).toEqual([])
  for (const [code, status] of told) if (isErrorCode(code)) expect([code, ERRORS[code].status]).toEqual([code, status])
  const refused = new Set<string>()
  for (const history of fc.sample(histories, { numRuns: 1500, seed: 7 }))
    for (const { advance } of play(history).turns) if (!advance.ok) refused.add(advance.refusal.code)
  expect([...refused].filter((code) => !codes.includes(code))).toEqual([])
  const [example = ''] = blocksOf(refusals)
  expect(JSON.parse(example)).toMatchObject({
    code: 'cell-moved',
    title: `${ERRORS['cell-moved'].title.zh} · ${ERRORS['cell-moved'].title.en}`,
  })
})
