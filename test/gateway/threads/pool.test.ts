/** A file prepared on a thread is the file prepared here; what fails there fails here by the same name. */
import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { toProblem } from '../../../gateway/errors/map.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { dryRunLines, type PrepareJob, prepareRows } from '../../../gateway/intake/prepare.ts'
import { QueueFull } from '../../../gateway/ledger/log.ts'
import { packTexts } from '../../../gateway/store/sql/pack.ts'
import { openPreparePool, type PreparePool } from '../../../gateway/threads/pool.ts'
import { sheetData, workbook } from '../../adapters/formats/helpers.ts'
import { nativeJson } from '../../bench/workload.ts'
import { capturedPool } from './captured.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAYLOAD = canonical(SECTIONS_2026_11)
const REGISTRY = { digest: sha256Hex(PAYLOAD), payload: PAYLOAD }
const pool = openPreparePool({ random: randomBytes, threads: 2, above: 0 })
afterAll(() => pool.close())

function job(bytes: Uint8Array, more: Partial<PrepareJob> = {}): PrepareJob {
  return {
    party: 'cq',
    contract: { id: 'water-section-quality', version: '1.0.0' },
    registry: REGISTRY,
    bytes,
    mediaType: 'application/json',
    at: Date.parse('2026-11-16T00:00:00+08:00'),
    limits: FORMAT_LIMITS,
    ...more,
  }
}

/** Some rows that pass, one of a section nobody knows, one twice. */
function mixed(request: number): Buffer {
  const rows: unknown[] = JSON.parse(nativeJson(request, 200).toString())
  return Buffer.from(JSON.stringify([...rows, { ...Object(rows[0]), 断面名称: '无此断面' }, rows[1]]))
}

describe('a thread', () => {
  test('gives the records, rejections and duplicates that this thread gives', async () => {
    const bytes = mixed(1)
    const there = await pool.prepare(job(bytes), SECTIONS_2026_11)
    const here = prepareRows(job(bytes), SECTIONS_2026_11, randomBytes)
    expect(there.result).toEqual(here.result)
    expect(there.result.rejections).toHaveLength(1)
    expect(there.result.duplicates).toHaveLength(1)
    const { packed, ...batch } = there.written.batch
    expect({ ...batch, bodies: Buffer.from(batch.bodies).toString() }).toEqual({
      ...here.written.batch,
      bodies: Buffer.from(here.written.batch.bodies).toString(),
    })
    const { order, counts, chunks } = packTexts(here.written.batch)
    expect(packed).toEqual({ order, counts, chunks: chunks.map((chunk) => Uint8Array.from(chunk)) })
  })

  test('draws salts of its own, a fresh one for every group of every record', async () => {
    const files = await Promise.all([1, 1].map(() => pool.prepare(job(nativeJson(2, 70)), SECTIONS_2026_11)))
    const salts = files.flatMap(({ written }) =>
      Array.from({ length: 140 }, (_, at) =>
        Buffer.from(written.salts.subarray(at * 16, at * 16 + 16)).toString('hex'),
      ),
    )
    expect(new Set(salts).size).toBe(280)
  })

  test('refuses a file that cannot be read with the error this thread throws', async () => {
    const cut = nativeJson(3, 5).subarray(0, 200)
    const there = await pool.prepare(job(cut), SECTIONS_2026_11).catch((error: unknown) => error)
    expect(there).toBeInstanceOf(FormatError)
    expect(() => prepareRows(job(cut), SECTIONS_2026_11, randomBytes)).toThrow(String(Object(there).message))
    expect(there).toMatchObject({ code: 'truncated' })
  })

  test('that fails otherwise rejects, and takes the next file all the same', async () => {
    const unknown = job(nativeJson(4, 2), { contract: { id: 'soil', version: '1.0.0' } })
    await expect(pool.prepare(unknown, SECTIONS_2026_11)).rejects.toThrow('there is no adapter for soil')
    expect((await pool.prepare(job(nativeJson(4, 2)), SECTIONS_2026_11)).written.batch.keys).toHaveLength(2)
  })

  test('keeps the bytes it was given for whoever gave them', async () => {
    const bytes = nativeJson(5, 3)
    const before = sha256Hex(bytes)
    await pool.prepare(job(bytes), SECTIONS_2026_11)
    expect(sha256Hex(bytes)).toBe(before)
  })
})

