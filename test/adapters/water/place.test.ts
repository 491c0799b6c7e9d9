/** Where a row was measured: the side, the section by the register, and every word the sender wrote otherwise as a note. */
import { describe, expect, test } from 'vitest'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { csv, read, readRow, rules } from './helpers.ts'

describe('the province', () => {
  test.each([
    ['cq', '四川省', '四川'],
    ['sc', '重庆市', '重庆'],
  ] as const)('a row of the other side is refused by name (%s)', (party, long, short) => {
    for (const province of [long, short]) {
      const { rejection } = readRow({ 省份: province }, party)
      expect(rejection).toMatchObject({ row: 1, pointer: '省份', type: 'row-of-other-side', value: province })
      expect(rejection?.detail.zh).toContain(party === 'cq' ? '寸滩' : '渭门桥')
      expect(rejection?.detail.zh).toContain(province)
    }
  })

  test('a third province lies outside the territory', () => {
    expect(readRow({ 省份: '贵州省' }).rejection).toMatchObject({ type: 'territory-outside', value: '贵州省' })
  })

  test.each(['', '*', '--', '/', '——'])('a province written %j says nothing', (mark) => {
    expect(readRow({ 省份: mark }).record?.section.id).toBe('cq-寸滩')
  })

  test.each(['constructor', '__proto__', '省份'])('%s is no province of ours', (word) => {
    expect(readRow({ 省份: word }).rejection?.type).toBe('territory-outside')
  })
})

describe('the section', () => {
  test('an unknown one is refused with the nearest names', () => {
    const { rejection } = readRow({ 断面名称: '朱陀' })
    expect(rejection).toMatchObject({ pointer: '断面名称', type: 'section-unknown', value: '朱陀' })
    expect(rejection?.detail.zh).toContain('朱沱')
    expect(rejection?.detail.en).toContain('朱沱')
  })

  test.each(['', '*', '--', 'constructor', '__proto__', 'x'.repeat(500)])('%j is no section', (name) => {
    const { rejection } = readRow({ 断面名称: name })
    expect(rejection?.type).toBe('section-unknown')
    expect(rejection?.value).toBe(name.length > 120 ? `${name.slice(0, 120)}…` : name)
  })

  test('one name on both sides is each side’s own', () => {
    const file = csv(['断面名称', '监测时间', '氨氮(mg/L)'], ['两河口', '2026-11-16 08:00', '0.05'])
    expect(read('cq', file).records[0]).toMatchObject({
      subject: 'cq-两河口',
      record: { section: { mn: 'A500227_0001' } },
    })
    expect(read('sc', file).records[0]).toMatchObject({
      subject: 'sc-两河口',
      record: { section: { river: '越溪河' } },
    })
  })

  test('two of a name are told apart by the river, and refused without it', () => {
    const registry = {
      ...SECTIONS_2026_11,
      sections: SECTIONS_2026_11.sections.flatMap((section) =>
        section.id === 'cq-寸滩'
          ? [
              { ...section, id: 'cq-双桥(长江)', name: '双桥', river: '长江', mn: null },
              { ...section, id: 'cq-双桥(渠江)', name: '双桥', river: '渠江', mn: null },
            ]
          : [section],
      ),
    }
    const row = { 断面名称: '双桥' }
    const refused = readRow(row, 'cq', { registry }).rejection
    expect(refused?.type).toBe('section-ambiguous')
    expect(refused?.detail.zh).toContain('cq-双桥(渠江)')
    expect(readRow({ ...row, 所在河流: '渠江' }, 'cq', { registry }).record?.section.id).toBe('cq-双桥(渠江)')
    expect(readRow({ ...row, 所在河流: '长江干流' }, 'cq', { registry }).record?.section.id).toBe('cq-双桥(长江)')
  })

  test('another spelling is read and noted', () => {
    const { record } = readRow({ 断面名称: '沱江大桥' }, 'sc')
    expect(record?.section.name).toBe('沱江大桥(沱江二桥)')
    expect(record?.notes).toContainEqual({ field: '/section/name', rule: 'section-alias', sent: '沱江大桥' })
    expect(readRow({ 断面名称: '沱江大桥（沱江二桥）' }, 'sc').record?.section.name).toBe('沱江大桥(沱江二桥)')
  })

  test('a section the other side registered is refused unless it is transboundary', () => {
    expect(readRow({ 断面名称: '渭门桥' }, 'cq').rejection).toMatchObject({
      type: 'section-of-other-side',
      value: '渭门桥',
    })
    expect(readRow({ 断面名称: '寸滩' }, 'sc').rejection).toMatchObject({
      type: 'section-of-other-side',
      value: '寸滩',
    })
  })

  test.each([
    ['cq', '金子'],
    ['sc', '朱沱'],
  ] as const)('a copy of the other side’s transboundary section is taken and noted (%s, %s)', (party, name) => {
    const { record } = readRow({ 断面名称: name }, party)
    expect(record?.section.name).toBe(name)
    expect(record?.notes).toContainEqual({ field: '/section/id', rule: 'copy-of-other-side' })
  })

  test('a lake is one by the register, never by its name', () => {
    const figures = { '总磷(mg/L)': '0.06', '氨氮(mg/L)': '0.05' }
    const lake = readRow({ ...figures, 断面名称: '玉滩水库' }).record
    expect([lake?.section.waterBody, lake?.class.computed]).toEqual(['lake', 4])
    const registry = {
      ...SECTIONS_2026_11,
      sections: SECTIONS_2026_11.sections.map((section) =>
        section.id === 'cq-玉滩水库' ? { ...section, waterBody: 'river' as const } : section,
      ),
    }
    const river = readRow({ ...figures, 断面名称: '玉滩水库' }, 'cq', { registry }).record
    expect([river?.section.waterBody, river?.class.computed]).toEqual(['river', 2])
  })
})

