/** The pure rules of an item, for the server and the browser alike. */
export { elementNumbered, elements, fieldName, furtherFields, type Element, type Hat } from './elements.ts'
export { feeFor, type FeeInput } from './rules/fee-for.ts'
export { checkedRegisterOf, hasOriginal, verifiableOnline, type CheckedRegister } from './rules/verified-material.ts'
export { holds, materialsFor, situationsFor, unanswered } from './rules/materials-for.ts'
