/** The places of open streams: their bounds, what wakes and ends them, and a reader who takes nothing. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'
import { openStreams, type Streams } from '../../../gateway/live/streams.ts'

const LIMITS = { ...LIVE_LIMITS, open: 3, perKey: 2 }
const never = (): void => undefined

let streams: Streams
beforeEach(() => {
  vi.useFakeTimers()
  streams = openStreams({ limits: LIMITS })
})
afterEach(() => {
  vi.useRealTimers()
})

const full = () => expect.objectContaining({ code: 'streams-full', extra: { retryAfter: LIMITS.heartbeat } })

describe('the bound', () => {
  test('holds for each kind by itself, and a closed stream gives its place free', () => {
    const partners = ['a', 'b', 'c'].map((key) => streams.open('partners', key, never))
    expect(() => streams.open('partners', 'd', never)).toThrow(full())
    expect(streams.open('public', null, never).isClosed()).toBe(false)
    partners[1]?.close()
    expect(() => streams.open('partners', 'd', never)).not.toThrow()
    expect(streams.count()).toBe(4)
  })

  test('of one key is its own', () => {
    streams.open('partners', 'a', never)
    streams.open('partners', 'a', never)
    expect(() => streams.open('partners', 'a', never)).toThrow(full())
    expect(() => streams.open('partners', 'b', never)).not.toThrow()
  })

  test('of the public is not by key: nobody is known there', () => {
    for (let at = 0; at < LIMITS.open; at++) streams.open('public', null, never)
    expect(() => streams.open('public', null, never)).toThrow(full())
  })

  test('is not held by what a runtime dropped without a word', () => {
    for (const key of ['a', 'b', 'c']) streams.open('partners', key, never)
    vi.clearAllTimers()
    vi.advanceTimersByTime((LIMITS.window + LIMITS.patience) * 1000 + 1)
    expect(() => streams.open('partners', 'd', never)).not.toThrow()
    expect(streams.count()).toBe(1)
  })
})

/** Whether it has come to its end by now. */
async function settled(work: Promise<unknown>): Promise<boolean> {
  const [state] = await Promise.all([Promise.race([work.then(() => true), Promise.resolve().then(() => false)])])
  await Promise.resolve()
  return state
}

describe('waiting', () => {
  test('ends with a commit, with the time, or with the stream, whichever is first', async () => {
    const stream = streams.open('partners', 'a', never)
    const one = stream.wait(1000)
    streams.wake()
    await one
    const two = stream.wait(1000)
    await vi.advanceTimersByTimeAsync(999)
    expect(await settled(two)).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await two
    const three = stream.wait(1000)
    stream.close()
    await three
    expect(stream.isClosed()).toBe(true)
  })

  test('is not begun when a commit came since the last', async () => {
    const stream = streams.open('partners', 'a', never)
    streams.wake()
    streams.wake()
    await stream.wait(1_000_000)
    const next = stream.wait(1000)
    expect(await settled(next)).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    await next
  })

  test('is not ended by another’s commit where requests are tied to themselves', async () => {
    streams = openStreams({ limits: LIMITS, wakes: false })
    const waiting = streams.open('partners', 'a', never).wait(1000)
    streams.wake()
    expect(await settled(waiting)).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    await waiting
  })
})

describe('the end', () => {
  test('comes after the window', async () => {
    const cut = vi.fn()
    const stream = streams.open('partners', 'a', cut)
    const waiting = stream.wait(LIMITS.window * 2000)
    await vi.advanceTimersByTimeAsync(LIMITS.window * 1000)
    await waiting
    expect(stream.ending()).toBe('window')
    stream.close()
    await vi.advanceTimersByTimeAsync(LIMITS.patience * 1000)
    expect(cut).not.toHaveBeenCalled()
  })

  test('comes with the gateway’s, which takes no more', async () => {
    const stream = streams.open('partners', 'a', never)
    const waiting = stream.wait(1_000_000)
    streams.end()
    await waiting
    expect(stream.ending()).toBe('closing')
    expect(() => streams.open('public', null, never)).toThrow(full())
  })

  test('is forced on a reader who does not take it, and only then', async () => {
    const cut = vi.fn()
    const stream = streams.open('partners', 'a', cut)
    streams.end()
    await vi.advanceTimersByTimeAsync(LIMITS.patience * 1000 - 1)
    expect(cut).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(cut).toHaveBeenCalledTimes(1)
    expect([stream.isClosed(), streams.count(), vi.getTimerCount()]).toEqual([true, 0, 0])
  })
})
