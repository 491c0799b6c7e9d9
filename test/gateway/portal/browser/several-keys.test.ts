/** Keys of several people who share a browser: each stays, one is in use. */
import { describe, expect, test } from 'vitest'
import { createKey, forgetKey, KeyError, keptKeys, loadKey, useKey } from '../../../../gateway/portal/browser/keys.js'
import { memoryStorage } from './storage.ts'

describe('several keys in one browser', () => {
  test('stay beside one another, the newest in use', async () => {
    const storage = memoryStorage()
    const [one, other] = [await createKey({ storage }), await createKey({ storage })]
    expect((await loadKey({ storage }))?.kid).toBe(other.kid)
    expect((await keptKeys({ storage })).map(({ kid }) => kid).toSorted()).toEqual([one.kid, other.kid].toSorted())
  })

  test('change places when another is used, and nothing but what is there can be', async () => {
    const storage = memoryStorage()
    const [one, other] = [await createKey({ storage }), await createKey({ storage })]
    expect((await useKey(one.kid, { storage })).kid).toBe(one.kid)
    expect((await loadKey({ storage }))?.kid).toBe(one.kid)
    await expect(useKey('nothing', { storage })).rejects.toMatchObject(new KeyError('key-missing'))
    expect((await loadKey({ storage }))?.kid).toBe(one.kid)
    expect(await keptKeys({ storage })).toHaveLength(2)
    expect(other.kid).not.toBe(one.kid)
  })

  test('are forgotten one at a time', async () => {
    const storage = memoryStorage()
    const [one, other] = [await createKey({ storage }), await createKey({ storage })]
    await forgetKey({ storage })
    expect(await loadKey({ storage })).toBeNull()
    expect((await keptKeys({ storage })).map(({ kid }) => kid)).toEqual([one.kid])
    expect(other.kid).not.toBe(one.kid)
  })
})
