/** Warnings suggested for values as they are typed: asked for after a pause, and an earlier answer never shown over a later one. */
import { readData } from './desk-net.js'

/** Milliseconds without typing before they are worked out. */
const PAUSE = 250

/** What waits or is under way, by where its answer goes. @type {WeakMap<HTMLElement, { abort: () => void }>} */
const asked = new WeakMap()

/**
 * Nothing more comes to a place.
 * @param {HTMLElement} place
 */
export function forget(place) {
  asked.get(place)?.abort()
}

/**
 * Asks, and shows the answer in its place.
 * @param {HTMLElement} place
 * @param {{ id: string, row: string, values: string }} question
 * @param {'zh' | 'en'} lang
 * @param {(key: string) => string} say
 */
export async function suggestionsFor(place, { id, row, values }, lang, say) {
  forget(place)
  let over = false
  const pause = new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE)
    asked.set(place, {
      abort() {
        over = true
        clearTimeout(timer)
      },
    })
  })
  place.textContent = say('working')
  await pause
  const query = new URLSearchParams({ row, values })
  try {
    const { suggestions } = await readData(`/desk/${encodeURIComponent(id)}/suggestion?${query}`)
    if (!over) show(place, suggestions, lang)
  } catch {
    if (!over) place.textContent = say('noSuggestion')
  }
}

/**
 * @param {HTMLElement} place
 * @param {readonly { text: Readonly<Record<'zh' | 'en', string>> }[]} suggestions
 * @param {'zh' | 'en'} lang
 */
function show(place, suggestions, lang) {
  const lines = suggestions.map(({ text }) => {
    const line = document.createElement('p')
    line.textContent = text[lang]
    return line
  })
  place.replaceChildren(...lines)
}
