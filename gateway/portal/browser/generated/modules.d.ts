/** Generated from gateway/portal/browser/*.js by gateway/portal/browser/build.ts; do not edit. */

/** The browser's modules by name. */
export declare const MODULES: Readonly<Record<'canonical' | 'check-page' | 'desk-acts' | 'desk-attach' | 'desk-buttons' | 'desk-clock' | 'desk-context' | 'desk-draft' | 'desk-drafts' | 'desk-edit' | 'desk-forecast' | 'desk-list' | 'desk-live' | 'desk-matrix' | 'desk-merge' | 'desk-net' | 'desk-page' | 'desk-panel' | 'desk-patch' | 'desk-suggest' | 'desk-what-if' | 'file-check' | 'file-facts' | 'jws-text' | 'kept-place' | 'key-error' | 'key-storage' | 'keys' | 'new-page' | 'sandbox-page' | 'session' | 'sha256' | 'sign-elsewhere' | 'sign-in-page' | 'step', string>>
