/** A desk of its own for each test of a suite, and one browser for all of them. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { PartyId } from '../../contracts/types.ts'
import type { Desk, Hand } from '../gateway/release/desk.ts'
import { launchBrowser } from './browser.ts'
import { type DeskWorld, type Looking, openDeskWorld, type Sitting } from './desk-world.ts'

/** What the running test has. */
export interface DeskEach {
  readonly browser: Browser
  readonly place: DeskWorld
  /** The place's, where nobody has to sit. */
  readonly desk: Desk
  /** Who sits there. */
  readonly people: readonly Sitting[]
  /** Somebody who leaves when the test is over. */
  sit(party: PartyId, hand: Hand, looking?: Looking): Promise<Sitting>
}

const OPENING = 60_000

/** Opens it before each test and lays `laid` on its table; closes it after, when the app must have had no failure. */
export function deskForEach(laid: (place: DeskWorld) => Promise<unknown> = async () => undefined): DeskEach {
  let browser: Browser | null = null
  let place: DeskWorld | null = null
  const people: Sitting[] = []
  const open = <T>(one: T | null): T => {
    if (one === null) throw new Error('there is a desk while a test runs')
    return one
  }

  beforeAll(async () => {
    browser = await launchBrowser()
  }, OPENING)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    place = await openDeskWorld()
    await laid(place)
  }, OPENING)
  afterEach(async () => {
    await Promise.all(people.splice(0).map((one) => one.close()))
    const last = place
    place = null
    await last?.close()
    expect(last?.failures).toEqual([])
  })

  return {
    get browser() {
      return open(browser)
    },
    get place() {
      return open(place)
    },
    get desk() {
      return open(place).desk
    },
    people,
    async sit(party, hand, looking) {
      const person = await open(place).sit(open(browser), party, hand, looking)
      people.push(person)
      return person
    },
  }
}
