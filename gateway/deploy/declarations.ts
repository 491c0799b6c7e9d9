/** Types of what a partner imports: declarations of the client and the verifier, and of what they reach. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { ENTRIES, ROOT } from './bundle.ts'
import { copyInto } from './files.ts'

const REFERENCE = /(?:from\s+|import\()["'](\.[^"']+)["']/g

/** The declaration that a relative name leads to. */
function declarationOf(from: string, name: string): string {
  return normalize(join(dirname(from), name)).replace(/\.(?:ts|js)$/, '.d.ts')
}

/** What the declarations of `roots` reach, themselves among it; `read` gives a declaration's text. */
export function reached(roots: readonly string[], read: (path: string) => string): readonly string[] {
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    for (const [, name = ''] of read(path).matchAll(REFERENCE))
      if (!name.endsWith('.json')) visit(declarationOf(path, name))
  }
  roots.forEach(visit)
  return [...found].sort()
}

/** Writes declarations into a folder, laid out as the sources are. Returns the place of each entry's. */
export function writeDeclarations(folder: string): Readonly<Record<'client' | 'verify', string>> {
  const made = mkdtempSync(join(tmpdir(), 'chuanyu-types-'))
  try {
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rewriteRelativeImportExtensions: true,
        outDir: join(made, 'out'),
        rootDir: ROOT,
        typeRoots: [join(ROOT, 'node_modules/@types')],
      },
      include: [],
      files: [join(ROOT, ENTRIES.client), join(ROOT, ENTRIES.verify)],
    }
    writeFileSync(join(made, 'tsconfig.json'), JSON.stringify(config))
    const { status, stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', made], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`tsc ended with ${status}: ${stdout}`)
    const entries = {
      client: ENTRIES.client.replace(/\.ts$/, '.d.ts'),
      verify: ENTRIES.verify.replace(/\.ts$/, '.d.ts'),
    }
    // What was a declaration already (the validators' and the browser's modules) is not written again.
    const place = (path: string): string => {
      const emitted = join(made, 'out', path)
      return existsSync(emitted) ? emitted : join(ROOT, path)
    }
    const needed = reached(Object.values(entries), (path) => readFileSync(place(path), 'utf8'))
    for (const path of needed) copyInto(place(path), join(folder, path))
    return entries
  } finally {
    rmSync(made, { recursive: true })
  }
}
