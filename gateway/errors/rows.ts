/** Rows that did not pass while the rest of their file did; each is told with its row, column and value. */
import type { RowFaultCode } from '../../adapters/types.ts'
import { AIR_ROW_ERRORS, type AirRowCode } from './air-rows.ts'
import { CREDIT_ROW_ERRORS, type CreditRowCode } from './credit-rows.ts'
import { DIVISION_ROW_ERRORS, type DivisionRowCode } from './division-rows.ts'
import { FRAME_ERRORS, type FrameCode } from './frames.ts'
import { BACKFILL_ERRORS } from './packages.ts'
import { RISK_ROW_ERRORS, type RiskRowCode } from './risk-rows.ts'
import { SHEET_ROW_ERRORS } from './sheet-rows.ts'
import type { ErrorRow } from './types.ts'
import { WARNING_ROW_ERRORS, type WarningRowCode } from './warning-rows.ts'

/** The codes of rows that were read and then refused. */
export type RowCode =
  | RowFaultCode
  | AirRowCode
  | CreditRowCode
  | DivisionRowCode
  | RiskRowCode
  | FrameCode
  | WarningRowCode
  | 'section-unknown'
  | 'section-ambiguous'
  | 'section-of-other-side'
  | 'time-missing'
  | 'time-unreadable'
  | 'time-in-future'
  | 'standard-not-in-force'
  | 'value-not-a-number'
  | 'value-out-of-range'
  | 'unit-unknown'
  | 'class-unreadable'
  | 'station-unreadable'
  | 'contract-violation'
  | 'backfill-too-recent'

