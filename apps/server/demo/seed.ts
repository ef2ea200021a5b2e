import { demoBodies as departments, seedCatalogue } from '@yiwang/catalogue/demo'
import { systemActor, wasPerformed, type Act, type House } from '@yiwang/kernel'
import { seedLicenceTypes } from '@yiwang/licences/demo'
import { defineDefaultRoles } from '../default-roles.ts'
import { seedAccounts } from './accounts.ts'
import { seedAppointments } from './appointments.ts'
import { departmentCode, seedBodies } from './bodies.ts'
import { seedHalls } from './halls.ts'
import { seedHeldLicences } from './licences.ts'
import { seedDivisions } from './places.ts'
import { seedSeals } from './seals.ts'
import { seedStaff } from './staff.ts'

const by = systemActor('demo')

/** Sets the demo up, once: everything goes through the acts, nothing past the rules. A start that was cut off goes on where it stopped. */
export async function seedDemo(house: House): Promise<void> {
  if (await isDone(house, 'accounts')) return
  await step(house, 'divisions', seedDivisions)
  await step(house, 'bodies', seedBodies)
  await step(house, 'halls', seedHalls)
  await step(house, 'roles', defineDefaultRoles)
  await step(house, 'staff', seedStaff)
  if (!(await isDone(house, 'seals'))) {
    await seedSeals(house)
    await step(house, 'seals', async () => undefined)
  }
  await step(house, 'licenceTypes', seedLicenceTypes)
  await step(house, 'heldLicences', seedHeldLicences)
  if (!(await isDone(house, 'items'))) {
    await seedCatalogue(house, { bodyOf })
    await step(house, 'items', async () => undefined)
  }
  await step(house, 'appointments', seedAppointments)
  await seedAccounts(house)
  await step(house, 'accounts', async () => undefined)
}

function bodyOf(line: string, division: string): string | undefined {
  const body = departments.find((one) => one.line === line && one.division === division)
  return body && departmentCode(body)
}

/** A step and the note that it was done commit together. */
async function step(house: House, name: string, seed: (act: Act) => Promise<void>): Promise<void> {
  if (await isDone(house, name)) return
  await house.perform({ act: `demo.${name}`, by, subject: { step: name } }, seed)
}

async function isDone(house: House, name: string): Promise<boolean> {
  return house.read(by, (desk) => wasPerformed(desk, `demo.${name}`))
}
