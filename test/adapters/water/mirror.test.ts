/** The two sides' adapters differ only in their words: exchange the sides in register and file, and each gives what the other gave. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Section, SectionRegistry } from '../../../contracts/registry/index.ts'
import type { WaterSectionRecord } from '../../../contracts/water-section-quality/record.ts'
import { csv, read } from './helpers.ts'

const MIRROR: Readonly<Record<string, string>> = {
  重庆市: '四川省',
  四川省: '重庆市',
  重庆: '四川',
  四川: '重庆',
  '省界(川-渝)': '省界(渝-川)',
  '省界(渝-川)': '省界(川-渝)',
  川入渝: '渝入川',
  渝入川: '川入渝',
  四川省生态环境监测总站: '重庆市生态环境监测中心',
  重庆市生态环境监测中心: '四川省生态环境监测总站',
}
const swapWord = (word: string) => MIRROR[word] ?? word
const swapCode = (text: string) => text.replace(/\b(?:cq|sc)\b/g, (code) => (code === 'cq' ? 'sc' : 'cq'))

type Border = NonNullable<Section['transboundary']>

function section(party: 'cq' | 'sc', name: string, transboundary: Border | null): Section {
  return {
    id: `${party}-${name}`,
    name,
    aliases: [],
    party,
    river: null,
    waterBody: 'river',
    mn: null,
    target: 3,
    level: null,
    transboundary,
    order: null,
    coordinates: null,
    evidence: { confidence: 'C', sources: ['test'] },
  }
}

const crossing = (direction: Border['direction']): Border => ({ direction, from: null, to: null })
const registry: SectionRegistry = {
  id: 'sections',
  edition: '2026-11',
  title: { zh: '镜', en: 'Mirror' },
  rivers: [],
  sections: [
    section('cq', '甲桥', null),
    section('sc', '乙桥', null),
    section('cq', '丙渡', crossing('sc-cq')),
    section('sc', '丁渡', crossing('cq-sc')),
    section('cq', '戊滩', crossing(null)),
    section('sc', '己滩', crossing(null)),
    section('cq', '同名', null),
    section('sc', '同名', null),
  ],
}

function direction(border: Border | null): Border | null {
  if (border === null || border.direction === null || border.direction === 'shared') return border
  return { ...border, direction: border.direction === 'sc-cq' ? 'cq-sc' : 'sc-cq' }
}

const mirrored: SectionRegistry = {
  ...registry,
  sections: registry.sections.map((one) => ({
    ...one,
    id: swapCode(one.id),
    party: one.party === 'cq' ? 'sc' : 'cq',
    transboundary: direction(one.transboundary),
  })),
}

/** What the sides do mean differently, put aside: the level that 市控 names, and the words as sent. */
function comparable(record: WaterSectionRecord): string {
  const { section: view, notes, ...rest } = record
  const level = view.level === 'provincial' || view.level === 'prefecture' ? 'by side' : view.level
  const rules = notes.map(({ field, rule }) => ({ field, rule }))
  return JSON.stringify({ ...rest, section: { ...view, level }, notes: rules })
}

const HEADER = ['省份', '断面名称', '断面级别', '断面类型', '数据来源', '监测时间', '水质类别', '氨氮(mg/L)']
const row = fc.tuple(
  fc.constantFrom('', '重庆市', '四川省', '重庆', '贵州省'),
  fc.constantFrom('甲桥', '乙桥', '丙渡', '丁渡', '戊滩', '己滩', '同名', '庚'),
  fc.constantFrom('', '国控', '市控', '区控', '乡控'),
  fc.constantFrom('', '入境', '出境断面', '省界(川-渝)', '渝入川', '界河', '对照'),
  fc.constantFrom('', '中国环境监测总站', '四川省生态环境监测总站', '某公司'),
  fc.constantFrom('11-16 04:00', '2026-11-05', 'x', '2027-01-01'),
  fc.constantFrom('', 'Ⅱ', 'Ⅵ'),
  fc.constantFrom('0.05', '0.6', '*', 'ND', '0.025L', '高'),
)

test('either side gives the mirror of what the other gives', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
      const one = read('cq', csv(HEADER, ...rows), { registry })
      const other = read('sc', csv(HEADER, ...rows.map((cells) => cells.map(swapWord))), { registry: mirrored })
      expect(other.records.map(({ row: at, record }) => [at, comparable(record)])).toEqual(
        one.records.map(({ row: at, record }) => [at, swapCode(comparable(record))]),
      )
      expect(other.records.map(({ key }) => key)).toEqual(one.records.map(({ key }) => swapCode(key)))
      expect(other.rejections.map(({ row: at, type, pointer }) => [at, type, pointer])).toEqual(
        one.rejections.map(({ row: at, type, pointer }) => [at, type, pointer]),
      )
      expect(other.duplicates).toEqual(one.duplicates)
    }),
    { numRuns: 200 },
  )
})
