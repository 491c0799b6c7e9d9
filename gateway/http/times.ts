/** Instants as downloads print them: in UTC, and in the civil time of Asia/Shanghai. */
import { formatInstant } from '../../adapters/tables/time.ts'

/** `2026-11-23T03:20:41Z`. */
export function utcInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** `2026-11-23T11:20:41+08:00`. */
export function localInstant(ms: number): string {
  return formatInstant(ms)
}

/** Both, UTC first. */
export function bothInstants(ms: number): string {
  return `${utcInstant(ms)} / ${localInstant(ms)}`
}
