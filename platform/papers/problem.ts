/** What can go wrong with a paper. Texts for people stand in words.zh-CN.json and words.en.json under the code. */
export class PaperProblem extends Error {
  readonly code: `papers.${string}`
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: `papers.${string}`, details: Readonly<Record<string, unknown>>) {
    super(code)
    this.name = 'PaperProblem'
    this.code = code
    this.details = details
  }
}

/** The data does not fit the template: `details.errors` names every place (JSON pointer) and what is wrong there. */
export class InvalidPaperData extends PaperProblem {
  declare readonly details: { template: string; errors: { path: string; rule: string; message: string }[] }

  constructor(details: InvalidPaperData['details']) {
    super('papers.invalidData', details)
    this.name = 'InvalidPaperData'
  }
}
