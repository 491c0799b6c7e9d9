/** The part of Cloudflare's D1 binding that the driver uses. */

/** What a statement may be given. */
export type D1Value = string | number | null

/** A prepared statement; `bind` gives another with its parameters. */
export interface D1Statement {
  bind(...values: readonly D1Value[]): D1Statement
  all(): Promise<D1Result>
}

/** The rows of one statement; a blob comes as an array of its bytes. */
export interface D1Result {
  readonly results: readonly Readonly<Record<string, unknown>>[]
}

/** A D1 database. `batch` runs its statements one after another in one transaction: all of them or none. */
export interface D1Binding {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<readonly D1Result[]>
}
