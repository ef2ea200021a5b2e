export function CaseDesk() {
  return null
}
