/** Starting the sandbox as `npm start` does: what it says, what it keeps, and what it refuses. */
import { exec } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateKey } from '../../gateway/identity/jwk.ts'
import { initialise } from '../../gateway/node.ts'
import { freePort } from '../free-port.ts'
import { newFolder, PROJECT, refusedSandbox, type Sandbox, standInFor, startSandbox } from './sandbox.ts'

const MINUTE = 60_000
/** A first start plays thirty days, beside whatever else the machine does. */
const FIRST = 4 * MINUTE
/** The bulletin of the sample files' own week. */
const SAMPLES = 'weekly-water-2026-11-09'

const README = readFileSync(join(PROJECT, 'README.md'), 'utf8')

const folder = newFolder()
const data = join(folder.path, 'data')
let stood: string

beforeAll(async () => {
  stood = join(folder.path, 'project')
  mkdirSync(stood)
  await standInFor(stood)
})

afterAll(() => folder.remove())

async function text(url: string): Promise<string> {
  const answer = await fetch(url)
  expect(answer.status, url).toBe(200)
  return answer.text()
}

/** The release that the sandbox printed the address of. */
function releaseIn({ said, origin }: Sandbox): string {
  const [, address = ''] = /发布 release\s+(\S+)\n/.exec(said) ?? []
  expect(address.startsWith(`${origin}/releases/`), said).toBe(true)
  return address.slice(`${origin}/releases/`.length)
}

/** The command line that the sandbox printed for verifying. */
function verifyLine({ said }: Sandbox): string {
  const line = /核验 verify\s+(.+)\n/.exec(said)?.[1]
  if (line === undefined) throw new TypeError(`no verify line in: ${said}`)
  return line
}

/** Runs a line in a shell, as a person would after copying it. */
async function shell(line: string): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await promisify(exec)(line, { cwd: stood })
    return { code: 0, stdout }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error) {
      return { code: Number(error.code), stdout: String(error.stdout) }
    }
    throw error
  }
}

