/** Server-sent events out of bytes, by the standard's own rules (WHATWG HTML §9.2.6) and however the bytes are cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventBlocks } from '../../../gateway/client/event-blocks.ts'

async function* inChunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    yield bytes.subarray(from, to)
    from = to
  }
}
async function read(text: string, cuts: readonly number[] = []) {
  const found = []
  for await (const { before, ...block } of eventBlocks(inChunks(Buffer.from(text, 'utf8'), cuts)))
    found.push({ ...block, before: before() })
  return found
}

describe('a stream', () => {
  test('is its events: id and retry, several lines of data, comments and unknown fields apart', async () => {
    const text =
      'retry: 3000\nid: 7\nevent: ready\ndata: {"a":1}\n\n: \n\n: word\nid: 8\nevent: step\nfoo: bar\ndata: 一\ndata:二\n\ndata\n\n'
    expect((await read(text)).map(({ before: _before, ...one }) => one)).toEqual([
      { id: '7', event: 'ready', data: '{"a":1}', retry: 3000 },
      { id: '8', event: 'step', data: '一\n二', retry: null },
      // A field without a colon is one of no value, and the last id stays.
      { id: '8', event: 'message', data: '', retry: null },
    ])
  })

  test('drops what follows the last whole block, and a block that tells nothing', async () => {
    expect(await read('event: step\n\nid: 3\n\ndata: cut')).toEqual([])
    // An id alone is remembered for what comes.
    expect((await read('id: 3\n\ndata: x\n\n')).map(({ id }) => id)).toEqual(['3'])
  })

  test.each(['\n', '\r\n', '\r'])('may end its lines with %j', async (end) => {
    const text = ['id: 1', 'data: a', '', 'id: 2', 'data: b', '', ''].join(end)
    // What ends in a lone CR may go on with a LF: that block is whole only once more has come.
    const found = (await read(`${text}: ${end}${end}`)).map(({ id, data }) => [id, data])
    expect(found).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ])
  })

  test('knows the text before each event, byte for byte', async () => {
    const text = 'retry: 1\ndata: 甲\n\n: \n\nevent: end\ndata: {}\n\n'
    expect((await read(text)).map(({ before }) => before)).toEqual(['', 'retry: 1\ndata: 甲\n\n: \n\n'])
  })

  test('is the same however its bytes are cut', async () => {
    const line = fc.oneof(
      fc.constantFrom('', ': ', 'data: {"会商":"甲"}', 'data:x', 'event: step', 'id: 12', 'retry: 500', 'data'),
      fc.string().map((text) => text.replace(/[\r\n]/g, '')),
    )
    const text = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'))
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200), { maxLength: 12 }), async (all, places) => {
        const size = Buffer.byteLength(all)
        const cuts = places.filter((place) => place <= size)
        expect(await read(all, cuts)).toEqual(await read(all))
      }),
    )
  })

  test('that is no UTF-8, or one event without an end, is refused', async () => {
    const bytes = inChunks(Uint8Array.of(0x64, 0x61, 0xff), [])
    await expect(eventBlocks(bytes).next()).rejects.toMatchObject({ code: 'answer-malformed' })
    await expect(read(`data: ${'x'.repeat(1_100_000)}`)).rejects.toMatchObject({ code: 'answer-malformed' })
  })
})
