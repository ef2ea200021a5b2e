export { openInstallation, type InstallationOptions, type OpenInstallation } from './composition.ts'
export { serve, type Role, type Running } from './commands/serve.ts'
export { modules } from './modules.ts'
