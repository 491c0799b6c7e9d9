/** The areas across the province boundary from a cell's, with their joint values of the same day. */
import type { DivisionRegistry } from '../../../../contracts/registry/index.ts'
import { boundaryOn } from '../../../release/products/air/boundary.ts'
import type { Neighbours } from './cell-page.ts'
import { type CellView, cellIn, type DeskView } from './view.ts'

/** Those that the table has a row of; null where the register does not mark the cell's area as adjoining. */
export function neighboursOf(
  view: Pick<DeskView, 'cells' | 'kind'>,
  { column, row }: CellView,
  registry: DivisionRegistry,
): Neighbours {
  if (view.kind !== 'forecast') return null
  const { areas } = boundaryOn(registry, column)
  const own = areas.find(({ id }) => id === row)
  if (!own) return null
  return areas
    .filter(({ party }) => party !== own.party)
    .flatMap(({ whole: _whole, ...area }) => {
      const cell = view.cells.get(cellIn(view, area.id, column))
      return cell ? [{ area, joint: cell.joint }] : []
    })
}
