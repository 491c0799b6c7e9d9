/** A side's table of water sections as a form: its own and the shared sections by name, each item with the contract's unit. */
import type { Registry } from '../../contracts/registry/types.ts'
import { WATER_ITEMS, type WaterItem } from '../../contracts/water-section-quality/record.ts'
import { CANONICAL_UNITS, itemTitle } from '../standards/items.ts'
import { classGlyph } from '../standards/water.ts'
import { FIRST, type FormPart, firstHeading, firstWords, tableForm } from '../tables/form.ts'
import { ORIGINATORS, REVIEWS } from '../tables/words.ts'
import type { TableForm } from '../types.ts'
import { FIELD_HEADINGS, readColumns, type WaterField } from './columns.ts'
import type { WaterSide } from './side.ts'
import { STATIONS } from './words.ts'

/** An item and a field may be called alike: `level` is both. */
type Field = WaterField | `results/${WaterItem}`

/** Items of automatic stations, which stand first, with a cell that a clean river could have. */
const AUTOMATIC: readonly (readonly [WaterItem, string])[] = [
  ['waterTemp', '18.0'],
  ['pH', '7.95'],
  ['do', '8.31'],
  ['conductivity', '432.4'],
  ['turbidity', '35.3'],
  ['codMn', '1.65'],
  ['nh3n', '0.150'],
  ['tp', '0.062'],
  ['tn', '1.57'],
]

const CLASSES = ([1, 2, 3, 4, 5, 6] as const).map(classGlyph)

/** The form of one side. */
export function waterForm(side: WaterSide): TableForm {
  const sections = (registry: Registry): readonly string[] =>
    registry.id === 'sections'
      ? registry.sections.filter((one) => one.party === side.party).map(({ name }) => name)
      : []
  const rivers = (registry: Registry): readonly string[] => {
    if (registry.id !== 'sections') return []
    const used = new Set(registry.sections.filter(({ party }) => party === side.party).map(({ river }) => river))
    return registry.rivers.filter(({ id }) => used.has(id)).map(({ title }) => title.zh)
  }
  const producers = firstWords(new Map([...ORIGINATORS].filter(([, by]) => by === 'cnemc' || by === side.party)))
  const first = new Map(AUTOMATIC)
  const items = [...first.keys(), ...WATER_ITEMS.filter((item) => !first.has(item))]
  const parts: readonly FormPart<Field>[] = [
    {
      field: 'section',
      pointer: '/section/name',
      need: 'must',
      choices: (registry) => [...new Set(sections(registry))],
      example: FIRST,
      hint: {
        zh: '本方断面可下拉选取；登记册中的共界断面也可填写；同名断面另填所在河流或站点编码',
        en: 'choose one of this side, or write a transboundary one of the register; where names are alike add the river or the station number',
      },
    },
    { field: 'mn', pointer: '/section/mn', kind: 'code' },
    { field: 'river', pointer: '/section/river', choices: rivers },
    {
      field: 'time',
      pointer: '/interval/end',
      need: 'must',
      kind: 'time',
      example: '2026-11-16 08:00',
      hint: {
        zh: '北京时间；自动站填时段止（每 4 小时），手工监测只填日期',
        en: 'Beijing time; the end of the four hours of an automatic station, the day alone of a manual sample',
      },
    },
    { field: 'monitoring', pointer: '/monitoring', choices: ['自动监测', '手工监测'], example: '自动监测' },
    { field: 'class', pointer: '/class/reported', choices: CLASSES, example: 'Ⅱ' },
    { field: 'target', pointer: '/target', choices: CLASSES },
    { field: 'station', pointer: '/station', choices: firstWords(STATIONS), example: FIRST },
    { field: 'level', pointer: '/section/level', choices: [...side.levels.keys()] },
    { field: 'border', pointer: '/section/border', choices: [...side.borders.keys()] },
    ...items.map(
      (item): FormPart<Field> => ({
        field: `results/${item}`,
        pointer: `/results/${item}`,
        need: 'either',
        kind: 'figure',
        unit: CANONICAL_UNITS[item],
        example: first.get(item) ?? '',
      }),
    ),
    { field: 'originator', pointer: '/originator', choices: producers },
    { field: 'review', pointer: '/review', choices: firstWords(REVIEWS), example: FIRST },
  ]
  const heading = firstHeading(FIELD_HEADINGS)
  const titles = new Map<Field, string>(items.map((item) => [`results/${item}`, itemTitle(item).zh]))
  return tableForm(
    parts,
    (field) => titles.get(field) ?? (isItem(field) ? field : heading(field)),
    (written) => {
      const { fields, items: found } = readColumns([written])
      const field = Object.values(FIELD_HEADINGS).find((one) => fields[one] !== undefined)
      return field ?? (found[0] && `results/${found[0].item}`)
    },
  )
}

function isItem(field: Field): field is Exclude<Field, WaterField> {
  return field.startsWith('results/')
}
