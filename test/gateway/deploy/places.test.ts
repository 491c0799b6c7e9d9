/** What is deployed calls the command as the command is: the unit, the container and the scripts agree on places, ports and codes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listenOn, serveCommand } from '../../../gateway/cli/commands/serve.ts'
import { findCommand } from '../../../gateway/cli/commands.ts'
import { EXIT } from '../../../gateway/cli/exit.ts'
import { projectVersion } from '../../../gateway/deploy/app-folder.ts'
import { ROOT } from '../../../gateway/deploy/bundle.ts'
import { readRuntime } from '../../../gateway/deploy/runtime.ts'
import { OPERATING } from '../../../gateway/machine/operating.ts'
import { callCommand } from '../cli/run.ts'

const read = (name: string): string => readFileSync(join(ROOT, 'gateway/deploy', name), 'utf8')
const unit = read('chuanyu.service')
const compose = read('compose.yaml')
const dockerfile = read('Dockerfile').replace(/\\\n\s*/g, '')
const install = read('offline/install.sh')

const PREFIX = '/opt/chuanyu'
const DATA = '/var/lib/chuanyu'
const PORT = listenOn('https://gateway.example', undefined).port

/** The values of a name in the unit, in order. */
const settings = (name: string): string[] =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value)
/** A JSON array after a word at the beginning of a line. */
const listAfter = (text: string, word: string): string[] => {
  const [, list = ''] = new RegExp(`^\\s*(?:- )?${word}:? (\\[.*\\])$`, 'm').exec(text) ?? []
  return JSON.parse(list)
}

/** Runs the arguments of a deployment against a folder that holds no gateway: what is refused is the folder, not the arguments. */
async function refusedFor(args: readonly string[]): Promise<string> {
  const found = findCommand(args)
  expect(found?.row.name).toBe('serve')
  const { code, stderr } = await callCommand(
    serveCommand,
    (found?.rest ?? []).map((arg) => (arg === DATA ? '/nonexistent' : arg)),
  )
  expect(code).toBe(EXIT.usage)
  return stderr
}

describe('the systemd unit', () => {
  const [program = '', ...args] = (settings('ExecStart')[0] ?? '').split(' ')

  test('starts a command that there is, with options that it knows', async () => {
    expect(program).toBe(`${PREFIX}/current/bin/chuanyu`)
    expect(existsSync(join(ROOT, 'gateway/deploy/offline/chuanyu'))).toBe(true)
    expect(await refusedFor(args)).toContain('/nonexistent')
    expect(await refusedFor([...args, '--prot', '1'])).not.toContain('/nonexistent')
  })

  test('may write the folder that it serves, and no other', () => {
    expect(args[args.indexOf('--data') + 1]).toBe(DATA)
    expect(settings('StateDirectory')).toEqual([DATA.replace('/var/lib/', '')])
    expect(settings('ProtectSystem')).toEqual(['strict'])
    expect(settings('ReadWritePaths')).toEqual([])
  })

  test('waits longer for it to stop than it takes to stop, and does not start again what is refused', () => {
    const wait = Number(settings('TimeoutStopSec')[0])
    expect(wait).toBeGreaterThan(OPERATING.announceSeconds + OPERATING.limitSeconds)
    expect(settings('RestartPreventExitStatus')).toEqual([String(EXIT.usage)])
    expect(settings('KillSignal')).toEqual(['SIGTERM'])
  })

  test('is tried again however often it has failed or was started, since a database may be away for long', () => {
    expect(settings('Restart')).toEqual(['on-failure'])
    expect(settings('StartLimitIntervalSec')).toEqual(['0'])
    expect(settings('StartLimitBurst')).toEqual([])
  })

  test('takes all rights away but those that it names', () => {
    for (const name of [
      'NoNewPrivileges',
      'ProtectHome',
      'PrivateTmp',
      'PrivateDevices',
      'RestrictNamespaces',
      'LockPersonality',
    ])
      expect(settings(name), name).toEqual(['yes'])
    expect(settings('CapabilityBoundingSet')).toEqual([''])
    expect(settings('RestrictAddressFamilies')).toEqual(['AF_INET AF_INET6'])
    expect(settings('SystemCallFilter')[0]).toBe('@system-service')
    expect(settings('MemoryDenyWriteExecute')).toEqual([])
  })
})

