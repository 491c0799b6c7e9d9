/** Grades of events by 国办函〔2014〕119号, every limit from the text (standards §5.3). */
import { describe, expect, test } from 'vitest'
import { suggestIncidentGrade } from '../../../adapters/standards/incident-grade.ts'

describe('what is counted', () => {
  test.each([
    ['deaths', '30', 'extraordinary'],
    ['deaths', '29', 'major'],
    ['deaths', '10', 'major'],
    ['deaths', '9', 'large'],
    ['deaths', '3', 'large'],
    ['deaths', '2', 'general'],
    ['injured', '100', 'extraordinary'],
    ['injured', '50', 'major'],
    ['injured', '10', 'large'],
    ['injured', '9', 'general'],
    ['evacuated', '50000', 'extraordinary'],
    ['evacuated', '49999', 'major'],
    ['evacuated', '10000', 'major'],
    ['evacuated', '5000', 'large'],
    ['evacuated', '4999', 'general'],
    ['loss', '10000', 'extraordinary'],
    ['loss', '2000', 'major'],
    ['loss', '1000', 'large'],
    ['loss', '500', 'large'],
    ['loss', '499.99', 'general'],
  ] as const)('%s %s is %s', (count, value, grade) => {
    expect(suggestIncidentGrade({ counts: { [count]: value } })).toEqual({ grade, because: [count] })
  })

  test('a loss of 1000 万元 is 较大, not the 特别重大 of texts before 2014', () => {
    expect(suggestIncidentGrade({ counts: { loss: '1000' } })?.grade).toBe('large')
  })
})

describe('the gravest fact decides', () => {
  test('and each that gives it is named', () => {
    const facts = {
      counts: { deaths: '1', evacuated: '12000' },
      findings: { waterSource: 'major', ecology: 'large' },
    } as const
    expect(suggestIncidentGrade(facts)).toEqual({ grade: 'major', because: ['evacuated', 'waterSource'] })
  })

  test('an effect across the boundary of 川 and 渝 is at least 重大', () => {
    expect(suggestIncidentGrade({ crossesBoundary: true, counts: { loss: '3' } })).toEqual({
      grade: 'major',
      because: ['boundary'],
    })
    expect(suggestIncidentGrade({ crossesBoundary: true, counts: { deaths: '31' } })?.grade).toBe('extraordinary')
  })

  test('across a county alone is 一般', () => {
    expect(suggestIncidentGrade({ findings: { crossing: 'general' } })?.grade).toBe('general')
  })
})

test('nothing known is no grade', () => expect(suggestIncidentGrade({})).toBeUndefined())

test('what the standard has no rule for, or is no count, is refused', () => {
  expect(() => suggestIncidentGrade({ findings: { ecology: 'general' } })).toThrow(TypeError)
  expect(() => suggestIncidentGrade({ counts: { deaths: '-1' } })).toThrow(TypeError)
  expect(() => suggestIncidentGrade({ counts: { loss: '许多' } })).toThrow(TypeError)
})
