/** A consultation as its page shows it to one person, out of made-up forecasts: for tests of the views. */
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import type { CellView, DeskView, RemarkView } from '../../../../gateway/portal/desk/matrix/view.ts'
import type { Person } from '../../../../gateway/portal/desk/person.ts'
import { DAILY_AIR } from '../../../../gateway/release/products/air/daily.ts'
import type { TableCell } from '../../../../gateway/release/products/product.ts'
import { inputFor, type Standing, type Telling } from '../../release/air/fixture.ts'

export const NOW = Date.parse('2026-11-15T15:00:00+08:00')

/** A drafter of Sichuan. */
export const DRAFTER: Person = {
  agency: '四川省生态环境监测总站（示例） · Sichuan monitoring centre (sample)',
  kid: 'k-sc-operator',
  operator: '会商员 · Consultation officer',
  party: 'sc',
  posts: ['drafter'],
}

/** A remark on a cell or the whole. */
export function remark(over: Partial<RemarkView>): RemarkView {
  return {
    by: { party: 'cq', agency: '重庆市生态环境监测中心（示例）', operator: '会商员' },
    cell: null,
    kind: 'comment',
    n: 5,
    now: 0,
    resolved: null,
    revision: 0,
    text: '静稳',
    time: '2026-11-15T14:45:00+08:00',
    ...over,
  }
}

/** A daily forecast of these words under consultation. */
export function dailyView(
  told: readonly Telling[],
  {
    edits = {},
    remarks = [],
    end = '2026-11-17',
    over = {},
  }: {
    readonly edits?: Readonly<Record<string, Standing>>
    readonly remarks?: readonly RemarkView[]
    readonly end?: string
    readonly over?: Partial<DeskView>
  } = {},
): DeskView {
  const input = inputFor(told, { edits, end })
  const table = DAILY_AIR.table(input)
  const viewOf = (cell: TableCell): CellView => {
    const edit = input.edits.get(cell.id)
    return {
      ...cell,
      edit: edit
        ? {
            by: { party: 'sc', agency: '四川省生态环境监测总站（示例）', operator: '会商员' },
            n: 4,
            reason: edit.reason,
            revision: edit.revision,
            take: edit.take,
            time: '2026-11-15T14:50:00+08:00',
          }
        : null,
      loud: cell.differences.filter(({ loud }) => loud).length,
      objections: remarks.filter((one) => one.cell === cell.id && one.kind === 'objection' && !one.resolved).length,
      remarks: remarks.filter((one) => one.cell === cell.id).length,
    }
  }
  return {
    id: 'daily-air-2026-11-15',
    kind: 'forecast',
    product: 'daily-air-forecast',
    title: { zh: '川渝空气质量联合预报', en: 'Sichuan–Chongqing joint air quality forecast' },
    period: input.period,
    status: 'open',
    agreeBy: '2026-11-15T15:30:00+08:00',
    signBy: '2026-11-15T16:00:00+08:00',
    embargo: null,
    corrects: null,
    reason: null,
    withdrawn: null,
    extension: null,
    steps: 4,
    size: 40,
    duties: [
      {
        party: 'cq',
        post: 'reviewer',
        act: 'review-and-agree',
        by: '2026-11-15T15:30:00+08:00',
        onDuty: [],
        yours: false,
      },
      {
        party: 'sc',
        post: 'reviewer',
        act: 'review-and-agree',
        by: '2026-11-15T15:30:00+08:00',
        onDuty: [],
        yours: false,
      },
    ],
    agreements: { cq: null, sc: null },
    signatures: { cq: null, sc: null },
    handOvers: [],
    posts: {
      drafter: { zh: '拟稿', en: 'drafts' },
      reviewer: { zh: '审核', en: 'reviews' },
      signatory: { zh: '签发', en: 'issues' },
    },
    person: DRAFTER,
    actions: [
      { act: 'object', why: null },
      { act: 'comment', why: null },
      { act: 'withdraw', why: { zh: '已经结束', en: 'it has ended' } },
    ],
    revise: { why: null },
    rows: table.rows,
    columns: table.columns,
    cells: new Map(table.cells.map((cell) => [cell.id, viewOf(cell)])),
    remarks,
    attachments: [],
    happened: [],
    editions: new Map(table.columns.map(({ id }) => [id, airIndexOn(id)])),
    sections: new Map(),
    forecasts: new Map(),
    credit: null,
    previous: null,
    sandbox: true,
    now: NOW,
    ...over,
  }
}
