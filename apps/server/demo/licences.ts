import type { Act } from '@yiwang/kernel'
import { enterLicence } from '@yiwang/licences'
import { demoTypeCode } from '@yiwang/licences/demo'
import type { EnterLicenceInput } from '@yiwang/licences/contract'
import { sandboxPeople, type SandboxOrganisation, type SandboxPerson } from './accounts.ts'
import { demoBody } from './bodies.ts'

/**
 * What people and companies of the sandbox's registers hold already, entered by the bodies that issued it (证照录入), so that 免提交 is true for
 * whoever applies: identity card, household register and driving licence; business licence.
 */
export async function seedHeldLicences(act: Act): Promise<void> {
  const { persons, organisations } = await sandboxPeople(act.settings.sandboxUrl)
  for (const person of persons.filter(({ state }) => state === 'alive')) {
    for (const held of licencesOf(person)) await enterLicence(act, held)
  }
  for (const { basic } of organisations.filter(({ basic: { state } }) => state === 'active'))
    await enterLicence(act, businessLicence(basic))
}

const grownUpBefore = '2006-01-01'

function licencesOf({ name, idNumber, sex, ethnicity, address, bornOn, household }: SandboxPerson): EnterLicenceInput[] {
  const holder = { kind: 'person', name, number: idNumber } as const
  const police = demoBody('publicSecurity', '330102')
  const relation = { head: '户主', spouse: '配偶', child: '子女', parent: '父母' }[household.relation]
  const card = { face: { sex, nation: ethnicity, address }, validFrom: '2018-05-02' }
  const register = {
    face: { householder: household.relation === 'head' ? name : '（见首页）', relation, address },
    validFrom: '2010-03-01',
  }
  const driving = { face: { class: 'C1', address }, validFrom: '2022-09-01' }
  return [
    { typeCode: codeOf('居民身份证'), issuerCode: police, holder, ...card },
    { typeCode: codeOf('居民户口簿'), issuerCode: police, holder, ...register },
    ...(bornOn < grownUpBefore
      ? [{ typeCode: codeOf('机动车驾驶证'), issuerCode: demoBody('traffic', '330100'), holder, ...driving }]
      : []),
  ]
}

function businessLicence({ name, uscc, legalRepresentativeName, registeredAddress, registeredOn }: SandboxOrganisation): EnterLicenceInput {
  return {
    typeCode: codeOf('营业执照'),
    issuerCode: demoBody('market', '330102'),
    holder: { kind: 'organisation', name, number: uscc },
    face: { companyName: name, legalRepresentative: legalRepresentativeName, companyAddress: registeredAddress },
    validFrom: registeredOn,
  }
}

function codeOf(name: string): string {
  const code = demoTypeCode(name)
  if (code === undefined) throw new Error(`the demo has no licence type ${name}`)
  return code
}
