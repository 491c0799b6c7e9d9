/** Installs what is missing before `npm start` and `npm test`; plain JavaScript, since it runs on whatever Node the machine has. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The packages of a lock file by their paths. */
function packagesOf(name) {
  return JSON.parse(readFileSync(root + name, 'utf8')).packages
}

/**
 * Whether every package that is wanted is there as the lock file has it. An optional one may be missing: npm leaves it out where it is for
 * another machine, or cannot be built on this one.
 */
function isInstalled() {
  // npm writes down what it has installed once all of it is done.
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      optional ||
      (there[path]?.version === version &&
        there[path].integrity === integrity &&
        existsSync(`${root}${path}/package.json`)),
  )
}

if (!isInstalled()) {
  process.stderr.write('首次安装依赖，约一两分钟… · Installing dependencies, a minute or two…\n')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