test('a small file is prepared where it is, a large one on a thread', async () => {
  let drawn = 0
  const counted = (bytes: number): Uint8Array => {
    drawn += 1
    return randomBytes(bytes)
  }
  const own = openPreparePool({ random: counted, threads: 1, above: 4096 })
  try {
    await own.prepare(job(nativeJson(6, 2)), SECTIONS_2026_11)
    expect(drawn).toBe(2)
    await own.prepare(job(nativeJson(6, 50)), SECTIONS_2026_11)
    expect(drawn).toBe(2)
  } finally {
    await own.close()
  }
})

test('more files than may wait are refused, and those that wait are done', async () => {
  const own = openPreparePool({ random: randomBytes, threads: 1, above: 0, queue: 2 })
  try {
    const [one, two, three] = [1, 2, 3].map((at) => own.prepare(job(nativeJson(at, 20)), SECTIONS_2026_11))
    await expect(three).rejects.toBeInstanceOf(QueueFull)
    expect((await one)?.written.batch.keys).toHaveLength(20)
    expect((await two)?.written.batch.keys).toHaveLength(20)
  } finally {
    await own.close()
  }
})

test('a pool that closes rejects what its threads still had', async () => {
  const own = openPreparePool({ random: randomBytes, threads: 1, above: 0 })
  const waiting = own.prepare(job(nativeJson(7, 5000)), SECTIONS_2026_11)
  const told = expect(waiting).rejects.toThrow('ended')
  await own.close()
  await told
})

describe('a file that takes too long', () => {
  /** The first thread never comes to an end with what it is told; those after it are as usual. */
  function stuckPool(): { pool: PreparePool; started: Worker[] } {
    const started: Worker[] = []
    const start = (): Worker => {
      const stuck = "require('node:worker_threads').parentPort.once('message', () => { for (;;); })"
      const thread = new URL('../../../gateway/threads/thread.ts', import.meta.url)
      const worker = started.length === 0 ? new Worker(stuck, { eval: true }) : new Worker(thread)
      started.push(worker)
      return worker
    }
    return { pool: openPreparePool({ random: randomBytes, threads: 1, above: 0, seconds: 4, start }), started }
  }

  test('is stopped and refused by name; those behind it are read by another thread', async () => {
    const { pool: own, started } = stuckPool()
    try {
      const first = own.prepare(job(nativeJson(9, 3)), SECTIONS_2026_11).catch((error: unknown) => error)
      const ended = new Promise((resolve) => started[0]?.once('exit', resolve))
      const others = [2, 4].map((rows) => own.prepare(job(nativeJson(9, rows)), SECTIONS_2026_11))
      const dry = own.dryRun(job(nativeJson(9, 2)), SECTIONS_2026_11)
      const refused = await first
      expect(refused).toBeInstanceOf(FormatError)
      expect(toProblem(refused)).toMatchObject({ code: 'file-too-slow', status: 422 })
      expect((await Promise.all(others)).map(({ written }) => written.batch.keys.length)).toEqual([2, 4])
      expect(Buffer.from(await dry).toString('utf8')).toBe(dryRunLines(job(nativeJson(9, 2)), SECTIONS_2026_11))
      await ended
      expect(started).toHaveLength(2)
      // Ended on purpose, it counts for none that died.
      expect(own.state()).toEqual({ works: true, ended: 0 })
    } finally {
      await own.close()
    }
  })
})

test('a thread with nothing to do has all the time there is', async () => {
  const { pool: own, workers } = capturedPool({ above: 0, seconds: 3 })
  try {
    await own.prepare(job(nativeJson(9, 3)), SECTIONS_2026_11)
    await new Promise((resolve) => setTimeout(resolve, 3200))
    await own.prepare(job(nativeJson(9, 4)), SECTIONS_2026_11)
    expect(workers).toHaveLength(1)
  } finally {
    await own.close()
  }
})

