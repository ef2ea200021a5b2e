import { agreementInForce } from './contract.ts'
import { problem } from './problems.ts'

/**
 * Nobody is registered without the agreement of his kind (实名注册协议, 附录四); the account keeps which one was signed and when.
 * @throws identity.agreementWrong for another version, and for the agreement of the other kind
 */
export function requireAgreement(kind: keyof typeof agreementInForce, version: string): void {
  const inForce = agreementInForce[kind]
  if (version !== inForce) throw problem.agreementWrong({ inForce })
}
