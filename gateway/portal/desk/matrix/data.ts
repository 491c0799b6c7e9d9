/** `/desk/{id}/table`: what the page's modules work on — values, revisions, who may do what, what happened — as one small JSON. */
import type { JsonValue } from '../../../../contracts/jcs.ts'
import type { AirIndexStandard } from '../../../../contracts/standards/index.ts'
import { eachDay } from '../../../release/products/air/days.ts'
import { STATEMENT } from '../../../release/products/product.ts'
import type { Lang } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { nameIn } from '../name.ts'
import { nameOf } from './page.ts'
import { groupsOf } from './rows.ts'
import { groupTitle } from './table.ts'
import type { By, CellView, DeskView } from './view.ts'

type Json = Record<string, unknown>

/** The JSON text; `lang` is that of names and times in it. */
export function tableText(view: DeskView, lang: Lang): string {
  const cells = [...view.cells.values()].filter(({ editable }) => editable)
  return JSON.stringify({
    id: view.id,
    steps: view.steps,
    status: view.status,
    revise: view.revise && { why: view.revise.why?.[lang] ?? null },
    may: view.actions.filter(({ why }) => why === null).map(({ act }) => act),
    cells: Object.fromEntries(cells.map((cell) => [cell.id, cellJson(cell, view, lang)])),
    editions: editionsJson([...view.editions.values()], lang),
    days: view.kind === 'outlook' ? eachDay(view.period) : [],
    columns: Object.fromEntries([...view.editions].map(([column, { id }]) => [column, id])),
    zones: Object.fromEntries(
      groupsOf(view).flatMap((group, at) =>
        group.rows.map(({ row }) => [row.id, { id: String(at), title: groupTitle(view, group, lang) }]),
      ),
    ),
    happened: view.happened.map(({ by, ...one }) => ({ ...one, ...personJson(by, lang) })),
    previous: view.previous && { release: view.previous.release, cells: Object.fromEntries(view.previous.cells) },
  })
}

function cellJson(cell: CellView, view: DeskView, lang: Lang): Json {
  const { column, edit, guidance, id, joint, loud, owner, row, sides, take } = cell
  return {
    base: edit?.revision ?? 0,
    column,
    edit: edit && { ...personJson(edit.by, lang), reason: edit.reason, time: localTime(edit.time, lang) },
    guidance,
    joint,
    loud: loud > 0,
    name: nameOf(view, id, lang),
    owner,
    row,
    sides,
    take,
    ...(id === STATEMENT ? { words: true } : {}),
  }
}

function personJson({ operator, party }: By, lang: Lang): Json {
  const name = nameIn(operator, lang)
  return { party, who: typeof name === 'string' ? name : operator }
}

/** What a browser needs of an edition to tell the class of an AQI: where each begins, where the scale ends, up to where nothing is primary. */
function editionsJson(editions: readonly AirIndexStandard[], lang: Lang): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    editions.map(({ classes, id, indices, primary }) => [
      id,
      {
        classes: classes.map((one) => ({ class: one.class, min: one.min, title: one.title[lang] })),
        clean: primary.above,
        end: indices.at(-1) ?? 0,
      },
    ]),
  )
}
