/** A figure of refused rows would be no figure: every row of every large file is taken. */
import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '../../adapters/index.ts'
import { inputOf, nativeFile } from './native-files.ts'

const ROWS = 600

describe('the files the bench reads', () => {
  test.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))('%s takes every row', async (_id, adapter) => {
    const { bytes, json } = await nativeFile(adapter, ROWS)
    const keys = new Set<string>()
    const { rowsIn, rejections, duplicates } = adapter.normalise(inputOf(adapter, bytes), ({ key }) => keys.add(key))
    expect(rejections.slice(0, 3)).toEqual([])
    expect(duplicates).toEqual([])
    expect(rowsIn).toBe(ROWS)
    expect(keys.size).toBe(ROWS)
    expect(() => JSON.parse(Buffer.from(json).toString('utf8'))).not.toThrow()
  })
})
