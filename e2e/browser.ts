import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const programs = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser']
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const browserProgram = programs.find((path) => path !== undefined && existsSync(path))

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: quiet, ...(browserProgram ? { executablePath: browserProgram } : {}) })
}
