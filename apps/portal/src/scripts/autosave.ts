const pause = 1500

/** Saves by itself a moment after the last change, and says so; leaving the page sends what is still open. */
export function autosave(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-saved]')
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = async (keepalive = false) => {
    clearTimeout(timer)
    timer = undefined
    const body = new FormData(form)
    body.set('intent', 'save')
    const answer = await fetch(location.href, { method: 'POST', body, keepalive, headers: { 'x-autosave': '1' } }).catch(() => undefined)
    if (answer?.ok && status) status.textContent = (status.dataset['saved'] ?? '').replace('{at}', new Date().toLocaleTimeString())
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), pause)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
  addEventListener('pagehide', () => {
    if (timer && !form.dataset['sent']) void send(true)
  })
}
