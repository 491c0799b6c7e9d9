/** Every file of the publishers, read for each side: nothing lost, the other side refused by name, every published class computed again. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { refusal } from '../formats/helpers.ts'
import { read } from './helpers.ts'

const CSV = sharedPath('data/water-cnemc-csv-2021-04/重庆市')
const PUBLISHED = Date.parse('2021-05-01T00:00:00+08:00')
const OTHER = { cq: '四川省', sc: '重庆市' } as const

describeShared('Chongqing’s stations of April 2021', () => {
  const csvFiles = () => readdirSync(CSV).filter((name) => name.endsWith('.csv'))
  const source = (name: string) => readFileSync(`${CSV}/${name}`)

  test('are 45 files', () => expect(csvFiles()).toHaveLength(45))

  test('every row is a record, a duplicate, or refused for want of a time', () => {
    let [records, duplicates, withoutTime, differing] = [0, 0, 0, 0]
    for (const name of csvFiles()) {
      const found = read('cq', source(name), { at: PUBLISHED, mediaType: 'text/csv' })
      const lines = source(name).toString('utf8').trim().split('\r\n')
      expect(found.rowsIn, name).toBe(lines.length - 1)
      expect(found.notes, name).toEqual([])
      for (const { type, detail } of found.rejections) {
        expect([name, type]).toEqual([name, 'time-missing'])
        expect(detail.zh).toContain(name.replace('.csv', ''))
      }
      for (const { record } of found.records) {
        expect(record.interval.end.slice(0, 8), name).toBe('2021-04-')
        if (record.class.reported !== null && record.class.reported !== record.class.computed) differing++
        if (!CONTRACTS[0]?.validate(record)) expect(CONTRACTS[0]?.validate.errors, name).toEqual([])
      }
      // Exact duplicates are the lines met before, without those that lack a time.
      const timed = lines.slice(1).filter((line) => line.split(',')[3] !== '*')
      expect(found.duplicates, name).toHaveLength(timed.length - new Set(timed).size)
      records += found.records.length
      duplicates += found.duplicates.length
      withoutTime += found.rejections.length
    }
    expect([records + duplicates + withoutTime, withoutTime, duplicates]).toEqual([1253, 18, 109])
    // Of 3,136 classed rows of both sides, 28 are told apart only by digits the files have rounded away.
    expect(differing).toBeLessThanOrEqual(28)
  })

  test('sent by Sichuan, each row is refused by the name of its section', () => {
    for (const name of csvFiles()) {
      const { rowsIn, records, rejections } = read('sc', source(name), { at: PUBLISHED })
      expect([records.length, rejections.length], name).toEqual([0, rowsIn])
      for (const { type, detail } of rejections) {
        expect(type, name).toBe('row-of-other-side')
        expect(detail.zh).toContain(name.replace('.csv', ''))
      }
    }
  })
})

describeShared('the national publisher’s days', () => {
  describe.each([
    ['2020-05-08', '2020-05-09T00:00:00+08:00', 133, 108],
    ['2021-04-05', '2021-04-06T00:00:00+08:00', 6, 5],
  ])('%s', (day, published, rows, classed) => {
    const source = () => readFileSync(sharedPath('data/water-cnemc-json', `${day}.json`))
    const sides = () =>
      (['cq', 'sc'] as const).map((party) => ({ party, ...read(party, source(), { at: Date.parse(published) }) }))

    test('each row is one side’s, and refused by name for the other', () => {
      const tbody: readonly (readonly string[])[] = JSON.parse(source().toString('utf8')).tbody
      for (const { party, rowsIn, rejections } of sides()) {
        expect(rowsIn).toBe(rows)
        const foreign = tbody.flatMap((cells, index) => (cells[0] === OTHER[party] ? [index + 1] : []))
        const refused = rejections.filter(({ type }) => type === 'row-of-other-side')
        expect(refused.map(({ row }) => row)).toEqual(foreign)
        for (const { row, detail } of refused) {
          const name = (tbody[row - 1]?.[2] ?? '').replace(/<[^>]*>/g, '')
          expect(detail.zh).toContain(`「${name}」`)
        }
        for (const { type } of rejections) expect(['row-of-other-side', 'time-missing']).toContain(type)
      }
    })

    test('the class computed is the class published, in every classed row', () => {
      const records = sides().flatMap((side) => side.records)
      const reported = records.filter(({ record }) => record.class.reported !== null)
      expect(reported).toHaveLength(classed)
      for (const { record } of reported) expect(record.class.computed, record.section.name).toBe(record.class.reported)
      expect(records.filter(({ record }) => record.notes.some(({ rule }) => rule === 'class-differs'))).toEqual([])
    })

    test('every record holds by the contract and keeps the digits shown beside the unrounded value', () => {
      for (const { record } of sides().flatMap((side) => side.records)) {
        if (!CONTRACTS[0]?.validate(record)) expect(CONTRACTS[0]?.validate.errors).toEqual([])
        for (const result of Object.values(record.results)) {
          if (result.qualifier !== null) continue
          const places = result.reported?.split('.')[1]?.length ?? 0
          expect(Math.abs((result.value ?? 0) - Number(result.reported))).toBeLessThanOrEqual(0.51 * 10 ** -places)
        }
      }
    })
  })
})

describeShared('model output beside measurements', () => {
  const folder = sharedPath('data/water-minjiang')

  test('is refused plainly, and so is a list of stations', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const name of files) {
      for (const party of ['cq', 'sc'] as const) {
        const error = refusal(() => read(party, readFileSync(`${folder}/${name}`)))
        expect(error.code, name).toBe('columns-missing')
      }
    }
  })
})
