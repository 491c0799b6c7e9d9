/** Bundles of joint forecasts and warning suggestions: a sound one verifies; whatever is changed, or does not agree with itself though both signed it, does not. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { readForecastForm } from '../../../gateway/client/verify/air-form.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { readWarningForm } from '../../../gateway/client/verify/warning-form.ts'
import type { ProofBundle, TrustFile } from '../../../gateway/release/bundle-types.ts'
import type { AirRelease, ForecastCell, WarningRelease } from '../../../gateway/release/release-types.ts'
import { jsonOf } from '../intake/files.ts'
import { type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../release/air/forecasts.ts'
import { at, changes, failedCheck } from './tamper.ts'

type Editable<T> = T extends readonly (infer E)[]
  ? Editable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Editable<T[K]> }
    : T

let air: AirWorld
let trust: TrustFile
const bundles = new Map<string, string>()
const payloads = new Map<string, string>()
const textOf = (kept: ReadonlyMap<string, string>, kind: string): string => kept.get(kind) ?? ''

async function publish(product: string, end: string): Promise<void> {
  const { id } = await jsonOf(await air.desk.propose({ product, period: { ...TWO_DAYS, end } }), 201)
  await air.desk.agreed(id)
  for (const party of PARTIES) await jsonOf(await air.desk.sign(party, id), 201)
  const answer = await air.calls.read(air.world.sides.cq.operator, `/v1/consultations/${id}/proof`)
  bundles.set(product, await answer.text())
  const { payload } = await air.desk.show(id)
  payloads.set(product, canonical(payload))
}

beforeAll(async () => {
  air = await openAir()
  trust = air.world.trust
  await sendForecasts(air)
  await publish('warning-suggestion', TWO_DAYS.end)
  await publish('daily-air-forecast', TWO_DAYS.end)
  await publish('weekly-zone-outlook', '2026-11-23T00:00:00+08:00')
}, 30_000)
afterAll(() => air.close())

const PRODUCTS = ['daily-air-forecast', 'weekly-zone-outlook', 'warning-suggestion']

test.each(PRODUCTS)('a published %s verifies, and says so without a trust file only as consistent', (product) => {
  const file = textOf(bundles, product)
  expect(failedCheck(file, trust)).toBeNull()
  expect(
    verifyBundle(file, null)
      .checks.filter(({ state }) => state === 'failed')
      .map(({ id }) => id),
  ).toEqual(['trust'])
})

describe('whatever is changed in the bundle of a daily forecast, it no longer verifies', { timeout: 60_000 }, () => {
  // One change a place: what every other one does is told by the bundles of water.
  const passing = (all: Iterable<{ readonly path: string; readonly value: unknown }>) => {
    const passed: string[] = []
    const tried = new Set<string>()
    for (const { path, value } of all) {
      if (tried.has(path)) continue
      tried.add(path)
      if (failedCheck(canonical(value), trust) === null) passed.push(path)
    }
    return { tried: tried.size, passed }
  }

  test('every text, number, list and member of it', () => {
    const { tried, passed } = passing(changes(JSON.parse(textOf(bundles, 'daily-air-forecast'))))
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(200)
  })

  test('every place within its payload', () => {
    const bundle: ProofBundle = JSON.parse(textOf(bundles, 'daily-air-forecast'))
    const { payload, signatures } = bundle.release
    function* within() {
      for (const { path, value } of changes(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))) {
        const coded = Buffer.from(canonical(value), 'utf8').toString('base64url')
        yield { path, value: { ...bundle, release: { payload: coded, signatures } } }
      }
    }
    const { tried, passed } = passing(within())
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(300)
  })

  test.each(PRODUCTS)('any one byte of the file of a %s', (product) => {
    const bytes = Buffer.from(textOf(bundles, product), 'utf8')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(place) ^ mask, place)
        expect(failedCheck(changed, trust)).not.toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})

/** A bundle of an edited payload that both sides signed all the same. */
async function signedAnyway(product: string, edit: (release: Editable<AirRelease>) => void): Promise<string> {
  const release: Editable<AirRelease> = JSON.parse(textOf(payloads, product))
  edit(release)
  release.id = `${release.id}-x${bundles.size}`
  bundles.set(release.id, '')
  const document = await air.world.lay(canonical(release))
  for (const party of PARTIES) await air.world.sign(party, document)
  return air.world.bundle(document)
}

const first = (release: Editable<AirRelease>): Editable<ForecastCell> => at(release.cells, 0)