describe('the container', () => {
  test('starts a command that there is, with options that it knows, on the port that it exposes', async () => {
    const command = listAfter(dockerfile, 'CMD')
    expect(listAfter(dockerfile, 'ENTRYPOINT')).toEqual([`${PREFIX}/bin/chuanyu`])
    expect(await refusedFor(command)).toContain('/nonexistent')
    expect(command[command.indexOf('--port') + 1]).toBe(String(PORT))
    expect(dockerfile).toMatch(new RegExp(`^EXPOSE ${PORT}$`, 'm'))
    expect(listAfter(compose, 'command')).toEqual(command)
  })

  test('is asked for its health where it listens, at a path that there is', () => {
    const [, health = ''] = /^HEALTHCHECK [^[]*(\[.*\])$/m.exec(dockerfile) ?? []
    const check: string[] = JSON.parse(health)
    expect(check.join(' ')).toContain(`http://127.0.0.1:${PORT}/healthz`)
    expect(listAfter(compose, 'test')).toEqual(['CMD', ...check])
  })

  test('runs as nobody in particular, keeps data in a volume, and has no secret in it', () => {
    const [, user = ''] = /^USER (\S+)$/m.exec(dockerfile) ?? []
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(compose).toContain(`user: "${user}"`)
    expect(dockerfile).toContain(`-o ${user.replace(':', ' -g ')} ${DATA}`)
    expect(dockerfile).toMatch(new RegExp(`^VOLUME ${DATA}$`, 'm'))
    expect(compose).toContain(`- data:${DATA}\n`)
    expect(dockerfile).not.toMatch(/^(?:ENV|ARG) \w*(?:KEY|TOKEN|SECRET|PASSWORD)/im)
    expect(readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['*', '**/*.jwk', '**/*.sqlite*']),
    )
  })

  test('cannot write its own root, gain rights, or be reached from outside but through the proxy', () => {
    for (const line of ['read_only: true', '- ALL', '- no-new-privileges:true', `- "127.0.0.1:${PORT}:${PORT}"`])
      expect(compose, line).toContain(line)
  })

  test('is there again after the machine was started anew, and hears that it is to stop while it is still starting', () => {
    expect(compose).toMatch(/^ {4}restart: unless-stopped$/m)
    // As process 1 it has no default action for a signal that nothing takes yet.
    expect(compose).toMatch(/^ {4}init: true$/m)
    const [, grace = ''] = /^ {4}stop_grace_period: (\d+)s$/m.exec(compose) ?? []
    expect(Number(grace)).toBeGreaterThan(OPERATING.announceSeconds + OPERATING.limitSeconds)
  })

  test('is built on images pinned by version: the Node that the lock file has, and the version that this is', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(images[0]).toBe(`node:${readRuntime().version}-bookworm-slim`)
    for (const image of images) expect(image).toMatch(/:\d+\.\d+/)
    expect(compose).toContain(`image: chuanyu:${projectVersion()}\n`)
  })

  test('is kept from data and keys by a list where every builder reads it, and by no other', () => {
    // A list beside the Dockerfile is read by BuildKit alone, and hides the one at the root from it.
    expect(existsSync(join(ROOT, '.dockerignore'))).toBe(true)
    expect(existsSync(join(ROOT, 'gateway/deploy/Dockerfile.dockerignore'))).toBe(false)
  })
})

describe('the scripts', () => {
  test('have the places that the unit names, so that putting others in finds them', () => {
    expect(install).toContain(`prefix=${PREFIX} `)
    expect(install).toContain(`data=\${data:-${DATA}}`)
    for (const place of [PREFIX, DATA]) expect(unit.split(place).length, place).toBeGreaterThan(1)
    const places = [...unit.matchAll(/^\w+=[^\n]*?(\/\w[\w./-]*)/gm)].map(([, place = '']) => place)
    expect(places.filter((place) => !place.startsWith(PREFIX) && !place.startsWith(DATA))).toEqual([])
  })

  test('end by the codes of the command where they mean the same', () => {
    const codes = [...install.matchAll(/\bfail (\d)/g)].map(([, code]) => Number(code))
    expect([...new Set(codes)].sort()).toEqual([EXIT.internal, EXIT.usage, EXIT.invalid, EXIT.conflict])
  })

  test.each(['install.sh', 'uninstall.sh'])('%s says in its help every option that it takes, and no other', (name) => {
    const text = read(`offline/${name}`)
    const [, help = ''] = /<<'TEXT'\n([\s\S]*?)\nTEXT\n/.exec(text) ?? []
    const taken = [...text.matchAll(/^\s*(--[a-z-]+(?: \| -{1,2}[a-z-]+)*)\)/gm)].flatMap(([, options = '']) =>
      options.split(' | '),
    )
    const told = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option)
    expect(told.length).toBeGreaterThan(1)
    expect([...new Set(taken)].filter((option) => option !== '--help' && option !== '-h').sort()).toEqual(told.sort())
  })
})
