import { aClerk, openHall, type Hall, type Visitor } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { modules } from './modules.ts'

/** What everybody may do without signing in. Whoever opens another door writes it here, so that it is seen in review. */
const openToAll = [
  ...['listDivisions', 'getDivision', 'listBodies', 'getBody', 'listDepartments', 'listPosts', 'listHalls', 'getHall', 'getCalendar'],
  ...['sendOneTimeCode', 'registerPerson', 'registerOrganisation', 'resetPassword', 'signIn', 'signInStaff'],
  ...['listItems', 'getItem', 'listItemRevisions', 'getItemForm', 'getForm', 'downloadGuide', 'getItemRatings'],
  ...['listThemes', 'browseDepartments', 'listHotItems', 'suggestItems', 'listDirectory', 'getDirectoryEntry'],
  ...['listElements', 'listLicenceTypes', 'getLicenceType', 'listBookableHalls', 'getBookableDays'],
  ...['checkPaper', 'checkSealedFile', 'verifyLicence', 'verifyLicenceFile', 'getProgress', 'getProgressByCode'],
]
/** Partners sign what they send; it is checked in the act. */
const openToPartners = ['receivePaymentCallback', 'receiveCourierCallback']

/** Besides, what every member of staff may do without any role. */
const openToStaff = [
  ...['getMe', 'listMySessions', 'endMySession', 'signOut', 'changeStaffPassword', 'takeSecondFactor', 'listMySignIns'],
  ...['listMyMessages', 'countMyUnreadMessages', 'readMyMessage', 'readAllMyMessages'],
  ...['uploadFile', 'getFile', 'readFile', 'listMyFiles', 'removeMyFile', 'listMyPapers', 'readMyPaper'],
]

const someone = '00000000-0000-4000-8000-000000000000'

/** Goes to every address of the API and tells which did not answer with this refusal. */
async function lettingIn(hall: Hall, visitor: Visitor, refusal: number): Promise<string[]> {
  const { paths } = (await hall.stranger.get('/openapi.json')).body as { paths: Record<string, Record<string, { operationId: string }>> }
  const letIn: string[] = []
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { operationId }] of Object.entries(operations)) {
      const answer = await visitor[method as keyof Visitor](path.replace(/\{\w+\}/g, someone))
      if (answer.status !== refusal) letIn.push(operationId)
    }
  return letIn.toSorted()
}

test(
  'a stranger is sent to sign in everywhere but at the doors that are open to all, and nothing comes of it',
  { timeout: 120_000 },
  async (t) => {
    const hall = await openHall(t, { modules })
    expect(await lettingIn(hall, hall.stranger, 401)).toEqual([...openToAll, ...openToPartners].toSorted())
    expect(await hall.published()).toEqual([])
  },
)

test('staff without a role are refused whatever needs one', { timeout: 120_000 }, async (t) => {
  const hall = await openHall(t, { modules })
  expect(await lettingIn(hall, hall.as(aClerk([])), 403)).toEqual([...openToAll, ...openToStaff].toSorted())
  expect(await hall.published()).toEqual([])
})
