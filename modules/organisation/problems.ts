import { problems } from '@yiwang/kernel'

export const divisionProblem = problems('division', { notFound: 404, codeInvalid: 400, parentMissing: 409 })

export const bodyProblem = problems('body', {
  notFound: 404,
  codeInvalid: 400,
  alreadyRegistered: 409,
  retired: 409,
  successorInvalid: 409,
  parentInvalid: 409,
  departmentExists: 409,
  departmentNotFound: 409,
  postExists: 409,
  outOfReach: 403,
})

export const hallProblem = problems('hall', {
  notFound: 404,
  exists: 409,
  counterExists: 409,
  counterBodyMissing: 400,
})

export const staffProblem = problems('staff', {
  notFound: 404,
  numberTaken: 409,
  postUnknown: 409,
  alreadyDisabled: 409,
  notDisabled: 409,
  ownAccount: 403,
})

export const roleProblem = problems('role', {
  notFound: 404,
  nameTaken: 409,
  permissionUnknown: 400,
  permissionReserved: 409,
  notToOneself: 403,
  separatedAdministrators: 409,
  alreadyGranted: 409,
  notGranted: 404,
  scopeOutOfReach: 403,
})

export const calendarProblem = problems('calendar', { unknownYear: 404, totalWrong: 400, dayOutside: 400, gap: 409 })

export const organisationProblems = Object.assign(
  {},
  ...[divisionProblem, bodyProblem, hallProblem, staffProblem, roleProblem, calendarProblem].map((problem) => problem.catalogue),
) as Readonly<Record<string, number>>
