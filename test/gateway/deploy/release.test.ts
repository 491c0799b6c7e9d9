/** The package for npm: what its package.json promises, and which declarations go along. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectPackage } from '../../../gateway/deploy/app-folder.ts'
import { ENTRIES, EXTERNAL, ROOT } from '../../../gateway/deploy/bundle.ts'
import { reached } from '../../../gateway/deploy/declarations.ts'
import { releasePackage } from '../../../gateway/deploy/pack-release.ts'

const types = { client: 'gateway/client/client.d.ts', verify: 'gateway/client/verify/index.d.ts' }

describe('package.json', () => {
  const made = releasePackage('1.2.3', types)

  test('names the bundled command, and the client and the verifier with their types', () => {
    expect(made).toMatchObject({
      name: 'chuanyu',
      version: '1.2.3',
      type: 'module',
      bin: { chuanyu: 'lib/chuanyu.js' },
      exports: {
        './client': { types: './types/gateway/client/client.d.ts', default: './lib/client.js' },
        './verify': { types: './types/gateway/client/verify/index.d.ts', default: './lib/verify.js' },
      },
    })
    expect(Object.keys(ENTRIES)).toEqual(expect.arrayContaining(['chuanyu', 'client', 'verify']))
  })

  test('asks for nothing but what is never bundled, and that only where it can be had', () => {
    expect(made).not.toHaveProperty('dependencies')
    expect(made).not.toHaveProperty('devDependencies')
    expect(made).not.toHaveProperty('scripts')
    expect(Object.keys(Object(made.optionalDependencies))).toEqual([...EXTERNAL])
  })

  test('can be published and asks for the Node that the project asks for', () => {
    expect(made).not.toHaveProperty('private')
    expect(made.engines).toEqual(projectPackage().get('engines'))
  })
})

describe('declarations', () => {
  const files: Record<string, string> = {
    'a/one.d.ts': 'import type { Two } from \'./two.js\';\nexport type { Three } from "../b/three.ts";\n',
    'a/two.d.ts': "export type Two = import('./four.js').Four;\nimport data from './data.json';\n",
    'b/three.d.ts': "import type { KeyObject } from 'node:crypto';\nimport { One } from '../a/one.js';\n",
    'a/four.d.ts': 'export type Four = 4;\n',
  }
  const read = (path: string): string => {
    const text = files[path]
    if (text === undefined) throw new Error(`no ${path}`)
    return text
  }

  test('go along when an entry reaches them, however far, and in circles too', () => {
    expect(reached(['a/one.d.ts'], read)).toEqual(['a/four.d.ts', 'a/one.d.ts', 'a/two.d.ts', 'b/three.d.ts'])
    expect(reached(['a/four.d.ts'], read)).toEqual(['a/four.d.ts'])
  })

  test('that are missing are said so', () => {
    expect(() => reached(['a/five.d.ts'], read)).toThrow('a/five.d.ts')
  })
})

test('the client exports what a partner begins with: a key, a client, its errors', () => {
  const source = readFileSync(join(ROOT, ENTRIES.client), 'utf8')
  for (const name of ['createClient', 'importPrivateJwk', 'ClientError'])
    expect(source, name).toMatch(new RegExp(`export .*\\b${name}\\b`))
})