describe('the station number', () => {
  const byNumber = (mn: string) => {
    const { records, rejections } = read(
      'cq',
      csv(['站点编码', '监测时间', '氨氮(mg/L)'], [mn, '2026-11-16 08:00', '0.05']),
    )
    return { record: records[0]?.record, rejection: rejections[0] }
  }

  test('is enough without a name', () => {
    expect(byNumber('A500383_0001').record).toMatchObject({ section: { name: '朱沱' }, notes: [] })
  })

  test('may be padded with zeros, as devices send it', () => {
    const { record } = byNumber('A500383_0001000000000000')
    expect(record?.section).toMatchObject({ name: '朱沱', mn: 'A500383_0001' })
    expect(record?.notes).toEqual([{ field: '/section/mn', rule: 'mn-alias', sent: 'A500383_0001000000000000' }])
    expect(rules(byNumber('a500383_0001').record)).toEqual(['mn-alias'])
  })

  test('that is unknown is named in the refusal, with its own column', () => {
    const { rejection } = byNumber('A999999_0001')
    expect(rejection).toMatchObject({ pointer: '站点编码', type: 'section-unknown', value: 'A999999_0001' })
    expect(rejection?.detail.zh).toContain('A999999_0001')
  })

  test('that contradicts the name is refused', () => {
    expect(readRow({ 断面名称: '寸滩', 站点编码: 'A500383_0001' }).rejection?.type).toBe('section-ambiguous')
  })

  test('beside a name that the register knows otherwise is noted, not followed', () => {
    expect(readRow({ 站点编码: 'A999999_0001' }).record?.notes).toEqual([
      { field: '/section/mn', rule: 'mn-differs', sent: 'A999999_0001' },
    ])
    expect(rules(readRow({ 断面名称: '上河坝', 站点编码: 'A511700_9999' }, 'sc').record)).toEqual(['mn-not-registered'])
    expect(rules(readRow({ 站点编码: '--' }).record)).toEqual([])
  })
})

describe('the river', () => {
  const river = (name: string, sent: string) => readRow({ 断面名称: name, 所属河流: sent }, 'sc').record

  test('by its own name is no news', () => {
    expect(river('联盟桥', '任市河')?.notes).toEqual([])
  })

  test.each([
    ['联盟桥', '新盛河', '任市河'],
    ['四明水厂', '大陆河', '大陆溪'],
    ['李家碥', '清流河', '大清流河'],
  ])('%s on %s is on %s, noted', (section, sent, registered) => {
    const record = river(section, sent)
    expect(record?.section.river).toBe(registered)
    expect(record?.notes).toEqual([{ field: '/section/river', rule: 'river-alias', sent }])
  })

  test('a wrong one that the register does not know is noted; a known one refuses the name', () => {
    expect(river('联盟桥', '无名溪')?.notes).toEqual([
      { field: '/section/river', rule: 'river-differs', sent: '无名溪' },
    ])
    const { rejection } = readRow({ 断面名称: '联盟桥', 所属河流: '涪江' }, 'sc')
    expect(rejection?.type).toBe('section-unknown')
    expect(rejection?.detail.zh).toContain('联盟桥(任市河)')
  })

  test('that the register has not established is noted and not taken over', () => {
    const { record } = readRow({ 断面名称: '两河口', 所属河流: '无名溪' })
    expect(record?.section.river).toBeNull()
    expect(rules(record)).toEqual(['river-not-registered'])
  })

  test.each(['--', '/', '*', '——'])('written %j says nothing', (mark) => {
    expect(river('联盟桥', mark)?.notes).toEqual([])
  })
})

