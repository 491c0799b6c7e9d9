/** `npm run pack:offline`: one archive that installs on Linux without a network, a compiler, or anything but sh, tar, gzip and coreutils. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectVersion, sourceEpoch, writeApp } from './app-folder.ts'
import { ROOT } from './bundle.ts'
import { archive, copyInto, filesBelow, seal } from './files.ts'
import { NODE, readRuntime, runtimeLicence } from './runtime.ts'
import { nativeSqlite } from './shipped.ts'

const DEPLOY = join(ROOT, 'gateway/deploy')
const PROGRAMS = [
  'bin/chuanyu',
  'bin/node',
  'install.sh',
  'uninstall.sh',
  'node_modules/sqlite3/build/Release/node_sqlite3.node',
]

/** What an archive is made of. */
export interface OfflineOptions {
  readonly out: string
  readonly version: string
  readonly epoch: number
  /** Of compression, 1 to 9. */
  readonly level: number
}

/** Writes the archive, its digest and its bill of materials; tells their place and sizes. */
export async function packOffline({ out, version, epoch, level }: OfflineOptions): Promise<{
  readonly file: string
  readonly bytes: number
  readonly files: number
}> {
  if (process.platform !== 'linux')
    throw new Error('expected to be run on Linux, since it packs the runtime it runs on')
  const name = `chuanyu-${version}-linux-${process.arch}`
  const stage = mkdtempSync(join(tmpdir(), 'chuanyu-offline-'))
  const folder = join(stage, name)
  try {
    const runtime = readRuntime()
    const copied = nativeSqlite()
    await writeApp(folder, { version, epoch, runtime, copied, licences: [runtimeLicence(runtime)] })
    copyInto(join(ROOT, NODE), join(folder, 'bin/node'))
    copyInto(join(DEPLOY, 'offline/chuanyu'), join(folder, 'bin/chuanyu'))
    for (const script of ['install.sh', 'uninstall.sh', 'README.txt'])
      copyInto(join(DEPLOY, 'offline', script), join(folder, script))
    copyInto(join(DEPLOY, 'chuanyu.service'), join(folder, 'systemd/chuanyu.service'))
    writeFileSync(join(folder, 'VERSION'), `${version} linux ${process.arch}\n`)
    writeFileSync(
      join(folder, 'package.json'),
      `${JSON.stringify({ name: 'chuanyu', version, private: true, type: 'module' }, null, 2)}\n`,
    )
    seal(folder, PROGRAMS)
    mkdirSync(out, { recursive: true })
    const file = join(out, `${name}.tar.gz`)
    const bytes = archive(folder, file, { epoch, level })
    copyInto(join(folder, 'sbom.cdx.json'), join(out, `${name}.cdx.json`))
    return { file, bytes, files: filesBelow(folder).length }
  } finally {
    rmSync(stage, { recursive: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(ROOT, 'dist') },
      version: { type: 'string', default: projectVersion() },
      level: { type: 'string', default: '6' },
    },
  })
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(values.version)) throw new TypeError(`--version: got ${values.version}`)
  if (!/^[1-9]$/.test(values.level)) throw new TypeError(`--level: expected 1 to 9, got ${values.level}`)
  const made = await packOffline({
    out: resolve(values.out),
    version: values.version,
    epoch: sourceEpoch(),
    level: Number(values.level),
  })
  process.stdout.write(`${JSON.stringify(made)}\n`)
}
