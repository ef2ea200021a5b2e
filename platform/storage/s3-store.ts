import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as S3 from '@aws-sdk/client-s3'
import type { Scanner } from './clamd.ts'
import { folderTrouble } from './disk-problem.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { keepUpload } from './keep-upload.ts'
import { FileProblem } from './problem.ts'
import { receiveFile } from './receive-file.ts'
import type { ReceivedFile } from './receive-file.ts'
import { keyOf, readAll, verifiedStream } from './verified-stream.ts'

export type S3Settings = {
  bucket: string
  region: string
  /** Left out: Amazon's own; else any store that speaks S3 (MinIO, Ceph, a provincial cloud). */
  endpoint?: string
  accessKeyId: string
  secretAccessKey: string
  /** Folder for files that are coming in, until they are checked and sent on. */
  incoming?: string
  scan?: Scanner
}

type Sdk = typeof S3

/** Files by content in an S3 bucket. The SDK is loaded with the first file, so that an installation with a local folder never pays for it. */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket, incoming = join(tmpdir(), 'yiwang-incoming'), scan } = settings
  let connected: Promise<{ s3: Sdk; client: S3.S3Client }> | undefined
  const connect = () => (connected ??= open(settings))

  const keep = async (received: ReceivedFile): Promise<StoredFile> => {
    const { s3, client } = await connect()
    const Body = createReadStream(received.path)
    try {
      // The store itself compares the digest before the object exists.
      const ChecksumSHA256 = Buffer.from(received.sha256, 'hex').toString('base64')
      await client.send(
        new s3.PutObjectCommand({ Bucket, Key: keyOf(received.sha256), Body, ContentLength: received.size, ChecksumSHA256 }),
      )
    } finally {
      Body.destroy()
      await received.discard()
    }
    return { id: received.sha256, sm3: received.sm3, size: received.size }
  }
  const openFile: FileStore['openFile'] = async (id) => {
    const Key = keyOf(id)
    const { s3, client } = await connect()
    const found = await client.send(new s3.GetObjectCommand({ Bucket, Key })).catch((cause: unknown) => {
      throw isMissing(cause) ? new FileProblem('fileNotFound', { id }) : cause
    })
    return { size: found.ContentLength ?? 0, stream: verifiedStream(found.Body as AsyncIterable<Uint8Array>, id) }
  }
  return {
    putFile: async (source, limits) => keep(await receiveFile(source, incoming, limits)),
    putUpload: async (source, rules) => keepUpload(await receiveFile(source, incoming, rules), rules, scan, keep),
    openFile,
    readFile: async (id) => readAll((await openFile(id)).stream),
    hasFile: async (id) => {
      const Key = keyOf(id)
      const { s3, client } = await connect()
      return client.send(new s3.HeadObjectCommand({ Bucket, Key })).then(
        () => true,
        (cause: unknown) => {
          if (isMissing(cause)) return false
          throw cause
        },
      )
    },
    removeFile: async (id) => {
      const Key = keyOf(id)
      const { s3, client } = await connect()
      await client.send(new s3.DeleteObjectCommand({ Bucket, Key }))
    },
    trouble: async (room) => {
      const { s3, client } = await connect()
      const answers = await client.send(new s3.HeadBucketCommand({ Bucket })).then(
        () => true,
        () => false,
      )
      return answers ? folderTrouble(incoming, room) : 'storageUnavailable'
    },
  }
}

async function open({ region, endpoint, accessKeyId, secretAccessKey }: S3Settings): Promise<{ s3: Sdk; client: S3.S3Client }> {
  const s3 = await import('@aws-sdk/client-s3')
  const client = new s3.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint && { endpoint, forcePathStyle: true }),
  })
  return { s3, client }
}

function isMissing(cause: unknown): boolean {
  return (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404
}
