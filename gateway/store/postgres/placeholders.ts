/** Parameters as PostgreSQL counts them: `?` by its order and `?3` by its number become `$n`. Nothing else of a statement is touched. */

const PLACEHOLDER = /'(?:[^']|'')*'|\?(\d*)/g

/** The statement with its placeholders numbered; what stands in quotes stays. */
export function numbered(sql: string): string {
  let last = 0
  return sql.replace(PLACEHOLDER, (found, number: string | undefined) => {
    if (number === undefined) return found
    last = number === '' ? last + 1 : Number(number)
    return `$${last}`
  })
}
