import { isPersonId } from '@yiwang/standards'
import type { Installation } from './installation.ts'

/** What of the people and companies of the sandbox must stand in no log: who they are, and by what they are reached. */
async function secretsOf({ sandbox }: Installation): Promise<string[]> {
  const { persons, organisations } = (await (await fetch(`${sandbox}/demo/persons.json`)).json()) as {
    persons: Record<string, string>[]
    organisations: { basic: Record<string, string> }[]
  }
  const ofPersons = persons.flatMap((one) => [one['name'], one['idNumber'], one['phone'], one['address'], one['socialCardNumber']])
  const ofCompanies = organisations.flatMap(({ basic }) => [basic['legalRepresentativeName'], basic['legalRepresentativeIdNumber']])
  return [...new Set([...ofPersons, ...ofCompanies].filter((one) => one !== undefined && one !== ''))] as string[]
}

/** Whatever looks like somebody's number, telephone or mail, also of people nobody thought of. */
function alike(line: string): string[] {
  const numbers = (line.match(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g) ?? []).filter(isPersonId)
  return [
    ...numbers,
    ...(line.match(/(?<![\dA-Za-z.-])1[3-9]\d{9}(?![\dA-Za-z])/g) ?? []),
    ...(line.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? []),
  ]
}

/** Personal data in the log of an installation, each with the line it stands in. */
export async function personalInLog(house: Installation, log = house.log()): Promise<string[]> {
  const secrets = await secretsOf(house)
  return log.split('\n').flatMap((line) => {
    const found = [...secrets.filter((secret) => line.includes(secret)), ...alike(line)]
    return found.length === 0 ? [] : [`${found.join(', ')} in ${line.slice(0, 300)}`]
  })
}

/** The lines of the log proper; the scan means nothing over a log in which nothing happened. */
export const linesOf = (house: Installation) =>
  house
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{"level"')).length
