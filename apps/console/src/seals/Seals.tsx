import type { ApplyForSealInput, Seal } from '@yiwang/seals/contract'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { LicenceTabs } from '../licences/LicenceTabs.tsx'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useMay, useMe } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { BodySelect } from '../shell/BodySelect.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { OneSeal } from './OneSeal.tsx'

const tones: Partial<Record<Seal['state'], string>> = {
  issued: 'green',
  made: 'green',
  applied: 'blue',
  approved: 'blue',
  suspended: 'amber',
  lost: 'red',
  refused: 'red',
}

/** E-seals (电子印章) from the application to the destruction. */
export function Seals() {
  const [open, setOpen] = useState<Seal>()
  const [applying, setApplying] = useState(false)
  const may = useMay()
  return (
    <Behind anyOf={['seals.look']}>
      <LicenceTabs />
      <PagedList
        path="/seals"
        label={t('seals.title')}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setOpen}
        tools={
          may('seals.apply') && (
            <>
              <span className="spacer" />
              <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setApplying(true)}>
                {t('seals.apply')}
              </Button>
            </>
          )
        }
        empty={<Empty icon="seal" title={t('seals.none')} text={t('seals.noneText')} />}
      />
      <SideForm title={open?.name ?? ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneSeal key={`${open.id} ${open.state}`} seal={open} onChanged={setOpen} />}
      </SideForm>
      <SideForm title={t('seals.apply')} open={applying} onClose={() => setApplying(false)}>
        <ApplyForSeal onDone={() => setApplying(false)} />
      </SideForm>
    </Behind>
  )
}

const columns: Column<Seal>[] = [
  {
    key: 'name',
    title: t('seals.name'),
    main: true,
    cell: ({ name, bodyCode }) => (
      <>
        <span className="list-main">{name}</span>
        <span className="list-sub">
          <BodyName code={bodyCode} />
        </span>
      </>
    ),
  },
  { key: 'kind', title: t('seals.kind'), width: 140, cell: ({ kind }) => tOf('sealKind', kind) },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${tones[state] ?? ''}`}>{tOf('sealState', state)}</span>,
  },
  {
    key: 'at',
    title: t('seals.appliedAt'),
    width: 150,
    wide: true,
    cell: ({ appliedAt }) => <span className="figures quiet">{sayMoment(appliedAt)}</span>,
  },
]

function ApplyForSeal({ onDone }: { onDone: () => void }) {
  const { staff } = useMe()
  const apply = useAct({
    send: (body: ApplyForSealInput, idempotencyKey) => api.post('/seals', { body, idempotencyKey }),
    changes: [['/seals']],
    onDone,
  })
  return (
    <ActForm<ApplyForSealInput>
      submitLabel={t('seals.apply')}
      error={apply.error}
      busy={apply.isPending}
      initialValues={{ bodyCode: staff.bodyCode, kind: 'approval' }}
      onCancel={onDone}
      onSubmit={(screen) => apply.mutate({ ...screen, name: screen.name.trim(), reason: screen.reason.trim() })}
    >
      <Form.Item
        name="name"
        label={t('seals.name')}
        extra={t('seals.nameHelp')}
        rules={[{ required: true, min: 2, whitespace: true, message: t('counter.needed') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('seals.kind')} required>
        <Select options={['approval', 'official', 'licence'].map((value) => ({ value, label: tOf('sealKind', value) }))} />
      </Form.Item>
      <Form.Item name="bodyCode" label={t('account.body')} rules={[{ required: true, message: t('counter.needed') }]}>
        <BodySelect />
      </Form.Item>
      <Form.Item name="reason" label={t('seals.use')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
      </Form.Item>
    </ActForm>
  )
}
