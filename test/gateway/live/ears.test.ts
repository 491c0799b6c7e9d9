/** What a gateway makes of being told that another one brought something. */
import { expect, test, vi } from 'vitest'
import { earsOf } from '../../../gateway/live/ears.ts'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'

const LOOK = 40
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function hearing(open = 1) {
  const [refresh, note] = [vi.fn(async () => undefined), vi.fn()]
  const streams = { limits: { ...LIVE_LIMITS, look: LOOK / 1000 }, count: () => open }
  return { refresh, note, ...earsOf({ log: { refresh }, streams, operations: { log: { note } } }) }
}

test('it looks at once, and once for all that it is told of until it may look again', async () => {
  const { refresh, told } = hearing()
  told()
  expect(refresh).toHaveBeenCalledTimes(1)
  for (let at = 0; at < 20; at++) told()
  expect(refresh).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2))
  await pause(3 * LOOK)
  expect(refresh).toHaveBeenCalledTimes(2)
  told()
  expect(refresh).toHaveBeenCalledTimes(3)
})

test('what it is told of while it looks is looked for afterwards', async () => {
  const { refresh, told } = hearing()
  refresh.mockImplementationOnce(async () => void (await pause(LOOK / 2)))
  told()
  await pause(LOOK / 4)
  told()
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2))
})

test('with nobody waiting it does not look', async () => {
  const { refresh, told } = hearing(0)
  told()
  await pause(2 * LOOK)
  expect(refresh).not.toHaveBeenCalled()
})

test('a store that cannot be read ends nothing: it looks again when it is told again', async () => {
  const { refresh, told } = hearing()
  refresh.mockRejectedValueOnce(new Error('away'))
  told()
  await pause(2 * LOOK)
  told()
  expect(refresh).toHaveBeenCalledTimes(2)
})

test('that nothing is told is a line in the log, with how often it looks', () => {
  const { note, deaf } = hearing()
  deaf(new Error('LISTEN is not supported'))
  expect(note.mock.calls).toEqual([
    [expect.any(String), { error: 'LISTEN is not supported', everySeconds: LIVE_LIMITS.poll }],
  ])
})
