/** Rules that any dataset's files meet: columns and tables passed over, rows that repeat a key, widths, units and undated times. */
import type { Rules } from './types.ts'

/** Rules by id. */
export const FILE_RULES: Rules = {
  'column-ignored': {
    zh: '该列的列名对本契约没有含义，未读取',
    en: 'The heading means nothing to this contract; the column was not read',
  },
  'column-repeated': {
    zh: '前面已有同一含义的列，该列未读取',
    en: 'A column of the same meaning came before; this one was not read',
  },
  'table-ignored': {
    zh: '该工作表或表格缺少记录所需的列，未读取',
    en: 'The sheet or table lacks columns that a record needs; it was passed over',
  },
  'sheet-hidden': {
    zh: '隐藏的工作表未读取，因为报送人看不到它；确需报送的请取消隐藏',
    en: 'A hidden sheet was not read, since its sender does not see it; unhide it if it is meant',
  },
  'rows-hidden': {
    zh: '工作表有隐藏的行（例如筛选所致），照常读取；所写为工作表名与行数',
    en: 'The sheet has hidden rows, as a filter leaves them; they were read all the same. Sheet and number of rows',
  },
  'lines-passed-over': {
    zh: '标题、备注、填表人等行，重复的表头，以及 SQL*Plus 的提示不是数据行，未读取；所写为首个的行号与内容，括号内为行数',
    en: 'Titles, remarks, who filled it in, a header that comes again and what SQL*Plus says are no rows; they were not read. The first by row, and how many',
  },
  'date-serial-read': {
    zh: '时间列中失去日期格式的数字按电子表格的日期序号读取',
    en: 'Numbers that lost their date format under a heading of times were read as the dates a spreadsheet counts',
  },
  'key-repeated': {
    zh: '同一文件中前面已有一行得到同一记录键而内容不同；两行都收，后一行作为后一次修订',
    en: 'An earlier row of the file has the same record key with other content; both are taken, this one as the later revision',
  },
  'last-line-open': {
    zh: '文件最后一行没有换行符，不能排除最后一个单元格被截断',
    en: 'The last line has no line break, so that a cut inside its last cell cannot be ruled out',
  },
  'full-width-read': {
    zh: '全角字符按对应的半角字符读取',
    en: 'Full-width characters were read as the half-width ones they stand for',
  },
  'unit-converted': {
    zh: '所报单位不是契约单位，数值按十进制精确换算，各位数字保留',
    en: "The unit sent is not the contract's; the figure was converted exactly, every digit kept",
  },
  'time-year-inferred': {
    zh: '所报时间没有年份，取报送时刻之前最近的一次；年份只有两位的（Oracle 的写法），00–49 为 20xx 年',
    en: 'The time has no year; the latest one before the submission was taken. A year of two digits, as Oracle writes it, from 00 to 49 is of this century',
  },
  'no-figure': {
    zh: '该行没有一个项目有数值（停运、维护或未测）；记录仍收，缺测不作零',
    en: 'No item of the row has a figure (stopped, under maintenance or not measured); the record is kept, and nothing is read as zero',
  },
  'class-differs': {
    zh: '所报类别（等级）与网关依标准计算的不同；两者并存，计算值只是建议',
    en: 'The class sent is not the one computed by the standard; both are kept, the computed one as a suggestion',
    basis: { clause: '环办〔2011〕22号（水质单因子评价）；HJ 633（空气质量指数级别）', confidence: 'V2' },
  },
  'review-unreadable': {
    zh: '审核状态的写法无法识别，按未审核（raw）记',
    en: 'The review state is none of the known words; it was taken as raw',
  },
  'originator-unreadable': {
    zh: '数据生产单位的写法无法识别，按站点所属（国控站为国家总站，其余为报送方）记',
    en: 'The producer is none of the known words; it was taken by the station: the national centre for a national one, else the sender',
  },
  'river-alias': {
    zh: '所报是同一河流的另一名称；记录取登记的名称',
    en: 'Another name of the same river was sent; the record has the registered one',
  },
}
