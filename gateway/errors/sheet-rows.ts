/** Rows of a workbook that are not the sender's data. */
import type { ErrorRow } from './types.ts'

/** The codes of this file. */
export type SheetRowCode = 'example-row'

/** One row a code. */
export const SHEET_ROW_ERRORS: Readonly<Record<SheetRowCode, ErrorRow>> = {
  'example-row': {
    status: 422,
    title: { zh: '模板的示例行', en: 'Example row of the template' },
    what: {
      zh: '该行标有“示例”，是填报模板自带的示例，从不作为数据入账；其余行已正常处理。',
      en: 'The row bears the template’s own mark of an example and never becomes a record; the other rows were handled.',
    },
    fix: {
      zh: '删去示例行；若在该行填了真实数据，请把“序号”中的“示例”和名称前的“示例：”去掉后再报送。',
      en: 'Delete the example row; where it was filled with real data, take the mark out of its number and from before its name, and send it again.',
    },
    example: '示例 | 示例：朱沱 | 2026-11-16 08:00',
  },
}
