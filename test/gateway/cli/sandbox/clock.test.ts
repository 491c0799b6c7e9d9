/** The clock of a play: it stands where it is put, goes as fast as the machine's, and never runs back unasked. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { playClock } from '../../../../gateway/cli/sandbox/clock.ts'

const START = Date.parse('2026-11-26T08:00:00Z')

function machine() {
  const state = { time: START }
  return { state, clock: playClock(() => state.time) }
}

test('shows the machine’s time until it is put elsewhere, and goes on from there', () => {
  const { state, clock } = machine()
  expect(clock.now()).toBe(START)
  clock.startAt(START - 1000)
  expect(clock.now()).toBe(START - 1000)
  state.time += 250
  expect(clock.now()).toBe(START - 750)
  clock.advanceTo(START - 400)
  expect(clock.now()).toBe(START - 400)
  state.time += 50
  clock.catchUp()
  expect(clock.now()).toBe(START + 300)
})

test('put to what is past it stays where it is', () => {
  const { clock } = machine()
  clock.advanceTo(START + 5000)
  clock.advanceTo(START + 1000)
  clock.catchUp()
  expect(clock.now()).toBe(START + 5000)
})

test('does not run back when the machine’s own is put back', () => {
  const { state, clock } = machine()
  expect(clock.now()).toBe(START)
  state.time -= 60_000
  expect(clock.now()).toBe(START)
})

test('never shows less than before, whatever it is put to and the machine does', () => {
  const step = fc.record({ machine: fc.integer({ min: -5000, max: 5000 }), to: fc.integer({ min: -5000, max: 5000 }) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { state, clock } = machine()
      let before = clock.now()
      for (const { machine: moved, to } of steps) {
        state.time += moved
        clock.advanceTo(START + to)
        const now = clock.now()
        expect(now).toBeGreaterThanOrEqual(before)
        before = now
      }
    }),
  )
})
