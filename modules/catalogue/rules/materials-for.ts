/** Which materials are asked for: one function for the button, the refusal and the guide. Browser-safe. */
import type { Answers, Clause, Elements, Material, Question } from '../contract.ts'

type Asking = Pick<Elements, 'materials' | 'questions' | 'situations'>

const given = (answers: Answers, key: string): readonly string[] => {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (answer === undefined) return []
  return typeof answer === 'string' ? [answer] : answer
}

/** All clauses hold: a question not answered makes its clause fail. */
export function holds(clauses: readonly Clause[], answers: Answers): boolean {
  return clauses.every((clause) => given(answers, clause.question).some((value) => clause.in.includes(value)))
}

/** The situations (情形) that hold for these answers. */
export function situationsFor({ situations }: Pick<Elements, 'situations'>, answers: Answers): string[] {
  return situations.filter(({ when }) => holds(when, answers)).map(({ key }) => key)
}

/** The materials asked for in the situation the answers describe, in the order of the item. */
export function materialsFor(implementation: Asking, answers: Answers): Material[] {
  const holding = new Set(situationsFor(implementation, answers))
  return implementation.materials.filter(({ situations }) => situations.length === 0 || situations.some((key) => holding.has(key)))
}

/** Questions still to be answered, or answered with what is not among their options. */
export function unanswered({ questions }: Pick<Elements, 'questions'>, answers: Answers): Question[] {
  return questions.filter((question) => {
    const values = given(answers, question.key)
    if (values.length === 0) return question.required
    if (!question.many && values.length > 1) return true
    return values.some((value) => !question.options.some((option) => option.value === value))
  })
}
