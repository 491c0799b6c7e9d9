/** A schema that stands alone → components of the document: what its `$defs` hold becomes components too, since generators look nowhere else (OpenAPI 3.1 §4.8.24). */
import type { Schema } from './types.ts'

const OWN = '#/$defs/'

function pointed(value: unknown, to: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => pointed(one, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) =>
      name === '$ref' && typeof member === 'string' && member.startsWith(OWN)
        ? [name, `#/components/schemas/${to(member.slice(OWN.length))}`]
        : [name, pointed(member, to)],
    ),
  )
}

/** The components that `schema` makes under `name`: itself, and `name.part` for each of its `$defs`. Its `$id` goes, or every reference would be to it. */
export function liftSchema(name: string, schema: Schema): Readonly<Record<string, Schema>> {
  const { $id: _id, $schema: _dialect, $defs = {}, ...rest } = schema
  const within = (part: string): string => `${name}.${part}`
  const parts = typeof $defs === 'object' && $defs !== null ? Object.entries($defs) : []
  return Object.fromEntries(
    [[name, rest] as const, ...parts.map(([part, one]) => [within(part), one] as const)].map(([key, one]) => [
      key,
      Object.fromEntries(Object.entries(Object(pointed(one, within)))),
    ]),
  )
}
