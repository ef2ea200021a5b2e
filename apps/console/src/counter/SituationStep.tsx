import type { Answers, Implementation, Question } from '@yiwang/catalogue/contract'
import { Checkbox, Form, Radio } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { t } from '../words/index.ts'

/** The questions that decide which materials are asked for. */
export function SituationStep({ item, answers, onNext }: { item: Implementation; answers: Answers; onNext: (answers: Answers) => void }) {
  return (
    <ActForm<Record<string, string | string[]>>
      submitLabel={t('counter.next')}
      initialValues={answers}
      onSubmit={(values) => onNext(toAnswers(item.questions, values))}
    >
      {item.questions.length === 0 && <p className="quiet">{t('counter.noQuestions')}</p>}
      {item.questions.map(({ key, text, help, many, required, options }) => (
        <Form.Item
          key={key}
          name={key}
          label={text}
          {...(help ? { extra: help } : {})}
          rules={required ? [{ required: true, message: t('counter.answerNeeded') }] : []}
        >
          {many ? (
            <Checkbox.Group className="stacked" options={[...options]} />
          ) : (
            <Radio.Group className="stacked" options={[...options]} />
          )}
        </Form.Item>
      ))}
    </ActForm>
  )
}

/** Only what was answered, and only of questions the item has. */
export function toAnswers(questions: readonly Question[], values: Readonly<Record<string, string | string[] | undefined>>): Answers {
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const value = values[key]
      return value === undefined || value.length === 0 ? [] : [[key, value] as const]
    }),
  )
}
