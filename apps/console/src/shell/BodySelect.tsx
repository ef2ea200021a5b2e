import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { t } from '../words/index.ts'

interface BodySelectShape {
  /** By Form.Item: for which field the label stands, what is chosen. */
  id?: string
  value?: string
  onChange?: (code: string) => void
  division?: string
}

/** An implementing body (实施机构) by its name; what is kept is its unified social credit code. */
export function BodySelect({ id, value, onChange, division }: BodySelectShape) {
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['bodies', q, division],
    queryFn: ({ signal }) => api.get('/bodies', { query: { q: q || undefined, division, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    queryKey: ['body', value],
    queryFn: () => api.get('/bodies/{code}', { path: { code: value ?? '' } }),
    enabled: value !== undefined && value.length === 18,
    staleTime: Infinity,
    retry: false,
  })
  const bodies = found.data?.items ?? []
  const known = chosen.data && !bodies.some(({ code }) => code === chosen.data.code) && q === '' ? [chosen.data, ...bodies] : bodies
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(code: string | null) => code && onChange?.(code)}
      showSearch={{ filterOption: false, onSearch: (typed) => setQ(typed.trim()) }}
      placeholder={t('body.choose')}
      notFoundContent={found.isPending ? t('shell.loading') : t('body.none')}
      options={known.map(({ code, name }) => ({ value: code, label: name, title: code }))}
    />
  )
}
