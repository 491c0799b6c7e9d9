/** Held back before a slow signature is verified: what is spent, what is refused, and when it comes back. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { openPace, paced } from '../../../gateway/identity/pace.ts'
import { codeOf, refusalOf } from './refused.ts'

const LIMITS = { underWay: 2, perKey: 5, perSecond: 12, kept: 1 }

/** A pace whose clock is in hand. */
function clocked(limits = LIMITS) {
  let time = 1_000_000
  const pace = openPace({ now: () => time, limits })
  return { pace, wait: (ms: number) => (time += ms) }
}

const spends = ({ pace }: ReturnType<typeof clocked>, kid: string, times: number) =>
  Array.from({ length: times }, () => pace.trySpend('sm2-sm3', kid)).filter(Boolean).length

/** A verification that answers when it is told to. */
function held() {
  let answer: (holds: boolean) => void = () => undefined
  const verify = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
  return { verify, answer: (holds: boolean) => answer(holds) }
}

test('a key may spend its second’s worth at once, and then no more', () => {
  const clock = clocked()
  expect(spends(clock, 'a', 20)).toBe(5)
  expect(codeOf(() => clock.pace.spend('sm2-sm3', 'a'))).toBe('verification-limited')
})

test('what is spent comes back with time, and no more than a second’s worth of it', () => {
  const clock = clocked()
  spends(clock, 'a', 5)
  clock.wait(199)
  expect(spends(clock, 'a', 5)).toBe(0)
  clock.wait(1)
  expect(spends(clock, 'a', 5)).toBe(1)
  clock.wait(3_600_000)
  expect(spends(clock, 'a', 20)).toBe(5)
})

test('one key’s flood leaves the others theirs, until all together have spent theirs', () => {
  const clock = clocked()
  expect(['a', 'b', 'c'].map((kid) => spends(clock, kid, 9))).toEqual([5, 5, 2])
  clock.wait(1000)
  expect(spends(clock, 'c', 9)).toBe(5)
})

test('a refused one spends nothing of the others’', () => {
  const clock = clocked()
  spends(clock, 'a', 100)
  expect(spends(clock, 'b', 5) + spends(clock, 'c', 5)).toBe(7)
})

test('a clock put back gives nothing and takes nothing', () => {
  const clock = clocked()
  spends(clock, 'a', 5)
  clock.wait(-60_000)
  expect(spends(clock, 'a', 1)).toBe(0)
  clock.wait(200)
  expect(spends(clock, 'a', 5)).toBe(1)
})

test('fast algorithms spend nothing and wait for nobody', async () => {
  const { pace } = clocked()
  for (let round = 0; round < 100; round++) pace.spend('ed25519', 'a')
  const open = Array.from({ length: 10 }, () => pace.run('ecdsa-p256-sha256', 'a', () => Promise.resolve(true)))
  expect(await Promise.all(open)).toEqual(Array(10).fill(true))
  expect(pace.trySpend('sm2-sm3', 'a')).toBe(true)
})

test('no more are under way than may be; what ends makes room, whether it holds, fails or throws', async () => {
  const clock = clocked({ ...LIMITS, perKey: 100, perSecond: 100 })
  const run = (verify: () => Promise<boolean>) => clock.pace.run('sm2-sm3', 'a', verify)
  const [one, two, three] = [held(), held(), held()]
  const first = run(one.verify)
  const second = run(two.verify)
  await expect(run(three.verify)).rejects.toMatchObject({ code: 'verification-limited', retryAfter: 1 })
  expect(three.verify).not.toHaveBeenCalled()
  one.answer(true)
  expect(await first).toBe(true)
  const third = run(three.verify)
  two.answer(false)
  expect(await second).toBe(false)
  await expect(run(() => Promise.reject(new RangeError('broken')))).rejects.toThrow('broken')
  const last = run(() => Promise.resolve(true))
  expect(await last).toBe(true)
  three.answer(true)
  expect(await third).toBe(true)
})

test('one that is refused for those under way spends nothing', async () => {
  const clock = clocked()
  const open = [held(), held()]
  const running = open.map(({ verify }) => clock.pace.run('sm2-sm3', 'a', verify))
  for (let round = 0; round < 50; round++)
    await expect(clock.pace.run('sm2-sm3', 'a', () => Promise.resolve(true))).rejects.toThrow(IdentityError)
  for (const { answer } of open) answer(true)
  await Promise.all(running)
  expect(spends(clock, 'a', 10)).toBe(3)
})

test('the refusal names the key and says when to come again', () => {
  const clock = clocked()
  spends(clock, 'a', 5)
  expect(refusalOf(() => clock.pace.spend('sm2-sm3', 'a'))).toMatchObject({
    pointer: 'keyid',
    value: 'a',
    retryAfter: 1,
  })
})

test('a paced lookup spends for the key it finds, and nothing for one nobody knows', () => {
  const clock = clocked()
  const key = { alg: 'sm2-sm3' } as const
  const find = paced(clock.pace, (kid) => (kid === 'a' ? key : undefined))
  for (let round = 0; round < 100; round++) expect(find('unknown')).toBeUndefined()
  for (let round = 0; round < 5; round++) expect(find('a')).toBe(key)
  expect(codeOf(() => find('a'))).toBe('verification-limited')
  expect(spends(clock, 'b', 20)).toBe(5)
})

test('whatever a server verifies of a signed document is paced first', () => {
  const root = resolve(import.meta.dirname, '../../../gateway')
  const calls = globSync('**/*.ts', { cwd: root }).flatMap((path) =>
    [...readFileSync(resolve(root, path), 'utf8').matchAll(/^.*\bverifySignedOnce\(.*$/gm)].map(
      ([line]) => `${path}: ${line}`,
    ),
  )
  expect(calls.length).toBeGreaterThan(4)
  expect(calls.filter((line) => !line.includes('paced(pace, '))).toEqual([])
  const app = readFileSync(resolve(root, 'http/caller.ts'), 'utf8')
  expect(app).toMatch(/verifyRequestAside\(\{[^}]*\bpace: gateway\.pace\b/)
})
