/** On a narrow screen one question at a time; the form's own button leads on until the last one is answered. */
export function oneByOne(form: HTMLFormElement): void {
  const questions = [...form.querySelectorAll<HTMLElement>('[data-one-by-one] > [data-question]')]
  if (questions.length < 2 || !matchMedia('(max-width: 40rem)').matches || form.querySelector('.field-bad')) return
  let at = 0
  const show = () => questions.forEach((question, index) => (question.hidden = index !== at))
  form.addEventListener(
    'submit',
    (event) => {
      if (at >= questions.length - 1 || (event.submitter as HTMLButtonElement | null)?.value === 'save') return
      event.preventDefault()
      event.stopImmediatePropagation()
      at += 1
      show()
      questions[at]?.querySelector<HTMLElement>('fieldset')?.focus()
    },
    { capture: true },
  )
  show()
}
