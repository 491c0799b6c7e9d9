/** The sheet that explains a template: how to fill it in, what every column is, and which contract and register it was made from. */
import type { Row } from 'write-excel-file/node'
import { EXAMPLE, OWN_SHEETS } from '../../adapters/formats/marked.ts'
import type { FormColumn, FormKind } from '../../adapters/types.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { memberAt } from './schema.ts'
import { CELL, HEADINGS, heightOf, SMALL, styled, TITLE } from './styles.ts'
import type { TemplateOptions } from './template.ts'
import type { FormSheet } from './write.ts'

/** Words for how far a column is needed. */
export const NEEDS: Readonly<Record<FormColumn['need'], Bilingual>> = {
  must: { zh: '必填', en: 'required' },
  either: { zh: '至少填其中一项', en: 'one of several' },
  may: { zh: '选填', en: 'optional' },
}

const KINDS: Readonly<Record<FormKind, Bilingual>> = {
  text: { zh: '文本', en: 'text' },
  code: { zh: '按文本填写，保留前导零', en: 'as text, so that leading zeros stay' },
  figure: { zh: '数值；也可写 0.025L、<0.01、未检出', en: 'a figure; also 0.025L, <0.01, 未检出' },
  day: { zh: '日期，例 2026-11-16', en: 'a day, as 2026-11-16' },
  time: { zh: '北京时间，例 2026-11-16 08:00', en: 'Beijing time, as 2026-11-16 08:00' },
}

/** Choices that are told in the sheet itself. */
const TOLD = 8

const SIDES: Readonly<Record<'sc' | 'cq', Bilingual>> = {
  sc: { zh: '四川', en: 'Sichuan' },
  cq: { zh: '重庆', en: 'Chongqing' },
}

/** A side by name. */
export function sideTitle({ adapter }: TemplateOptions): Bilingual {
  return SIDES[adapter.party]
}

/** How a column is filled in. */
export function formatOf(column: FormColumn, choices: readonly string[]): Bilingual {
  if (choices.length === 0) return KINDS[column.kind]
  if (choices.length > TOLD)
    return { zh: `下拉选取（${choices.length} 项）`, en: `choose from the list of ${choices.length}` }
  return { zh: `下拉选取：${choices.join('、')}`, en: 'choose from the list' }
}

const HOW: readonly Bilingual[] = [
  {
    zh: `在“数据 Data”表中从示例行的下一行起填写；填报前删去示例行。标有“${EXAMPLE}”的行一律拒收，不会入账。`,
    en: `Fill in the sheet 数据 Data below the example row, and delete that row first. A row marked ${EXAMPLE} is always refused and never becomes a record.`,
  },
  {
    zh: '列名前的 * 表示必填。列可以调换次序或删去不用的，但不要改列名；单位写在列名的括号内。',
    en: 'A * before a heading marks what every row needs. Columns may change places or be left out; do not rename them. Units stand in the brackets of the headings.',
  },
  {
    zh: '没有监测的项目留空，不要填 0；需保留末尾的零（如 0.150）时，把单元格设为文本。',
    en: 'Leave what was not measured empty, never 0. To keep trailing zeros (0.150) make the cell text.',
  },
  {
    zh: '另存为 .xlsx 报送。有行被拒收时，可取回同样格式的工作簿，其中写明原因并标出单元格，改好后直接报送该工作簿。',
    en: 'Save it as .xlsx and send it. Refused rows come back as a workbook of the same columns with the reasons and the cells marked; mend it and send that very workbook.',
  },
]

const COLUMNS: readonly (readonly [string, number])[] = [
  ['列名 Heading', 20],
  ['含义 Meaning', 28],
  ['单位 Unit', 10],
  ['是否必填 Required', 18],
  ['填法 How', 36],
  ['说明 Remarks', 44],
  ['依据 Source', 34],
  ['示例 Example', 24],
]

function origin({ contract, digest, registry, adapter }: TemplateOptions): readonly string[] {
  return [
    `数据契约 Contract: ${contract.id} ${contract.version} · ${contract.title.zh} · ${contract.title.en}`,
    `契约摘要（SHA-256）Digest: ${digest}`,
    `登记册 Register: ${registry.id} ${registry.edition} · ${registry.title.zh} · ${registry.title.en}`,
    `适配器 Adapter: ${adapter.id} ${adapter.version}`,
  ]
}

/** The sheet. */
export function guideSheet(options: TemplateOptions): FormSheet {
  const { contract, form, registry } = options
  const last = COLUMNS.length - 1
  const widths = COLUMNS.map(([, width]) => width)
  const wide = (text: string, style: object, height: number): Row => [
    { ...styled(text, style), columnSpan: COLUMNS.length, height },
    ...Array<null>(last).fill(null),
  ]
  const side = sideTitle(options)
  const title = `${contract.title.zh}：${side.zh}填报说明 · ${contract.title.en}: how ${side.en} fills it in`
  return {
    name: OWN_SHEETS.guide,
    widths,
    fitWidth: true,
    rows: [
      wide(title, TITLE, 26),
      ...HOW.map(({ zh, en }, at) => wide(`${at + 1}. ${zh}\n    ${en}`, SMALL, 32)),
      ...origin(options).map((line) => wide(line, SMALL, 16)),
      [],
      COLUMNS.map(([heading]) => styled(heading, { ...HEADINGS.may, height: 22 })),
      ...form.columns.map((column): Row => {
        const member = memberAt(contract.schema, column.pointer)
        const how = formatOf(column, column.choices(registry))
        const { need, heading, hint, unit } = column
        const cells = [
          need === 'must' ? `*${heading}` : heading,
          member?.title ? `${member.title.zh}\n${member.title.en}` : column.pointer,
          unit ?? '',
          `${NEEDS[need].zh}\n${NEEDS[need].en}`,
          `${how.zh}\n${how.en}`,
          hint ? `${hint.zh}\n${hint.en}` : '',
          member?.source ?? `${contract.id} ${contract.version} ${column.pointer}`,
          column.example(registry),
        ]
        const height = heightOf(cells, widths)
        return cells.map((text, at) => styled(text, at === 0 ? { ...CELL, fontWeight: 'bold', height } : CELL))
      }),
    ],
  }
}
