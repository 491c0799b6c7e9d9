/** The gradings of risk sources and of events as data: what they hold, how sure it is, and that nothing else reads. */
import { describe, expect, test } from 'vitest'
import hj941 from '../../../contracts/standards/hj941-2018.json' with { type: 'json' }
import incidents from '../../../contracts/standards/incident-grades.json' with { type: 'json' }
import {
  findRiskStandard,
  HJ941_2018,
  INCIDENT_GRADES_2014,
  STANDARDS,
  standardById,
} from '../../../contracts/standards/index.ts'
import { GBT4754_2017 } from '../../../contracts/standards/industries.ts'
import { readIncidentStandard, readRiskStandard } from '../../../contracts/standards/risk-read.ts'
import { INCIDENT_GRADES, OTHER_SCHEMES, RISK_LEVELS } from '../../../contracts/standards/risk-types.ts'

describe('HJ 941-2018', () => {
  test('is found by id and slug, and is in force from March 2018', () => {
    expect(standardById('HJ 941-2018')).toBe(HJ941_2018)
    expect(standardById('hj941-2018')).toBe(HJ941_2018)
    expect(STANDARDS).toContain(HJ941_2018)
    expect(findRiskStandard(Date.parse('2018-03-01T00:00:00+08:00'))).toBe(HJ941_2018)
    expect(findRiskStandard(Date.parse('2018-02-28T23:59:59+08:00'))).toBeUndefined()
  })

  test('has three levels, four bands and four types, each beginning where the text says', () => {
    expect(HJ941_2018.levels.map(({ key }) => key)).toEqual([...RISK_LEVELS])
    expect(HJ941_2018.quantity.bands.map(({ q, from }) => `Q${q} ${from}`)).toEqual(['Q0 0', 'Q1 1', 'Q2 10', 'Q3 100'])
    expect(HJ941_2018.control.types.map(({ m, from }) => `M${m} ${from}`)).toEqual(['M1 0', 'M2 25', 'M3 45', 'M4 65'])
  })

  test('says how sure it is of each part: the matrix almost, E and the colours less, the four neighbours by name', () => {
    expect(HJ941_2018).toMatchObject({
      confidence: 'M-high',
      matrixConfidence: 'M-high',
      colourConfidence: 'M-mid',
      sensitivity: { confidence: 'M-mid', boundary: { confidence: 'M-mid', withinKm: '10', atLeast: 2 } },
      control: { units: { confidence: 'V1', max: '30' } },
    })
    expect(HJ941_2018.others.map(({ id }) => id)).toEqual([...OTHER_SCHEMES])
  })
})

describe('国办函〔2014〕119号', () => {
  test('is found by id and slug', () => {
    expect(standardById('incident-grades')).toBe(INCIDENT_GRADES_2014)
    expect(standardById('国办函〔2014〕119号')).toBe(INCIDENT_GRADES_2014)
  })

  test('has four grades, and every count falls from grade to grade', () => {
    expect(INCIDENT_GRADES_2014.grades.map(({ key }) => key)).toEqual([...INCIDENT_GRADES])
    for (const { key, from } of INCIDENT_GRADES_2014.counts) {
      const numbers = [from.extraordinary, from.major, from.large].map(Number)
      expect(numbers, key).toEqual(numbers.toSorted((a, b) => b - a))
    }
  })

  test('marks what is from memory: the grade 一般, townships, prefectures and counties', () => {
    for (const { generalConfidence } of INCIDENT_GRADES_2014.counts) expect(generalConfidence).toBe('M-high')
    const [, water, crossing] = INCIDENT_GRADES_2014.findings
    expect([water?.grades.large?.confidence, crossing?.grades.large?.confidence]).toEqual(['M-high', 'M-high'])
    expect(crossing?.grades.major?.confidence).toBe('V2')
    expect(INCIDENT_GRADES_2014.boundary).toMatchObject({ atLeast: 'major', confidence: 'V1' })
  })
})

describe('what does not fit is named', () => {
  test.each([
    [
      'a matrix of three columns',
      { matrix: { ...hj941.matrix, 1: { ...hj941.matrix[1], 1: ['large', 'large', 'major'] } } },
      '/matrix/1/1',
    ],
    ['a level of another scheme', { quantity: { ...hj941.quantity, belowOne: 'low' } }, '/quantity/belowOne'],
    [
      'a band of people without E2',
      { sensitivity: { ...hj941.sensitivity, air: { ...hj941.sensitivity.air, people5km: [] } } },
      '/sensitivity/air/people5km',
    ],
    ['a limit as a number', { control: { ...hj941.control, max: 100 } }, '/control/max'],
    ['a member too many', { colour: 'red' }, '/colour'],
  ])('%s', (_what, change, place) => {
    expect(() => readRiskStandard({ ...hj941, ...change })).toThrow(place)
  })

  test('and so of events', () => {
    expect(() => readIncidentStandard({ ...incidents, kind: 'environmental-risk' })).toThrow('/kind')
    expect(() => readIncidentStandard({ ...incidents, boundary: { ...incidents.boundary, atLeast: 'huge' } })).toThrow(
      '/boundary/atLeast',
    )
  })
})

test('industries known are those of standards §7.3, by four digits, and far from all', () => {
  expect(GBT4754_2017).toMatchObject({ complete: false, confidence: 'M-mid' })
  expect(GBT4754_2017.classes.map(({ code, name }) => `${code} ${name}`)).toEqual([
    '1512 白酒制造',
    '2614 有机化学原料制造',
    '3011 水泥制造',
    '3360 金属表面处理及热处理加工',
    '4411 火力发电',
    '4620 污水处理及其再生利用',
    '7723 固体废物治理',
    '7724 危险废物治理',
  ])
})