describe('the level', () => {
  test.each([
    ['sc', 'prefecture'],
    ['cq', 'provincial'],
  ] as const)('市控 is what the sending side means by it (%s: %s)', (party, level) => {
    for (const sent of ['市控', '市考']) {
      const { record } = readRow({ 断面级别: sent }, party)
      expect(record?.section.level).toBe(level)
      expect(record?.notes).toContainEqual({ field: '/section/level', rule: 'level-differs', sent })
    }
  })

  test.each([
    ['国控', 'national'],
    ['国考', 'national'],
    ['省控', 'provincial'],
    ['县控', 'county'],
    ['区控', 'county'],
  ])('%s is %s on both sides', (sent, level) => {
    for (const party of ['cq', 'sc'] as const) {
      expect(readRow({ 断面级别: sent }, party).record?.section.level).toBe(level)
    }
  })

  test('a word nobody knows leaves the register’s level and is noted', () => {
    for (const sent of ['乡控', 'constructor', '__proto__']) {
      const { record } = readRow({ 断面级别: sent })
      expect(record?.section.level).toBe('national')
      expect(record?.notes).toEqual([{ field: '/section/level', rule: 'level-unreadable', sent }])
    }
    expect(readRow({ 断面级别: '/' }).record?.notes).toEqual([])
  })
})

describe('the boundary', () => {
  const border = (party: 'cq' | 'sc', name: string, sent: string) =>
    readRow({ 断面名称: name, 断面类型: sent }, party).record

  test('入境 and 出境 point opposite ways on the two sides', () => {
    for (const word of ['入境', '入境断面']) {
      expect(border('cq', '金子', word)?.section.border, word).toBe('sc-cq')
      expect(rules(border('cq', '金子', word))).toContain('border-by-side')
      expect(rules(border('sc', '金子', word))).toContain('border-differs')
    }
    for (const word of ['出境', '出境断面']) {
      expect(rules(border('sc', '金子', word))).toContain('border-by-side')
      expect(rules(border('cq', '金子', word))).toContain('border-differs')
    }
  })

  test.each(['省界(川-渝)', '省界（川-渝）', '川入渝'])('%s means the same on both', (sent) => {
    for (const party of ['cq', 'sc'] as const) expect(rules(border(party, '金子', sent))).toContain('border-by-side')
  })

  test('the register’s direction stands when the sender says another', () => {
    expect(border('sc', '金子', '渝入川')?.section.border).toBe('sc-cq')
    expect(border('cq', '摇金', '入境')?.section.border).toBe('shared')
  })

  test('a direction the register has not established is taken as sent', () => {
    const registry = {
      ...SECTIONS_2026_11,
      sections: SECTIONS_2026_11.sections.map((section) =>
        section.id === 'sc-李家碥' ? { ...section, transboundary: { direction: null, from: null, to: null } } : section,
      ),
    }
    const sent = (word: string) => readRow({ 断面名称: '李家碥', 断面类型: word }, 'sc', { registry }).record
    expect(sent('')?.section.border).toBeNull()
    expect(sent('入境')?.section.border).toBe('cq-sc')
    expect(sent('界河')?.section.border).toBe('shared')
    expect(sent('川渝边界')?.section.border).toBeNull()
  })

  test('what comes in from a third province does not become a crossing between the two', () => {
    // 长顺乡 lies where water comes in from Hubei.
    const record = border('cq', '长顺乡', '入境')
    expect(record?.section.border).toBeNull()
    expect(record?.notes).toEqual([{ field: '/section/border', rule: 'border-not-registered', sent: '入境' }])
  })
})

test('rows that say the same share one view, so that it is written once', () => {
  const time = (hour: string) => `2026-11-16 ${hour}:00`
  const { records } = read(
    'cq',
    csv(['断面名称', '监测时间', '氨氮(mg/L)'], ['寸滩', time('04'), '0.05'], ['寸滩', time('08'), '0.06']),
  )
  expect(records[0]?.record.section).toBe(records[1]?.record.section)
  expect(Object.isFrozen(records[0]?.record.section)).toBe(true)
})
