/** On a narrow screen the filters start folded, so that results come first; without script they stay open above. */
const sheet = document.querySelector<HTMLDetailsElement>('.sheet')
const narrow = matchMedia('(max-width: 60rem)')
const fold = () => {
  if (sheet) sheet.open = !narrow.matches
}
narrow.addEventListener('change', fold)
fold()
