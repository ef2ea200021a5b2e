/** Fields with a condition (x-when) show only while it holds. Hidden ones are still sent; the server leaves them out by the same rule. */
type Condition = { field: string; is: (string | number | boolean)[] }

export function fieldsComeAndGo(form: HTMLFormElement): void {
  const conditional = [...form.querySelectorAll<HTMLElement>('[data-when]')]
  if (conditional.length === 0) return
  const update = () => {
    const data = new FormData(form)
    for (const element of conditional) {
      const { field, is } = JSON.parse(element.dataset['when'] ?? '{}') as Condition
      const path = element.dataset['path'] ?? ''
      const beside = path.includes('.') ? `${path.slice(0, path.lastIndexOf('.'))}.${field}` : field
      element.hidden = !is.some((wanted) => saysTheSame(data.get(beside), wanted))
    }
  }
  form.addEventListener('change', update)
  update()
}

function saysTheSame(typed: FormDataEntryValue | null, wanted: string | number | boolean): boolean {
  if (typeof wanted === 'boolean') return wanted ? typed === 'yes' : typed === 'no'
  return typed === String(wanted)
}
