/** Keeps the countdowns of the desk's pages counting, by the gateway's clock as it was when the page was made. */

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

const made = Number(document.getElementById('desk')?.dataset.now ?? Date.now())
const started = performance.now()

/** Now by the gateway's clock, in ms. */
export function gatewayNow() {
  return made + performance.now() - started
}

function count() {
  for (const one of document.querySelectorAll('[data-countdown]')) {
    const by = Date.parse(one.getAttribute('data-countdown') ?? '')
    const left = by - gatewayNow()
    one.textContent = timeLeft(left, lang)
    const whole = one.closest('.countdown')
    whole?.classList.toggle('over', left < 0)
    whole?.classList.toggle('soon', left >= 0 && left < HOUR)
  }
}

count()
setInterval(count, MINUTE / 4)
