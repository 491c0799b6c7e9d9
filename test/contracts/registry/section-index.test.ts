/** Looking sections up as senders write them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  SECTIONS_2026_11,
  type Section,
  type SectionQuery,
  type SectionRegistry,
  sectionIndex,
} from '../../../contracts/registry/index.ts'
import { nearestNames } from '../../../contracts/registry/names.ts'

const index = sectionIndex(SECTIONS_2026_11)
const found = (query: SectionQuery) => {
  const resolution = index.resolve(query)
  if ('section' in resolution) return resolution.section.id
  return 'ambiguous' in resolution ? resolution.ambiguous.map(({ id }) => id) : resolution
}

describe('a name', () => {
  test('both sides have means the sender’s own', () => {
    expect(found({ party: 'cq', name: '两河口' })).toBe('cq-两河口')
    expect(found({ party: 'sc', name: '两河口' })).toBe('sc-两河口')
  })

  test('only the other side has finds its transboundary section, and its others for the rejection to name', () => {
    expect(found({ party: 'sc', name: '朱沱' })).toBe('cq-朱沱')
    expect(found({ party: 'cq', name: '金子' })).toBe('sc-金子')
    const inland = index.resolve({ party: 'sc', name: '寸滩' })
    expect(inland).toMatchObject({ section: { party: 'cq', transboundary: null } })
  })

  test.each([
    ['沱江大桥（沱江二桥）', 'sc-沱江大桥(沱江二桥)'],
    ['沱江大桥 (沱江二桥)', 'sc-沱江大桥(沱江二桥)'],
    ['沱江二桥', 'sc-沱江大桥(沱江二桥)'],
    ['礼板湾【王妃岛】', 'sc-礼板湾(王妃岛)'],
    [' 王妃岛 ', 'sc-礼板湾(王妃岛)'],
    ['２０１医院', 'sc-201医院'],
    ['越溪河两河口', 'sc-两河口'],
    ['大洪河黎家乡崔家岩村', 'cq-黎家乡崔家岩村'],
    ['南溪河摇金', 'cq-摇金'],
    ['琼江 大安', 'sc-大安'],
  ])('written %j is %s', (name, id) => {
    expect(found({ party: 'sc', name })).toBe(id)
  })

  test('an old station keeps apart from the new one', () => {
    expect(found({ party: 'cq', name: '金子（老）' })).toBe('cq-金子(老)')
  })

  test('a reservoir goes by either of its published names', () => {
    expect(found({ party: 'cq', name: '玉滩水库库心' })).toBe('cq-玉滩水库')
  })
})

describe('a river sent with the name', () => {
  test('may be any of its names, of either side', () => {
    for (const river of ['任市河', '新盛河']) expect(found({ party: 'cq', name: '联盟桥', river })).toBe('sc-联盟桥')
    for (const river of ['长江', '长江干流']) expect(found({ party: 'cq', name: '朱沱', river })).toBe('cq-朱沱')
  })

  test('may be the river it flows into', () => {
    expect(found({ party: 'cq', name: '光辉', river: '嘉陵江' })).toBe('cq-光辉')
  })

  test('that is another known river does not find it, and says which river it is on', () => {
    expect(found({ party: 'cq', name: '朱沱', river: '嘉陵江' })).toEqual({ nearest: ['朱沱(长江)'] })
  })

  test('that the register does not know decides nothing', () => {
    expect(found({ party: 'cq', name: '朱沱', river: '不知名河' })).toBe('cq-朱沱')
  })

  test('does not contradict a section whose river is not established', () => {
    expect(found({ party: 'cq', name: '李渡', river: '长江' })).toBe('cq-李渡')
  })

  test('is compared with the section’s own for the note', () => {
    const section = index.byId('sc-联盟桥')
    expect(section && index.sameRiver('新盛河', section)).toBe(true)
    expect(section && index.sameRiver('长江', section)).toBe(false)
    expect(section && index.riverName(section)).toBe('任市河')
  })
})

describe('names that repeat on one side', () => {
  const base = SECTIONS_2026_11.sections.find(({ id }) => id === 'sc-白沙')
  const another: Section[] = base ? [{ ...base, id: 'sc-白沙(岷江)', river: '岷江', transboundary: null }] : []
  const twice: SectionRegistry = { ...SECTIONS_2026_11, sections: [...SECTIONS_2026_11.sections, ...another] }
  const both = sectionIndex(twice)

  test('are ambiguous without the river, and found with it', () => {
    expect(both.resolve({ party: 'sc', name: '白沙' })).toMatchObject({
      ambiguous: [{ id: 'sc-白沙' }, { id: 'sc-白沙(岷江)' }],
    })
    expect(both.resolve({ party: 'sc', name: '白沙', river: '岷江' })).toMatchObject({
      section: { id: 'sc-白沙(岷江)' },
    })
    expect(both.resolve({ party: 'sc', name: '白沙', river: '姚市河' })).toMatchObject({ section: { id: 'sc-白沙' } })
  })

  test('for the other side the transboundary one is meant', () => {
    expect(both.resolve({ party: 'cq', name: '白沙' })).toMatchObject({ section: { id: 'sc-白沙' } })
  })
})

describe('a station number', () => {
  test('finds its section alone, in any case, and padded as devices send it', () => {
    expect(found({ party: 'cq', mn: 'A500383_0001' })).toBe('cq-朱沱')
    expect(found({ party: 'sc', mn: 'a500383_0001 ' })).toBe('cq-朱沱')
    expect(found({ party: 'cq', mn: 'A500383_0001000000000000' })).toBe('cq-朱沱')
    expect(found({ party: 'cq', mn: '25001020049A1' })).toBe('cq-李渡')
  })

  test('decides when the name is spelt in a way we do not know', () => {
    expect(found({ party: 'cq', mn: 'A500383_0001', name: '朱沱镇站' })).toBe('cq-朱沱')
  })

  test('that is another section’s than the name is ambiguous', () => {
    expect(found({ party: 'cq', mn: 'A500383_0001', name: '寸滩' })).toEqual(['cq-朱沱', 'cq-寸滩'])
  })

  test('that is not known leaves the name to decide', () => {
    expect(found({ party: 'cq', mn: 'A999999_0001', name: '寸滩' })).toBe('cq-寸滩')
    expect(found({ party: 'cq', mn: 'A999999_0001' })).toEqual({ nearest: [] })
  })
})

describe('an unknown name', () => {
  test.each([
    ['朱坨', '朱沱'],
    ['玉滩', '玉滩水库'],
    ['合川金子', '金子'],
    ['汤溪河口', '汤溪河江口'],
    ['黎家乡崔家村', '黎家乡崔家岩村'],
  ])('%s has %s among the nearest', (name, near) => {
    const resolution = index.resolve({ party: 'cq', name })
    expect('nearest' in resolution ? resolution.nearest : []).toContain(near)
  })

  test('is offered three names at most, none of them the other side’s inland ones', () => {
    const resolution = index.resolve({ party: 'sc', name: '寸摊' })
    expect('nearest' in resolution && resolution.nearest).not.toContain('寸滩')
    for (const name of ['大桥', '河口', '两河沟']) {
      const offered = index.resolve({ party: 'cq', name })
      expect('nearest' in offered && offered.nearest.length).toBeLessThanOrEqual(3)
    }
  })

  test('far from every name is offered none', () => {
    expect(found({ party: 'cq', name: 'Thames at Teddington' })).toEqual({ nearest: [] })
    expect(found({ party: 'cq', name: '' })).toEqual({ nearest: [] })
    expect(found({ party: 'cq', name: '沱'.repeat(4096) })).toEqual({ nearest: [] })
    expect(found({ party: 'cq' })).toEqual({ nearest: [] })
  })

  test('never makes resolve throw', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom('cq' as const, 'sc' as const), text, text, (party, name, river) => {
        expect(index.resolve({ party, name, river })).toBeDefined()
      }),
    )
  })

  test('nearest is nearest: distances order the names', () => {
    const among = ['朱沱镇', '朱沱', '未沱'].map((label) => ({ label, spellings: [label] }))
    expect(nearestNames('朱沱', among)).toEqual(['朱沱', '朱沱镇', '未沱'])
  })
})

describe('the index', () => {
  test('is built once for a register', () => {
    expect(sectionIndex(SECTIONS_2026_11)).toBe(index)
  })

  test('finds every section by its id, name and each of its aliases', () => {
    for (const section of SECTIONS_2026_11.sections) {
      expect(index.byId(section.id)).toBe(section)
      for (const name of [section.name, ...section.aliases]) {
        expect(index.resolve({ party: section.party, name }), name).toEqual({ section })
      }
    }
  })
})
