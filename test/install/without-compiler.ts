/**
 * Installs and starts a clean checkout as a machine would that has no compiler, no Python, no make, and no network beyond its package
 * registry: `npm ci` must succeed, and `npm start` must come to an open sandbox whose release can be verified, on Node's own SQLite.
 * Run by .ci/run; ends non-zero with the reason.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { freePort } from '../free-port.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** How long the whole may take, and what a stopping sandbox is given, ms. */
const LIMIT = 180_000
const STOPPING = 30_000

/** All the programs the machine has; none of them compiles anything. */
const PROGRAMS = ['node', 'npm', 'npx', 'sh'] as const

/** Where sqlite3 looks for its compiled part: nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9'

/** Of this machine's environment, what leads to its registry. */
const ROUTES = ['https_proxy', 'http_proxy', 'no_proxy', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS']

const began = performance.now()
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`
const say = (text: string): void => console.log(`  ${seconds().padStart(5)}  ${text}`)

/** A program of this machine, not one that npm has put before it. */
function machines(program: string): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program)
    if (folder.includes('node_modules') || !existsSync(path)) continue
    accessSync(path, constants.X_OK)
    return realpathSync(path)
  }
  throw new Error(`this machine has no ${program}`)
}

function setting(name: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('npm_')))
  return execFileSync(machines('npm'), ['config', 'get', name], { cwd: ROOT, env, encoding: 'utf8' }).trim()
}

/** The sources as they would be committed. */
function checkout(to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  for (const path of new Set(listed.toString('utf8').split('\0'))) {
    if (path === '' || !existsSync(join(ROOT, path))) continue
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(ROOT, path), join(to, path))
  }
}

function machineOf(folder: string): NodeJS.ProcessEnv {
  const [bin, home] = [join(folder, 'bin'), join(folder, 'home')]
  for (const made of [bin, home]) mkdirSync(made)
  for (const program of PROGRAMS) symlinkSync(machines(program), join(bin, program))
  const cafile = setting('cafile')
  return {
    PATH: bin,
    HOME: home,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    ...Object.fromEntries(ROUTES.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    npm_config_registry: setting('registry'),
    ...(cafile === '' || cafile === 'null' ? {} : { npm_config_cafile: cafile }),
    npm_config_globalconfig: join(home, 'none'),
    npm_config_update_notifier: 'false',
    npm_config_sqlite3_binary_host: NOWHERE,
  }
}

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  said(): string
}

const running = new Set<ChildProcess>()

function start(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Started {
  // A process group of its own, so that it can be stopped as Ctrl+C does it.
  const child = spawn(join(String(env.PATH), command), args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return typeof code === 'number' ? code : null
  })
  return { child, ended, said: () => Buffer.concat(said).toString('utf8') }
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // It is gone already.
  }
}

function must(holds: boolean, what: string, said = ''): void {
  if (!holds) throw new Error(said === '' ? what : `${what}\n${said.slice(-4000)}`)
  say(what)
}

async function until(holds: () => boolean, { child, said }: Started): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null) throw new Error(`npm start ended (${child.exitCode})\n${said().slice(-4000)}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function prove(folder: string): Promise<void> {
  const app = join(folder, 'app')
  checkout(app)
  const env = machineOf(folder)
  for (const program of ['cc', 'gcc', 'g++', 'clang', 'make', 'python', 'python3'])
    must(!existsSync(join(String(env.PATH), program)), `the machine has no ${program}`)

  const install = start('npm', ['ci', '--no-audit', '--no-fund'], app, env)
  must((await install.ended) === 0, 'npm ci succeeds', install.said())
  must(!existsSync(join(app, 'node_modules/sqlite3')), 'sqlite3 could not be built, and is not there')

  const [port, data] = [await freePort(), join(folder, 'data')]
  const sandbox = start('npm', ['start'], app, { ...env, PORT: String(port), CHUANYU_DATA: data })
  await until(() => sandbox.said().includes('Ctrl+C to stop'), sandbox)
  must(!sandbox.said().includes('Installing dependencies'), 'npm start installs nothing again', sandbox.said())
  must(!/ExperimentalWarning/.test(sandbox.said()), 'and warns of nothing experimental', sandbox.said())
  must(
    sandbox.said().includes('store driver node:sqlite: sqlite3 cannot be loaded'),
    'but says why it is without sqlite3',
  )
  const origin = `http://127.0.0.1:${port}`
  const ready = await (await fetch(`${origin}/readyz`)).text()
  must(ready.includes('"store":{"driver":"node:sqlite"}'), 'the sandbox is open on node:sqlite', ready)

  const id = /\/releases\/(\S+)/.exec(sandbox.said())?.[1] ?? ''
  const bundle = await (await fetch(`${origin}/v1/releases/${id}/proof`)).text()
  const verify = async (name: string, text: string): Promise<[number | null, string]> => {
    writeFileSync(join(folder, name), text)
    const args = ['chuanyu', 'verify', join(folder, name), '--trust', join(data, 'trust.json')]
    const verified = start('npx', args, app, env)
    return [await verified.ended, verified.said()]
  }
  const [whole, told] = await verify('whole.json', bundle)
  must(whole === 0, `release ${id} verifies offline`, told)
  const other = bundle.replace('1.0.0', '1.0.1')
  must(
    other !== bundle && (await verify('changed.json', other))[0] === 4,
    'and does not once a version in it is changed',
  )

  kill(sandbox.child, 'SIGINT')
  const late = new Promise<'late'>((done) => setTimeout(() => done('late'), STOPPING).unref())
  const end = await Promise.race([sandbox.ended, late])
  must(end !== 'late' && sandbox.said().includes('stopping'), 'the sandbox stops', sandbox.said())
}

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-install-'))
const limit = new Promise<never>((_, reject) => {
  setTimeout(() => reject(new Error(`not done within ${LIMIT} ms`)), LIMIT).unref()
})
try {
  await Promise.race([prove(folder), limit])
  console.log(`installs without a compiler: ${seconds()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  for (const child of running) kill(child, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
