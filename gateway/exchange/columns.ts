/** Which columns a contract's records have as a table: a layout of its own for water, the schema's own order for every other. */
import type { Contract } from '../../contracts/index.ts'
import { WATER_ITEMS } from '../../contracts/water-section-quality/record.ts'
import { isFigure, isNode, type Node, resolved } from './schema.ts'

/** One column: its heading, and the members that lead to its cell. */
export interface Column {
  readonly heading: string
  readonly path: readonly string[]
}

const WATER: readonly Column[] = [
  { heading: 'section', path: ['section', 'id'] },
  { heading: 'name', path: ['section', 'name'] },
  { heading: 'river', path: ['section', 'river'] },
  { heading: 'start', path: ['interval', 'start'] },
  { heading: 'end', path: ['interval', 'end'] },
  { heading: 'monitoring', path: ['monitoring'] },
  { heading: 'station', path: ['station'] },
  { heading: 'class', path: ['class', 'computed'] },
  { heading: 'reportedClass', path: ['class', 'reported'] },
  { heading: 'target', path: ['target'] },
  ...WATER_ITEMS.map((item) => ({ heading: item, path: ['results', item] })),
]

function columnsBelow(schema: unknown, root: Node, path: readonly string[]): Column[] {
  const { properties } = resolved(schema, root)
  if (!isNode(properties) || isFigure(properties)) return [{ heading: path.join('.'), path }]
  return Object.entries(properties).flatMap(([name, member]) => columnsBelow(member, root, [...path, name]))
}

const known = new WeakMap<Contract, readonly Column[]>()

/** The columns of a contract's records, without their notes, which are lists of their own. */
export function columnsOf(contract: Contract): readonly Column[] {
  const before = known.get(contract)
  if (before) return before
  const root: unknown = contract.schema
  const properties = isNode(root) && isNode(root.properties) ? root.properties : {}
  const made =
    contract.id === 'water-section-quality'
      ? WATER
      : Object.entries(properties)
          .filter(([name]) => name !== 'notes')
          .flatMap(([name, member]) => columnsBelow(member, isNode(root) ? root : {}, [name]))
  known.set(contract, made)
  return made
}
