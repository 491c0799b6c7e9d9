/** The addresses below a consultation's own page. */
import { href, type Lang } from '../../lang.ts'

const segments = (id: string): string => id.split('/').map(encodeURIComponent).join('/')

/** A consultation's page, with a query where there is one. */
export function deskLink(id: string, lang: Lang, query = ''): string {
  return href(`/desk/${encodeURIComponent(id)}`, lang, query)
}

/** A cell's page, as a link from the consultation's own. */
export function cellLink(id: string, cell: string, lang: Lang): string {
  return `${encodeURIComponent(id)}/cells/${segments(cell)}${lang === 'en' ? '?lang=en' : ''}`
}

/** The evidence for a row, as a link from the consultation's own page. */
export function rowLink(id: string, row: string, lang: Lang): string {
  return `${encodeURIComponent(id)}/rows/${segments(row)}${lang === 'en' ? '?lang=en' : ''}`
}

/** An address below a consultation, from anywhere. */
export function below(id: string, path: string, lang: Lang): string {
  return href(`/desk/${encodeURIComponent(id)}/${path.split('/').map(encodeURIComponent).join('/')}`, lang)
}
