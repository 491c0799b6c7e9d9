/** A record's text by who may see it: what the public group and the joint group of a commitment cover. */
import type { Audience } from './types.ts'

/** The text of a record, whole and by audience group; its members must already be in JCS order. */
export function splitAudience(
  record: object,
  audience: Readonly<Record<string, Audience>>,
): { body: string; publicPart: string; jointPart: string } {
  const body: string[] = []
  const publicPart: string[] = []
  const jointPart: string[] = []
  for (const [member, value] of Object.entries(record)) {
    const text = `"${member}":${JSON.stringify(value)}`
    body.push(text)
    if (audience[member] === 'public') publicPart.push(text)
    else jointPart.push(text)
  }
  return { body: `{${body.join()}}`, publicPart: `{${publicPart.join()}}`, jointPart: `{${jointPart.join()}}` }
}
