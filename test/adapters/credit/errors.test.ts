/** The example of every code of credit rows in the error table brings about that code. */
import { expect, test } from 'vitest'
import { CREDIT_ROW_ERRORS } from '../../../gateway/errors/credit-rows.ts'
import { readRow } from './helpers.ts'

test.each(Object.entries(CREDIT_ROW_ERRORS))('%s', (code, { example = '' }) => {
  const cells = example.split(' ← ').map((cell) => cell.split(' = '))
  const columns = Object.fromEntries(cells.map(([heading = '', value = '']) => [heading, value]))
  const { rejection } = readRow(columns)
  expect(rejection?.type).toBe(code)
  expect(Object.keys(columns)).toContain(rejection?.pointer)
})
