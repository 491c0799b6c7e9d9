/** `npm run pack:release`: the package for npm, its command and client bundled to JavaScript, its types beside them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectPackage, projectVersion, sourceEpoch, writeApp } from './app-folder.ts'
import { EXTERNAL, ROOT } from './bundle.ts'
import { writeDeclarations } from './declarations.ts'
import { copyInto, sha256 } from './files.ts'

/** The package.json of what is published: nothing to install but, where it can be had, the native SQLite. */
export function releasePackage(
  version: string,
  types: Readonly<Record<'client' | 'verify', string>>,
  project: ReadonlyMap<string, unknown> = projectPackage(),
): Readonly<Record<string, unknown>> {
  const optional = project.get('optionalDependencies')
  const ranges = typeof optional === 'object' && optional !== null ? Object.entries(optional) : []
  const entry = (name: 'client' | 'verify') => ({ types: `./types/${types[name]}`, default: `./lib/${name}.js` })
  return {
    name: project.get('name'),
    version,
    description: project.get('description'),
    license: project.get('license'),
    type: 'module',
    engines: project.get('engines'),
    bin: { chuanyu: 'lib/chuanyu.js' },
    exports: { './client': entry('client'), './verify': entry('verify'), './package.json': './package.json' },
    files: ['lib', 'types', 'seeds', 'docs', 'sbom.cdx.json', 'THIRD-PARTY-LICENSES.txt'],
    optionalDependencies: Object.fromEntries(ranges.filter(([name]) => EXTERNAL.some((one) => one === name))),
  }
}

/** Writes the package's archive and its digest; tells its place and size. */
export async function packRelease({ out, version }: { readonly out: string; readonly version: string }): Promise<{
  readonly file: string
  readonly bytes: number
}> {
  const stage = mkdtempSync(join(tmpdir(), 'chuanyu-release-'))
  try {
    await writeApp(stage, { version, epoch: sourceEpoch(), runtime: null, copied: [] })
    const types = writeDeclarations(join(stage, 'types'))
    copyInto(join(ROOT, 'README.md'), join(stage, 'README.md'))
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(releasePackage(version, types), null, 2)}\n`)
    mkdirSync(out, { recursive: true })
    // npm gives every file one time, so that the same files make the same archive.
    const { status, stderr } = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
      cwd: stage,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`npm pack ended with ${status}: ${stderr}`)
    const name = `chuanyu-${version}.tgz`
    const file = join(out, name)
    writeFileSync(`${file}.sha256`, `${sha256(file)}  ${name}\n`)
    return { file, bytes: statSync(file).size }
  } finally {
    rmSync(stage, { recursive: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(ROOT, 'dist') },
      version: { type: 'string', default: projectVersion() },
    },
  })
  process.stdout.write(`${JSON.stringify(await packRelease({ out: resolve(values.out), version: values.version }))}\n`)
}
