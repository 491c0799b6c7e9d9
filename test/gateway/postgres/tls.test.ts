/** The way to a database on another machine: encrypted, and only to the server that the certificate names. */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StoreFailed } from '../../../gateway/ports.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { describePostgres } from '../../postgres.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { startWorld } from '../cli/running.ts'

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A certificate of its own for a name, whose key the server's user can read. */
function certificate(folder: string, name: string, owner: number): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, 'server.crt'), join(folder, 'server.key')]
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  execFileSync('openssl', [...made, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  chmodSync(folder, 0o755)
  chmodSync(key, 0o600)
  if (process.getuid?.() === 0) chownSync(key, owner, owner)
  return { cert, key }
}

describePostgres('a PostgreSQL server with TLS', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-tls-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const possible = server.own && hasOpenssl()
  let cert: string
  let database: URL

  beforeAll(async () => {
    if (!possible) return
    const [place] = await server.ask('SHOW data_directory')
    const made = certificate(folder, 'localhost', statSync(String(place?.data_directory)).uid)
    cert = made.cert
    for (const setting of [`ssl_cert_file = '${made.cert}'`, `ssl_key_file = '${made.key}'`, 'ssl = on'])
      await server.ask(`ALTER SYSTEM SET ${setting}`)
    await server.stop()
    await server.start()
    database = new URL(await server.fresh('database'))
    database.hostname = 'localhost'
  }, 60_000)

  const urlWith = (parameters: Readonly<Record<string, string>>, host = 'localhost'): string => {
    const url = new URL(database)
    url.hostname = host
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    return url.href
  }

  test.skipIf(!possible)(
    'is spoken to over TLS alone, by every connection of a gateway',
    async () => {
      const url = urlWith({ sslmode: 'verify-full', sslrootcert: cert })
      const world = await startWorld({ config: { postgres: { url } } })
      try {
        const bytes = file(['朱沱', '2025-11-04 08:00', '1.9'])
        await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
        const ways = await server.ask(
          "SELECT ssl, count(*)::int AS n FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'chuanyu' GROUP BY ssl",
        )
        expect(ways).toEqual([{ ssl: true, n: expect.any(Number) }])
      } finally {
        await world.close()
      }
    },
    30_000,
  )

  test.skipIf(!possible).each([
    ['by nobody that this machine trusts', 'localhost', {}],
    ['for another name', '127.0.0.1', { sslrootcert: 'cert' }],
  ])('is not spoken to when its certificate was given %s', async (_what, host, more) => {
    const parameters = { sslmode: 'verify-full', ...('sslrootcert' in more ? { sslrootcert: cert } : {}) }
    await expect(openPostgres({ url: urlWith(parameters, host) })).rejects.toThrow(StoreFailed)
  })
})
