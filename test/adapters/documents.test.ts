/** Word documents through every adapter: a table of its own is read as from any other file, and text without one is refused by name. */
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../adapters/formats/error.ts'
import { ADAPTERS, adapterFor } from '../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import type { Adapter } from '../../adapters/types.ts'
import { ROW_REGISTRIES } from '../../contracts/registry/index.ts'
import { DOCX, document, row, table } from './formats/docx.ts'
import { refusal } from './formats/helpers.ts'

const AT = Date.parse('2026-11-15T18:00:00+08:00')

function read(
  adapter: Adapter<object>,
  bytes: Uint8Array,
): { readonly keys: readonly string[]; readonly rules: readonly string[] } {
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter.register)
  if (!registry) throw new TypeError(`no register ${adapter.register}`)
  const keys: string[] = []
  const input = { bytes, mediaType: DOCX, at: AT, registry, limits: FORMAT_LIMITS }
  const { notes } = adapter.normalise(input, ({ key }) => keys.push(key))
  return { keys, rules: notes.map(({ rule, sent }) => `${rule} ${sent}`) }
}

test('water of 朱沱 in a table of a document is a record', () => {
  const source = document(
    '断面水质监测结果（示例）',
    table(row('断面名称', '监测时间', 'pH(无量纲)'), row('朱沱', '2026-11-15 08:00', '7.8')),
  )
  const water = adapterFor('water-section-quality', 'cq')
  expect(water && read(water, source)).toEqual({
    keys: ['cq-朱沱/automatic/2026-11-15T08:00:00+08:00/cnemc'],
    rules: ['table-ignored 正文'],
  })
})

test('a notice of a warning in the paragraphs of a document is the record that its text gives', () => {
  const notice = [
    '成都市重污染天气应急指挥部办公室（示例）',
    '关于启动重污染天气黄色预警的通知',
    '自2026年11月15日0时起启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。',
    '2026年11月14日',
  ]
  const adapter = adapterFor('air-warning', 'sc')
  if (!adapter) throw new TypeError('no adapter for warnings')
  const records = (bytes: Uint8Array): object[] => {
    const found: object[] = []
    const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter.register)
    if (!registry) throw new TypeError(`no register ${adapter.register}`)
    adapter.normalise({ bytes, at: AT, registry, limits: FORMAT_LIMITS }, ({ record }) => found.push(record))
    return found
  }
  const asText = records(Buffer.from(`${notice.join('\n')}\n`))
  expect(asText).toHaveLength(1)
  const aside = table(row('项目', '说明', '单位'), row('甲', '乙', '丙'))
  expect(records(document(...notice))).toEqual(asText)
  expect(records(document(notice[0] ?? '', aside, ...notice.slice(1)))).toEqual(asText)
})

describe('a document without what it should hold', () => {
  const others = document('说明', table(row('项目', '说明', '单位'), row('甲', '乙', '丙')))

  test.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))(
    'is refused by %s, which says what it lacks',
    (_, adapter) => {
      const error = refusal(() => read(adapter, others))
      expect(error).toBeInstanceOf(FormatError)
      expect(['columns-missing', 'no-table']).toContain(error.code)
    },
  )
})
