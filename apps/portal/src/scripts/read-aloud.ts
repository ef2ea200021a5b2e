/** 读屏: reads the page with the voice of the device; a second press stops it. */
export function readAloud(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-speak]')
  const main = document.querySelector('main')
  if (!button || !main || !('speechSynthesis' in window)) return
  button.hidden = false
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel()
    const chosen = getSelection()?.toString().trim()
    const speech = new SpeechSynthesisUtterance(chosen || main.innerText)
    speech.lang = document.documentElement.lang
    speech.rate = 0.9
    speech.addEventListener('end', () => button.setAttribute('aria-pressed', 'false'))
    button.setAttribute('aria-pressed', 'true')
    speechSynthesis.speak(speech)
  })
}
