/** Templates and how a person fills them in: the example's own cells below the example, whose row is deleted. */
import { ADAPTERS } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Adapter, TableForm } from '../../../adapters/types.ts'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { type Registry, ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import { templateWorkbook } from '../../../gateway/forms/template.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { edited, letters, withoutRow } from './edit.ts'

/** The sheet that is filled in, and where its rows are. */
export const DATA = '数据 Data'
export const HEADER_ROW = 3
export const EXAMPLE_ROW = 4
export const FIRST_ROW = 5

/** A side and contract that has a form. */
export interface FormCase {
  readonly adapter: Adapter<object>
  readonly form: TableForm
  readonly contract: Contract
  readonly registry: Registry
}

/** Every one of them, by its adapter's id. */
export const FORM_CASES: readonly [string, FormCase][] = ADAPTERS.flatMap((adapter): [string, FormCase][] => {
  const contract = CONTRACTS.findLast(({ id }) => id === adapter.contract)
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter.register)
  return adapter.form && contract && registry ? [[adapter.id, { adapter, form: adapter.form, contract, registry }]] : []
})

/** The form of a side's water. */
export function waterCase(party: 'cq' | 'sc'): FormCase {
  const found = FORM_CASES.find(
    ([, { adapter }]) => adapter.contract === 'water-section-quality' && adapter.party === party,
  )
  if (!found) throw new TypeError('there is no form of water')
  return found[1]
}

/** Its template. */
export function templateOf({ adapter, form, contract, registry }: FormCase): Promise<Uint8Array> {
  return templateWorkbook({
    contract,
    digest: sha256Hex(contract.source),
    adapter,
    form,
    registry,
    rows: FORMAT_LIMITS.rows,
  })
}

/** The column of a heading (0-based), the running number counted. */
export function columnAt({ form }: FormCase, heading: string): number {
  const at = form.columns.findIndex((column) => column.heading === heading)
  if (at < 0) throw new TypeError(`there is no column ${heading}`)
  return at + 1
}

/** Rows of data, each the example with some cells otherwise; the example itself is deleted. */
export function filled(
  one: FormCase,
  template: Uint8Array,
  rows: readonly Readonly<Record<string, string | number>>[],
): Uint8Array {
  const cells: Record<string, string | number> = {}
  for (const [index, changes] of rows.entries()) {
    const row = FIRST_ROW + index
    // Without a running number, so that equal rows are equal.
    cells[`A${row}`] = changes.序号 ?? ''
    for (const [at, column] of one.form.columns.entries())
      cells[`${letters(at + 1)}${row}`] = changes[column.heading] ?? column.example(one.registry)
  }
  return edited(withoutRow(template, DATA, EXAMPLE_ROW), DATA, cells)
}
