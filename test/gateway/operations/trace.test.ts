/** W3C Trace Context: which `traceparent` counts, and what is made where none does. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childOf, printTrace, readTraceparent, traceOf } from '../../../gateway/operations/trace.ts'

const ID = '0af7651916cd43dd8448eb211c80319c'
const PARENT = 'b7ad6b7169203331'

describe('a traceparent', () => {
  // The example of the recommendation, §3.2.
  test('as the recommendation has it is read', () => {
    expect(readTraceparent(`00-${ID}-${PARENT}-01`)).toEqual({ id: ID, flags: '01' })
  })

  test('of a version to come may have more at its end', () => {
    expect(readTraceparent(`cc-${ID}-${PARENT}-01-what-the-future-brings`)).toEqual({ id: ID, flags: '01' })
    expect(readTraceparent(`cc-${ID}-${PARENT}-01`)).toEqual({ id: ID, flags: '01' })
  })

  test('keeps only the flags that are defined', () => {
    expect(readTraceparent(`00-${ID}-${PARENT}-ff`)?.flags).toBe('03')
  })

  test.each([
    ['none', null],
    ['an empty one', ''],
    ['version ff', `ff-${ID}-${PARENT}-01`],
    ['more behind version 00', `00-${ID}-${PARENT}-01-x`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${PARENT}-01`],
    ['a parent of zeros', `00-${ID}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${ID.toUpperCase()}-${PARENT}-01`],
    ['a short trace', `00-${ID.slice(1)}-${PARENT}-01`],
    ['no flags', `00-${ID}-${PARENT}`],
    ['a version to come without a dash', `cc-${ID}-${PARENT}-01.x`],
    ['two of them', `00-${ID}-${PARENT}-01,00-${ID}-${PARENT}-01`],
  ])('is not read from %s', (_what, value) => {
    expect(readTraceparent(value)).toBeNull()
  })

  test('is read or not, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readTraceparent(text)).toBeNull()
      }),
    )
  })
})

describe('a request', () => {
  test('goes on in the trace it names, as a step of its own', () => {
    const trace = traceOf(`00-${ID}-${PARENT}-01`, randomBytes)
    expect(trace).toMatchObject({ id: ID, flags: '01' })
    expect(trace.span).toMatch(/^[0-9a-f]{16}$/)
    expect(trace.span).not.toBe(PARENT)
  })

  test('begins one where it names none', () => {
    const [one, other] = [traceOf(null, randomBytes), traceOf('rubbish', randomBytes)]
    expect(readTraceparent(printTrace(one))).toEqual({ id: one.id, flags: '02' })
    expect(one.id).not.toBe(other.id)
  })

  test('is never of zeros, even where chance has it so', () => {
    const trace = traceOf(null, (bytes) => new Uint8Array(bytes))
    expect(readTraceparent(printTrace(trace))?.id).toBe(trace.id)
  })

  test('has children in its own trace', () => {
    const trace = traceOf(`00-${ID}-${PARENT}-01`, randomBytes)
    const child = childOf(trace, randomBytes)
    expect(child).toMatchObject({ id: trace.id, flags: trace.flags })
    expect(child.span).not.toBe(trace.span)
  })
})