/** One row a code of a rejection. */
export const ROW_ERRORS: Readonly<Record<RowCode, ErrorRow>> = {
  ...AIR_ROW_ERRORS,
  ...BACKFILL_ERRORS,
  ...CREDIT_ROW_ERRORS,
  ...DIVISION_ROW_ERRORS,
  ...FRAME_ERRORS,
  ...RISK_ROW_ERRORS,
  ...SHEET_ROW_ERRORS,
  ...WARNING_ROW_ERRORS,
  'row-truncated': {
    status: 422,
    title: { zh: '末行不完整', en: 'Last row cut off' },
    what: {
      zh: '文件最后一行没有换行符，且列数少于表头，很可能在传输或写盘时被截断。',
      en: 'The last row has no line break and fewer cells than the header; it was probably cut off in transfer or while being written.',
    },
    fix: {
      zh: '等导出完成后重新读取整个文件再报送；其余行已正常处理，重复报送不会重复入账。',
      en: 'Read the file again once the export has finished and send it whole; the other rows were handled and will not be recorded twice.',
    },
    example: '朱沱,2026-03-01 12:00,7.',
  },
  'row-shape': {
    status: 422,
    title: { zh: '数组元素形状不一', en: 'Array element of another shape' },
    what: {
      zh: 'JSON 数组的各元素应同为对象或同为数组，所指元素不同。',
      en: 'The elements of the JSON array must all be objects or all be arrays; the one named is otherwise.',
    },
    fix: {
      zh: '让每个元素都是一条监测记录；合计、说明等放到数组之外。',
      en: 'Make every element one monitoring record; put totals and remarks outside the array.',
    },
    example: '[{"断面名称":"朱沱"},"合计"]',
  },
  'cell-count': {
    status: 422,
    title: { zh: '列数与表头不符', en: 'Cells do not match the header' },
    what: {
      zh: '该行的列数与表头不同，无法确定各值属于哪一列，因此不予补齐或猜测。',
      en: 'The row has more or fewer cells than the header, so it is uncertain which value belongs to which column; nothing is filled in or guessed.',
    },
    fix: {
      zh: '补上或删去多余的分隔符；值中含逗号时给该单元格加引号。',
      en: 'Add or remove the surplus separator; quote a cell whose value contains a comma.',
    },
    example: '朱沱,2026-03-01 12:00,7.8,1,250',
  },
  'cell-type': {
    status: 422,
    title: { zh: '单元格类型不可用', en: 'Cell of an unusable type' },
    what: {
      zh: '单元格应为文本、有限数值或空，所指单元格是布尔值、对象、数组或超出范围的数值。',
      en: 'A cell must be text, a finite number or empty; the one named is a boolean, an object, an array or a number out of range.',
    },
    fix: {
      zh: '把结果写成数值或文本，例如 7.8 或 "0.025L"；不要把一项结果写成嵌套对象。',
      en: 'Write a result as a number or text, such as 7.8 or "0.025L", not as a nested object.',
    },
    example: '[{"断面名称":"朱沱","pH":true}]',
  },
  'cell-error': {
    status: 422,
    title: { zh: '公式结果为错误值', en: 'Formula gives an error' },
    what: {
      zh: '工作簿中该单元格的值是公式错误，不是监测结果。',
      en: 'The cell of the workbook holds a formula error, not a result.',
    },
    fix: {
      zh: '修正公式或断开的链接；确无数据时留空，不要用 0 代替。',
      en: 'Repair the formula or its broken link; where there is no figure leave the cell empty, never 0.',
    },
    example: '#DIV/0!',
  },
  'formula-uncached': {
    status: 422,
    title: { zh: '公式没有保存结果', en: 'Formula saved without its result' },
    what: {
      zh: '该单元格只有公式、没有计算结果；网关不执行公式。',
      en: 'The cell has a formula but no result saved with it; the gateway does not run formulas.',
    },
    fix: {
      zh: '在 Excel 或 WPS 中打开并保存一次，或以“粘贴为数值”替换公式后再报送；程序生成的工作簿请直接写入数值。',
      en: 'Open and save the workbook once in a spreadsheet program, or paste the values over the formulas; a program that writes workbooks should write values.',
    },
    example: '=AVERAGE(F2:F7)',
  },
  'name-repeated': {
    status: 422,
    title: { zh: '成员名重复', en: 'Name repeated' },
    what: {
      zh: '同一 JSON 对象中同一成员名出现两次，无法确定应取哪个值。',
      en: 'One JSON object has the same name twice, so it is uncertain which value counts.',
    },
    fix: {
      zh: '每个成员名只写一次；同一项目的多次结果写成多条记录，各带自己的监测时间。',
      en: 'Write each name once; send several results of one item as several records, each with its own time.',
    },
    example: '[{"断面名称":"朱沱","pH":7.8,"pH":7.9}]',
  },
  'section-unknown': {
    status: 422,
    title: { zh: '断面未登记', en: 'Section not in the register' },
    what: {
      zh: '断面名称或站点编码在断面登记册中查不到；若有相近的名称，已在说明中列出。',
      en: 'The section name or station number is not in the section register; the nearest names, if any, are given.',
    },
    fix: {
      zh: '对照 GET /v1/registry/sections 改用登记名称或其别名；确为新断面时，先由本方提出登记册新版，双方签署后重新报送。',
      en: 'Use the registered name or one of its aliases from GET /v1/registry/sections. For a new section, propose a new edition of the register first, and send again once both sides have signed it.',
    },
    example: '断面名称 = 朱坨',
  },
  'section-ambiguous': {
    status: 422,
    title: { zh: '断面名称不唯一', en: 'Section name not unique' },
    what: {
      zh: '登记册中有几个同名断面，仅凭名称无法确定是哪一个。',
      en: 'Several sections in the register share this name; the name alone does not tell which is meant.',
    },
    fix: {
      zh: '同时报送“所在河流”或“站点编码”一列。',
      en: 'Send the river or the station number in a column beside the name.',
    },
  },
  'section-of-other-side': {
    status: 422,
    title: { zh: '对方登记的断面', en: 'Section registered by the other side' },
    what: {
      zh: '该断面由对方登记，且不是跨界断面；只有跨界断面双方均可报送。',
      en: 'The section is registered by the other side and is not transboundary; only transboundary ones may be sent by both.',
    },
    fix: {
      zh: '从文件中去掉该断面；若登记归属有误，请双方更正登记册后再报送。',
      en: 'Leave the section out; if the register has it on the wrong side, have both sides correct the register first.',
    },
  },
  'time-missing': {
    status: 422,
    title: { zh: '缺少监测时间', en: 'Monitoring time missing' },
    what: {
      zh: '监测时间一格为空或只有缺测标记，无法成为一条记录。',
      en: 'The time cell is empty or holds a mark of absence; without a time there is no record.',
    },
    fix: {
      zh: '补上该时次的监测时间；停站期间没有数据的行可以不报，周报会注明缺测原因。',
      en: 'Fill in the time. A row for a stopped station without data may be left out; the bulletin names the gap and its reason.',
    },
    example: '监测时间 = --',
  },
  'time-unreadable': {
    status: 422,
    title: { zh: '监测时间无法识别', en: 'Monitoring time unreadable' },
    what: {
      zh: '监测时间不是可识别的写法，或日历上没有这一天、这一时刻。',
      en: 'The time is not written in a form that is read, or there is no such day or hour.',
    },
    fix: {
      zh: '写成北京时间 2026-03-01 12:00；表格软件中把该列设为文本或日期格式，避免导出成序号。',
      en: 'Write Beijing time as 2026-03-01 12:00, and format the column as text or date so that it is not exported as a serial number.',
    },
    example: '监测时间 = 2026-02-30 12:00',
  },
  'time-in-future': {
    status: 422,
    title: { zh: '监测时间在未来', en: 'Monitoring time in the future' },
    what: {
      zh: '监测时段的结束时刻晚于报送时刻。',
      en: 'The monitoring interval ends after the time of submission.',
    },
    fix: {
      zh: '核对年月和时区（应为北京时间，时刻为时段止），校准采集设备时钟后重新报送。',
      en: 'Check year, month and zone (Beijing time, end of the interval), set the clock of the collecting device and send again.',
    },
    example: '监测时间 = 2062-03-01 12:00',
  },
  'standard-not-in-force': {
    status: 422,
    title: { zh: '当时没有现行标准', en: 'No standard in force then' },
    what: {
      zh: '时间早于网关所载标准的实施日期，无法按当时有效的版本评价。',
      en: 'The time lies before any edition of the standard the gateway holds, so nothing can be judged by the edition then in force.',
    },
    fix: {
      zh: '核对年份；各标准的实施日期见 /v1/standards，例：GB 3838-2002 自 2002-06-01 起实施。更早的数据不在契约范围内。',
      en: 'Check the year; /v1/standards says from when each is in force, GB 3838-2002 from 2002-06-01. Earlier data lie outside the contract.',
    },
    example: '监测时间 = 1999-03-01 12:00',
  },
  'value-not-a-number': {
    status: 422,
    title: { zh: '结果不是数值', en: 'Result is not a number' },
    what: {
      zh: '监测项目一格既不是数值，也不是缺测、未检出或检出限标记。',
      en: 'The cell of an item is neither a number nor a mark of absence, non-detection or a detection limit.',
    },
    fix: {
      zh: '结果写数值；低于检出限写 0.025L，未检出写“未检出”，缺测写 -- 或留空；文字说明移到别的列。',
      en: 'Write a number; 0.025L for a result below its detection limit, ND for one not detected, -- or nothing for a missing one; move remarks to another column.',
    },
    example: '氨氮 = 仪器故障',
  },
  'value-out-of-range': {
    status: 422,
    title: { zh: '数值超出范围', en: 'Value out of range' },
    what: {
      zh: '数值超出契约为该字段规定的物理范围，例如浓度为负。',
      en: 'The value lies outside the physical range the contract sets for its field, such as a negative concentration.',
    },
    fix: {
      zh: '核对仪器读数、单位与小数点；缺测写 -- 或留空，不要用 -999 之类的数代替。',
      en: 'Check the reading, its unit and its decimal point; write -- or nothing for a missing figure, not a number such as -999.',
    },
    example: '氨氮 = -0.12',
  },
  'unit-unknown': {
    status: 422,
    title: { zh: '单位无法换算', en: 'Unit cannot be converted' },
    what: {
      zh: '列名中的单位不认识，或不能换算为契约规定的单位。',
      en: "The unit in the column name is unknown or cannot be converted to the contract's.",
    },
    fix: {
      zh: '改用契约页面所列单位，例如 mg/L；也可写 μg/L、g/L 等同类单位，由网关换算并注明。',
      en: 'Use the unit on the contract page, such as mg/L, or one of its kind such as μg/L or g/L, which the gateway converts and notes.',
    },
    example: '氨氮(ppm)',
  },
  'class-unreadable': {
    status: 422,
    title: { zh: '水质类别无法识别', en: 'Water class unreadable' },
    what: {
      zh: '水质类别或水质目标不是 Ⅰ–Ⅴ 类或劣Ⅴ类的可识别写法。',
      en: 'The class or target is not a form of classes I to V or worse than V that is read.',
    },
    fix: {
      zh: '写成 Ⅲ、III类 或 劣Ⅴ 等；没有类别时留空，网关会按监测结果计算。',
      en: 'Write I to V or 1 to 5, and 6 for worse than V; leave it empty when there is none: the gateway computes it from the results.',
    },
    example: '水质类别 = 优良',
  },
  'station-unreadable': {
    status: 422,
    title: { zh: '站点情况无法识别', en: 'Station state unreadable' },
    what: {
      zh: '站点情况一格的写法不在约定的取值之内。',
      en: 'The station state is none of the agreed values.',
    },
    fix: {
      zh: '按说明中列出的取值书写，例如“正常”“维护”“停站”；不确定时留空。',
      en: 'Write one of the values listed in the detail, or leave the cell empty when unsure.',
    },
    example: '站点情况 = 见备注',
  },
  'contract-violation': {
    status: 422,
    title: { zh: '记录不符合契约', en: 'Record does not fit the contract' },
    what: {
      zh: '规范化后的记录没有通过契约 JSON Schema 的校验，不符之处见 pointer。',
      en: "The normalised record does not validate against the contract's JSON Schema; pointer names the place.",
    },
    fix: {
      zh: '取 GET /v1/contracts/{id}/{version}/schema 对照 pointer 所指字段更正；报送前可先用 POST /v1/normalise 试算。',
      en: 'Hold the field that pointer names against GET /v1/contracts/{id}/{version}/schema, and try the file with POST /v1/normalise before sending it.',
    },
    example: '/results/fc/unit',
  },
}
