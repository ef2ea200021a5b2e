/** Small comforts for every page. Everything works without them. */
import { readAloud } from './read-aloud.ts'
import { suggest } from './suggest.ts'

for (const dropdown of document.querySelectorAll<HTMLDetailsElement>('details[data-dropdown]')) {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !dropdown.contains(target)) dropdown.open = false
  })
  dropdown.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    dropdown.open = false
    dropdown.querySelector('summary')?.focus()
  })
}

/** A form sent twice is a nuisance at best: the button rests until the answer is there. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if ('download' in form.dataset) return // the answer is a file, and the page stays
    if (form.dataset['sent']) return event.preventDefault()
    form.dataset['sent'] = 'yes'
  })
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset['sent']
})

document.querySelector<HTMLElement>('[data-error-summary]')?.focus()

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', () => void copy(button))
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
  button.textContent = button.dataset['copied'] ?? button.textContent
}

/** What another house is about to tell ours: the page looks again by itself. */
if (document.querySelector('[data-look-again]')) setTimeout(() => location.reload(), 2000)

readAloud()
suggest()
