/** Drafts as data: each cell once, back to what it was, never over what moved meanwhile. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterSending,
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
  test('are those whose cell has another revision than the one they began from', () => {
    const draft = put(EMPTY, [edit('a', 1), edit('b', 1), edit('c'), edit('d', 2)])
    const now = { a: { base: 1 }, b: { base: 2 } }
    expect(movedEdits(draft, now).map(({ cell }) => cell)).toEqual(['b', 'd'])
  })

  test('begin anew from what is there, and keep what was wanted', () => {
    const moved = rebased(edit('a', 1, 'mine'), { base: 4, joint: 'theirs', take: 'cq' })
    expect(moved).toMatchObject({ base: 4, value: 'mine', was: { joint: 'theirs', take: 'cq' } })
  })
})

test('the step that is signed has the members of an edit, and nothing of the draft', () => {
  expect(reviseAct([edit('a', 3)])).toEqual({
    edits: [{ base: 3, cell: 'a', reason: null, take: 'sc', value: 'a' }],
    type: 'revise',
  })
})
