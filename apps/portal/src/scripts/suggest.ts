/** What somebody who is typing may mean, as the browser's own list under the field. */
const pause = 200

export function suggest(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-search] input[type="search"]')) {
    const list = Object.assign(document.createElement('datalist'), { id: `${input.id}-list` })
    input.after(list)
    input.setAttribute('list', list.id)
    let timer: ReturnType<typeof setTimeout> | undefined
    input.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void fill(input), pause)
    })
  }
}

async function fill(input: HTMLInputElement): Promise<void> {
  const question = input.value.trim()
  if (!question || question.length > 60 || !input.list) return
  const answer = await fetch(`/api/v1/suggestions?${new URLSearchParams({ q: question })}`).catch(() => undefined)
  if (!answer?.ok || input.value.trim() !== question) return
  const found = (await answer.json()) as { text: string }[]
  input.list.replaceChildren(...found.map(({ text }) => Object.assign(document.createElement('option'), { value: text })))
}
