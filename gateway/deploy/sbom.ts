/** The software bill of materials (CycloneDX 1.5): what npm says of the packages that ship, and the runtime. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { ROOT } from './bundle.ts'
import type { Shipped } from './shipped.ts'

/** The runtime that ships: Node's version, the binary's digest, and the versions of what is compiled into it. */
export interface Runtime {
  readonly version: string
  readonly sha256: string
  readonly parts: Readonly<Record<string, string>>
}

/** What ships, of which version, as of when. */
export interface SbomOptions {
  readonly version: string
  readonly shipped: readonly Shipped[]
  readonly runtime: Runtime | null
  /** Seconds since 1970. */
  readonly epoch: number
}

type Members = Record<string, unknown>

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function listOf(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(members) : []
}

/** What npm tells of all that the lock file names. */
function npmSbom(): Members {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`)
  return members(JSON.parse(stdout))
}

function runtimeComponent({ version, sha256, parts }: Runtime): Members {
  return {
    'bom-ref': `node@${version}`,
    type: 'platform',
    name: 'node',
    version,
    purl: `pkg:generic/node@${version}`,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    licenses: [{ license: { id: 'MIT' } }],
    components: Object.entries(parts)
      .filter(([name]) => name !== 'node' && name !== 'modules' && name !== 'napi')
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, of]) => ({ 'bom-ref': `node@${version}/${name}@${of}`, type: 'library', name, version: of })),
  }
}

/** A UUID (RFC 9562, version 8) of the content, so that the same content has the same one. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** The bill as text. Throws when something ships that npm knows nothing of. */
export function sbom({ version, shipped, runtime, epoch }: SbomOptions, told: Members = npmSbom()): string {
  const all = listOf(told.components)
  const components = shipped.map(({ name, version }) => {
    const found = all.find((one) => one['bom-ref'] === `${name}@${version}`)
    if (!found) throw new Error(`${name}@${version} ships, but the lock file does not name it`)
    return { ...found, scope: 'required' }
  })
  const refs = new Set(components.map((one) => String(Reflect.get(one, 'bom-ref'))))
  const own = `chuanyu@${version}`
  const dependencies = listOf(told.dependencies)
    .filter(({ ref }) => refs.has(String(ref)))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: (Array.isArray(dependsOn) ? dependsOn : []).filter((one) => refs.has(String(one))),
    }))
  const parts = [...components, ...(runtime ? [runtimeComponent(runtime)] : [])]
  const body = {
    metadata: {
      timestamp: new Date(epoch * 1000).toISOString(),
      component: {
        'bom-ref': own,
        type: 'application',
        name: 'chuanyu',
        version,
        purl: `pkg:npm/chuanyu@${version}`,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: parts,
    dependencies: [
      { ref: own, dependsOn: [...refs, ...(runtime ? [`node@${runtime.version}`] : [])] },
      ...dependencies,
    ],
  }
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
    version: 1,
  }
  return `${JSON.stringify({ ...head, ...body }, null, 2)}\n`
}
