import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../gateway/portal/flow.ts'
import { river, type SectionParts, section } from './fixture.ts'

function flow(...parts: readonly SectionParts[]) {
  const sections = parts.map((one) => section({ river: '甲河', ...one }))
  return flowOf(river('甲河', 'River A', sections), sections)
}

describe('a river as it flows', () => {
  test('has its sections by their registered order, however they are listed', () => {
    const { nodes } = flow({ name: '下', order: 3 }, { name: '上', order: 1 }, { name: '中', order: 2 })
    expect(nodes.map((node) => node.section.name)).toEqual(['上', '中', '下'])
  })

  test('crosses the boundary at the section that stands there, once', () => {
    const { nodes, stretches } = flow(
      { name: '双河口', party: 'sc', order: 1 },
      { name: '幺滩', party: 'sc', order: 2, transboundary: true, border: 'sc-cq' },
      { name: '御临镇', party: 'cq', order: 3 },
    )
    expect(nodes.map(({ crossing, before }) => crossing ?? before)).toEqual([null, 'sc-cq', null])
    expect(stretches).toEqual([
      { side: 'sc', from: -1, to: 1 },
      { side: 'cq', from: 1, to: 3 },
    ])
  })

  test('crosses between neighbours of different parties where none stands at the boundary', () => {
    const { nodes, stretches } = flow({ name: '上', party: 'cq', order: 1 }, { name: '下', party: 'sc', order: 2 })
    expect(nodes.map(({ before }) => before)).toEqual([null, 'cq-sc'])
    expect(stretches).toEqual([
      { side: 'cq', from: -1, to: 0.5 },
      { side: 'sc', from: 0.5, to: 2 },
    ])
  })

  test('crosses at the first section when that is where it comes in', () => {
    const { stretches } = flow(
      { name: '朱沱', order: 1, transboundary: true, border: 'sc-cq' },
      { name: '江津大桥', order: 2 },
    )
    expect(stretches.map(({ side }) => side)).toEqual(['sc', 'cq'])
  })

  test('is in neither province where it is the boundary', () => {
    const { nodes, stretches } = flow({ name: '摇金', transboundary: true, border: 'shared' })
    expect(nodes[0]?.crossing).toBe('shared')
    expect(stretches).toEqual([{ side: null, from: -1, to: 1 }])
  })

  test('has apart what has no registered place, unless it is all there is', () => {
    const two = flow({ name: '光辉' }, { name: '大安' })
    expect([two.nodes.length, two.apart.length]).toEqual([0, 2])
    const one = flow({ name: '水寨子' })
    expect([one.nodes.length, one.apart.length]).toEqual([1, 0])
    const mixed = flow({ name: '清风峡', order: 1 }, { name: '金子(老)' })
    expect(mixed.apart.map(({ name }) => name)).toEqual(['金子(老)'])
  })

  test('takes in a reservoir on the river, which its rating leaves out', () => {
    const { nodes } = flow({ name: '玉滩水库', order: 1, waterBody: 'lake' }, { name: '高洞电站', order: 2 })
    expect(nodes.map((node) => node.section.name)).toEqual(['玉滩水库', '高洞电站'])
  })

  test('is covered by its stretches without hole or overlap, each unlike the one before', () => {
    const parts = fc.record({
      party: fc.constantFrom('sc' as const, 'cq' as const),
      transboundary: fc.boolean(),
      border: fc.constantFrom('sc-cq' as const, 'cq-sc' as const, 'shared' as const, null),
    })
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 12 }), (list) => {
        const { stretches, nodes } = flow(
          ...list.map((one, index) => ({ ...one, name: `断面${index}`, order: index + 1 })),
        )
        expect(nodes).toHaveLength(list.length)
        expect(stretches[0]?.from).toBe(-1)
        expect(stretches.at(-1)?.to).toBe(list.length)
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.to).toBeGreaterThan(stretch.from)
          const next = stretches[index + 1]
          if (next) {
            expect(next.from).toBe(stretch.to)
            expect(next.side).not.toBe(stretch.side)
          }
        }
      }),
    )
  })
})
