/** A distribution's folder and archive: whatever the machine's clock and umask, the same files make the same bytes. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sourceEpoch } from '../../../gateway/deploy/app-folder.ts'
import { archive, copyFolder, filesBelow, SUMS, seal, sha256 } from '../../../gateway/deploy/files.ts'

const work = mkdtempSync(join(tmpdir(), 'chuanyu-files-'))
afterAll(() => rmSync(work, { recursive: true }))
let made = 0

/** A folder with a program and two files in it. */
function folder({ at = 0, mode = 0o644, letter = '川渝' } = {}): string {
  const path = join(work, String(made++), 'app')
  mkdirSync(join(path, 'bin'), { recursive: true })
  for (const [name, text] of [
    ['z.txt', letter],
    ['bin/run', '#!/bin/sh\necho ran\n'],
    ['B.txt', 'upper case sorts first'],
  ] as const) {
    writeFileSync(join(path, name), text, { mode })
    utimesSync(join(path, name), at, at)
  }
  return path
}

const options = { epoch: 1_767_225_600, level: 1 }
const packed = (path: string): string => {
  const file = join(work, `${made++}.tar.gz`)
  archive(path, file, options)
  return sha256(file)
}

describe('the list of digests', () => {
  test('names every file, sorted by bytes, as sha256sum itself would check it', () => {
    const path = folder()
    seal(path, ['bin/run'])
    const names = readFileSync(join(path, SUMS), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
    expect(names).toEqual(['B.txt', 'bin/run', 'z.txt'])
    expect(spawnSync('sha256sum', ['-c', '--quiet', SUMS], { cwd: path }).status).toBe(0)
    writeFileSync(join(path, 'z.txt'), 'changed')
    expect(spawnSync('sha256sum', ['-c', '--quiet', SUMS], { cwd: path }).status).toBe(1)
  })

  test('a digest is that of the standard: SHA-256 of "abc" (FIPS 180-4, example)', () => {
    const file = join(work, 'abc')
    writeFileSync(file, 'abc')
    expect(sha256(file)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('the archive', () => {
  test('is the same for the same files, whenever and under whatever umask they were written', () => {
    const [one, other] = [folder({ at: 1 }), folder({ at: 1_700_000_000, mode: 0o600 })]
    for (const path of [one, other]) seal(path, ['bin/run'])
    expect(packed(one)).toBe(packed(other))
  })

  test('differs when one byte of one file does', () => {
    const [one, other] = [folder(), folder({ letter: '川渝。' })]
    for (const path of [one, other]) seal(path, ['bin/run'])
    expect(packed(one)).not.toBe(packed(other))
  })

  test('unpacks to programs that run and files that do not, all of one time', () => {
    const path = folder({ mode: 0o600 })
    seal(path, ['bin/run'])
    const file = join(work, 'unpack.tar.gz')
    const bytes = archive(path, file, options)
    const to = join(work, 'unpacked')
    mkdirSync(to)
    expect(spawnSync('tar', ['-xzf', file, '-C', to]).status).toBe(0)
    expect(spawnSync(join(to, 'app/bin/run'), { encoding: 'utf8' }).stdout).toBe('ran\n')
    expect(statSync(join(to, 'app/z.txt')).mode & 0o111).toBe(0)
    expect(filesBelow(join(to, 'app')).map((name) => statSync(join(to, 'app', name)).mtimeMs / 1000)).toEqual(
      Array.from({ length: 4 }, () => options.epoch),
    )
    expect(statSync(file).size).toBe(bytes)
    expect(spawnSync('sha256sum', ['-c', '--quiet', 'unpack.tar.gz.sha256'], { cwd: work }).status).toBe(0)
  })

  test('that cannot be written is said so, not passed over', () => {
    expect(() => archive(folder(), join(work, 'no/such/folder.tar.gz'), options)).toThrow('tar ended')
  })
})

test('copying keeps what is asked for, by its path', () => {
  const to = join(work, 'copy')
  copyFolder(folder(), to, (path) => path !== 'B.txt')
  expect(filesBelow(to)).toEqual(['bin/run', 'z.txt'])
})

describe('the one time', () => {
  test('is what SOURCE_DATE_EPOCH says', () => {
    expect(sourceEpoch({ SOURCE_DATE_EPOCH: '1767225600' })).toBe(1_767_225_600)
  })

  test.each(['', 'now', '-1', '1.5', '1e9'])('SOURCE_DATE_EPOCH=%s is refused', (asked) => {
    expect(() => sourceEpoch({ SOURCE_DATE_EPOCH: asked })).toThrow('SOURCE_DATE_EPOCH')
  })

  test('without it, it is the same at every call', () => {
    expect(sourceEpoch({})).toBe(sourceEpoch({}))
    expect(sourceEpoch({})).toBeGreaterThanOrEqual(Date.UTC(2026, 0) / 1000)
  })
})
