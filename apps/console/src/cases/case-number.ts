import { groupForReading, isCaseNumber } from '@yiwang/standards'

/** Grouped so that it can be read out; a number from elsewhere as it came. */
export const sayCaseNumber = (number: string) => (isCaseNumber(number) ? groupForReading(number) : number)
