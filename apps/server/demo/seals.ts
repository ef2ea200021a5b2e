import { applyForSeal, decideSeal, issueSeal, makeSeal, prepareSeal } from '@yiwang/seals'
import { systemActor, type Act, type House } from '@yiwang/kernel'
import { demoBodies as departments } from '@yiwang/catalogue/demo'
import { departmentCode } from './bodies.ts'

/** An official seal for every body that handles cases in the demo: applied for, approved, made with a certificate, issued. */
export async function seedSeals(house: House): Promise<void> {
  for (const department of departments) {
    const [bodyCode, name] = [departmentCode(department), department.name]
    const { id } = await as(house, 'applicant', 'apply', (act) => applyForSeal(act, { bodyCode, name, kind: 'official', reason: '演示' }))
    await as(house, 'keeper', 'approve', (act) => decideSeal(act, id, { approved: true }))
    const made = await prepareSeal(house.work(systemActor('demo.keeper')), { name, bodyCode })
    await as(house, 'keeper', 'make', (act) => makeSeal(act, id, made))
    await as(house, 'keeper', 'issue', (act) => issueSeal(act, id))
  }
}

/** Applicant and keeper are two, here as everywhere. */
function as<T>(house: House, who: string, act: string, run: (act: Act) => Promise<T>): Promise<T> {
  return house.perform({ act: `demo.seal.${act}`, by: systemActor(`demo.${who}`) }, run)
}
