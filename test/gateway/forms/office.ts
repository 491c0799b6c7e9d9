/** LibreOffice without a screen, where there is one: saves files in another format, several in one run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'

const present = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** A minute and a half: the first start lays out a profile of its own. */
export const OFFICE_MS = 90_000

/** Tests that need LibreOffice. Without it they are told as skipped; in CI that is a failure. */
export function describeOffice(name: string, body: () => void): void {
  if (present) describe(name, body)
  else if (process.env.CI)
    test(name, () => {
      throw new Error('LibreOffice (soffice) is required in CI: apt-get install libreoffice-calc')
    })
  else describe.skip(`${name} (LibreOffice is absent: apt-get install libreoffice-calc)`, body)
}

/** The files as LibreOffice saves them; `format` as its option has it. */
export function savedAs(files: ReadonlyMap<string, Uint8Array>, format: string): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-office-'))
  try {
    const sources = [...files].map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const out = join(folder, 'out')
    const args = ['--headless', profile, '--convert-to', format, '--outdir', out, ...sources]
    execFileSync('soffice', args, { stdio: 'ignore', timeout: OFFICE_MS })
    const ending = format.split(':')[0]
    return new Map(
      [...files.keys()].map((name) => [name, readFileSync(join(out, name.replace(/\.[^.]+$/, `.${ending}`)))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
