import { describe, expect, test } from 'vitest'
import { healthRow } from '../../../adapters/standards/air.ts'
import { AIR_INDICES, type AirClass, HJ633_2012, HJ633_2026 } from '../../../contracts/standards/index.ts'

const GRADES: readonly AirClass[] = [1, 2, 3, 4, 5, 6]

/** The table's two columns as printed copies have them; typed from those copies, not from our data. */
const PRINTED_2012 = [
  ['空气质量令人满意，基本无空气污染', '各类人群可正常活动'],
  ['空气质量可接受，但某些污染物可能对极少数异常敏感人群健康有较弱影响', '极少数异常敏感人群应减少户外活动'],
  [
    '易感人群症状有轻度加剧，健康人群出现刺激症状',
    '儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼',
  ],
  [
    '进一步加剧易感人群症状，可能对健康人群心脏、呼吸系统有影响',
    '儿童、老年人及心脏病、呼吸系统疾病患者避免长时间、高强度的户外锻炼，一般人群适量减少户外运动',
  ],
  [
    '心脏病和肺病患者症状显著加剧，运动耐受力降低，健康人群普遍出现症状',
    '儿童、老年人和心脏病、肺病患者应停留在室内，停止户外运动，一般人群减少户外运动',
  ],
  [
    '健康人群运动耐受力降低，有明显强烈症状，提前出现某些疾病',
    '儿童、老年人和病人应当留在室内，避免体力消耗，一般人群应避免户外活动',
  ],
] as const

/** What of the newer edition two transcriptions have word by word. */
const AGREED_2026: Readonly<Partial<Record<AirClass, readonly [string, string]>>> = {
  1: ['空气质量令人满意，基本无空气污染', '各类人群可正常活动'],
  2: ['空气质量可接受，但某些污染物可能对极少数异常敏感人群健康有较弱影响', '极少数异常敏感人群应减少户外活动'],
  3: [
    '敏感人群症状有轻度加剧，健康人群出现刺激症状',
    '青少年儿童、老年人及心血管系统疾病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼',
  ],
  6: [
    '健康人群运动耐受力降低，有明显强烈症状，提前出现某些疾病',
    '青少年儿童、老年人和病人应当留在室内，避免体力消耗，一般人群应避免户外活动',
  ],
}

const sentenceOf = (grade: AirClass, edition = HJ633_2012) => {
  const { effect, measures } = healthRow(grade, edition)
  return [effect.zh, measures.map(({ group, advice }) => group.zh + advice.zh).join('，')]
}

describe('health by grade', () => {
  test('of 2012 is the standard’s own sentence, group and advice put together', () => {
    expect(GRADES.map((grade) => sentenceOf(grade))).toEqual(PRINTED_2012)
  })

  test('of 2026 is what transcriptions agree on, and says which rows rest on one alone', () => {
    for (const grade of GRADES) {
      const agreed = AGREED_2026[grade]
      expect(healthRow(grade, HJ633_2026).confidence).toBe(agreed ? 'V2' : 'V1')
      if (agreed) expect(sentenceOf(grade, HJ633_2026)).toEqual(agreed)
    }
    expect(HJ633_2026.health.notes).toHaveLength(2)
  })

  test('tells the sensitive apart from people in general from grade IV on, and names the sensitive first', () => {
    for (const edition of AIR_INDICES) {
      expect(GRADES.map((grade) => healthRow(grade, edition).measures.map((one) => one.for))).toEqual([
        ['everyone'],
        ['sensitive'],
        ['sensitive'],
        ['sensitive', 'general'],
        ['sensitive', 'general'],
        ['sensitive', 'general'],
      ])
    }
  })

  test('has its source, and marks the English as a rendering of ours', () => {
    for (const { health } of AIR_INDICES) {
      expect(health.rendering.en).toContain('own rendering')
      expect(health.source.zh).toContain('建议采取的措施')
    }
  })

  test('knows no grade beyond the table', () => {
    const short = { ...HJ633_2012, health: { ...HJ633_2012.health, rows: [] } }
    expect(() => healthRow(1, short)).toThrow(RangeError)
  })
})
