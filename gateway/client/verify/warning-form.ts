/** The payload of a release held against the form of warning suggestions: exact members, no more; for the two sides alone, each suggestion by a scheme it names. */
import { list, nullable, oneOf, read, shape, text } from '../../../contracts/read.ts'
import { WARNING_LEVELS } from '../../../contracts/standards/air-types.ts'
import { bilingual } from '../../../contracts/standards/read.ts'
import type { SuggestedWarning, WarningRelease } from '../../release/release-types.ts'
import { airArea, civilDay, forecastCell } from './air-form.ts'
import { mustBeSoundCell, mustBeWholeDays } from './air-sound.ts'
import { digest, exactly, instant } from './guards.ts'
import { releaseHead } from './head.ts'
import { must } from './report.ts'

const level = oneOf(...WARNING_LEVELS, 'none', 'unknown')

const warning = shape<WarningRelease>({
  ...releaseHead(exactly('warning-suggestion')),
  base: nullable(shape<NonNullable<WarningRelease['base']>>({ digest, id: text })),
  cells: list(forecastCell),
  issued: instant,
  suggestions: list(
    shape<SuggestedWarning>({
      area: airArea,
      certain: level,
      from: oneOf('cq', 'joint', 'sc'),
      possible: level,
      scheme: text,
      text: bilingual,
      why: list(shape<SuggestedWarning['why'][number]>({ days: list(civilDay), rule: bilingual })),
    }),
  ),
})

/** The suggestions a payload says. Throws TypeError naming the members at fault; CheckFailure where it does not agree with itself. */
export function readWarningForm(value: unknown): WarningRelease {
  const found = read('warning suggestions', warning, value)
  mustBeSound(found)
  return found
}

function mustBeSound(release: WarningRelease): void {
  const { audience, base, cells, standards, suggestions } = release
  must(audience === 'joint', '预警建议只供双方', 'expected suggestions for the two sides alone')
  const days = mustBeWholeDays(release)
  const places = new Set<string>()
  for (const cell of cells) {
    const { area, basis, from, take, to } = cell
    mustBeSoundCell(cell)
    const within = days.includes(from) && from === to && basis === undefined && area.kind !== 'zone'
    must(
      within,
      `${area.name} ${from} 不是时段内一日的预报`,
      `expected ${area.name} ${from} to be one day of the period`,
    )
    const whose = base ? 'joint' : take
    must(
      whose !== 'own' && whose !== 'union',
      `${area.name} ${from} 应为一方的预报`,
      `expected ${area.name} ${from} to be one side’s own`,
    )
    const place = [area.id, from, whose].join('/')
    must(!places.has(place), `${place} 出现两次`, `expected ${place} once`)
    places.add(place)
  }
  const told = new Set(cells.map(({ area, take }) => `${area.id}/${base ? 'joint' : take}`))
  const once = new Set<string>()
  for (const { area, from, possible, scheme, why } of suggestions) {
    const place = `${area.id}/${from}`
    must(
      told.has(place),
      `${area.name} 没有所依据的预报`,
      `expected a forecast that the suggestions for ${place} are of`,
    )
    must(
      standards.includes(scheme),
      `方案 ${scheme} 未列入所用标准`,
      `expected the scheme ${scheme} among the standards`,
    )
    must(!once.has(`${place}/${scheme}`), `${place}/${scheme} 出现两次`, `expected ${place}/${scheme} once`)
    once.add(`${place}/${scheme}`)
    const isLevel = possible !== 'none' && possible !== 'unknown'
    must(
      isLevel === why.length > 0 &&
        why.every((one) => one.days.length > 0 && one.days.every((day) => days.includes(day))),
      `${place} 的条件与级别不符`,
      `expected the conditions that make the level possible for ${place}`,
    )
  }
}
