/** One way to give each material: choosing a file marks it as the way, choosing another way lets go of the file. The server judges the same without this. */
for (const list of document.querySelectorAll('ol.materials')) {
  list.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    const group = target.closest('fieldset')
    if (!group) return
    const files = [...group.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input[type=file]')]
    const letGo = (ones: typeof files) => ones.forEach((one) => (one.value = ''))
    if (target.type === 'radio') {
      if (target.value !== 'upload') letGo(files)
      return
    }
    if (target.value === '') return
    letGo(files.filter((one) => one !== target))
    const way = group.querySelector<HTMLInputElement>('input[type=radio][value=upload]')
    if (way) way.checked = true
  })
}
