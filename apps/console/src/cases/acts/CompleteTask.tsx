import type { CompleteTaskInput, FlowTask } from '@yiwang/cases/contract'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { ProblemAlert } from '../../acts/ProblemAlert.tsx'
import { sayDay } from '../../dates.ts'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, pointsChecked, useCaseAct } from './send-act.ts'

interface TaskScreen {
  taskId: string
  outcome?: string
  opinion: string
}

/** A step of the body's own flow (办理环节): opinion and outcome, by whoever has taken the task. */
export function CompleteTask({ serviceCase, points, onDone, onCancel }: ActShape) {
  const [form] = Form.useForm<TaskScreen>()
  const tasks = serviceCase.tasks.filter(({ forMe }) => forMe)
  const first = tasks.find(({ mine }) => mine) ?? tasks[0]
  const chosen = Form.useWatch('taskId', form) ?? first?.id
  const task = tasks.find(({ id }) => id === chosen)
  const complete = useCaseAct(serviceCase.caseNumber, 'tasks/{taskId}/completion', onDone, { taskId: chosen ?? '' })
  const outcomes = task?.outcomes ?? []
  return (
    <ActForm<TaskScreen>
      form={form}
      submitLabel={t('task.finish')}
      error={complete.error}
      busy={complete.isPending}
      disabledReason={reasonNot('completeTask', serviceCase)}
      initialValues={first ? { taskId: first.id } : {}}
      onCancel={onCancel}
      onSubmit={(screen) => complete.mutate({ ...toCompletion(screen), ...pointsChecked(points) })}
    >
      <Form.Item name="taskId" label={t('task.which')} hidden={tasks.length < 2}>
        <Radio.Group className="stacked" options={tasks.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      {task && <TaskHead task={task} caseNumber={serviceCase.caseNumber} />}
      {outcomes.length > 0 && (
        <Form.Item name="outcome" label={t('task.outcome')} rules={[{ required: true, message: t('task.outcomeNeeded') }]}>
          <Radio.Group optionType="button" options={outcomes} />
        </Form.Item>
      )}
      <Form.Item
        name="opinion"
        label={t('field.opinion')}
        rules={[{ required: true, whitespace: true, message: t('field.opinionNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} showCount />
      </Form.Item>
    </ActForm>
  )
}

function TaskHead({ task, caseNumber }: { task: FlowTask; caseNumber: string }) {
  const claim = useCaseAct(caseNumber, 'tasks/{taskId}/claim', () => undefined, { taskId: task.id })
  const release = useCaseAct(caseNumber, 'tasks/{taskId}/release', () => undefined, { taskId: task.id })
  return (
    <Alert
      className="task-head"
      type={task.claimedBy && !task.mine ? 'warning' : 'info'}
      title={task.name}
      description={
        <>
          {(claim.error ?? release.error) && <ProblemAlert error={claim.error ?? release.error} />}
          {task.dueOn && t('task.due', { day: sayDay(task.dueOn) })} {sayHolder(task)}
        </>
      }
      action={
        task.claimedBy === undefined ? (
          <Button size="small" loading={claim.isPending} onClick={() => claim.mutate(undefined)}>
            {t('task.claim')}
          </Button>
        ) : (
          task.mine && (
            <Button size="small" loading={release.isPending} onClick={() => release.mutate(undefined)}>
              {t('task.release')}
            </Button>
          )
        )
      }
    />
  )
}

function sayHolder({ claimedByName, mine, claimedBy }: FlowTask): string {
  if (mine) return t('task.mine')
  return claimedBy ? t('task.taken', { name: claimedByName ?? '' }) : t('task.free')
}

export function toCompletion({ opinion, outcome }: TaskScreen): CompleteTaskInput {
  return { opinion: opinion.trim(), ...optional('outcome', outcome) }
}
