/** The public pages: pure functions from data to HTML, their two assets and their headers. */
import { FAVICON, FAVICON_PATH } from './icon.ts'
import { STYLE, STYLE_PATH } from './style.ts'

export { comparisonPage } from './comparison-page.ts'
export { errorPage, errorsPage, notFoundPage } from './error-pages.ts'
export { PAGE_HEADERS } from './headers.ts'
export { homePage, STALE_DAYS } from './home-page.ts'
export { type Html, type Lang, langOf, type PageOptions } from './lang.ts'
export { releasesPage } from './release-list.ts'
export { releasePage } from './release-page.ts'
export type {
  ComparisonView,
  ErrorsView,
  ErrorView,
  HomeView,
  ReleaseItem,
  ReleasesView,
  ReleaseView,
  SignatureView,
} from './view.ts'

/** The static files of the pages by path. Their names change with their content, so they may be kept for ever. */
export const PORTAL_ASSETS: ReadonlyMap<string, { readonly type: string; readonly body: string }> = new Map([
  [STYLE_PATH, { type: 'text/css; charset=utf-8', body: STYLE }],
  [FAVICON_PATH, { type: 'image/svg+xml', body: FAVICON }],
])
/** `cache-control` of the assets. */
export const ASSET_CACHE = 'public, max-age=31536000, immutable'
