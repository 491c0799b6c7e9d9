/** Files that cannot be read at all: 415 for what has no reader, 413 for what is over a limit (RFC 9110 §15.5.14, §15.5.16), else 400 or 422. */
import type { FormatErrorCode } from '../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import type { ErrorRow } from './types.ts'

const { bytes, rows, columns, sheets, cell, depth, unzipped, unzipRatio } = FORMAT_LIMITS
const MEBI = 1024 * 1024

/** One row a code that a reader may throw. */
export const FORMAT_ERRORS: Readonly<Record<FormatErrorCode, ErrorRow>> = {
  'format-unknown': {
    status: 415,
    title: { zh: '无法识别的文件格式', en: 'File format not recognised' },
    what: {
      zh: '按内容判断，文件不是 CSV、JSON、XLSX、DOCX，也不是含表格的 HTML。',
      en: 'Judged by its content, the file is neither CSV, JSON, XLSX, DOCX nor HTML with a table.',
    },
    fix: {
      zh: '另存为 .xlsx 或 CSV UTF-8 后报送；压缩包请先解压，PDF 与图片请改为导出原始数据表。',
      en: 'Save it as .xlsx or CSV UTF-8 and send that; unpack an archive first, and export the data table behind a PDF or an image.',
    },
    example: 'week47.pdf',
  },
  'format-mismatch': {
    status: 415,
    title: { zh: '内容与声明的媒体类型不符', en: 'Content is not the declared media type' },
    what: {
      zh: '请求头 Content-Type 声明的类型与按内容识别出的格式不一致。',
      en: 'The header Content-Type names one format; by its content the file is another.',
    },
    fix: {
      zh: '按实际格式填写 Content-Type 后重新签名：CSV 用 text/csv，JSON 用 application/json，另存为 .xls 的 HTML 表用 application/vnd.ms-excel，.docx 用 application/vnd.openxmlformats-officedocument.wordprocessingml.document，HJ 212 报文用 text/plain；拿不准时用 application/octet-stream。',
      en: 'State the real format and sign again: text/csv for CSV, application/json for JSON, application/vnd.ms-excel for an HTML table saved as .xls, application/vnd.openxmlformats-officedocument.wordprocessingml.document for .docx, text/plain for HJ 212 frames; application/octet-stream when unsure.',
    },
    example: 'Content-Type: application/json ← 省份,断面名称,监测时间',
  },
  'xls-binary': {
    status: 415,
    title: { zh: '旧版或加密的 Excel 工作簿', en: 'Old or encrypted Excel workbook' },
    what: {
      zh: '文件为二进制 .xls（Excel 97-2003），或设有打开密码的工作簿、文档；网关读取的是不带密码的 .xlsx 和 .docx。',
      en: 'The file is a binary .xls (Excel 97-2003), or a workbook or document with a password; the gateway reads .xlsx and .docx without one.',
    },
    fix: {
      zh: '在 Excel 或 WPS 中取消打开密码，另存为 .xlsx 或 CSV UTF-8 后报送。',
      en: 'Remove the password in your spreadsheet program, save as .xlsx or CSV UTF-8 and send that.',
    },
    example: 'week47.xls',
  },
  'doc-binary': {
    status: 415,
    title: { zh: '旧版 Word 文档', en: 'Old Word document' },
    what: {
      zh: '文件为二进制 .doc（Word 97-2003），网关读取的是 .docx。',
      en: 'The file is a binary .doc (Word 97-2003); the gateway reads .docx.',
    },
    fix: {
      zh: '在 Word 或 WPS 中打开，另存为 .docx 后报送；只把扩展名改成 .docx 没有用。',
      en: 'Open it in your word processor, save it as .docx and send that; renaming it does not help.',
    },
    example: '空气质量预报20261115.doc',
  },
  'encoding-invalid': {
    status: 400,
    title: { zh: '文本编码不正确', en: 'Text encoding not valid' },
    what: {
      zh: '全文应为 UTF-8 或 GB 18030（含 GBK），且与声明的 charset 一致；文件中有字节不符，或为 UTF-16。',
      en: 'The text must be UTF-8 or GB 18030 (GBK included) throughout and agree with the declared charset; some bytes are not, or the file is UTF-16.',
    },
    fix: {
      zh: '用一种编码重新导出，推荐 CSV UTF-8；多个文件合并前先统一编码；Content-Type 中的 charset 写实际编码，或不写。',
      en: 'Export again in one encoding, CSV UTF-8 for preference; bring files to one encoding before joining them; state the real charset in Content-Type or none.',
    },
    example: 'Content-Type: text/csv; charset=utf-8 ← B6 CF C3 E6 C3 FB B3 C6',
  },
  truncated: {
    status: 400,
    title: { zh: '文件不完整', en: 'File cut off' },
    what: {
      zh: '文件在结构结束之前中断，很可能没有传完；全部内容均未接收。',
      en: 'The file ends before its structure does and was probably cut off; nothing of it was taken.',
    },
    fix: {
      zh: '比对源文件大小，确认写盘和导出完成后重新读取、签名并发送整个文件。',
      en: 'Compare the size with the source, make sure the export has finished, then read, sign and send the whole file again.',
    },
    example: '[{"断面名称":"朱沱","监测时间":"2026-03-01 12:',
  },
  'body-too-large': {
    status: 413,
    title: { zh: '内容过大', en: 'Content too large' },
    what: {
      zh: `一次请求的内容最多 ${bytes / MEBI} MiB，收到的超出此限。`,
      en: `One request carries at most ${bytes / MEBI} MiB; this one has more.`,
    },
    fix: {
      zh: '按时段或区县拆成几个文件，分别签名报送；每个文件都要带表头。',
      en: 'Split it by period or district into several files, each with its header, and sign and send each.',
    },
    example: `Content-Length: ${bytes + 1}`,
  },
  'too-many-rows': {
    status: 413,
    title: { zh: '行数过多', en: 'Too many rows' },
    what: {
      zh: `一个文件最多 ${rows} 行数据（各工作表合计），收到的超出此限。`,
      en: `One file holds at most ${rows} data rows over all its sheets; this one has more.`,
    },
    fix: {
      zh: '按时段拆成几个文件分批报送；若表格看上去不大，请删除末尾带格式的空行。',
      en: 'Split it by period and send it in several files. If the table looks small, delete formatted empty rows below it.',
    },
  },
  'too-many-columns': {
    status: 413,
    title: { zh: '列数过多', en: 'Too many columns' },
    what: {
      zh: `一张表最多 ${columns} 列，收到的表超出此限。`,
      en: `One table has at most ${columns} columns; this one has more.`,
    },
    fix: {
      zh: '一行一个断面、一个时次，一个监测项目一列；只保留契约所需的列，并核对分隔符有无重复。',
      en: 'Write one section and time a row and one item a column, keep only the columns the contract names, and check for doubled separators.',
    },
  },
  'too-many-sheets': {
    status: 413,
    title: { zh: '工作表或表格过多', en: 'Too many sheets or tables' },
    what: {
      zh: `一个文件最多 ${sheets} 张工作表或 HTML、Word 表格，收到的超出此限。`,
      en: `One file holds at most ${sheets} sheets or tables of HTML or Word; this one has more.`,
    },
    fix: {
      zh: '只保留含监测数据的工作表，其余删除后另存报送；隐藏的工作表也计算在内。',
      en: 'Keep the sheets with monitoring data and delete the others; hidden ones count too.',
    },
  },
  'cell-too-long': {
    status: 413,
    title: { zh: '单元格内容过长', en: 'Cell too long' },
    what: {
      zh: `一个单元格最多 ${cell} 个字符，所指单元格超出此限。`,
      en: `One cell holds at most ${cell} characters; the one named has more.`,
    },
    fix: {
      zh: '查看 row 与 pointer 所指单元格：长段文字不必报送；在 CSV 中常见的原因是漏了一个闭合引号。',
      en: 'Look at the cell that row and pointer name: long remarks need not be sent; in CSV the usual cause is a missing closing quote.',
    },
    example: '"朱沱,2026-03-01 12:00,7.8,…',
  },
  'too-deep': {
    status: 413,
    title: { zh: '嵌套过深', en: 'Nested too deep' },
    what: {
      zh: `JSON、HTML 与 Word 表格最多嵌套 ${depth} 层，收到的内容超出此限。`,
      en: `JSON and tables of HTML or Word nest at most ${depth} levels; this content goes deeper.`,
    },
    fix: {
      zh: '监测数据用一层数组装若干对象即可；核对导出程序有没有把同一内容反复包装。',
      en: 'An array of plain objects is enough for monitoring data; check whether the exporter wraps the same content again and again.',
    },
    example: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…',
  },
  'zip-bomb': {
    status: 413,
    title: { zh: '工作簿或文档解压后过大', en: 'Workbook or document unpacks too large' },
    what: {
      zh: `工作簿或文档解压后最多 ${unzipped / MEBI} MiB，且不超过压缩前后 ${unzipRatio} 倍；收到的超出此限，或与其目录所述不符。`,
      en: `A workbook or document may unpack to ${unzipped / MEBI} MiB and to ${unzipRatio} times its size; this one goes beyond, or beyond what its own directory says.`,
    },
    fix: {
      zh: '删除大片带格式的空白区域和图片后另存，或改存为 CSV UTF-8。',
      en: 'Delete large formatted but empty ranges and pictures and save again, or save as CSV UTF-8.',
    },
  },
  'file-too-slow': {
    status: 422,
    title: { zh: '文件读取超时', en: 'File takes too long to read' },
    what: {
      zh: '文件在大小与行数限额之内，但读取所花时间超出限额，已停止；未接收任何内容。',
      en: 'The file is within the limits of size and rows, and reading it took longer than the limit of time; it was stopped, and nothing of it was taken.',
    },
    fix: {
      zh: '分成几份报送；工作簿请删去多余的工作表与带格式的空白区域，或改存为 CSV UTF-8。正常文件遇到此错误，请告知网关运行单位。',
      en: 'Send it in parts; delete sheets and formatted empty ranges nobody needs from a workbook, or save it as CSV UTF-8. Should an ordinary file meet this, tell whoever runs the gateway.',
    },
  },
  'json-invalid': {
    status: 400,
    title: { zh: 'JSON 无效', en: 'Not valid JSON' },
    what: {
      zh: '内容应为一份完整的 JSON（RFC 8259），成员名在同一对象中不重复；收到的在所指位置不符。',
      en: 'One whole JSON text (RFC 8259) was expected, no name twice in one object; it is not at the place named.',
    },
    fix: {
      zh: '用 JSON 库输出，不要拼接字符串：缺测写 null 而不是 NaN，去掉末尾逗号与注释，一次只发一份 JSON。',
      en: 'Print it with a JSON library rather than by joining strings: null, not NaN, for a missing figure; no trailing commas or comments; one JSON text a request.',
    },
    example: '[{"断面名称":"朱沱","pH":NaN}]',
  },
  'csv-invalid': {
    status: 400,
    title: { zh: 'CSV 引号有误', en: 'Misplaced quote in CSV' },
    what: {
      zh: '含引号的单元格应整体加引号，内部引号写两次（RFC 4180）；所指行的写法不符。',
      en: 'A cell with a quote must be quoted whole and each inner quote doubled (RFC 4180); the row named does otherwise.',
    },
    fix: {
      zh: '用 CSV 库或表格软件重新导出；手工修改时把 " 写成 "" 并给整个单元格加引号。',
      en: 'Export again with a CSV library or a spreadsheet program; by hand, write "" for " and quote the whole cell.',
    },
    example: '朱沱"站",2026-03-01 12:00,7.8',
  },
  'xlsx-invalid': {
    status: 400,
    title: { zh: '工作簿损坏或不受支持', en: 'Workbook damaged or unsupported' },
    what: {
      zh: '文件形似 .xlsx，但压缩包或其中某一部件读不出来。',
      en: 'The file looks like .xlsx, but its archive or a part inside it cannot be read.',
    },
    fix: {
      zh: '在 Excel 或 WPS 中打开并另存为 .xlsx 后重发；程序生成的文件请核对 value 所指的部件。',
      en: 'Open it in a spreadsheet program, save it as .xlsx and send that; if a program made it, check the part that value names.',
    },
  },
  'docx-invalid': {
    status: 400,
    title: { zh: 'Word 文档损坏或不受支持', en: 'Document damaged or unsupported' },
    what: {
      zh: '文件形似 .docx，但压缩包或其中某一部件读不出来。',
      en: 'The file looks like .docx, but its archive or a part inside it cannot be read.',
    },
    fix: {
      zh: '在 Word 或 WPS 中打开并另存为 .docx 后重发；程序生成的文件请核对 value 所指的部件。',
      en: 'Open it in a word processor, save it as .docx and send that; if a program made it, check the part that value names.',
    },
  },
  'hj212-no-data': {
    status: 422,
    title: { zh: '没有可用的报文', en: 'No usable frame' },
    what: {
      zh: '文件由 HJ 212 报文组成，但没有一条可用作监测数据；说明中给出第一条的原因。',
      en: 'The file is made of HJ 212 frames, but not one gives monitoring data; the detail says why the first does not.',
    },
    fix: {
      zh: '按说明更正第一条报文后再试；常见原因是校验码算法（应为附录 A，不是 Modbus）、报文加密，或文件中只有应答与心跳。',
      en: 'Correct the first frame as the detail says and try again; usual causes are the check (appendix A, not Modbus), cipher text, or a file of answers and heartbeats alone.',
    },
    example: '##0087QN=…;ST=91;CN=9014;…;CP=&&&&C241',
  },
  'no-table': {
    status: 422,
    title: { zh: '文件中没有数据表', en: 'No table in the file' },
    what: {
      zh: '文件可以打开，但找不到表头；表头至少应有两列（工作簿与网页表格至少三列）文字。',
      en: 'The file opens, but no header was found: at least two columns of text, three in a workbook or web page.',
    },
    fix: {
      zh: '确认导出的不是空模板，第一行为列名；JSON 应为对象数组，或含有这样一个数组的对象。',
      en: 'Make sure the export is not an empty template and that column names come first; JSON should be an array of objects, or an object that holds one.',
    },
    example: '{"code":200,"data":[]}',
  },
  'columns-missing': {
    status: 422,
    title: { zh: '缺少必需的列', en: 'Required columns missing' },
    what: {
      zh: '表头中应能认出契约必需的列，现缺其中之一；详情列出所缺的列。例：水质断面须有断面名称（或站点编码）、监测时间和至少一个监测项目。',
      en: 'The header must have the columns the contract needs; the detail names those missing. For water sections: the name of the section (or its station number), the monitoring time and at least one item.',
    },
    fix: {
      zh: '对照契约页面的列名补列或改名；若第一行是标题，请删除标题行，使列名成为首行。',
      en: 'Add or rename columns by the names on the contract page; if a title stands above the column names, delete it.',
    },
    example: '站点,日期,数值',
  },
}