describe('a forecast that both signed but that does not agree with itself does not verify', () => {
  test.each<[string, string, (release: Editable<AirRelease>) => void]>([
    [
      'of a class that is not that of its AQI',
      'release',
      (release) => {
        first(release).class = { max: 4, min: 2 }
      },
    ],
    [
      'of a range that runs backwards',
      'release',
      (release) => {
        first(release).aqi = { max: 60, min: 91 }
      },
    ],
    [
      'with a pollutant in clean air',
      'release',
      (release) => {
        Object.assign(first(release), { aqi: { max: 50, min: 20 }, class: { max: 1, min: 1 } })
      },
    ],
    [
      'whose area belongs to the other side',
      'release',
      (release) => {
        first(release).owner = 'sc'
      },
    ],
    [
      'of their own without a reason',
      'release',
      (release) => {
        first(release).take = 'own'
      },
    ],
    [
      'with a cell twice',
      'release',
      (release) => {
        release.cells.push(first(release))
      },
    ],
    [
      'with a cell that is also a gap',
      'release',
      (release) => {
        const { area, from, to } = first(release)
        release.gaps.push({ area, from, reason: 'no-forecast', to })
      },
    ],
    [
      'of a day outside its period',
      'release',
      (release) => {
        Object.assign(first(release), { from: '2026-11-18', to: '2026-11-18' })
      },
    ],
    [
      'of a cell over two days',
      'release',
      (release) => {
        first(release).to = '2026-11-17'
      },
    ],
    [
      'of a day that does not exist',
      'release',
      (release) => {
        Object.assign(first(release), { from: '2026-02-30', to: '2026-02-30' })
      },
    ],
    [
      'with a zone among its areas',
      'release',
      (release) => {
        first(release).area.kind = 'zone'
      },
    ],
    [
      'with counts that are not those of its cells',
      'release',
      (release) => {
        at(release.summary, 0).areas += 1
      },
    ],
    [
      'with a gap left out and counted',
      'release',
      (release) => {
        release.gaps.pop()
      },
    ],
    [
      'by an edition that was not in force',
      'release',
      (release) => {
        release.standard = 'HJ 633-2012'
      },
    ],
    [
      'without the edition among its standards',
      'release',
      (release) => {
        release.standards.shift()
      },
    ],
    [
      'that says on which days it is based, as an outlook does',
      'release',
      (release) => {
        first(release).basis = { days: ['2026-11-16'], derived: false }
      },
    ],
    [
      'with a member too many',
      'release',
      (release) => {
        Object.assign(first(release), { text: '良' })
      },
    ],
    [
      'with more taken from a side than it sent',
      'derivation',
      (release) => {
        for (const cell of release.cells) cell.take = 'cq'
      },
    ],
  ])('%s', async (_, check, edit) => {
    expect(failedCheck(await signedAnyway('daily-air-forecast', edit), trust)).toBe(check)
  })

  test('though the same payload unchanged does', async () => {
    expect(failedCheck(await signedAnyway('daily-air-forecast', () => undefined), trust)).toBeNull()
  })

  test.each<[string, (release: Editable<AirRelease>) => void]>([
    [
      'that does not say which days it is read from',
      (release) => {
        delete first(release).basis
      },
    ],
    [
      'that is read from a day outside the week',
      (release) => {
        first(release).basis = { days: ['2026-11-23'], derived: false }
      },
    ],
    [
      'that is read from no day',
      (release) => {
        first(release).basis = { days: [], derived: false }
      },
    ],
    [
      'of a side’s word that is read from nothing',
      (release) => {
        first(release).basis = null
      },
    ],
    [
      'of one day',
      (release) => {
        first(release).to = '2026-11-16'
      },
    ],
    [
      'of a city',
      (release) => {
        first(release).area.kind = 'city'
      },
    ],
  ])('an outlook %s', async (_, edit) => {
    expect(failedCheck(await signedAnyway('weekly-zone-outlook', edit), trust)).toBe('release')
  })
})

describe('suggestions that do not agree with themselves have no sound form', () => {
  const sound = (): Editable<WarningRelease> => JSON.parse(textOf(payloads, 'warning-suggestion'))

  test('as published they do', () => {
    expect(readWarningForm(sound())).toEqual(sound())
  })

  test.each<[string, (release: Editable<WarningRelease>) => void]>([
    [
      'for the public',
      (release) => {
        release.audience = 'public'
      },
    ],
    [
      'by a scheme that is not among the standards',
      (release) => {
        at(release.suggestions, 0).scheme = '示例预案'
      },
    ],
    [
      'of a level that no scheme has',
      (release) => {
        Object.assign(at(release.suggestions, 0), { possible: 'purple' })
      },
    ],
    [
      'of a level without its conditions',
      (release) => {
        at(release.suggestions, 0).possible = 'red'
      },
    ],
    [
      'twice by one scheme',
      (release) => {
        release.suggestions.push(at(release.suggestions, 0))
      },
    ],
    [
      'for an area without a forecast',
      (release) => {
        at(release.suggestions, 0).area.id = '510100'
      },
    ],
    [
      'said to be of a joint forecast where there is none',
      (release) => {
        at(release.suggestions, 0).from = 'joint'
      },
    ],
    [
      'out of a value that is no side’s own',
      (release) => {
        at(release.cells, 0).take = 'union'
      },
    ],
    [
      'with a forecast twice',
      (release) => {
        release.cells.push(at(release.cells, 0))
      },
    ],
  ])('%s', (_, edit) => {
    const release = sound()
    edit(release)
    expect(() => readWarningForm(release)).toThrow()
  })
})

test('no form is found in what is none, and nothing but a fault is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (told) => {
      for (const form of [readForecastForm, readWarningForm]) expect(() => form(told)).toThrow(TypeError)
    }),
  )
})