describe('one data folder, started over and over', () => {
  let first: { id: string; checkpoint: string; payload: string }

  test(
    'the first start shows every step done, the address and the verify line, and serves the release',
    async () => {
      const port = await freePort()
      const sandbox = await startSandbox({ cwd: stood, args: ['--data', data, '--port', String(port)] })
      try {
        expect(sandbox.origin).toBe(`http://127.0.0.1:${port}`)
        const steps = sandbox.said.split('\n').filter((line) => line.startsWith('  ✓ '))
        expect(steps.length).toBeGreaterThanOrEqual(13)
        expect(sandbox.said).not.toMatch(/✗|undefined|Error|\[object|跳过/)
        for (const word of ['登记', '契约生效', '报送', '会商', '双方签齐，已发布', '未达成一致', '更正', '等您处理']) {
          expect(
            steps.some((step) => step.includes(word)),
            word,
          ).toBe(true)
        }
        for (const step of steps.filter((one) => one.includes('报送'))) {
          const [, rows, ...parts] = /：(\d+) 行 = 接收 (\d+) \+ 拒收 (\d+) \+ 重复 (\d+)/.exec(step) ?? []
          expect(
            parts.map(Number).reduce((sum, part) => sum + part, 0),
            step,
          ).toBe(Number(rows))
        }
        const id = releaseIn(sandbox)
        // Those of the forecasts, of water, the outlook and the list of ratings.
        const listed = await text(`${sandbox.origin}/v1/releases`)
        for (const one of [id, SAMPLES, 'daily-air-', 'weekly-outlook-', 'credit-list-']) expect(listed).toContain(one)
        expect(listed).not.toContain('"id":"warning-')
        first = {
          id,
          checkpoint: await text(`${sandbox.origin}/v1/ledger/checkpoint`),
          payload: await text(`${sandbox.origin}/v1/releases/${id}.json`),
        }
      } finally {
        expect(await sandbox.stop()).toBe(0)
      }
    },
    FIRST,
  )

  test(
    'the second start does nothing new and serves the same release, on the port that PORT names',
    async () => {
      const port = await freePort()
      const sandbox = await startSandbox({ cwd: stood, env: { CHUANYU_DATA: data, PORT: String(port) } })
      try {
        expect(sandbox.origin).toBe(`http://127.0.0.1:${port}`)
        expect(sandbox.said).toContain('沿用已有数据')
        expect(sandbox.said).not.toContain('✓')
        expect(await text(`${sandbox.origin}/v1/ledger/checkpoint`)).toBe(first.checkpoint)
        expect(await text(`${sandbox.origin}/v1/releases/${first.id}.json`)).toBe(first.payload)
      } finally {
        expect(await sandbox.stop()).toBe(0)
      }
    },
    MINUTE,
  )

  test(
    'the verify line does what it says when it is run as printed, and not without the trust file',
    async () => {
      const sandbox = await startSandbox({ cwd: stood, args: ['--data', data, '--port', String(await freePort())] })
      try {
        const line = verifyLine(sandbox)
        const { code, stdout } = await shell(line)
        expect(code, stdout).toBe(0)
        expect(stdout).toContain('✓')
        expect(existsSync(join(stood, `${first.id}.bundle.json`))).toBe(true)
        expect((await shell(line.replace(/ --trust .*/, ''))).code).toBe(4)
      } finally {
        expect(await sandbox.stop()).toBe(0)
      }
    },
    MINUTE,
  )

  test(
    'the ten minutes of the README lead from nothing to a receipt, line by line as they are written there',
    async () => {
      const port = await freePort()
      const sandbox = await startSandbox({ cwd: stood, args: ['--data', data, '--port', String(port)] })
      try {
        const [, block = ''] = /## Ten minutes[\s\S]*?```sh\n([\s\S]*?)```/.exec(README) ?? []
        const lines = block
          .replaceAll('\\\n', ' ')
          .split('\n')
          .filter((line) => line !== '')
        expect(lines).toHaveLength(6)
        for (const line of lines) {
          const own = line
            .replaceAll('http://127.0.0.1:8787', sandbox.origin)
            .replace('data/sandbox', `${data}/sandbox`)
          const { code, stdout } = await shell(own)
          expect({ line, code, stdout: code === 0 ? '' : stdout }).toEqual({ line, code: 0, stdout: '' })
        }
        const { receipt } = JSON.parse(readFileSync(join(stood, 'receipt.json'), 'utf8'))
        expect(receipt.header).toMatchObject({ agency: 'cq-newcomer', rows: 1, accepted: { count: 1 } })
      } finally {
        expect(await sandbox.stop()).toBe(0)
      }
    },
    2 * MINUTE,
  )

  test(
    'a folder whose name has a space is printed so that it can be typed',
    async () => {
      const spaced = join(folder.path, 'my data')
      const sandbox = await startSandbox({ cwd: stood, args: ['--data', spaced, '--port', String(await freePort())] })
      try {
        expect(verifyLine(sandbox)).toContain(`--trust '${spaced}/trust.json'`)
        expect((await shell(verifyLine(sandbox))).code).toBe(0)
      } finally {
        expect(await sandbox.stop()).toBe(0)
      }
    },
    FIRST,
  )
})

describe('what cannot be', () => {
  test(
    'a port in use is said so, in both languages, with what to do, and the command ends with 2',
    async () => {
      const taken = createServer()
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
      const address = taken.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      try {
        const { code, said } = await refusedSandbox({ args: ['--data', data], env: { PORT: String(port) } })
        expect(code).toBe(2)
        expect(said).toContain(`端口 port 127.0.0.1:${port} 已被占用 · is in use`)
        expect(said).toContain('--port')
        expect(said).not.toMatch(/EADDRINUSE|\bat .*\.ts/)
      } finally {
        await new Promise((resolve) => taken.close(resolve))
      }
    },
    MINUTE,
  )

  test(
    'the folder of a gateway that is no sandbox is refused and left as it was',
    async () => {
      const real = join(folder.path, 'real')
      const [cq, sc] = [generateKey('ed25519').publicJwk, generateKey('ed25519').publicJwk]
      const contact = 'mailto:security@gateway.test'
      initialise(real, {
        origin: 'https://gateway.test',
        log: 'gateway.test/log',
        sandbox: false,
        contact,
        roots: { cq, sc },
      })
      const before = readdirSync(real).sort()
      const { code, said } = await refusedSandbox({ args: ['--data', real, '--port', String(await freePort())] })
      expect(code).toBe(2)
      expect(said).toContain('不是沙箱')
      expect(said).toContain('no sandbox')
      expect(readdirSync(real).sort()).toEqual(before)
    },
    MINUTE,
  )

  test(
    'a configuration that cannot be read is named',
    async () => {
      const broken = join(folder.path, 'broken')
      mkdirSync(broken)
      writeFileSync(join(broken, 'gateway.json'), '{"sandbox":true}')
      const { code, said } = await refusedSandbox({ args: ['--data', broken, '--port', String(await freePort())] })
      expect(code).not.toBe(0)
      expect(said).toContain('gateway.json')
      expect(readFileSync(join(broken, 'gateway.json'), 'utf8')).toBe('{"sandbox":true}')
    },
    MINUTE,
  )

  test(
    'a port that is no port is refused',
    async () => {
      const { code, said } = await refusedSandbox({ args: ['--data', data], env: { PORT: 'http' } })
      expect(code).toBe(2)
      expect(said).toContain('0–65535')
    },
    MINUTE,
  )
})
