import { photoPlace, type PhotoPlace } from './exif'

/** Longest edge of what is sent: enough to read a sign, small enough for a poor line. */
const LONGEST_EDGE = 1920
const THUMBNAIL_EDGE = 160
const QUALITY = 0.82
/** Exif stands at the beginning of a file. */
const HEAD_BYTES = 256 * 1024

export interface TakenPhoto {
  content: Blob
  thumbnail: string
  /** what the camera noted; it is offered, and not in what is sent */
  place?: PhotoPlace
}

function draw(picture: ImageBitmap, edge: number): HTMLCanvasElement {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Makes a photo fit to be sent: drawn anew, so that neither position nor camera is in it. Fails for what is no picture here. */
export async function takePhoto(file: Blob): Promise<TakenPhoto> {
  const place = photoPlace(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const canvas = draw(picture, LONGEST_EDGE)
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    if (!content) throw new Error('the picture could not be written')
    return { content, thumbnail: draw(picture, THUMBNAIL_EDGE).toDataURL('image/jpeg', 0.7), place }
  } finally {
    picture.close()
  }
}