describe('a dry run', () => {
  test('on a thread gives the lines that this thread gives, to the last byte', async () => {
    const bytes = mixed(8)
    const there = await pool.dryRun(job(bytes), SECTIONS_2026_11)
    const here = dryRunLines(job(bytes), SECTIONS_2026_11)
    expect(there).toBeInstanceOf(Uint8Array)
    expect(Buffer.from(there).toString('utf8')).toBe(here)
    expect(here.trimEnd().split('\n')).toHaveLength(200 + 1 + 1 + 1)
  })

  test('of a file that cannot be read is refused with the error this thread throws', async () => {
    const cut = nativeJson(3, 5).subarray(0, 200)
    const there = await pool.dryRun(job(cut), SECTIONS_2026_11).catch((error: unknown) => error)
    expect(there).toBeInstanceOf(FormatError)
    expect(() => dryRunLines(job(cut), SECTIONS_2026_11)).toThrow(String(Object(there).message))
  })

  test('of a workbook that is small only while packed is made on a thread', async () => {
    const { pool: own, workers } = capturedPool({ above: 64 * 1024 })
    const heading = ['断面名称', '监测时间', 'pH']
    const rows = (count: number) => Array.from({ length: count }, () => ['朱沱', '2026-11-09 08:00', '7.8'])
    const [few, many] = [2, 4000].map((count) => workbook({ sheets: { 数据: sheetData([heading, ...rows(count)]) } }))
    try {
      if (few === undefined || many === undefined) throw new Error('expected two workbooks')
      expect(Math.max(few.length, many.length)).toBeLessThan(64 * 1024)
      await own.dryRun(job(few, { mediaType: XLSX }), SECTIONS_2026_11)
      expect(workers).toHaveLength(0)
      await own.dryRun(job(many, { mediaType: XLSX }), SECTIONS_2026_11)
      expect(workers).toHaveLength(1)
    } finally {
      await own.close()
    }
  })

  test('of a small file is made where it is', async () => {
    const { pool: own, workers } = capturedPool({ above: 4096 })
    try {
      expect(await own.dryRun(job(nativeJson(6, 2)), SECTIONS_2026_11)).toBe(
        dryRunLines(job(nativeJson(6, 2)), SECTIONS_2026_11),
      )
      expect(workers).toHaveLength(0)
      await own.dryRun(job(nativeJson(6, 50)), SECTIONS_2026_11)
      expect(workers).toHaveLength(1)
    } finally {
      await own.close()
    }
  })

  test('waits in the one queue with submissions', async () => {
    const own = openPreparePool({ random: randomBytes, threads: 1, above: 0, queue: 1 })
    try {
      const first = own.prepare(job(nativeJson(1, 20)), SECTIONS_2026_11)
      await expect(own.dryRun(job(nativeJson(2, 20)), SECTIONS_2026_11)).rejects.toBeInstanceOf(QueueFull)
      expect((await first).written.batch.keys).toHaveLength(20)
    } finally {
      await own.close()
    }
  })
})

describe('a thread that dies', () => {
  test('is told with what it had rejected, until another answers', async () => {
    const { pool: own, workers } = capturedPool({ above: 0 })
    try {
      expect(own.state()).toEqual({ works: true, ended: 0 })
      const waiting = own.prepare(job(nativeJson(7, 5000)), SECTIONS_2026_11)
      const told = expect(waiting).rejects.toThrow('ended')
      await workers[0]?.terminate()
      await told
      expect(own.state()).toEqual({ works: false, ended: 1 })
      await own.revive()
      expect(own.state()).toEqual({ works: true, ended: 1 })
      expect(workers).toHaveLength(2)
      await own.revive()
      expect((await own.prepare(job(nativeJson(7, 2)), SECTIONS_2026_11)).written.batch.keys).toHaveLength(2)
      expect(workers).toHaveLength(2)
    } finally {
      await own.close()
    }
  })

  test('is made good by the next file too, even by one that cannot be read', async () => {
    const { pool: own, workers } = capturedPool({ above: 0 })
    try {
      await own.prepare(job(nativeJson(7, 2)), SECTIONS_2026_11)
      await workers[0]?.terminate()
      expect(own.state().works).toBe(false)
      await expect(own.prepare(job(Buffer.from('{')), SECTIONS_2026_11)).rejects.toBeInstanceOf(FormatError)
      expect(own.state()).toEqual({ works: true, ended: 1 })
    } finally {
      await own.close()
    }
  })

  test('because the pool closes is none', async () => {
    const { pool: own } = capturedPool({ above: 0 })
    await own.prepare(job(nativeJson(7, 2)), SECTIONS_2026_11)
    await own.close()
    expect(own.state()).toEqual({ works: true, ended: 0 })
    await own.revive()
  })
})
