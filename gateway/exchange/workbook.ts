/** A page of records as a workbook: the columns of the CSV under headings in both languages, and a sheet that says what it is. */
import type { Audience, Bilingual } from '../../contracts/types.ts'
import type { GatewayConfig } from '../gateway.ts'
import { bothInstants, localInstant, utcInstant } from '../http/times.ts'
import { type SheetCell, workbook } from '../http/xlsx.ts'
import { COMMON_COLUMNS, recordRow } from './cells.ts'
import { columnsOf } from './columns.ts'
import { headingOf } from './headings.ts'
import { type FoundPage, printCursor } from './records.ts'

/** What a workbook says of the gateway it comes from. */
export type WorkbookOrigin = Pick<GatewayConfig, 'origin' | 'log' | 'sandbox'>

const COMMON: Readonly<Record<(typeof COMMON_COLUMNS)[number], Bilingual>> = {
  key: { zh: '记录键', en: 'Record key' },
  party: { zh: '报送方', en: 'Sent by' },
  revision: { zh: '修订号', en: 'Revision' },
  ledgerIndex: { zh: '账本位置', en: 'Ledger index' },
}

const AUDIENCE: Readonly<Record<Audience, string>> = {
  own: '本方 own side',
  joint: '仅双方 both sides only',
  public: '可公开 may be public',
}

/** The page's bytes; `made` in ms. */
export async function pageWorkbook(page: FoundPage, from: WorkbookOrigin, made: number): Promise<Uint8Array> {
  const columns = columnsOf(page.contract)
  const headings = columns.map((column) => headingOf(page.contract, column))
  return workbook([
    {
      name: '记录 Records',
      headings: [
        ...COMMON_COLUMNS.map((name) => `${COMMON[name].zh} ${name}`),
        ...headings.map(({ title, name }) => `${title.zh} ${name}`),
      ],
      rows: page.records.map((record) => recordRow(record, columns)),
    },
    {
      name: '说明 About',
      headings: ['项目', 'Item', '内容 Value', '单位 Unit', '范围 Audience'],
      rows: [
        ...aboutRows(page, from, made),
        ...COMMON_COLUMNS.map((name) => [`列：${COMMON[name].zh}`, `Column: ${COMMON[name].en}`, name, null, null]),
        ...headings.map(({ title, unit, audience, pointer }) => [
          `列：${title.zh}`,
          `Column: ${title.en}`,
          pointer,
          unit,
          AUDIENCE[audience],
        ]),
      ],
    },
  ])
}

const ANY = '不限 any'

function aboutRows(page: FoundPage, config: WorkbookOrigin, made: number): SheetCell[][] {
  const { contract, digest, question, records, next } = page
  const { asOf, after, party, subject, from, to, revisions, version, limit } = question
  const sandbox = config.sandbox ? [['沙箱', 'Sandbox', '样例数据，仅供演示 sample data, for demonstration only']] : []
  return [
    ...sandbox,
    ['数据契约', 'Contract', `${contract.id} ${contract.version}`],
    ['契约名称', 'Title of the contract', `${contract.title.zh} ${contract.title.en}`],
    ['契约摘要（SHA-256）', 'Digest of the contract (SHA-256)', digest],
    ['网关', 'Gateway', config.origin],
    ['账本', 'Ledger', config.log],
    ['截至账本大小', 'As of ledger size', asOf],
    ['筛选：报送方', 'Filter: party', party ?? ANY],
    ['筛选：对象', 'Filter: subject', subject ?? ANY],
    ['筛选：时段晚于', 'Filter: ends after', from === undefined ? ANY : bothInstants(from)],
    ['筛选：时段不晚于', 'Filter: ends not after', to === undefined ? ANY : bothInstants(to)],
    ['修订', 'Revisions', revisions ? '全部 all' : '仅现行 current only'],
    ['读取版本', 'Read through version', version ?? '入账时的版本 as taken in'],
    ['每页上限', 'Records a page at most', limit],
    ['本页游标', 'Cursor of this page', after === undefined ? '第一页 first page' : printCursor(asOf, after)],
    ['本页记录数', 'Records on this page', records.length],
    ['下一页游标', 'Cursor of the next page', next ?? '没有下一页 no further page'],
    ['制作时间（UTC）', 'Made, UTC', utcInstant(made)],
    ['制作时间（北京时间）', 'Made, Beijing time (UTC+8)', localInstant(made)],
    ['数值', 'Figures', '按报送的数字写成文本，缺测为空 texts: the digits as reported, empty where missing'],
  ]
}
