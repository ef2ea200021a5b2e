import { type Form, checkForm } from '@yiwang/forms'
import { readForm } from '../../models/form-data.ts'
import { fieldName } from '../../models/form-errors.ts'

/** The same check as on the server, said when a field is left; nothing is said about fields not reached yet. */
export function sayMistakes(form: HTMLFormElement): void {
  const source = document.querySelector('#form-definition')?.textContent
  if (!source) return
  const definition = JSON.parse(source) as Form
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  form.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return
    if (!target.name || target.type === 'radio' || target.type === 'checkbox') return
    afterPress(() => {
      const errors = checkForm(definition, readForm(definition, new FormData(form)), { draft: true, language })
      const found = errors.find(({ path }) => fieldName(path) === target.name)
      show(target, found?.message)
    })
  })
}

let pressed = false
addEventListener('pointerdown', () => (pressed = true), true)
addEventListener('pointercancel', () => (pressed = false), true)
addEventListener('pointerup', () => (pressed = false), true)

/** A field is often left by pressing something else; if the page moved now, the press would miss it. */
function afterPress(say: () => void): void {
  if (pressed) addEventListener('pointerup', () => setTimeout(say, 0), { once: true, capture: true })
  else say()
}

function show(input: HTMLElement & { name: string }, message: string | undefined): void {
  const field = input.closest('.field')
  const id = `${input.id}-error`
  const before = document.getElementById(id)
  if (!message) {
    before?.remove()
    field?.classList.remove('field-bad')
    input.removeAttribute('aria-invalid')
    return
  }
  const said = before ?? document.createElement('p')
  said.id = id
  said.className = 'field-error'
  said.textContent = message
  if (!before) input.before(said)
  field?.classList.add('field-bad')
  input.setAttribute('aria-invalid', 'true')
  input.setAttribute('aria-describedby', id)
}
