/** The forms a release is taken away in, beside its JSON and its signed original. */
import { XLSX } from '../../http/xlsx.ts'
import { releaseCsv } from './csv.ts'
import type { Download } from './download.ts'
import { releaseGeoJson } from './geojson.ts'
import { releasePaste } from './paste.ts'
import { releaseXlsx } from './xlsx.ts'

export { type Download, downloadOf } from './download.ts'

/** One form: its media type, and how it is printed. */
export interface DownloadForm {
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
  /** Null for a release that has no such form. */
  print(download: Download): string | null | Promise<string | Uint8Array>
}

/** The forms by their extension. */
export const DOWNLOAD_FORMS: Readonly<Record<'csv' | 'geojson' | 'html' | 'xlsx', DownloadForm>> = {
  csv: { contentType: 'text/csv; charset=utf-8', print: releaseCsv },
  geojson: { contentType: 'application/geo+json; charset=utf-8', print: releaseGeoJson },
  html: {
    contentType: 'text/html; charset=utf-8',
    // It is saved, not shown; a browser that shows it all the same must not take it for a page of ours.
    headers: { 'content-security-policy': "default-src 'none'; sandbox" },
    print: releasePaste,
  },
  xlsx: { contentType: XLSX, print: releaseXlsx },
}
