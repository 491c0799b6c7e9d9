/** The command, its threads and the client library as plain JavaScript: Node strips no types under node_modules, and a target without a network has no installer. */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** What is started or imported by name; all lie in one folder, so that a thread is found beside whoever starts it. */
export const ENTRIES = {
  chuanyu: 'gateway/cli/chuanyu.ts',
  client: 'gateway/client/client.ts',
  thread: 'gateway/threads/thread.ts',
  verify: 'gateway/client/verify/index.ts',
  'writer-thread': 'gateway/threads/writer-thread.ts',
} as const

/** What is never bundled: native, and optional, since Node has SQLite of its own. */
export const EXTERNAL = ['sqlite3'] as const

/** What a bundle was made of. */
export interface Bundled {
  /** Below the out folder. */
  readonly files: readonly string[]
  /** Folders of the packages whose code is in it, below the project. */
  readonly packages: readonly string[]
}

const THREAD = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g
/** The one file that looks for its place finds it at any depth. */
const PLACED = /gateway\/cli\/project\.ts$/

/**
 * Makes a file's own address right where it lies bundled: threads are named by their new ending.
 * Throws when a file uses its address in a way that would not hold there.
 */
export function rewriteAddresses(path: string, source: string): string {
  const known: readonly string[] = Object.keys(ENTRIES)
  const rewritten = source.replace(THREAD, (whole, name: string) => {
    if (!known.includes(name)) throw new Error(`${path}: expected ${name}.ts among the bundle's entries`)
    return whole.replace('.ts', '.js')
  })
  if (!PLACED.test(path) && rewritten.replace(/new URL\('[^']+\.js', import\.meta\.url\)/g, '').includes('import.meta'))
    throw new Error(`${path}: expected no use of import.meta but to start a thread`)
  return rewritten
}

function own(version: string): Plugin {
  return {
    name: 'own',
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path.includes('node_modules')
          ? undefined
          : { contents: rewriteAddresses(path, readFileSync(path, 'utf8')), loader: 'ts' },
      )
      builder.onLoad({ filter: /\/package\.json$/ }, ({ path }) =>
        dirname(path) === ROOT ? { contents: JSON.stringify({ version }), loader: 'json' } : undefined,
      )
    },
  }
}

function packageOf(input: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
}

/** Bundles all entries into a folder. The same sources give the same bytes. */
export async function bundle(outdir: string, { version }: { readonly version: string }): Promise<Bundled> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { ...ENTRIES },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    chunkNames: '[name]-[hash]',
    charset: 'utf8',
    external: [...EXTERNAL],
    // Error classes and functions keep the names that logs show.
    keepNames: true,
    // Packages in CommonJS ask for Node's modules by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [own(version)],
    metafile: true,
    logLevel: 'warning',
  })
  const packages = Object.keys(metafile.inputs).map(packageOf)
  return {
    files: Object.keys(metafile.outputs)
      .map((path) => resolve(ROOT, path).slice(join(outdir, '/').length))
      .sort(),
    packages: [...new Set(packages.filter((path) => path !== undefined))].sort(),
  }
}
