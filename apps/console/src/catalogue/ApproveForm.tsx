import type { ApprovalInput, Material } from '@yiwang/catalogue/contract'
import { Checkbox, Form, Input } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { t } from '../words/index.ts'

const points = ['reasonable', 'necessary', 'timely', 'complete'] as const

interface ApproveScreen {
  opinion: string
  materials?: Record<string, string[]>
}

interface ApproveShape {
  materials: readonly Material[]
  error: unknown
  busy: boolean
  onSubmit: (input: ApprovalInput) => void
}

/** Approval (审核): the four points of each material, and the opinion on legality and validity. */
export function ApproveForm({ materials, error, busy, onSubmit }: ApproveShape) {
  return (
    <ActForm<ApproveScreen>
      submitLabel={t('revision.approve')}
      error={error}
      busy={busy}
      onSubmit={(screen) => onSubmit(toApproval(screen, materials))}
    >
      {materials.map(({ code, name }) => (
        <Form.Item
          key={code}
          name={['materials', code]}
          label={name}
          rules={[{ required: true, type: 'array', min: 1, message: t('approval.pointsNeeded') }]}
        >
          <Checkbox.Group options={points.map((value) => ({ value, label: t(`approval.${value}`) }))} />
        </Form.Item>
      ))}
      <Form.Item
        name="opinion"
        label={t('approval.opinion')}
        rules={[{ required: true, whitespace: true, message: t('field.opinionNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  )
}

/** A point that was not ticked is one that was not found. */
export function toApproval({ opinion, materials = {} }: ApproveScreen, all: readonly Pick<Material, 'code'>[]): ApprovalInput {
  const reviewed = all.map(({ code }) => {
    const ticked = materials[code] ?? []
    const verdict = { reasonable: false, necessary: false, timely: false, complete: false }
    for (const point of points) verdict[point] = ticked.includes(point)
    return [code, verdict] as const
  })
  return { opinion: opinion.trim(), materials: Object.fromEntries(reviewed) }
}
