/** One typed table of every setting; the environment is read here and nowhere else. */
export interface Setting {
  env: string
  default: string
  /** What it is for, in one sentence; printed by `yiwang settings`. */
  says: string
  kind?: 'text' | 'integer'
  /** Secrets have a demo value that a production start refuses. */
  secret?: true
}

const table = {
  mode: { env: 'YIWANG_MODE', default: 'demo', says: 'demo (sandbox, demo accounts, demo secrets allowed) or production' },
  port: { env: 'PORT', default: '8080', kind: 'integer', says: 'port of portal, console, hall and API' },
  host: { env: 'HOST', default: '127.0.0.1', says: 'address to listen on' },
  publicUrl: { env: 'PUBLIC_URL', default: '', says: 'address people use, printed in QR codes; default http://HOST:PORT' },
  operator: {
    env: 'PORTAL_OPERATOR',
    default: '浙江省政务服务管理办公室（样例）',
    says: 'name of the service administration that runs the portal; the agreements with its users name it',
  },
  demoCases: {
    env: 'DEMO_CASES',
    default: '2000',
    kind: 'integer',
    says: 'historic cases the demo makes in the background after its first start; 0 makes none',
  },
  folder: {
    env: 'YIWANG_FOLDER',
    default: '.yiwang',
    says: 'folder of the installation: files, keys and the embedded database (started by root, the database is in /var/lib/yiwang-… instead)',
  },
  databaseUrl: { env: 'DATABASE_URL', default: '', says: 'PostgreSQL 15–18; empty starts the embedded one' },
  databasePool: { env: 'DATABASE_POOL', default: '16', kind: 'integer', says: 'connections per process' },
  logLevel: { env: 'LOG_LEVEL', default: 'info', says: 'fatal, error, warn, info, debug, trace, silent' },
  logFile: {
    env: 'LOG_FILE',
    default: '',
    says: 'file the log goes to, warnings to the terminal besides; empty writes all to the terminal, except under `npm start`, which uses yiwang.log in the folder',
  },
  trustProxy: { env: 'TRUST_PROXY', default: '', says: 'address or range of the reverse proxy whose X-Forwarded-For is believed' },
  requestsPerMinute: {
    env: 'REQUESTS_PER_MINUTE',
    default: '1200',
    kind: 'integer',
    says: 'requests one address may make in a minute; 0 switches the limit off',
  },
  uploadLimit: { env: 'UPLOAD_LIMIT', default: '20971520', kind: 'integer', says: 'largest upload in bytes' },
  libraryLimit: {
    env: 'LIBRARY_LIMIT',
    default: '524288000',
    kind: 'integer',
    says: 'bytes one account may keep in its file library; what is removed makes room',
  },
  passwordDays: {
    env: 'PASSWORD_DAYS',
    default: '180',
    kind: 'integer',
    says: 'days after which people are advised to change their password; 0 never does',
  },
  appointmentReminderHours: {
    env: 'APPOINTMENT_REMINDER_HOURS',
    default: '24',
    kind: 'integer',
    says: 'hours before an appointment at which people are reminded of it',
  },
  appointmentMisses: {
    env: 'APPOINTMENT_MISSES',
    default: '3',
    kind: 'integer',
    says: 'missed appointments that are borne; one more suspends booking online',
  },
  appointmentMissDays: {
    env: 'APPOINTMENT_MISS_DAYS',
    default: '30',
    kind: 'integer',
    says: 'days within which missed appointments are counted',
  },
  appointmentSuspensionDays: {
    env: 'APPOINTMENT_SUSPENSION_DAYS',
    default: '0',
    kind: 'integer',
    says: 'days for which booking online is suspended; 0 suspends nobody, as long as the hall does not record all who came',
  },
  sandboxUrl: { env: 'SANDBOX_URL', default: 'http://127.0.0.1:8090', says: 'where the sandbox answers' },
  s3Url: { env: 'S3_URL', default: '', says: 'S3 endpoint; empty keeps files in the folder' },
  s3Bucket: { env: 'S3_BUCKET', default: 'yiwang', says: 'bucket for files' },
  s3Region: { env: 'S3_REGION', default: 'us-east-1', says: 'region of the bucket' },
  s3Key: { env: 'S3_KEY', default: '', says: 'access key of the bucket' },
  s3Secret: { env: 'S3_SECRET', default: '', says: 'secret key of the bucket' },
  clamdAddress: { env: 'CLAMD', default: '', says: 'host:port of clamd; empty does without a virus scan' },
  fieldKey: { env: 'FIELD_KEY', default: 'demo-field-key-0123456789abcdef', secret: true, says: 'encrypts personal fields at rest' },
  indexKey: {
    env: 'INDEX_KEY',
    default: 'demo-index-key-0123456789abcdef',
    secret: true,
    says: 'blind index for equality look-ups of encrypted fields',
  },
  sessionKey: { env: 'SESSION_KEY', default: 'demo-session-key-0123456789abcdef', secret: true, says: 'signs sessions and one-time codes' },
  registerSecret: { env: 'REGISTER_SECRET', default: 'demo-register-secret', secret: true, says: 'signs questions to the base registers' },
  messageKey: { env: 'MESSAGE_KEY', default: 'demo-message-key', secret: true, says: 'key at the SMS and e-mail gateway' },
  paymentSecret: {
    env: 'PAYMENT_SECRET',
    default: 'demo-payment-secret',
    secret: true,
    says: 'signs orders to the public payment platform and checks its callbacks',
  },
  courierSecret: {
    env: 'COURIER_SECRET',
    default: 'demo-courier-secret',
    secret: true,
    says: 'signs waybills and checks the courier’s callbacks',
  },
} satisfies Record<string, Setting>

type Table = typeof table
type Value<S> = S extends { kind: 'integer' } ? number : string
export type Settings = { readonly [K in keyof Table]: Value<Table[K]> }

export const settingTable: Readonly<Record<string, Setting>> = table

/**
 * Reads the settings from the environment.
 * @throws RangeError naming the variable when a value is not of its kind, or when production runs on demo secrets.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const entries = Object.entries(settingTable).map(([name, setting]) => [name, readOne(setting, environment[setting.env])])
  const settings = Object.fromEntries(entries) as Settings
  if (settings.mode === 'production') refuseDemoSecrets(settings)
  return { ...settings, publicUrl: settings.publicUrl || `http://${settings.host}:${settings.port}` }
}

function readOne(setting: Setting, given: string | undefined): string | number {
  const text = given === undefined || given === '' ? setting.default : given
  if (setting.kind !== 'integer') return text
  if (!/^\d+$/.test(text)) throw new RangeError(`${setting.env} must be a whole number`)
  return Number(text)
}

function refuseDemoSecrets(settings: Settings): void {
  const values: Record<string, unknown> = settings
  const demo = Object.entries(settingTable).filter(([name, setting]) => setting.secret && values[name] === setting.default)
  if (demo.length > 0) throw new RangeError(`production needs secrets of its own: ${demo.map(([, setting]) => setting.env).join(', ')}`)
}
