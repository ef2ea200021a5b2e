import { type Language, textFor } from '../i18n.ts'

/** A stage of the platform in the reader's language; what a body calls a step of its own stays as it is. */
export const nameOfStage = (name: string, language: Language): string => textFor(language, `stageName.${name}`) ?? name
