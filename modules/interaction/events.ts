export interface RatingFacts {
  caseNumber: string
  implementationCode: string
  bodyCode: string
  division: string
  score: number
  bad: boolean
  channel?: string
}

declare module '@yiwang/kernel' {
  interface Events {
    'case.rated': RatingFacts
    'rating.assigned': { caseNumber: string; category: string; bodyCode: string; division: string }
    'rating.answered': { caseNumber: string; bodyCode: string; division: string; verdict: string; overdue: boolean }
  }
}
