/** Data for a demonstration: real item names and guides, invented places. */
export { demoBodies, type DemoBody } from './bodies.ts'
export { demoDirectory } from './directory.ts'
export { demoForms, type DemoForm } from './forms.ts'
export { demoImplementations, type BodyOf, type DemoImplementation } from './implementations.ts'
export { demoLicenceTypes, licenceTypeNamed, type DemoLicenceType } from './licence-types.ts'
export { seedCatalogue, type Seeded } from './seed.ts'
