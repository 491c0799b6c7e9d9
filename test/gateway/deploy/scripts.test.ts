/** install.sh and uninstall.sh over a small archive of the real one's shape; the real one is lived with in test/offline. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../../../gateway/deploy/bundle.ts'
import { SUMS, seal } from '../../../gateway/deploy/files.ts'

const DEPLOY = join(ROOT, 'gateway/deploy')
let work: string
let prefix: string
let data: string

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'chuanyu-scripts-'))
  prefix = join(work, 'opt')
  data = join(work, 'var')
})
afterEach(() => rmSync(work, { recursive: true }))

/** An archive as unpacked, with a command that only tells its version. */
function unpacked(version: string, { letter = '', told = version } = {}): string {
  const folder = join(work, `chuanyu ${version}${letter}`)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin/chuanyu'), `#!/bin/sh\necho ${told}\n`)
  writeFileSync(join(folder, 'VERSION'), `${version} linux ${process.arch}\n`)
  writeFileSync(join(folder, 'letter.txt'), `${version}${letter}`)
  cpSync(join(DEPLOY, 'chuanyu.service'), join(folder, 'systemd/chuanyu.service'))
  for (const script of ['install.sh', 'uninstall.sh']) cpSync(join(DEPLOY, 'offline', script), join(folder, script))
  seal(folder, ['bin/chuanyu', 'install.sh', 'uninstall.sh'])
  return folder
}

