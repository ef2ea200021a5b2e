import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { t } from '../words/index.ts'
import { Icon } from './Icon.tsx'

/** Opens a case by the number somebody reads out, however it is grouped. */
export function FindCase() {
  const [typed, setTyped] = useState('')
  const navigate = useNavigate()
  const open = (event: FormEvent) => {
    event.preventDefault()
    const number = typed.replaceAll(/[\s-]/g, '').toUpperCase()
    if (number === '') return
    setTyped('')
    void navigate(`/cases/${encodeURIComponent(number)}`)
  }
  return (
    <form className="find" role="search" onSubmit={open}>
      <Icon name="search" size={18} />
      <input
        aria-label={t('shell.find')}
        placeholder={t('shell.find')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        spellCheck={false}
        autoComplete="off"
      />
    </form>
  )
}
