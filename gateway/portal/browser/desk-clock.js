/** Keeps the countdowns of the desk's pages counting, by the gateway's clock as the page, or what was read since, last told it. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'

/**
 * How long there is to a deadline, or since; the same words as the page's own.
 * @param {number} ms
 * @param {'zh' | 'en'} language
 * @returns {string}
 */
export function timeLeft(ms, language) {
  const minutes = Math.floor(Math.abs(ms) / MINUTE)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const [day, hour, minute] = language === 'zh' ? ['天', '小时', '分'] : ['d', 'h', 'min']
  const parts = [days > 0 && `${days} ${day}`, hours > 0 && `${hours} ${hour}`, days === 0 && `${rest} ${minute}`]
  const text = parts.filter((part) => part !== false).join(' ')
  if (ms < 0) return language === 'zh' ? `已过 ${text}` : `${text} ago`
  return language === 'zh' ? `剩 ${text}` : `${text} left`
}

/** What the gateway's clock said, and both of this machine's then. */
let told = { now: nowOf(document), steady: performance.now(), wall: Date.now() }

/** @param {Document} page */
function nowOf(page) {
  return Number(page.getElementById('desk')?.dataset.now ?? Date.now())
}

/** Now by the gateway's clock, in ms. The steady clock may stand still while the machine sleeps, the other be put back: whoever counts more is right. */
export function gatewayNow() {
  return told.now + Math.max(performance.now() - told.steady, Date.now() - told.wall)
}

/**
 * Goes by the clock of a page that was read just now.
 * @param {Document} page
 */
export function setClock(page) {
  told = { now: nowOf(page), steady: performance.now(), wall: Date.now() }
  count()
}

/** @type {(() => void)[]} */
const followers = []

/**
 * Calls back whenever a deadline of the page has just passed: nothing happens then that anybody would tell of.
 * @param {() => void} follow
 */
export function onLapse(follow) {
  followers.push(follow)
}

function count() {
  let lapsed = false
  for (const one of document.querySelectorAll('[data-countdown]')) {
    const by = Date.parse(one.getAttribute('data-countdown') ?? '')
    const left = by - gatewayNow()
    one.textContent = timeLeft(left, lang)
    const whole = one.closest('.countdown')
    lapsed ||= left < 0 && whole?.classList.contains('over') === false
    whole?.classList.toggle('over', left < 0)
    whole?.classList.toggle('soon', left >= 0 && left < HOUR)
  }
  if (lapsed) for (const follow of followers) follow()
}

count()
setInterval(count, MINUTE / 4)
document.addEventListener('visibilitychange', count)