function run(script: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const { status, stderr, stdout } = spawnSync('sh', [script, ...args], { encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

/** Installs below the test's own folder, as whoever runs the test, so that no account is made. */
function install(archive: string, ...args: string[]) {
  const places = ['--prefix', prefix, '--data', data, '--user', userInfo().username, '--bin', join(work, 'bin')]
  return run(join(archive, 'install.sh'), ...places, ...args)
}

const inUse = (): string => spawnSync(join(work, 'bin/chuanyu'), { encoding: 'utf8' }).stdout.trim()

describe('installing', () => {
  test('puts the version beside others, and a data folder that its owner alone enters', () => {
    expect(install(unpacked('1.0.0'))).toMatchObject({ code: 0 })
    expect([readlinkSync(join(prefix, 'current')), inUse()]).toEqual(['versions/1.0.0', '1.0.0'])
    expect(lstatSync(data).mode & 0o777).toBe(0o700)
    expect(readdirSync(data)).toEqual([])
  })

  test('leaves a data folder that is there as it is, mode and all', () => {
    mkdirSync(data, { mode: 0o750 })
    writeFileSync(join(data, 'gateway.json'), '{}')
    const before = lstatSync(data)
    expect(install(unpacked('1.0.0')).code).toBe(0)
    const after = lstatSync(data)
    expect([after.mode, after.mtimeMs, readdirSync(data)]).toEqual([before.mode, before.mtimeMs, ['gateway.json']])
  })

  test.each([
    ['a changed file', (folder: string) => writeFileSync(join(folder, 'letter.txt'), 'changed')],
    ['a missing file', (folder: string) => rmSync(join(folder, 'letter.txt'))],
    ['no list of digests', (folder: string) => rmSync(join(folder, SUMS))],
  ])('refuses an archive with %s and changes nothing', (_what, damage) => {
    const archive = unpacked('1.0.0')
    damage(archive)
    expect(install(archive).code).toBe(3)
    expect(existsSync(prefix) || existsSync(data)).toBe(false)
  })

  test('refuses a path in the list that leads out of the folder', () => {
    const archive = unpacked('1.0.0')
    writeFileSync(join(work, 'outside'), '1.0.0')
    const line =
      readFileSync(join(archive, SUMS), 'utf8')
        .split('\n')
        .find((one) => one.endsWith('letter.txt')) ?? ''
    writeFileSync(join(archive, SUMS), `${line.replace('letter.txt', '../outside')}\n`, { flag: 'a' })
    expect(install(archive).code).toBe(3)
    expect(existsSync(join(prefix, 'current'))).toBe(false)
  })

  test('refuses a program that tells another version, and leaves nothing half-way', () => {
    const { code, said } = install(unpacked('1.0.0', { told: '9.9.9' }))
    expect([code, said.includes('9.9.9')]).toEqual([3, true])
    expect(readdirSync(join(prefix, 'versions'))).toEqual([])
  })

  test('again is no change; another build of the same version is a conflict', () => {
    expect(install(unpacked('1.0.0')).code).toBe(0)
    expect(install(unpacked('1.0.0')).code).toBe(0)
    expect(existsSync(join(prefix, 'previous'))).toBe(false)
    expect(install(unpacked('1.0.0', { letter: ' again' })).code).toBe(6)
  })

  test('does not put its link over a program of somebody else', () => {
    mkdirSync(join(work, 'bin'))
    writeFileSync(join(work, 'bin/chuanyu'), 'mine')
    expect(install(unpacked('1.0.0')).code).toBe(0)
    expect(readFileSync(join(work, 'bin/chuanyu'), 'utf8')).toBe('mine')
  })
})

describe('the unit', () => {
  test('has the places and the account put in, and nothing of the usual ones left', () => {
    install(unpacked('1.0.0'), '--unit-dir', join(work, 'units'))
    const unit = readFileSync(join(work, 'units/chuanyu.service'), 'utf8')
    expect(unit).toContain(`\nExecStart=${prefix}/current/bin/chuanyu serve --data ${data}\n`)
    expect(unit).toContain(`\nReadWritePaths=${data}\n`)
    expect(unit).toContain(`\nUser=${userInfo().username}\n`)
    expect(unit).not.toMatch(/\/opt\/chuanyu|\/var\/lib\/chuanyu|^StateDirectory/m)
    const lines = (text: string) => text.split('\n').length
    expect(lines(unit)).toBe(lines(readFileSync(join(DEPLOY, 'chuanyu.service'), 'utf8')) - 1)
  })
})

describe('upgrading and going back', () => {
  test('remembers its options, keeps the older version, and goes back to it', () => {
    install(unpacked('1.9.0'), '--unit-dir', join(work, 'units'))
    expect(run(join(unpacked('1.10.0'), 'install.sh'), '--prefix', prefix).code).toBe(0)
    expect([inUse(), readlinkSync(join(prefix, 'previous'))]).toEqual(['1.10.0', 'versions/1.9.0'])
    expect(run(join(prefix, 'current/install.sh'), '--prefix', prefix, '--use', '1.9.0').code).toBe(0)
    expect([inUse(), readlinkSync(join(prefix, 'previous'))]).toEqual(['1.9.0', 'versions/1.10.0'])
    expect(existsSync(join(work, 'units/chuanyu.service'))).toBe(true)
  })

  test('refuses an older archive unless it is insisted on', () => {
    install(unpacked('1.10.0'))
    expect(install(unpacked('1.9.0')).code).toBe(6)
    expect(inUse()).toBe('1.10.0')
    expect(install(unpacked('1.9.0'), '--older').code).toBe(0)
    expect(inUse()).toBe('1.9.0')
  })

  test('does not go back to a version that was damaged where it lies', () => {
    install(unpacked('1.0.0'))
    install(unpacked('1.1.0'))
    writeFileSync(join(prefix, 'versions/1.0.0/letter.txt'), 'changed')
    expect(run(join(prefix, 'current/install.sh'), '--prefix', prefix, '--use', '1.0.0').code).toBe(3)
    expect(inUse()).toBe('1.1.0')
  })
})

describe('uninstalling', () => {
  const uninstall = (...args: string[]) => run(join(prefix, 'current/uninstall.sh'), ...args)

  test('takes all it put there and leaves data', () => {
    install(unpacked('1.0.0'), '--unit-dir', join(work, 'units'))
    writeFileSync(join(data, 'gateway.json'), '{}')
    expect(uninstall().code).toBe(0)
    expect(
      existsSync(prefix) || existsSync(join(work, 'bin/chuanyu')) || existsSync(join(work, 'units/chuanyu.service')),
    ).toBe(false)
    expect(readdirSync(data)).toEqual(['gateway.json'])
  })

  test('takes data too when told to, but only a folder that holds a gateway', () => {
    install(unpacked('1.0.0'))
    writeFileSync(join(data, 'thesis.txt'), 'mine')
    expect(uninstall('--purge-data').code).toBe(2)
    expect([existsSync(join(data, 'thesis.txt')), inUse()]).toEqual([true, '1.0.0'])
    writeFileSync(join(data, 'gateway.json'), '{}')
    expect(uninstall('--purge-data').code).toBe(0)
    expect(existsSync(data) || existsSync(prefix)).toBe(false)
  })

  test('leaves what somebody else put beside it', () => {
    install(unpacked('1.0.0'))
    writeFileSync(join(prefix, 'notes.txt'), 'mine')
    expect(uninstall().code).toBe(0)
    expect(readdirSync(prefix)).toEqual(['notes.txt'])
  })

  test('where nothing is installed is a mistake', () => {
    expect(run(join(DEPLOY, 'offline/uninstall.sh'), '--prefix', work).code).toBe(2)
    expect(run(join(DEPLOY, 'offline/uninstall.sh')).code).toBe(2)
  })
})

describe('arguments', () => {
  test.each([
    ['--prefix', 'opt'],
    ['--prefix', '/'],
    ['--data', '/var/../etc'],
    ['--data', '/var/a b'],
    ['--data', '/var/$(reboot)'],
    ['--unit-dir', '/etc/%h'],
    ['--data'],
    ['--data', ''],
    ['--frobnicate'],
    ['--use', '../../etc'],
    ['--use', '7.7.7'],
  ])('%s %s is refused, and nothing is written', (...args) => {
    const { code, said } = run(join(unpacked('1.0.0'), 'install.sh'), '--prefix', prefix, ...args)
    expect([code, said.startsWith('✗ ')]).toEqual([2, true])
    expect(existsSync(prefix)).toBe(false)
  })

  test('help needs neither an archive nor rights', () => {
    for (const script of ['install.sh', 'uninstall.sh'])
      expect(run(join(DEPLOY, 'offline', script), '--help')).toMatchObject({ code: 0 })
  })
})
