import { join } from 'node:path'
import { apiPrefix, type Clock, type Outside, type Settings } from '@yiwang/kernel'
import { sandboxCourier } from '@yiwang/logistics'
import { sandboxGateway } from '@yiwang/messages'
import { sandboxPlatform } from '@yiwang/payments'
import { sandboxRegisters } from '@yiwang/registers'
import { sandboxAuthority, sealPdf } from '@yiwang/seals'
import { openStore, sweepIncoming, type StorageSettings } from '@yiwang/storage'

/** The adapters to the outside world, chosen by the settings. */
export function composeOutside(settings: Settings, clock: Clock): Outside {
  const { sandboxUrl: url, publicUrl } = settings
  return {
    storage: openStore(storageOf(settings)),
    messageGateway: sandboxGateway({ url, key: settings.messageKey, clock }),
    registers: sandboxRegisters({ url, secret: settings.registerSecret, clock }),
    paymentPlatform: sandboxPlatform({
      url,
      secret: settings.paymentSecret,
      clock,
      notifyUrl: `${publicUrl}${apiPrefix}/payments/callbacks`,
    }),
    courier: sandboxCourier({ url, secret: settings.courierSecret, clock, notifyUrl: `${publicUrl}${apiPrefix}/logistics/callbacks` }),
    certificateAuthority: sandboxAuthority({ url, clock }),
    sealPaper: sealPdf,
  }
}

/** Parts of uploads that a killed process left behind; what is younger than a day may still be under way in another process. */
export function sweepUploads(settings: Settings, now: Date): Promise<number> {
  return sweepIncoming(storageOf(settings).folder, new Date(now.getTime() - 86_400_000))
}

/** Reads go on while no file can be kept, and so the house stays ready; but whoever watches it should know. */
export async function storageTroubles(storage: Outside['storage'], { uploadLimit }: Settings): Promise<string[]> {
  const trouble = await storage.trouble(uploadLimit)
  return trouble === undefined ? [] : [`storage.${trouble}`]
}

function storageOf(settings: Settings): StorageSettings {
  const [host, port] = settings.clamdAddress.split(':')
  return {
    folder: join(settings.folder, 'files'),
    ...(settings.s3Url
      ? {
          s3: {
            endpoint: settings.s3Url,
            bucket: settings.s3Bucket,
            region: settings.s3Region,
            accessKeyId: settings.s3Key,
            secretAccessKey: settings.s3Secret,
          },
        }
      : {}),
    ...(host && port ? { clamd: { host, port: Number(port) } } : {}),
  }
}
