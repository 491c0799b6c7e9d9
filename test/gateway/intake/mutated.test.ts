/** Whatever bytes come, the gateway answers with what is wrong: never 5xx, never half a submission. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetData, workbook } from '../../adapters/formats/helpers.ts'
import { type Calls, CONTRACT, callsOf, SUBMIT } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'
import { csvOf, HEADINGS, row, XLSX } from './files.ts'

let world: World
let calls: Calls
beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
})
afterAll(() => world.close())

const ROWS = [
  row('朱沱', '2026-11-02 04:00', '2.1'),
  row('晒网坝', '11-02 04:00', '0.5L'),
  row('无此', '2026-11-02 08:00', '--'),
  row('金子', '2026-11-02 08:00', '未检出'),
]
const MORE = [...HEADINGS, '省份', '站点情况', '水质类别', '备注']
const csv = csvOf(
  ROWS.map((cells) => [...cells, '重庆市', '正常', 'Ⅱ', '"一,二"']),
  MORE,
)
const VALID: readonly (readonly [string, Uint8Array])[] = [
  ['text/csv', Buffer.from(csv)],
  ['text/csv', iconv.encode(csv, 'gb18030')],
  ['application/json', Buffer.from(JSON.stringify({ thead: HEADINGS, tbody: ROWS }))],
  [
    'application/json',
    Buffer.from(JSON.stringify(ROWS.map((cells) => Object.fromEntries(cells.map((cell, at) => [HEADINGS[at], cell]))))),
  ],
  [XLSX, workbook({ sheets: { 一: sheetData([HEADINGS, ...ROWS]) } })],
  [
    'application/vnd.ms-excel',
    Buffer.from(
      `<html><table>${[HEADINGS, ...ROWS].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`,
    ),
  ],
]

/** Sends it as a submission and as a dry run: both are answered, both alike, and the ledger grows by a leaf exactly when one was accepted. */
async function holds(bytes: Uint8Array, contentType: string): Promise<void> {
  const key = world.sides.cq.agency
  const before = world.gateway.log.head().size
  const dry = await calls.write(key, `/v1/normalise?contract=${CONTRACT}`, bytes, { contentType })
  const answer = await calls.write(key, SUBMIT, bytes, { contentType })
  const text = await answer.text()
  expect(calls.failures.splice(0)).toEqual([])
  expect([200, 201, 400, 413, 415, 422]).toContain(answer.status)
  expect(world.gateway.log.head().size - before).toBe(answer.status === 201 ? 1 : 0)
  if (answer.status < 300) {
    const { rows, duplicates, accepted, rejected } = JSON.parse(text).receipt.header
    expect(rows).toBe(accepted.count + rejected.count + duplicates)
    expect(dry.status).toBe(200)
    const summary = JSON.parse((await dry.text()).trimEnd().split('\n').at(-1) ?? '')
    expect(summary.counts).toEqual({ in: rows, accepted: accepted.count, rejected: rejected.count, duplicates })
  } else if (dry.status !== 200) {
    expect([dry.status, await dry.text()]).toEqual([answer.status, text])
  } else expect(JSON.parse(text).code).toBe('no-acceptable-row')
}

const types = fc.constantFrom(
  'text/csv',
  'application/json',
  XLSX,
  'application/vnd.ms-excel',
  'application/octet-stream',
  'text/html',
)
const PIECES = [
  '"',
  ',',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\ud800',
  '\ud83d',
  '<td>',
  '</table>',
  '&#xD800;',
  '__proto__',
  'NaN',
  '1e999',
  '-',
  '=1+1',
  '朱沱',
  '\u2028',
  '=',
  ';',
  '\t',
  'Ⅲ',
  '-;',
]

describe('any bytes', () => {
  test('are answered', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), types, holds), { numRuns: 150 })
  })

  test('of text are answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 30 }),
        types,
        (pieces, type) => holds(Buffer.from(pieces.join('')), type),
      ),
      { numRuns: 150 },
    )
  })
})

describe('a sound file', () => {
  test('with bytes changed, cut out, doubled or put in is answered', async () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 8 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom(...PIECES).map((text) => Buffer.from(text)),
      ),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...VALID),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async ([type, bytes], edits) => {
          let changed = Buffer.from(bytes)
          for (const { at, cut, put } of edits) {
            const from = at % (changed.length + 1)
            changed = Buffer.concat([changed.subarray(0, from), put, changed.subarray(from + cut)])
          }
          await holds(changed, type)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('cut anywhere is answered, and no whole row of a CSV is lost', async () => {
    const [type, bytes] = VALID[0] ?? ['', new Uint8Array()]
    const lengths = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) => at * 3)
    for (const length of lengths) await holds(bytes.subarray(0, length), type)
  })
})
