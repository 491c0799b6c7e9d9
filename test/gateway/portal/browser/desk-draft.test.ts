/** Drafts as data: each cell once, back to what it was, never over what moved meanwhile. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterSending,
  arrivedEdits,
  drop,
  EMPTY,
  movedEdits,
  put,
  rebased,
  reviseAct,
  undo,
} from '../../../../gateway/portal/browser/desk-draft.js'

const edit = (cell: string, base = 0, value: unknown = cell) => ({
  base,
  cell,
  reason: null,
  take: 'sc',
  value,
  was: { joint: null, take: null },
})

describe('a draft', () => {
  test('has each cell once: a later edit takes the place of the one before', () => {
    const draft = put(put(EMPTY, [edit('a', 0, 1), edit('b')]), [edit('a', 0, 2)])
    expect(draft.edits.map(({ cell, value }) => [cell, value])).toEqual([
      ['b', 'b'],
      ['a', 2],
    ])
  })

  test('goes back a change at a time, and no further than it began', () => {
    const draft = drop(put(put(EMPTY, [edit('a')]), [edit('b'), edit('c')]), ['b'])
    const cells = (one: typeof draft) => one.edits.map(({ cell }) => cell)
    expect(cells(draft)).toEqual(['a', 'c'])
    expect(cells(undo(draft))).toEqual(['a', 'b', 'c'])
    expect(cells(undo(undo(draft)))).toEqual(['a'])
    expect(cells(undo(undo(undo(draft))))).toEqual([])
    expect(undo(EMPTY)).toBe(EMPTY)
  })

  test('is undone exactly, whatever was done', () => {
    const change = fc.record({ cells: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), put: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const states = [EMPTY]
        for (const { cells, put: adds } of changes) {
          const before = states.at(-1) ?? EMPTY
          const next = adds
            ? put(
                before,
                cells.map((cell) => edit(cell)),
              )
            : drop(before, cells)
          if (next !== before) states.push(next)
        }
        for (let at = states.length - 1; at > 0; at--) expect(undo(states[at] ?? EMPTY)).toEqual(states[at - 1])
      }),
    )
  })

  test('that nothing changes is the same one, so that there is nothing to undo', () => {
    const draft = put(EMPTY, [edit('a')])
    expect(put(draft, [])).toBe(draft)
    expect(drop(draft, ['b'])).toBe(draft)
    expect(drop(EMPTY)).toBe(EMPTY)
  })

  test('once sent cannot be undone; what was drafted meanwhile stays', () => {
    const [a, b] = [edit('a'), edit('b')]
    const draft = put(put(EMPTY, [a]), [b])
    expect(afterSending(draft, [a])).toEqual({ edits: [b], past: [] })
  })

  test('remembers no more than fifty states', () => {
    let draft = EMPTY
    for (let at = 0; at < 80; at++) draft = put(draft, [edit(`c${at}`)])
    expect(draft.past).toHaveLength(50)
    expect(draft.edits).toHaveLength(80)
  })
})

describe('edits that met others', () => {
  const at = (base: number, joint: unknown = null) => ({ base, joint })

  test('are those whose cell has another revision than the one they began from, or is gone', () => {
    const draft = put(EMPTY, [edit('a', 1), edit('b', 1), edit('c'), edit('d')])
    expect(movedEdits(draft, { a: at(1), b: at(2), c: at(0) }).map(({ cell }) => cell)).toEqual(['b', 'd'])
  })

  test('are those whose cell has another value without a revision, as newer records give it', () => {
    const [kept, other] = [{ aqi: { max: 90, min: 60 } }, { aqi: { max: 91, min: 60 } }]
    const began = (cell: string) => ({ ...edit(cell), was: { joint: kept, take: null } })
    const now = { a: at(0, { ...kept }), b: at(0, other), c: at(0, null) }
    expect(movedEdits(put(EMPTY, ['a', 'b', 'c'].map(began)), now).map(({ cell }) => cell)).toEqual(['b', 'c'])
  })

  test('are none before anything was read: a page opened without a connection does not call its draft moved', () => {
    expect(movedEdits(put(EMPTY, [edit('a', 3)]), undefined)).toEqual([])
  })

  test('begin anew from what is there, and keep what was wanted', () => {
    const moved = rebased(edit('a', 1, 'mine'), { base: 4, joint: 'theirs', take: 'cq' })
    expect(moved).toMatchObject({ base: 4, value: 'mine', was: { joint: 'theirs', take: 'cq' } })
  })
})

describe('edits that stand in their cells already', () => {
  const wanted = { ...edit('a', 1, { max: 90, min: 60 }), reason: '静稳' }
  const there = { base: 2, edit: { reason: '静稳' }, joint: { min: 60, max: 90 }, take: 'sc' }

  test('are found though the answer to sending them was lost', () => {
    expect(arrivedEdits(put(EMPTY, [wanted, edit('b')]), { a: there })).toEqual([wanted])
  })

  test.each([
    ['revision', { ...there, base: 3 }],
    ['reason', { ...there, edit: { reason: '另一个' } }],
    ['value', { ...there, joint: { max: 91, min: 60 } }],
    ['source', { ...there, take: 'own' }],
  ])('are not those of another %s', (_, now) => {
    expect(arrivedEdits(put(EMPTY, [wanted]), { a: now })).toEqual([])
  })

  test('are none where the records alone give the value', () => {
    const draft = put(EMPTY, [edit('a', 0, 5)])
    expect(arrivedEdits(draft, { a: { base: 0, edit: null, joint: 5, take: 'sc' } })).toEqual([])
  })
})

test('the step that is signed has the members of an edit, and nothing of the draft', () => {
  expect(reviseAct([edit('a', 3)])).toEqual({
    edits: [{ base: 3, cell: 'a', reason: null, take: 'sc', value: 'a' }],
    type: 'revise',
  })
})
