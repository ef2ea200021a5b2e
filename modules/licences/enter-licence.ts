import { newId, type Act } from '@yiwang/kernel'
import { getActiveBody } from '@yiwang/organisation'
import type { EnterLicenceInput } from './contract.ts'
import { issueLicence, type IssuedLicence } from './issue-licence.ts'
import { getLicenceForUpdate } from './licence-store.ts'
import { problem } from './problems.ts'

/**
 * 证照录入 (the guide 七（一）2（3）①): a licence that exists on paper comes into the library with its number and face, sealed by its issuer.
 * @throws what `issueLicence` throws, licence.issuerNotAllowed for a body out of reach
 */
export async function enterLicence(act: Act, input: EnterLicenceInput): Promise<IssuedLicence> {
  const { code, name, division } = await getActiveBody(act.tx, input.issuerCode)
  const issued = await issueLicence(act, {
    type: input.typeCode,
    holder: input.holder,
    issuer: { code, name, division },
    face: input.face,
    validFrom: input.validFrom,
    ...(input.validUntil === undefined ? {} : { validTo: input.validUntil }),
    ...(input.number === undefined ? {} : { number: input.number }),
    subject: { kind: 'entry', key: newId() },
    origin: 'entry',
  })
  const reached = await getLicenceForUpdate(act, issued.identifier, 'licences.issue').catch(() => undefined)
  if (!reached) throw problem.issuerNotAllowed({ issuer: name })
  return issued
}
