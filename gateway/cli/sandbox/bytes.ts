/** A made-up file as the bytes its side would send: the same file, the same bytes. */
import type { DayFile } from '../../../seeds/days/file.ts'
import { workbook } from '../../http/xlsx.ts'
import { encodeGb18030 } from './gb18030.ts'

/** The bytes. */
export async function bytesOf({ body }: Pick<DayFile, 'body'>): Promise<Uint8Array> {
  if ('sheet' in body) {
    const [headings = [], ...rows] = body.rows
    return workbook([{ name: body.sheet, headings: headings.map(String), rows }])
  }
  return body.encoding === 'gb18030' ? encodeGb18030(body.text) : new TextEncoder().encode(body.text)
}
