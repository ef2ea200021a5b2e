/** Comforts of the application pages: what is not asked for is hidden, mistakes are said at once, and nothing typed is lost. */
import { autosave } from './autosave.ts'
import { fieldsComeAndGo } from './come-and-go.ts'
import { sayMistakes } from './say-mistakes.ts'
import { oneByOne } from './one-by-one.ts'

const form = document.querySelector<HTMLFormElement>('main form[method="post"]')
if (form) {
  fieldsComeAndGo(form)
  sayMistakes(form)
  oneByOne(form)
  if (form.dataset['autosave'] !== undefined) autosave(form)
}
